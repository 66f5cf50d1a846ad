import type { OwnSheetMark } from "../../workbook/grid";
import { markName, markOfSheet, ownMarks } from "../own-sheet-mark";

/** A sheet of the workbook as it was seen, in the workbook's order. */
export interface SeenSheet {
  /** Lasting, whatever the sheet is called. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly mark: OwnSheetMark | null;
  /** Size of the area from A1 that holds all values; zeros for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
}

/** Two round trips: the list of sheets, then what is to be known of each. */
export async function seeSheets(context: Excel.RequestContext): Promise<readonly SeenSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load({ id: true, name: true, visibility: true });
  await context.sync();
  const details = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(markName);
    mark.load({ formula: true });
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
    sheet.protection.load({ protected: true });
    return { sheet, mark, used };
  });
  await context.sync();
  return withOwnMarks(
    details.map(({ sheet, mark, used }) => ({
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === Excel.SheetVisibility.visible,
      protected: sheet.protection.protected,
      mark: markOfSheet(sheet.name, mark.isNullObject ? null : String(mark.formula)),
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      columns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
    })),
  );
}

/** A copy of one of our sheets is the user's: of several with the same mark only one is ours. */
export function withOwnMarks<T extends { name: string; mark: OwnSheetMark | null }>(sheets: readonly T[]): T[] {
  const marks = ownMarks(sheets);
  return sheets.map((sheet, index) => ({ ...sheet, mark: marks[index] ?? null }));
}
