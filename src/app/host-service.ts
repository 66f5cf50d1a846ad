/** The pane's questions answered in this very thread, on whatever host the workbook is open in. */
import type { WorkbookHost } from "../hosts/host";
import type { Accepted } from "./accept-changes";
import { breathe } from "./breathe";
import { type Inspection, inspect, inspectionOf } from "./inspect";
import type { RunOutcome } from "./run-calculation";
import type { ShownInspection } from "./shown-inspection";
import type { UseCases } from "./use-cases";
import type { CalculateOutcome, ShownAccepted, WorkbookService } from "./workbook-service";

/** The workbook as it was last read, which settings are changed in. */
interface Seen {
  last: Inspection | null;
}

export function hostService(host: WorkbookHost, useCases: UseCases): WorkbookService {
  const seen: Seen = { last: null };
  const show = async (inspection: Inspection): Promise<ShownInspection> => {
    seen.last = inspection;
    const { showInspection } = await useCases.shownInspection();
    return showInspection(inspection);
  };
  const accepted = async ({ inspection, ...rest }: Accepted): Promise<ShownAccepted> => ({
    ...rest,
    inspection: inspection === null ? null : await show(inspection),
  });
  /** A worker that was started anew has read nothing yet. */
  const lastSeen = async (): Promise<Inspection> => (seen.last ??= await inspect(host));

  return {
    stopsAnytime: false,
    async load() {
      await Promise.all(Object.values(useCases).map((load: () => Promise<unknown>) => load()));
    },
    async inspect({ onProgress } = {}) {
      onProgress?.({ step: "reading" });
      // Comes while the workbook is read; a failure is met below.
      useCases.shownInspection().catch(() => undefined);
      const grids = await host.readSheets();
      onProgress?.({ step: "checking" });
      await breathe();
      return show(inspectionOf(grids));
    },
    async calculate({ sections, ...options }) {
      const { runCalculation } = await useCases.runCalculation();
      const wanted = sections === null ? null : new Set(sections);
      const outcome = await runCalculation(host, { ...options, sections: wanted });
      return outcomeOf(outcome, show, useCases);
    },
    async writeFindings(unrecorded) {
      const inspection = await inspect(host);
      const { writeFindings } = await useCases.writeFindings();
      await writeFindings(host, inspection, true, unrecorded);
      return show(inspection);
    },
    async repair(changes, accept) {
      const { acceptChanges } = await useCases.acceptChanges();
      return accepted(await acceptChanges(host, changes, accept));
    },
    async previewSettings(wanted) {
      const { previewSettings } = await useCases.settings();
      return previewSettings(await lastSeen(), wanted);
    },
    async saveSettings(wanted, accept) {
      const { saveSettings } = await useCases.settings();
      return accepted(await saveSettings(host, await lastSeen(), wanted, accept));
    },
    select: (sheet, cell) => host.selectCell(sheet, cell),
    onUserChange: (listener) => host.onUserChange(listener),
  };
}

async function outcomeOf(
  outcome: RunOutcome,
  show: (inspection: Inspection) => Promise<ShownInspection>,
  { shownResults }: UseCases,
): Promise<CalculateOutcome> {
  switch (outcome.kind) {
    case "cancelled":
      return outcome;
    case "written": {
      const { results, sheets } = outcome;
      const { showResults } = await shownResults();
      return { kind: "written", results: showResults(results), inspection: await show(outcome.inspection), sheets };
    }
    default:
      return { kind: outcome.kind, inspection: await show(outcome.inspection) };
  }
}
