import type { UseCases } from "../app/use-cases";

/** What Excel's pane asks app/ for, beyond reading it: loaded when the pane stands on the screen, at the latest when used. */
export const useCases: UseCases = {
  acceptChanges: () => import("../app/accept-changes"),
  runCalculation: () => import("../app/run-calculation"),
  shownInspection: () => import("../app/shown-inspection"),
  shownResults: () => import("../app/shown-results"),
  settings: () => import("../app/settings"),
  writeFindings: () => import("../app/write-findings"),
};
