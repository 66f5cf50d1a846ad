import type * as acceptChanges from "../app/accept-changes";
import type * as runCalculation from "../app/run-calculation";
import type * as sections from "../app/sections";
import type * as settings from "../app/settings";
import type * as writeFindings from "../app/write-findings";

/** What the pane asks app/ for, beyond looking: loaded when the pane stands on the screen, at the latest when used. */
export const useCases = {
  acceptChanges: (): Promise<typeof acceptChanges> => import("../app/accept-changes"),
  runCalculation: (): Promise<typeof runCalculation> => import("../app/run-calculation"),
  sections: (): Promise<typeof sections> => import("../app/sections"),
  settings: (): Promise<typeof settings> => import("../app/settings"),
  writeFindings: (): Promise<typeof writeFindings> => import("../app/write-findings"),
};
