/**
 * What the pane needs only after it stands on the screen: loaded in the background right away, so that the first
 * picture comes soon and nothing is missing when the network goes.
 */
export const later = {
  runCalculation: () => import("../app/run-calculation"),
  acceptChanges: () => import("../app/accept-changes"),
  settings: () => import("../app/settings"),
  writeFindings: () => import("../app/write-findings"),
  sections: () => import("../app/sections"),
  findingsTab: () => import("./findings-tab"),
  resultsTab: () => import("./results-tab"),
  reportSections: () => import("./report-sections"),
  confirmDialog: () => import("./confirm-dialog"),
  settingsForm: () => import("./settings-form"),
} as const;

/** A part that does not come now is asked for again when it is used. */
export function loadInBackground(): void {
  for (const load of Object.values(later)) load().catch(() => undefined);
}
