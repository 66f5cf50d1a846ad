/** Cell addresses as text: the only place where they are taken apart. */

/** Excel's own, from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns count from 0; all four are inside. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const strict = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/;
const loose = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/i;

/** Row and column, from 0, of an address such as "F12"; null for anything else. */
export function parseCellAddress(address: string): CellAddress | null {
  return placeOf(strict.exec(address));
}

/** The same of "$F$12" and "f12" too. */
export function parseAnyCellAddress(address: string): CellAddress | null {
  return placeOf(loose.exec(address));
}

/** "B2:D5", or one cell, with and without dollar signs. */
export function parseArea(reference: string): CellArea | null {
  const [first = "", last = first] = reference.split(":");
  const from = parseAnyCellAddress(first);
  const to = parseAnyCellAddress(last);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** 0 for "A". */
export function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) - 64);
  return number - 1;
}

function placeOf(match: RegExpExecArray | null): CellAddress | null {
  if (!match) return null;
  const row = Number(match[2]) - 1;
  const column = columnNumber((match[1] ?? "").toUpperCase());
  return row <= lastRow && column <= lastColumn ? { row, column } : null;
}
