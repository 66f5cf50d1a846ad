/** Numbers as the report prints them: decimals by what they are, decimal mark by the settings. */
import { type Exact, format, zero } from "../scoring/exact";
import type { Settings } from "../scoring/model";
import { areaScoreDecimals, indexDecimals, printedDecimals } from "../scoring/results";
import type { PaneTexts } from "../strings/pane.vi";

export interface Numbers {
  index(value: Exact | null): string;
  subIndex(value: Exact | null): string;
  mean(value: Exact | null): string;
  score(value: Exact): string;
  areaScore(value: Exact): string;
  /** "(+) 3,41", "(-) 1,99", "0". */
  change(value: Exact): string;
  /** Without its sign, for sentences. */
  difference(value: Exact): string;
}

export function numbersOf({ rounding, decimalMark }: Settings, texts: PaneTexts): Numbers {
  const show = (value: Exact | null, decimals: number): string =>
    value === null ? texts.results.noRank : format(value, decimals, rounding, decimalMark);
  const printed = (value: Exact | null): string => show(value, printedDecimals);
  return {
    index: (value) => show(value, indexDecimals),
    subIndex: printed,
    mean: printed,
    score: printed,
    areaScore: (value) => show(value, areaScoreDecimals),
    change(value) {
      if (value.equals(zero)) return "0";
      return value.gt(zero) ? texts.results.higher(printed(value)) : texts.results.lower(printed(value.abs()));
    },
    difference: (value) => printed(value.abs()),
  };
}
