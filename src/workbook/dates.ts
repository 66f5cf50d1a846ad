/** Numbers that Excel turned into dates, and what may have been typed. */
import { showsNoDay } from "./number-format";

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

/** "01/05/2024", or the number itself where it is no day. */
export function showDay(serial: number): string {
  const date = dayOfSerial(serial);
  if (date === null) return String(serial);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(date.day)}/${two(date.month)}/${String(date.year)}`;
}

/** The decimals that may have been typed, "1.5" or "5.1" for 1 May, as text without doubles. */
export function decimalsOfDate(serial: number, format: string): readonly string[] {
  const date = dayOfSerial(serial);
  if (date === null) return [];
  const { day, month, year } = date;
  const decimals = [`${String(day)}.${String(month)}`, `${String(month)}.${String(day)}`];
  if (showsNoDay(format)) {
    // "1.32" can be no day, so Excel takes it for January 1932.
    const shortYear = String(year % 100).padStart(2, "0");
    decimals.push(`${String(month)}.${shortYear}`, `${shortYear}.${String(month)}`);
  }
  return [...new Set(decimals)];
}

/** The codes that may have been typed, likeliest first: 1.1 for 1 January, 1.2.3 for 1 February 2003. */
export function codesOfDate(serial: number, format: string): readonly (readonly string[])[] {
  const date = dayOfSerial(serial);
  if (date === null) return [];
  const [day, month, year] = [String(date.day), String(date.month), String(date.year % 100)];
  const codes = [
    [day, month],
    [month, day],
    [day, month, year],
    [month, day, year],
  ];
  return showsNoDay(format) ? [...codes, [month, year]] : codes;
}
