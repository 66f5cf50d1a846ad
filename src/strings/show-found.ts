import { dayOfSerial } from "../data/date-system";
import type { Found } from "../data/finding";

export type DecimalMark = "," | ".";

/** All the decimals of a number, with the given mark. */
export function showNumber(value: number, mark: DecimalMark): string {
  return String(value).replace(".", mark);
}

/** What stands in a cell, as people write it: "13,5", "95,5%", "01/05/2024". */
export function showFound(found: Found, mark: DecimalMark): string {
  if (typeof found === "string") return found;
  if (typeof found === "number") return showNumber(found, mark);
  return "percent" in found ? `${showNumber(found.percent, mark)}%` : showDay(found.day);
}

/** The number itself where it is no day. */
function showDay(serial: number): string {
  const date = dayOfSerial(serial);
  if (date === null) return String(serial);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(date.day)}/${two(date.month)}/${String(date.year)}`;
}
