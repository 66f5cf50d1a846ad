import type * as acceptChanges from "../app/accept-changes";
import type * as settings from "../app/settings";
import type * as writeFindings from "../app/write-findings";
import type * as calculate from "./run-calculate";

/** What the pane asks app/ for, beyond looking: loaded when the pane stands on the screen, at the latest when used. */
export const useCases = {
  acceptChanges: (): Promise<typeof acceptChanges> => import("../app/accept-changes"),
  calculate: (): Promise<typeof calculate> => import("./run-calculate"),
  settings: (): Promise<typeof settings> => import("../app/settings"),
  writeFindings: (): Promise<typeof writeFindings> => import("../app/write-findings"),
};
