import { acceptedOf } from "../../app/plain-failure";
import type { WorkbookService } from "../../app/workbook-service";
import type { CellSelection } from "../../hosts/xlsx/xlsx-workbook";
import type { WorkerClient } from "./client";

/** The pane's questions, answered by the worker. onSelected: what the page brings into sight. */
export function workerService({ ask }: WorkerClient, onSelected: (selection: CellSelection) => void): WorkbookService {
  return {
    stopsAnytime: true,
    // It is all in the worker already.
    load: () => Promise.resolve(),
    inspect: (options) => ask("inspect", [], options),
    calculate: ({ provisional, sections, unrecorded, ...options }) =>
      ask("calculate", [{ provisional, sections, unrecorded }], options),
    writeFindings: (unrecorded, options) => ask("writeFindings", [unrecorded], options),
    repair: async (changes, accept, options) => acceptedOf(await ask("repair", [changes, accept], options)),
    previewSettings: (wanted) => ask("previewSettings", [wanted]),
    saveSettings: async (wanted, accept, options) => acceptedOf(await ask("saveSettings", [wanted, accept], options)),
    async select(sheet, cell) {
      const selection = await ask("select", [sheet, cell]);
      if (selection !== null) onSelected(selection);
    },
    // Nobody else has this file open.
    onUserChange: () => Promise.resolve(() => undefined),
  };
}
