import { hasApi, runExcel } from "./excel-run";

/** What this host has done itself lately, so that it is not taken for the user's doing. */
export interface OwnDoings {
  /** True while this host writes. */
  isWriting(): boolean;
  isOwnSheet(worksheetId: string): boolean;
}

interface ChangeEvent {
  readonly worksheetId: string;
  /** From ExcelApi 1.14 on. */
  readonly triggerSource?: string;
}

/** Calls back when somebody else than this host changed cells or sheets; gives the function that stops it. */
export async function watchChanges(doings: OwnDoings, listener: () => void): Promise<() => void> {
  const heard = async ({ worksheetId, triggerSource }: ChangeEvent): Promise<void> => {
    if (triggerSource === "ThisLocalAddin" || doings.isWriting() || doings.isOwnSheet(worksheetId)) return;
    listener();
  };
  const registered = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const all = [worksheets.onChanged.add(heard), worksheets.onAdded.add(heard), worksheets.onDeleted.add(heard)];
    if (hasApi("1.17")) all.push(worksheets.onNameChanged.add(heard));
    await context.sync();
    return all;
  });
  let isStopped = false;
  return () => {
    if (isStopped) return;
    isStopped = true;
    const [first] = registered;
    if (!first) return;
    // Nobody waits for it: a pane that closes cannot.
    void Excel.run(first.context, async (context) => {
      for (const one of registered) one.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}
