/** The pane's side: the worker does the work, the pane reads and writes Excel for it. */
import { breathe } from "../../app/breathe";
import { errorOf, plainFailure } from "../../app/plain-failure";
import type { Progress } from "../../app/run-calculation";
import { askedService, type AskService, type ServiceRequest } from "../../app/service-requests";
import { Stopped, type WorkbookService } from "../../app/workbook-service";
import { failure } from "../../data/host-error";
import type { WorkbookHost } from "../../hosts/host";
import type { Ask, AskAnswer, HostCall, ToPane, ToWorker } from "./messages";
import { gridPieces, type ReportPiece, reportOf } from "./pieces";
import type { StartedWorker, WorkerListener } from "./start-worker";

export type PaneWorker = StartedWorker<ToWorker>;
/** May throw where there are no workers. */
export type StartPaneWorker = (listener: WorkerListener<ToPane>) => PaneWorker;

interface Waiting {
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (answer: AskAnswer<ServiceRequest>) => void;
  readonly reject: (error: unknown) => void;
}

/** Rejects with Missing where there is no worker to be had. */
class Missing extends Error {
  override readonly name = "Missing";
}

/** inPlace: the same without a worker, loaded where none is to be had. */
export function serviceInWorker(
  host: WorkbookHost,
  start: StartPaneWorker,
  inPlace: () => Promise<WorkbookService>,
): WorkbookService {
  const there = askedService(askWorker(host, start));
  let other: Promise<WorkbookService> | null = null;
  /** In the worker, or from the first time that there is none, here. */
  const either = async <Answer>(what: (service: typeof there) => Promise<Answer>): Promise<Answer> => {
    if (other === null) {
      try {
        return await what(there);
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
      }
    }
    other ??= inPlace();
    return what(await other);
  };
  return {
    stopsAnytime: false,
    load: async () => (other === null ? undefined : (await other).load()),
    inspect: (options) => either((service) => service.inspect(options)),
    calculate: (options) => either((service) => service.calculate(options)),
    writeFindings: (unrecorded) => either((service) => service.writeFindings(unrecorded)),
    repair: (changes, accept) => either((service) => service.repair(changes, accept)),
    previewSettings: (wanted) => either((service) => service.previewSettings(wanted)),
    saveSettings: (wanted, accept) => either((service) => service.saveSettings(wanted, accept)),
    select: (sheet, cell) => host.selectCell(sheet, cell),
    onUserChange: (listener) => host.onUserChange(listener),
  };
}

function askWorker(host: WorkbookHost, start: StartPaneWorker): AskService {
  let worker: PaneWorker | null = null;
  let latest = 0;
  const waiting = new Map<number, Waiting>();

  const fail = (error: Error): void => {
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };
  const running = (): PaneWorker => {
    if (worker !== null) return worker;
    const pieces: ReportPiece[] = [];
    const started = start({
      onMessage(message) {
        if (message.kind === "report") pieces.push(message.piece);
        else if (message.kind === "call") void serve(host, message.call, message.what, pieces.splice(0), started);
        else receive(message);
      },
      onFailure: (isMissing) => {
        fail(isMissing ? new Missing() : failure("workerStopped"));
      },
    });
    worker = started;
    return started;
  };
  const receive = (message: Extract<ToPane, { readonly id: number }>): void => {
    const asked = waiting.get(message.id);
    if (message.kind === "progress") {
      asked?.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if (message.kind === "answer") asked?.resolve(message.answer);
    else asked?.reject(errorOf(message.failure));
  };
  /** Nothing is being written yet: the pane offers it no longer then. */
  const stop = (id: number): void => {
    if (!waiting.has(id)) return;
    worker?.end();
    fail(new Stopped());
  };

  return (name, args, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      const id = ++latest;
      const asked: Ask<typeof name> = { kind: "ask", id, name, args };
      waiting.set(id, { onProgress, resolve: resolve as Waiting["resolve"], reject });
      try {
        running().send(asked);
      } catch {
        // No workers here.
        fail(new Missing());
      }
      signal?.addEventListener("abort", () => {
        stop(id);
      });
    });
}

/** Does in Excel what the worker asks for. */
async function serve(
  host: WorkbookHost,
  call: number,
  what: HostCall,
  pieces: readonly ReportPiece[],
  worker: PaneWorker,
): Promise<void> {
  try {
    switch (what.name) {
      case "readSheets":
        for (const piece of gridPieces(await host.readSheets())) {
          worker.send({ kind: "grids", call, piece });
          await breathe();
        }
        break;
      case "writeReport":
        await host.writeReport(reportOf(pieces), {
          ...what.options,
          onProgress: (done, all) => {
            worker.send({ kind: "written", call, done, all });
          },
        });
        break;
      case "changeCells":
        await host.changeCells(what.changes);
        break;
      case "addUserSheet":
        await host.addUserSheet(what.sheet, what.rows);
    }
    worker.send({ kind: "done", call, failure: null });
  } catch (error) {
    worker.send({ kind: "done", call, failure: plainFailure(error) });
  }
}
