import type * as acceptChanges from "./accept-changes";
import type * as runCalculation from "./run-calculation";
import type * as settings from "./settings";
import type * as shownInspection from "./shown-inspection";
import type * as shownResults from "./shown-results";
import type * as writeFindings from "./write-findings";

/** What is done with a workbook that was read; a page loads it after it has come up, at the latest when used. */
export interface UseCases {
  readonly acceptChanges: () => Promise<typeof acceptChanges>;
  readonly runCalculation: () => Promise<typeof runCalculation>;
  readonly shownInspection: () => Promise<typeof shownInspection>;
  readonly shownResults: () => Promise<typeof shownResults>;
  readonly settings: () => Promise<typeof settings>;
  readonly writeFindings: () => Promise<typeof writeFindings>;
}
