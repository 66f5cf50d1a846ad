import { columnName } from "../../src/data/grid";
import { invalid } from "./fault";

export const rowLimit = 1_048_576;
export const columnLimit = 16_384;

/** A rectangle of cells; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const wholeSheet: Area = { row: 0, column: 0, rows: rowLimit, columns: columnLimit };

/** Excel gives no values for whole columns or rows. */
export function isUnbounded(area: Area): boolean {
  return area.rows === rowLimit || area.columns === columnLimit;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

export function intersects(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** Refuses what lies outside the sheet. */
export function areaOf(row: number, column: number, rows: number, columns: number): Area {
  const numbers = [row, column, rows, columns];
  if (!numbers.every(Number.isInteger)) throw invalid(`not whole numbers: ${numbers.join(", ")}`);
  const area = { row, column, rows, columns };
  if (row < 0 || column < 0 || rows < 1 || columns < 1 || !contains(wholeSheet, area)) {
    throw invalid(`outside the sheet: ${numbers.join(", ")}`);
  }
  return area;
}

/** "A1", "B2:D9", "A:C" or "1:4", with or without $. */
export function parseArea(text: string): Area {
  const [first, last, more] = text.replaceAll("$", "").toUpperCase().split(":");
  if (first === undefined || more !== undefined) throw invalid(`address "${text}"`);
  const start = parsePart(first, text);
  const end = last === undefined ? start : parsePart(last, text);
  if ((start.row === null) !== (end.row === null) || (start.column === null) !== (end.column === null)) {
    throw invalid(`address "${text}"`);
  }
  if (last === undefined && (start.row === null || start.column === null)) throw invalid(`address "${text}"`);
  const [top, bottom] = span(start.row, end.row, rowLimit);
  const [left, right] = span(start.column, end.column, columnLimit);
  return areaOf(top, left, bottom - top + 1, right - left + 1);
}

/** An address that may name a sheet: "'Báo cáo'!A1". */
export function splitAddress(text: string): { sheet: string | null; cells: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  if (!match) return { sheet: null, cells: text };
  return { sheet: (match[1] ?? match[2] ?? "").replaceAll("''", "'"), cells: match[3] ?? "" };
}

/** "B2:D9", "A:C", "1:4". */
export function formatArea({ row, column, rows, columns }: Area): string {
  const left = columnName(column);
  const right = columnName(column + columns - 1);
  const top = String(row + 1);
  const bottom = String(row + rows);
  if (rows === rowLimit) return `${left}:${right}`;
  if (columns === columnLimit) return `${top}:${bottom}`;
  return rows === 1 && columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

/** As Excel writes it in an address: quoted where it is more than letters, digits and underscores. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function parsePart(part: string, whole: string): { row: number | null; column: number | null } {
  const match = /^([A-Z]{1,3})?(\d{1,7})?$/.exec(part);
  if (!match || part === "") throw invalid(`address "${whole}"`);
  return {
    column: match[1] === undefined ? null : columnIndex(match[1]),
    row: match[2] === undefined ? null : Number(match[2]) - 1,
  };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function span(one: number | null, other: number | null, limit: number): [number, number] {
  return one === null || other === null ? [0, limit - 1] : [Math.min(one, other), Math.max(one, other)];
}
