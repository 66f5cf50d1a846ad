/** What the page does with an open file when its pane, or its user, acts on it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CalculateOutcome, Stopped } from "../../src/app/workbook-service";
import type { SheetView } from "../../src/viewer/model/sheet-view";
import { downloadFileName } from "../../src/standalone/file-name";
import { openDocument, type OpenDocument } from "../../src/standalone/open-document";
import { failed, failureOf } from "../hosts/failure-of";
import { standInWorkers, type StandInWorkers } from "./worker-link";

const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));

interface Opened extends OpenDocument {
  readonly workers: StandInWorkers;
  /** The sheet in front, once it has come. */
  readonly front: (name: string) => Promise<SheetView>;
}

async function openSample(): Promise<Opened> {
  const workers = standInWorkers();
  const document = await openDocument({ name: "a.xlsx", read: () => Promise.resolve(sample) }, workers.start);
  const front = async (name: string): Promise<SheetView> => {
    for (let waited = 0; waited < 20_000; waited += 5) {
      const { shown, failure } = document.store.getState();
      if (failure !== null) throw failure as Error;
      if (shown?.name === name) return shown;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${name} has not come`);
  };
  return { ...document, workers, front };
}

const calculate = ({ service }: OpenDocument, signal?: AbortSignal): Promise<CalculateOutcome> =>
  service.calculate({ provisional: false, sections: null, unrecorded: [], ...(signal ? { signal } : {}) });

test("Reading and selecting leave the file saved", async () => {
  const { service, store, bytes } = await openSample();
  await service.inspect();
  await service.select("Cấp tỉnh", "F12");
  expect(store.getState().isUnsaved).toBe(false);
  expect(Buffer.from(bytes()).equals(sample)).toBe(true);
});

test("A cell that the pane selects brings its sheet to the front", async () => {
  const { service, store, front } = await openSample();
  await service.select("Cấp tỉnh", "F12");
  expect(store.getState().sheet).toBe(2);
  expect(store.getState().cells.get("Cấp tỉnh")).toEqual({ row: 11, column: 5 });
  expect(store.getState().selections).toBe(1);
  expect((await front("Cấp tỉnh")).cell(5, 2)?.value).toBe(17.5);
});

test("A sheet that is gone cannot be selected, and nothing moves", async () => {
  const { service, store } = await openSample();
  expect(await failureOf(service.select("Cấp xã", "A1"))).toEqual(failed("sheetGone", "Cấp xã"));
  expect(store.getState().sheet).toBe(0);
});

test("A report appears with its first sheet in front, and is unsaved until it is downloaded", async () => {
  const document = await openSample();
  const { store, bytes, front } = document;
  expect((await calculate(document)).kind).toBe("written");
  const { tabs, sheet, isUnsaved } = store.getState();
  expect(tabs.sheets[sheet]?.name).toBe("BC III.1");
  expect((await front("BC III.1")).cell(9, 1)?.value).toBe("Bảo hiểm xã hội tỉnh");
  expect(isUnsaved).toBe(true);
  expect(Buffer.from(bytes()).equals(sample)).toBe(false);
  store.downloaded();
  expect(store.getState().isUnsaved).toBe(false);
});

test("A repaired cell is shown as it is now, on the sheet that was in front", async () => {
  const { service, store, front } = await openSample();
  store.showSheet(2);
  const before = (await front("Cấp tỉnh")).cell(7, 5)?.value ?? null;
  const change = { sheet: "Cấp tỉnh", cell: "F8", before, after: 0.5, shownBefore: "", shownAfter: "" };
  const { recordFailure } = await service.repair([change], { now: new Date(2026, 0, 1) });
  expect(recordFailure).toBe(null);
  expect(store.getState().tabs.sheets[store.getState().sheet]?.name).toBe("Cấp tỉnh");
  for (let waited = 0; waited < 5000 && (await front("Cấp tỉnh")).cell(7, 5)?.value !== 0.5; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await front("Cấp tỉnh")).cell(7, 5)?.value).toBe(0.5);
  expect(store.getState().isUnsaved).toBe(true);
});

test("Only what is in sight of a sheet is fetched, with some room around it, and once", async () => {
  const { store, workers, front } = await openSample();
  await front("Thông tin");
  store.showSheet(2);
  const sheet = await front("Cấp tỉnh");
  const asked = workers.questions.filter(({ name }) => name === "blocks").length;
  store.look({ first: 5, last: 30 }, { first: 4, last: 16 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(workers.questions.filter(({ name }) => name === "blocks")).toHaveLength(asked);
  expect(store.getState().shown).toBe(sheet);
});

test("A download has the file's name with what it is, once", () => {
  const name = (file: string): string => downloadFileName(file, (base) => `${base} - báo cáo`, " - báo cáo");
  expect(name("Chấm điểm 2020.xlsx")).toBe("Chấm điểm 2020 - báo cáo.xlsx");
  expect(name("Chấm điểm.2020.XLSM")).toBe("Chấm điểm.2020 - báo cáo.XLSM");
  expect(name("Chấm điểm 2020 - báo cáo.xlsx")).toBe("Chấm điểm 2020 - báo cáo.xlsx");
});

describe("the worker", () => {
  test.each(["reading", "checking", "computing", "building", "writing"])(
    "stopped while %s leaves the file as it was, and calculates when asked again",
    async (step) => {
      const document = await openSample();
      const { service, store, bytes, workers } = document;
      const before = (await calculate(document)).kind;
      expect(before).toBe("written");
      const written = bytes();
      const stopping = new AbortController();
      const run = service.calculate({
        provisional: true,
        sections: null,
        unrecorded: [],
        signal: stopping.signal,
        onProgress: (progress) => {
          if (progress.step === step) stopping.abort();
        },
      });
      await expect(run).rejects.toThrow(Stopped);
      expect(bytes()).toBe(written);
      expect(store.getState().isUnsaved).toBe(true);
      // What was written before is there, in the worker that comes next.
      expect((await service.inspect()).report).toBe("current");
      expect(workers.started()).toBe(2);
      expect((await calculate(document)).kind).toBe("written");
    },
  );

  test("that breaks down says so, loses nothing, and works when asked again", async () => {
    const document = await openSample();
    const { service, bytes, workers } = document;
    await calculate(document);
    const written = bytes();
    const read = service.inspect();
    workers.breakDown();
    expect(await failureOf(read)).toEqual({ code: "workerStopped", place: null, data: {} });
    expect(bytes()).toBe(written);
    expect((await service.inspect()).report).toBe("current");
  });

  test("that never comes up says that it is missing", async () => {
    const workers = standInWorkers();
    const opening = openDocument({ name: "a.xlsx", read: () => Promise.resolve(sample) }, workers.start);
    await Promise.resolve();
    setTimeout(() => {
      workers.breakDown(true);
    });
    expect(await failureOf(opening)).toEqual({ code: "workerMissing", place: null, data: {} });
  });

  test("settings are previewed and saved by a worker that has read nothing yet", async () => {
    const document = await openSample();
    const { service } = document;
    const { settings } = await service.inspect();
    const stopping = new AbortController();
    const stopped = service.inspect({ signal: stopping.signal });
    stopping.abort();
    await expect(stopped).rejects.toThrow(Stopped);
    const wanted = { ...settings, rankRule: "competition" as const };
    expect((await service.previewSettings(wanted)).changes).toHaveLength(1);
    const { inspection } = await service.saveSettings(wanted, { now: new Date(2026, 0, 1) });
    expect(inspection?.settings.rankRule).toBe("competition");
  });
});
