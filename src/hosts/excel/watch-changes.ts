import { hasApi, runExcel } from "./excel-run";

/** What this host has done itself lately, so that it is not taken for somebody else's doing. */
export interface OwnDoings {
  /** True while this host writes. */
  isWriting(): boolean;
}

interface ChangeEvent {
  readonly worksheetId: string;
  /** From ExcelApi 1.14 on. */
  readonly triggerSource?: string;
}

/**
 * Calls back when somebody else than this host changed cells or sheets: the user, or the ribbon's commands, which run
 * beside the pane, know nothing of it, and write the program's own sheets. Gives the function that stops it.
 * "ThisLocalAddin" may mean the commands as well, so that it is believed only while this host writes; to hear an echo
 * of our own costs a reading, to miss the others leaves a pane that is wrong.
 */
export async function watchChanges(doings: OwnDoings, listener: () => void): Promise<() => void> {
  const heard = async ({ triggerSource = "ThisLocalAddin" }: ChangeEvent): Promise<void> => {
    if (triggerSource === "ThisLocalAddin" && doings.isWriting()) return;
    listener();
  };
  const registered = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const all = [worksheets.onChanged.add(heard), worksheets.onAdded.add(heard), worksheets.onDeleted.add(heard)];
    if (hasApi("1.17")) all.push(worksheets.onNameChanged.add(heard));
    await context.sync();
    return all;
  });
  const stopWatchingReturn = watchReturn(listener);
  let isStopped = false;
  return () => {
    if (isStopped) return;
    isStopped = true;
    stopWatchingReturn();
    const [first] = registered;
    if (!first) return;
    // Nobody waits for it: a pane that closes cannot.
    void Excel.run(first.context, async (context) => {
      for (const one of registered) one.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}

/**
 * Excel tells nothing of a choice from a drop-down list in a cell. Whoever comes back from the sheet to the pane may
 * have made one.
 */
function watchReturn(listener: () => void): () => void {
  // The ribbon's commands and the tests of this host have no page that anybody could come back to.
  if (typeof window === "undefined") return () => undefined;
  const heard = (): void => {
    if (document.visibilityState !== "hidden") listener();
  };
  window.addEventListener("focus", heard);
  document.addEventListener("visibilitychange", heard);
  return () => {
    window.removeEventListener("focus", heard);
    document.removeEventListener("visibilitychange", heard);
  };
}
