import { columnName } from "../data/grid";

const lastColumn = 16384;
const lastRow = 1048576;

// Texts and quoted sheet names are passed over; then cells, whole columns and whole rows that are no part of a longer word.
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.(!$])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.!]))/gu;

/**
 * The formula of a cell that shares another cell's formula, so many rows down and columns to the right:
 * relative references move along, absolute ones stay.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (dollar: string, letters: string): string =>
    dollar ? `$${letters}` : columnName((columnNumber(letters) + columns + lastColumn) % lastColumn);
  const row = (dollar: string, digits: string): string =>
    dollar ? `$${digits}` : String(((Number(digits) - 1 + rows + lastRow) % lastRow) + 1);
  return formula.replace(token, (...match: (string | undefined)[]) => {
    const [whole = "", ...groups] = match;
    const group = (index: number): string => groups[index] ?? "";
    if (groups[1] !== undefined) return column(group(0), group(1)) + row(group(2), group(3));
    if (groups[5] !== undefined) return `${column(group(4), group(5))}:${column(group(6), group(7))}`;
    if (groups[9] !== undefined) return `${row(group(8), group(9))}:${row(group(10), group(11))}`;
    return whole;
  });
}

/** 0 for "A". */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}
