/// <reference types="office-js" />
import { failure, type HostError } from "../../data/host-error";
import { hostErrorOf, isAccessDenied } from "./excel-errors";

/**
 * Runs a task with a request context of its own. Whatever Office says goes out as a HostError; a refusal without a
 * reason ("AccessDenied") is looked into with one more request.
 * Ranges are untracked by whoever makes them: nobody needs them after the next sync, and Excel would keep a reference
 * for each and be asked, in one more request, to let go of it.
 */
export async function runExcel<T>(task: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(task);
  } catch (error) {
    if (!isAccessDenied(error)) throw hostErrorOf(error);
    throw await reasonOfRefusal(error);
  }
}

/** Is this Excel new enough for an ExcelApi set ("1.14")? The manifest promises 1.9. */
export function hasApi(set: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", set);
}

async function reasonOfRefusal(error: unknown): Promise<HostError> {
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      const { worksheets } = workbook;
      workbook.load({ readOnly: true });
      workbook.protection.load({ protected: true });
      worksheets.load({ name: true, protection: { protected: true } });
      await context.sync();
      if (workbook.readOnly) return failure("readOnly", { cause: error });
      const sheet = worksheets.items.find(({ protection }) => protection.protected);
      if (sheet) return failure("sheetProtected", { sheet: sheet.name, cause: error });
      return failure(workbook.protection.protected ? "workbookProtected" : "readOnly", { cause: error });
    });
  } catch {
    return hostErrorOf(error);
  }
}
