/** What each action of the pane costs: how often the workbook is read, and how often it is checked. */
import { hostService } from "../../src/app/host-service";
import { computeInWorker } from "../../src/formula/values/engine-node";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { paneTextsEn } from "../../src/strings/pane.en";
import { paneTextsVi } from "../../src/strings/pane.vi";
import { type Controller, createController } from "../../src/taskpane/controller";
import type { PaneRequest } from "../../src/taskpane/state";
import { createStore, type Store } from "../../src/taskpane/store";
import { useCases } from "../../src/taskpane/use-cases";
import type * as reading from "../../src/workbook/read-workbook";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { commaDecimals } from "../fixtures/awkward-entries";
import type { ExcelHostOptions } from "../excel-host/excel-host";
import { openFileInExcel } from "./excel-file";

jest.mock("../../src/workbook/read-workbook", () => {
  const actual = jest.requireActual<typeof reading>("../../src/workbook/read-workbook");
  return { ...actual, readWorkbook: jest.fn(actual.readWorkbook) };
});

const { bytes } = commaDecimals();
/** Some value: what the formulas of a report say is of no account here. */
const calculator: ExcelHostOptions["calculator"] = (cells) =>
  Promise.resolve(cells.map(() => ({ type: "number", value: 0 }) as const));
const hosts = {
  "a file": (): Promise<WorkbookHost> => openXlsx(bytes, computeInWorker),
  Excel: async (): Promise<WorkbookHost> => (await openFileInExcel(bytes, { calculator })).workbook,
};

interface Pane {
  readonly store: Store;
  /** Does it; gives the number of readings and of checks. */
  cost(request: PaneRequest): Promise<{ readonly reads: number; readonly checks: number }>;
}

async function openPane(open: () => Promise<WorkbookHost>, language: "vi" | "en"): Promise<Pane> {
  const host = await open();
  let reads = 0;
  const counting: WorkbookHost = {
    ...host,
    readSheets: () => {
      reads++;
      return host.readSheets();
    },
  };
  const store = createStore();
  const texts = language === "vi" ? paneTextsVi : paneTextsEn;
  const controller: Controller = createController(
    { service: hostService(counting, useCases), language, now: () => new Date(0) },
    texts,
    store,
  );
  const checks = jest.mocked(readWorkbook).mock.calls;
  return {
    store,
    async cost(request) {
      const [readsBefore, checksBefore] = [reads, checks.length];
      await controller.perform(request);
      expect(store.getState().notice?.intent ?? "success").toBe("success");
      return { reads: reads - readsBefore, checks: checks.length - checksBefore };
    },
  };
}

const cases = Object.entries(hosts).flatMap(([name, open]) =>
  (["vi", "en"] as const).map((language) => [name, language, open] as const),
);

describe.each(cases)("in %s, the pane in %s", (_, language, open) => {
  it("reads and checks the workbook once for each thing that is done", async () => {
    const once = { reads: 1, checks: 1 };
    const { store, cost } = await openPane(open, language);
    expect(await cost({ kind: "read" })).toEqual(once);
    expect(await cost({ kind: "writeFindings" })).toEqual(once);
    const { inspection } = store.getState();
    if (inspection === null) throw new Error("not read");
    const change = inspection.repairs.find((repair) => repair !== null);
    if (!change) throw new Error("nothing to repair");
    expect(await cost({ kind: "repair", changes: [change] })).toEqual(once);
    expect(await cost({ kind: "calculate", provisional: false })).toEqual(once);
    const settings = { ...inspection.settings, rankRule: "competition" as const };
    expect(await cost({ kind: "saveSettings", settings })).toEqual(once);
    expect(await cost({ kind: "calculate", provisional: true })).toEqual(once);
    expect(store.getState().inspection?.report).toBe("current");
  });
});
