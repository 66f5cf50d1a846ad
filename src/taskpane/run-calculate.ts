/** Tính chỉ số and Tính tạm, as the pane asks for them. */
import { runCalculation, type RunOutcome } from "../app/run-calculation";
import { sectionsOf } from "../app/sections";
import { done } from "./notices";
import type { Notice, PaneState } from "./state";
import type { Work } from "./work";

/** signal: aborting stops it until it begins to write. */
export async function calculate(provisional: boolean, work: Work, signal: AbortSignal): Promise<Notice> {
  const { host, store } = work;
  const { unrecorded } = store.getState();
  const outcome = await runCalculation(host, {
    provisional,
    sections: chosenSections(store.getState()),
    signal,
    unrecorded,
    onProgress: (progress) => {
      store.dispatch({ type: "progressed", progress });
    },
  });
  return noticeOfRun(outcome, provisional, work);
}

async function noticeOfRun(
  outcome: RunOutcome,
  provisional: boolean,
  { texts: { notices }, store: { dispatch }, reading }: Work,
): Promise<Notice> {
  switch (outcome.kind) {
    case "cancelled":
      return { intent: "info", text: notices.cancelled, retry: null, canDownload: false };
    case "blocked": {
      reading.show(outcome.inspection);
      dispatch({ type: "filtered", filter: { severity: "error", text: "" } });
      dispatch({ type: "tabChosen", tab: "findings" });
      const errors = outcome.inspection.workbook.findings.filter(({ severity }) => severity === "error").length;
      return { intent: "warning", text: notices.blocked(errors), retry: null, canDownload: false };
    }
    case "nothing":
      reading.show(outcome.inspection);
      return { intent: "warning", text: notices.nothing, retry: null, canDownload: false };
    case "written": {
      const { results, inspection, sheets } = outcome;
      dispatch({ type: "unrecorded", unrecorded: [] });
      dispatch({ type: "calculated", results, fingerprint: inspection.fingerprint });
      dispatch({ type: "tabChosen", tab: "results" });
      reading.show(inspection);
      return done(provisional ? notices.writtenProvisional(sheets) : notices.written(sheets));
    }
  }
}

/** null: as the workbook says. */
function chosenSections({ inspection, sectionsToggled }: PaneState): ReadonlySet<string> | null {
  if (inspection === null || sectionsToggled.size === 0) return null;
  const chosen = sectionsOf(inspection).filter(({ key, byDefault }) => byDefault !== sectionsToggled.has(key));
  return new Set(chosen.map(({ key }) => key));
}
