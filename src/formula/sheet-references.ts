import { cellAddress, columnName } from "../data/grid";
import type { Area, SheetRange } from "../data/pages";

/** 'BC III.1' with its quotes, as it stands before "!" in a formula. Quotes are never wrong, so they are always there. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

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

// A text constant, or a sheet's name in quotes or bare with its "!". None begins within a word or a run of quotes, so
// that a long one is gone through once.
const sheetOrText = /"(?:[^"]|"")*"|(?<!')'((?:[^']|'')+)'!|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** Does the formula refer to that sheet of this workbook? */
export function mentionsSheet(formula: string, name: string): boolean {
  return [...formula.matchAll(sheetOrText)].some((match) => isSheet(match[1], match[2], name));
}

/** The formula with references to one sheet turned to another. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  return formula.replace(sheetOrText, (whole: string, quoted: string | undefined, bare: string | undefined) =>
    isSheet(quoted, bare, from) ? `${quoteSheetName(to)}!` : whole,
  );
}

/** Excel compares sheet names without regard to case. */
export function sameSheetName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isSheet(quoted: string | undefined, bare: string | undefined, name: string): boolean {
  const found = quoted?.replaceAll("''", "'") ?? bare;
  return found !== undefined && sameSheetName(found, name);
}

/** Does Excel take this as a sheet's name? */
export function isSheetName(name: string): boolean {
  const isPlain = name.length > 0 && name.length <= 31 && !/[/\\?*:[\]]/.test(name);
  return isPlain && !name.startsWith("'") && !name.endsWith("'") && name.toLowerCase() !== "history";
}
