import { formatKind } from "../workbook/number-format";

/** Whether a number that comes into a cell of this format would not be seen as that number: a date, or kept as text. */
export function hidesNumber(format: string): boolean {
  return format === "@" || formatKind(format) === "date";
}
