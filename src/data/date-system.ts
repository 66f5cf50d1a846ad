/** Days counted from 1900, or from 1904 as old Excel for Mac did. */
import type { GridCell } from "./grid";

/** By so many days the serial numbers of the 1904 date system are lower. */
export const days1904 = 1462;

/** The cell's number as a serial number of the 1900 date system, which all functions here take. */
export function serialOf({ date1904 }: GridCell, value: number): number {
  // Negative dates, which only the 1904 system shows, are no days here either.
  return date1904 === true && value >= 0 ? value + days1904 : value;
}

/** The same cells in a workbook whose days count from 1904. Their values stay as they stand in the workbook. */
export function countedFrom1904(rows: readonly (readonly (GridCell | null)[])[]): (GridCell | null)[][] {
  return rows.map((cells) =>
    cells.map((cell) => (typeof cell?.value === "number" ? { ...cell, date1904: true } : cell)),
  );
}

export interface CalendarDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const dayLength = 86_400_000;

/** The day of a serial number in the 1900 date system; null for times alone and for numbers that are no date. */
export function dayOfSerial(serial: number): CalendarDay | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465) return null;
  // Excel counts a 29 February 1900 that never was, so serials up to 59 lie one day further on.
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * dayLength);
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
}
