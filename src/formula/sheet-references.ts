import { cellAddress, columnName } from "../data/grid";
import type { Area, SheetRange } from "../data/pages";
import { quoteSheetName, sameSheetName } from "../data/sheet-name";
import { tokensOf } from "./tokens";

/** "A1:C3", or "A1" for a single cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  const last = cellAddress(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** "'BC III.1'!$B$5:$B$26", as charts and defined names want it. */
export function absoluteReference({ sheet, area }: SheetRange): string {
  const cell = (row: number, column: number): string => `$${columnName(column)}$${String(row + 1)}`;
  const first = cell(area.row, area.column);
  const last = cell(area.row + area.rows - 1, area.column + area.columns - 1);
  return `${quoteSheetName(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Does the formula refer to that sheet of this workbook? */
export function mentionsSheet(formula: string, name: string): boolean {
  return tokensOf(formula).some(({ sheet }) => sheet !== null && sameSheetName(sheet, name));
}

/** The formula with references to one sheet turned to another. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  return tokensOf(formula)
    .map(({ text, sheet, area }) =>
      sheet !== null && sameSheetName(sheet, from) ? `${quoteSheetName(to)}!${area}` : text,
    )
    .join("");
}
