import { parseCellAddress } from "../../data/cell-address";
import { failure } from "../../data/host-error";

/** Brings the sheet to the front and selects the cell. A hidden sheet stays hidden: a sentence says what to do. */
export async function selectCell(context: Excel.RequestContext, sheetName: string, cell: string): Promise<void> {
  if (!parseCellAddress(cell)) throw failure("cellUnknown", { sheet: sheetName, cell });
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load({ visibility: true });
  await context.sync();
  if (sheet.isNullObject) throw failure("sheetGone", { sheet: sheetName });
  if (sheet.visibility !== Excel.SheetVisibility.visible) throw failure("sheetHidden", { sheet: sheetName });
  sheet.activate();
  sheet.getRange(cell).untrack().select();
  await context.sync();
}
