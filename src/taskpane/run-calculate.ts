/** Tính chỉ số and Tính tạm, as the pane asks for them. */
import type { CalculateOutcome, WorkOptions } from "../app/workbook-service";
import { done, stopped } from "./notices";
import type { Notice, PaneState } from "./state";
import type { Work } from "./work";

export async function calculate(provisional: boolean, work: Work, options: WorkOptions): Promise<Notice> {
  const { service, store } = work;
  const { unrecorded } = store.getState();
  const sections = chosenSections(store.getState());
  const outcome = await service.calculate({ ...options, provisional, sections, unrecorded });
  return noticeOfRun(outcome, provisional, work);
}

function noticeOfRun(
  outcome: CalculateOutcome,
  provisional: boolean,
  { texts, store: { dispatch }, reading }: Work,
): Notice {
  const { notices } = texts;
  switch (outcome.kind) {
    case "cancelled":
      return stopped(texts);
    case "blocked": {
      reading.show(outcome.inspection);
      dispatch({ type: "filtered", filter: { severity: "error", text: "" } });
      dispatch({ type: "tabChosen", tab: "findings" });
      const errors = outcome.inspection.findings.filter(({ severity }) => severity === "error").length;
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
function chosenSections({ inspection, sectionsToggled }: PaneState): readonly string[] | null {
  if (inspection === null || sectionsToggled.size === 0) return null;
  const chosen = inspection.sections.filter(({ key, byDefault }) => byDefault !== sectionsToggled.has(key));
  return chosen.map(({ key }) => key);
}
