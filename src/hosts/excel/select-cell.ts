import { hostTexts } from "../../strings/host.vi";
import { parseCellAddress } from "../../data/cell-address";
import { HostError } from "../../data/host-error";

/** Brings the sheet to the front and selects the cell. A hidden sheet stays hidden: a sentence says what to do. */
export async function selectCell(context: Excel.RequestContext, sheetName: string, cell: string): Promise<void> {
  if (!parseCellAddress(cell)) throw new HostError(hostTexts.cellUnknown(cell, sheetName));
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load({ visibility: true });
  await context.sync();
  if (sheet.isNullObject) throw new HostError(hostTexts.sheetGone(sheetName));
  if (sheet.visibility !== Excel.SheetVisibility.visible) throw new HostError(hostTexts.sheetHidden(sheetName));
  sheet.activate();
  sheet.getRange(cell).untrack().select();
  await context.sync();
}
