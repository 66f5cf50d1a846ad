/** The worker's side: the pane's questions answered on a workbook that the pane reads and writes for it. */
import { allUseCases } from "../../app/all-use-cases";
import { hostService } from "../../app/host-service";
import { errorOf, type PlainFailure, plainFailure } from "../../app/plain-failure";
import type { Progress } from "../../app/run-calculation";
import { serviceAnswers } from "../../app/service-requests";
import type { WorkbookHost, WriteOptions } from "../../hosts/host";
import type { HostCall, ToPane, ToWorker } from "./messages";
import { type GridPiece, gridsOf, reportPieces } from "./pieces";

interface Calling {
  readonly pieces: GridPiece[];
  readonly onProgress: WriteOptions["onProgress"];
  readonly end: (failure: PlainFailure | null) => void;
}

/** post: to the pane. Gives what takes the pane's messages. */
export function createWorkerSide(post: (message: ToPane) => void): (message: ToWorker) => void {
  const calling = new Map<number, Calling>();
  let latest = 0;

  const call = (
    what: HostCall,
    { before, onProgress }: { before?: (call: number) => void; onProgress?: WriteOptions["onProgress"] } = {},
  ): Promise<readonly GridPiece[]> =>
    new Promise((resolve, reject) => {
      const number = ++latest;
      const pieces: GridPiece[] = [];
      const end = (failure: PlainFailure | null): void => {
        calling.delete(number);
        if (failure === null) resolve(pieces);
        else reject(errorOf(failure));
      };
      calling.set(number, { pieces, onProgress, end });
      before?.(number);
      post({ kind: "call", call: number, what });
    });

  const host: WorkbookHost = {
    readSheets: async () => gridsOf(await call({ name: "readSheets" })),
    async writeReport(report, { onProgress, ...options } = {}) {
      const before = (number: number): void => {
        for (const piece of reportPieces(report)) post({ kind: "report", call: number, piece });
      };
      await call({ name: "writeReport", options }, { before, onProgress });
    },
    async changeCells(changes) {
      await call({ name: "changeCells", changes });
    },
    async addUserSheet(sheet, rows) {
      await call({ name: "addUserSheet", sheet, rows });
    },
    // The pane does these itself.
    selectCell: () => Promise.reject(new Error("not asked of the worker")),
    onUserChange: () => Promise.reject(new Error("not asked of the worker")),
  };
  const answers = serviceAnswers(hostService(host, allUseCases));

  return (message) => {
    switch (message.kind) {
      case "grids":
        calling.get(message.call)?.pieces.push(message.piece);
        break;
      case "written":
        calling.get(message.call)?.onProgress?.(message.done, message.all);
        break;
      case "done":
        calling.get(message.call)?.end(message.failure);
        break;
      case "ask": {
        const { id, name, args } = message;
        const onProgress = (progress: Progress): void => {
          post({ kind: "progress", id, progress });
        };
        answers[name](args as never, onProgress).then(
          (answer) => {
            post({ kind: "answer", id, answer });
          },
          (error: unknown) => {
            post({ kind: "failure", id, failure: plainFailure(error) });
          },
        );
      }
    }
  };
}
