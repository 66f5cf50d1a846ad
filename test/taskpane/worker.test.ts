/** Excel's pane with its worker: the same code as between threads, everything copied, and what is done without one. */
import { hostService } from "../../src/app/host-service";
import { readChangeRecord } from "../../src/workbook/change-record";
import { Stopped, type WorkbookService } from "../../src/app/workbook-service";
import { failure } from "../../src/data/host-error";
import type { ToWorker } from "../../src/taskpane/worker/messages";
import { serviceInWorker, type StartPaneWorker } from "../../src/taskpane/worker/pane-side";
import { gridPieces, gridsOf, reportOf, reportPieces } from "../../src/taskpane/worker/pieces";
import { createWorkerSide } from "../../src/taskpane/worker/worker-side";
import { useCases } from "../../src/taskpane/use-cases";
import { calculateFrom } from "../../src/app/calculate";
import { inspectionOf } from "../../src/app/inspect";
import { createMemoryHost, type MemoryHost } from "../app/memory-host";
import { rightWorkbook, textWorkbook } from "../app/workbooks";
import { failed, failureOf } from "../hosts/failure-of";
import type { SheetGrid } from "../../src/data/grid";

/** A worker in this thread. */
const standIn: StartPaneWorker = ({ onMessage }) => {
  let isEnded = false;
  const receive = createWorkerSide((message) => {
    const copy = structuredClone(message);
    setTimeout(() => {
      if (!isEnded) onMessage(copy);
    });
  });
  return {
    send(message: ToWorker) {
      const copy = structuredClone(message);
      setTimeout(() => {
        if (!isEnded) receive(copy);
      });
    },
    end() {
      isEnded = true;
    },
  };
};

const never = (): Promise<WorkbookService> => Promise.reject(new Error("there is a worker"));
const open = (grids: readonly SheetGrid[]): { readonly host: MemoryHost; readonly service: WorkbookService } => {
  const host = createMemoryHost(grids);
  return { host, service: serviceInWorker(host, standIn, never) };
};
const options = { provisional: false, sections: null, unrecorded: [] };

/** Maps that were copied are of another realm here. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      Object.prototype.toString.call(part) === "[object Map]" ? [...(part as Map<unknown, unknown>)] : part,
    ),
  );

test("what the worker answers and writes is what the pane itself would", async () => {
  const [one, other] = [open(rightWorkbook()), createMemoryHost(rightWorkbook())];
  const itself = hostService(other, useCases);
  expect(await one.service.inspect()).toEqual(await itself.inspect());
  const steps: unknown[] = [];
  const onProgress = (progress: unknown): unknown => steps.push(progress);
  expect(await one.service.calculate({ ...options, onProgress })).toEqual(await itself.calculate(options));
  expect(plain(one.host.written)).toEqual(plain(other.written));
  expect(steps).toContainEqual({ step: "building" });
  expect(steps.at(-1)).toEqual({ step: "writing", done: 5, all: 5 });
});

test("repairs and settings are written through the pane", async () => {
  const { host, service } = open(textWorkbook());
  const { repairs, settings } = await service.inspect();
  const changes = repairs.filter((change) => change !== null);
  const { recordFailure } = await service.repair(changes, { now: new Date(2026, 0, 1) });
  expect(recordFailure).toBe(null);
  expect(readChangeRecord(host.grids())).toHaveLength(2);
  const wanted = { ...settings, rankRule: "competition" as const };
  expect((await service.previewSettings(wanted)).newSheet).toBe("Thông tin");
  expect((await service.saveSettings(wanted, { now: new Date(2026, 0, 1) })).inspection?.settings).toEqual(wanted);
  await service.writeFindings([]);
});

test("Excel's failures come through with their codes", async () => {
  const { host, service } = open(rightWorkbook());
  host.failNext("writeReport", failure("sheetProtected", { sheet: "BC III.1" }));
  expect(await failureOf(service.calculate(options))).toEqual(failed("sheetProtected", "BC III.1"));
  expect((await service.calculate(options)).kind).toBe("written");
});

test("stopped before it writes it has written nothing, and works when asked again", async () => {
  const { host, service } = open(rightWorkbook());
  const stopping = new AbortController();
  const onProgress = ({ step }: { readonly step: string }): void => {
    if (step === "building") stopping.abort();
  };
  await expect(service.calculate({ ...options, signal: stopping.signal, onProgress })).rejects.toThrow(Stopped);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(host.written).toHaveLength(0);
  expect((await service.calculate(options)).kind).toBe("written");
});

test.each([
  [
    "workers are unknown",
    (() => {
      throw new Error("Worker is not defined");
    }) as StartPaneWorker,
  ],
  [
    "the worker does not come",
    (({ onFailure }) => {
      setTimeout(() => {
        onFailure(true);
      });
      return { send: () => undefined, end: () => undefined };
    }) as StartPaneWorker,
  ],
])("where %s the pane does it itself", async (_, start) => {
  const host = createMemoryHost(rightWorkbook());
  const service = serviceInWorker(host, start, () => Promise.resolve(hostService(host, useCases)));
  expect((await service.inspect()).report).toBe("none");
  expect((await service.calculate(options)).kind).toBe("written");
  await service.load();
});

test("a worker that breaks down says so", async () => {
  const host = createMemoryHost(rightWorkbook());
  let breakDown: (isMissing: boolean) => void = () => undefined;
  const start: StartPaneWorker = (listener) => {
    breakDown = listener.onFailure;
    return standIn(listener);
  };
  const service = serviceInWorker(host, start, never);
  const inspecting = service.inspect();
  breakDown(false);
  expect(await failureOf(inspecting)).toEqual({ code: "workerStopped", place: null, data: {} });
  expect((await service.inspect()).report).toBe("none");
});

test("sheets and reports are the same put together again, however small the pieces", () => {
  const grids = rightWorkbook();
  expect(gridsOf([...gridPieces(grids)])).toEqual(grids);
  const { report } = calculateFrom(grids, inspectionOf(grids).workbook, false);
  if (report === null) throw new Error("the workbook has errors");
  expect(reportOf([...reportPieces(report)])).toEqual(report);
});
