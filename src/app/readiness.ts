/** Whether a workbook that was read can be computed. */
import type { ReadWorkbook } from "../workbook/read-workbook";

/** Errors stand in the way of the official result; a provisional one can still be computed. */
export function isBlocked({ findings }: ReadWorkbook): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/** False where there is no table to compute anything from, provisionally or not. */
export function hasScores({ input }: ReadWorkbook): boolean {
  return input.groups.some((group) => group.agencies.length > 0 && group.areas.length > 0);
}

/** Whether the official result can be computed, or a provisional one. */
export function isReady(workbook: ReadWorkbook, provisional: boolean): boolean {
  return hasScores(workbook) && (provisional || !isBlocked(workbook));
}
