import { identityName, markName, parseIdentity, parseMark, type SheetMark } from "../../data/own-sheet-mark";
import { ownMarks } from "../own-sheets";

/** A sheet of the workbook as it was seen, in the workbook's order. */
export interface SeenSheet {
  /** Lasting, whatever the sheet is called. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** null for a sheet of the user's, whatever mark it carries. */
  readonly mark: SheetMark | null;
  /** Formula of the sheet's own name for marks, as it was seen; null where it has none. */
  readonly markFormula: string | null;
  /** Size of the area from A1 that holds all values; zeros for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
}

/** The workbook's sheets as they were seen, and what their marks call the workbook by (null: nothing yet). */
export interface SeenWorkbook {
  readonly sheets: readonly SeenSheet[];
  readonly identity: string | null;
  /** What marks on its sheets call their workbook by, whether they count or not. */
  readonly seenIdentities: readonly (string | null)[];
  /** Does the name that holds it show in Excel's list of names? */
  readonly identityIsVisible: boolean;
}

/** Two round trips: the list of sheets, then what is to be known of each. */
export async function seeSheets(context: Excel.RequestContext): Promise<SeenWorkbook> {
  const { worksheets, names } = context.workbook;
  worksheets.load({ id: true, name: true, visibility: true });
  const identityItem = names.getItemOrNullObject(identityName);
  identityItem.load({ formula: true, visible: true });
  await context.sync();
  const details = worksheets.items.map((sheet) => {
    const mark = loadedMark(sheet);
    const first = sheet.getRange("A1").untrack();
    first.load({ formulas: true });
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
    sheet.protection.load({ protected: true });
    return { sheet, mark, first, used };
  });
  await context.sync();
  const identity = identityItem.isNullObject ? null : parseIdentity(String(identityItem.formula));
  const seen = details.map(({ sheet, mark, first, used }) => {
    const formula = markFormulaOf(mark);
    return {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === Excel.SheetVisibility.visible,
      protected: sheet.protection.protected,
      mark: formula === null ? null : parseMark(formula),
      markFormula: formula,
      rows: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
      columns: used.isNullObject ? 0 : used.columnIndex + used.columnCount,
      a1: String(first.formulas[0]?.[0] ?? ""),
    };
  });
  const marks = ownMarks(
    seen.map((sheet) => ({
      ...sheet,
      isEmpty: () => sheet.rows === 0,
      firstFormula: () => (sheet.a1.startsWith("=") ? sheet.a1.slice(1) : ""),
      firstText: () => sheet.a1,
    })),
    identity,
    "excel",
  );
  const sheets = seen.map((sheet, index) => ({ ...sheet, mark: marks[index] ?? null }));
  const seenIdentities = seen.map(({ mark }) => mark?.workbook ?? null);
  return { sheets, identity, seenIdentities, identityIsVisible: identity !== null && identityItem.visible };
}

/** The sheet's name for marks, asked for: scope tells it from a name of the workbook's, which Excel lists here too. */
export function loadedMark(sheet: Excel.Worksheet): Excel.NamedItem {
  const name = sheet.names.getItemOrNullObject(markName);
  name.load({ formula: true, scope: true });
  return name;
}

/** Formula of the sheet's own name for marks, or null. */
export function markFormulaOf(name: Excel.NamedItem): string | null {
  return name.isNullObject || name.scope !== Excel.NamedItemScope.worksheet ? null : String(name.formula);
}
