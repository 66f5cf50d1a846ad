import { type Exact, round, type Rounding, toNumber } from "../scoring/exact";
import { printedDecimals } from "../scoring/results";
import { computed, formats, text } from "./formats";
import { rounded } from "./formula";
import type { ReportCell } from "../data/pages";

/**
 * The mean of a column of BC Tính toán, 2 decimals. having: the column that is above 0 just for the agencies that count
 * (their maximum), where not all of them do.
 */
export function meanCell(range: string, having: string | null, value: Exact | null, rounding: Rounding): ReportCell {
  if (value === null) return text("", formats.meanNumber);
  const average = having === null ? `AVERAGE(${range})` : `AVERAGEIF(${having},">0",${range})`;
  return computed(
    rounded(average, printedDecimals, rounding),
    toNumber(round(value, printedDecimals, rounding)),
    formats.meanNumber,
  );
}
