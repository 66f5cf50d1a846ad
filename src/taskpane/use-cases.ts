import type { UseCases } from "../app/use-cases";

/** What Excel's pane asks app/ for, beyond looking: loaded when the pane stands on the screen, at the latest when used. */
export const useCases: UseCases = {
  acceptChanges: () => import("../app/accept-changes"),
  runCalculation: () => import("../app/run-calculation"),
  settings: () => import("../app/settings"),
  writeFindings: () => import("../app/write-findings"),
};
