import { askedService } from "../../app/service-requests";
import type { WorkbookService } from "../../app/workbook-service";
import type { CellSelection } from "../../hosts/xlsx/xlsx-workbook";
import type { WorkerClient } from "./client";

/** The pane's questions, answered by the worker. onSelected: what the page brings into sight. */
export function workerService({ ask }: WorkerClient, onSelected: (selection: CellSelection) => void): WorkbookService {
  return {
    ...askedService(ask),
    stopsAnytime: true,
    // It is all in the worker already.
    load: () => Promise.resolve(),
    async select(sheet, cell) {
      const selection = await ask("select", [sheet, cell]);
      if (selection !== null) onSelected(selection);
    },
    // Nobody else has this file open.
    onUserChange: () => Promise.resolve(() => undefined),
  };
}
