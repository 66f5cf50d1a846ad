/** Numbers that Excel turned into dates, and what may have been typed. */
import { dayOfSerial } from "../data/date-system";
import { showsNoDay } from "./number-format";

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
