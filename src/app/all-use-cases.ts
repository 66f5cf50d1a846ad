import * as acceptChanges from "./accept-changes";
import * as runCalculation from "./run-calculation";
import * as settings from "./settings";
import * as shownInspection from "./shown-inspection";
import * as shownResults from "./shown-results";
import type { UseCases } from "./use-cases";
import * as writeFindings from "./write-findings";

/** For a worker, which is one file: nothing comes later. */
export const allUseCases: UseCases = {
  acceptChanges: () => Promise.resolve(acceptChanges),
  runCalculation: () => Promise.resolve(runCalculation),
  shownInspection: () => Promise.resolve(shownInspection),
  shownResults: () => Promise.resolve(shownResults),
  settings: () => Promise.resolve(settings),
  writeFindings: () => Promise.resolve(writeFindings),
};
