/** Results, computed once for each input that was read. */
import type { ScoringInput } from "../scoring/model";
import { computeResults, type Results } from "../scoring/results";
import type { ReadWorkbook } from "../workbook/read-workbook";

const computed = new WeakMap<ScoringInput, Map<boolean, Results>>();

/** provisional: blanks and entries in error count as 0 (Computing 9). */
export function computedResults({ input }: Pick<ReadWorkbook, "input">, provisional: boolean): Results {
  const known = computed.get(input) ?? new Map<boolean, Results>();
  computed.set(input, known);
  const results = known.get(provisional) ?? computeResults(input, provisional);
  known.set(provisional, results);
  return results;
}
