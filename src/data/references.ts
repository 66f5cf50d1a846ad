/** References to cells and ranges as they stand in a formula. Rows and columns count from 0. */
import { cellAddress, columnName } from "./grid";
import { quoteSheetName } from "./sheet-name";

/** Excel takes no longer formula. */
export const longestFormula = 8192;

/** 'Bảng chấm điểm'! — always quoted, apostrophes doubled: right for every name. */
export function sheetPrefix(sheet: string): string {
  return `${quoteSheetName(sheet)}!`;
}

export function absolute(row: number, column: number): string {
  return `$${columnName(column)}$${String(row + 1)}`;
}

/** F$12: stays in its row when copied. */
export function fixedRow(row: number, column: number): string {
  return `${columnName(column)}$${String(row + 1)}`;
}

/** F12, or 'sheet'!F12 */
export function reference(row: number, column: number, sheet: string | null = null): string {
  return (sheet === null ? "" : sheetPrefix(sheet)) + cellAddress(row, column);
}

/** F$12:F$20 in one column; rows do not move when copied. */
export function columnRange(column: number, firstRow: number, lastRow: number, sheet: string | null = null): string {
  return `${sheet === null ? "" : sheetPrefix(sheet)}${fixedRow(firstRow, column)}:${fixedRow(lastRow, column)}`;
}

export function rowRange(row: number, firstColumn: number, lastColumn: number): string {
  return `${cellAddress(row, firstColumn)}:${cellAddress(row, lastColumn)}`;
}
