import type * as acceptChanges from "./accept-changes";
import type * as runCalculation from "./run-calculation";
import type * as settings from "./settings";
import type * as writeFindings from "./write-findings";

/** What can be asked of a workbook beyond looking at it; a page loads it after it has come up, at the latest when used. */
export interface UseCases {
  readonly acceptChanges: () => Promise<typeof acceptChanges>;
  readonly runCalculation: () => Promise<typeof runCalculation>;
  readonly settings: () => Promise<typeof settings>;
  readonly writeFindings: () => Promise<typeof writeFindings>;
}
