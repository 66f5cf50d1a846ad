/** The pane's questions answered in this very thread, on whatever host the workbook is open in. */
import type { WorkbookHost } from "../hosts/host";
import type { Accepted } from "./accept-changes";
import { type Inspection, inspect } from "./inspect";
import type { RunOutcome } from "./run-calculation";
import { showInspection, type ShownInspection } from "./shown-inspection";
import { showResults } from "./shown-results";
import type { UseCases } from "./use-cases";
import type { CalculateOutcome, ShownAccepted, WorkbookService } from "./workbook-service";

/** The workbook as it was last read, which settings are changed in. */
interface Seen {
  last: Inspection | null;
}

export function hostService(host: WorkbookHost, useCases: UseCases): WorkbookService {
  const seen: Seen = { last: null };
  const show = (inspection: Inspection): ShownInspection => {
    seen.last = inspection;
    return showInspection(inspection);
  };
  const accepted = ({ inspection, ...rest }: Accepted): ShownAccepted => ({
    ...rest,
    inspection: inspection === null ? null : show(inspection),
  });
  /** A worker that was started anew has read nothing yet. */
  const lastSeen = async (): Promise<Inspection> => (seen.last ??= await inspect(host));

  return {
    stopsAnytime: false,
    async load() {
      await Promise.all([
        useCases.acceptChanges(),
        useCases.runCalculation(),
        useCases.settings(),
        useCases.writeFindings(),
      ]);
    },
    inspect: async () => show(await inspect(host)),
    async calculate({ sections, ...options }) {
      const { runCalculation } = await useCases.runCalculation();
      const wanted = sections === null ? null : new Set(sections);
      return outcomeOf(await runCalculation(host, { ...options, sections: wanted }), show);
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

function outcomeOf(outcome: RunOutcome, show: (inspection: Inspection) => ShownInspection): CalculateOutcome {
  switch (outcome.kind) {
    case "cancelled":
      return outcome;
    case "written": {
      const { results, sheets } = outcome;
      return { kind: "written", results: showResults(results), inspection: show(outcome.inspection), sheets };
    }
    default:
      return { kind: outcome.kind, inspection: show(outcome.inspection) };
  }
}
