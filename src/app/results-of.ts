/** Results, computed once for each workbook that was read. */
import { computeResults, type Results } from "../scoring/results";
import type { ReadWorkbook } from "../workbook/read-workbook";

const computed = new WeakMap<ReadWorkbook, Map<boolean, Results>>();

/** provisional: blanks and entries in error count as 0 (Computing 9). */
export function computedResults(workbook: ReadWorkbook, provisional: boolean): Results {
  const known = computed.get(workbook) ?? new Map<boolean, Results>();
  computed.set(workbook, known);
  const results = known.get(provisional) ?? computeResults(workbook.input, provisional);
  known.set(provisional, results);
  return results;
}
