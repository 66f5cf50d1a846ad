import { computeInWorker } from "../../src/formula/values/engine-node";
import { calculate } from "../../src/app/calculate";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { HostError } from "../../src/data/host-error";
import { hostSentence } from "../../src/strings/host-sentence";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetGrid } from "../../src/data/grid";
import { createExcelHost, type ExcelHost, type FailureOptions } from "../excel-host/excel-host";
import type { SheetSnapshot, WorkbookSnapshot } from "../excel-host/snapshot";
import { sampleReport } from "../hosts/xlsx/sample-report";
import { useClient } from "./excel-file";
import { smallWorkbook } from "./workbooks";

/**
 * A whole calculation has some 1,500 actions; in every run each 127th of them fails, with PARINDEX_EVERY=1 each one (ten
 * minutes). The short report below fails at every one of its actions, always.
 */
const step = Number(process.env["PARINDEX_EVERY"] ?? "127");

let grids: readonly SheetGrid[] = [];
let current: ExcelHost;

beforeAll(async () => {
  grids = await (await openXlsx(smallWorkbook().bytes, computeInWorker)).readSheets();
  // One client for all, whose requests go to whichever Excel is being tried.
  current = newExcel();
  useClient({ ...current, execute: (request) => current.execute(request) });
});

/** What formulas give does not matter here. */
const newExcel = (): ExcelHost =>
  createExcelHost({
    sheets: grids,
    calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "number", value: 1 }) as const)),
  });

async function calculateAndWrite(): Promise<void> {
  const workbook = openExcel();
  const { report } = await calculate(workbook, false);
  if (!report) throw new Error("no report");
  await workbook.writeReport(report, { show: "III.1" });
}

/** One sheet with everything that a sheet can have. */
async function writeShortReport(): Promise<void> {
  const workbook = openExcel();
  await workbook.readSheets();
  await workbook.writeReport(sampleReport({ rows: 2, charts: ["column"] }), { show: "III.1" });
}

/** Sheets made again have other ids, which their marks name: each must be the sheet's own. */
function plainSnapshot(excel: ExcelHost): WorkbookSnapshot {
  const snapshot = excel.snapshot();
  const text = JSON.stringify(snapshot);
  const ids = excel.book.sheets.map(({ id }) => id);
  return JSON.parse(
    ids.reduce((plain, id, index) => plain.replaceAll(id, `sheet ${String(index)}`), text),
  ) as WorkbookSnapshot;
}

const userSheets = (excel: ExcelHost): SheetSnapshot[] => grids.map(({ name }) => excel.sheetSnapshot(name));
const namesOf = (excel: ExcelHost): string[] => excel.book.sheets.map(({ name }) => name);

/**
 * A calculation that fails somewhere, looked at; then a second one, which must give what an undisturbed one gives.
 * null: it did not fail, since the host asked again with less (the cells without the date system).
 */
async function tryFailure({ prepared, run }: Case, fail: (excel: ExcelHost) => void): Promise<string | null> {
  current = await prepared();
  const before = userSheets(current);
  fail(current);
  const failure: unknown = await run().then(
    () => null,
    (error: unknown) => error,
  );
  expect(userSheets(current)).toEqual(before);
  if (failure === null) return null;
  expect(failure).toBeInstanceOf(HostError);
  const message = hostSentence((failure as HostError).failure, "vi");
  expect(message).toMatch(/^\p{Lu}.*[^.]\.$/u);
  await run();
  expect(userSheets(current)).toEqual(before);
  return message;
}

const fresh = async (): Promise<ExcelHost> => newExcel();

async function withReport(): Promise<ExcelHost> {
  current = newExcel();
  await calculateAndWrite();
  return current;
}

/** Own sheets of which one is refreshed, one goes, and one becomes the user's because they wrote on it. */
async function withOtherSheets(): Promise<ExcelHost> {
  current = newExcel();
  const others = sampleReport(
    { key: "IV.1", name: "BC IV.1", rows: 1, charts: [] },
    { rows: 3, charts: ["bar"] },
    { key: "IV.2", name: "BC IV.2", rows: 1, charts: [] },
  );
  await openExcel().writeReport(others);
  current.userEdits("BC IV.1", "H30", "ghi chú của tôi");
  return current;
}

interface Case {
  readonly name: string;
  readonly prepared: () => Promise<ExcelHost>;
  readonly run: () => Promise<void>;
  readonly every: number;
}

/** How many actions and requests an undisturbed run takes, and what it gives. */
async function undisturbed({ prepared, run }: Case) {
  current = await prepared();
  const [actions, requests] = [current.actionCount(), current.requestCount()];
  await run();
  return {
    actions: current.actionCount() - actions,
    requests: current.requestCount() - requests,
    result: plainSnapshot(current),
  };
}

describe.each<Case>([
  { name: "the first calculation", prepared: fresh, run: calculateAndWrite, every: step },
  { name: "a calculation in place", prepared: withReport, run: calculateAndWrite, every: step },
  { name: "a short report", prepared: fresh, run: writeShortReport, every: 1 },
  { name: "a short report among other sheets of ours", prepared: withOtherSheets, run: writeShortReport, every: 1 },
])("$name", (one) => {
  it("that fails at any action leaves the user's sheets alone, says so, and succeeds the second time", async () => {
    const { actions, result } = await undisturbed(one);
    expect(actions).toBeGreaterThan(100);
    let overcome = 0;
    for (let k = 1; k <= actions; k += one.every) {
      const message = await tryFailure(one, (excel) => {
        excel.failAction(k);
      });
      if (message === null) overcome += 1;
      else expect([k, message]).toEqual([k, expect.stringContaining("GeneralException")]);
      expect([k, namesOf(current)]).toEqual([k, result.sheets.map(({ name }) => name)]);
      expect([k, plainSnapshot(current)]).toEqual([k, result]);
    }
    // Reading is a small part of it.
    expect(overcome).toBeLessThan(actions / one.every / 5 + 2);
  });

  it.each<FailureOptions>([{}, { afterwards: true }])(
    "that fails at any request (%j) leaves the user's sheets alone, says so, and succeeds the second time",
    async (options) => {
      const { requests, result } = await undisturbed(one);
      let overcome = 0;
      for (let k = 1; k <= requests; k++) {
        const message = await tryFailure(one, (excel) => {
          excel.failRequest(k, options);
        });
        if (message === null) overcome += 1;
        expect([k, plainSnapshot(current)]).toEqual([k, result]);
      }
      expect(overcome).toBeLessThanOrEqual(1);
    },
  );
});
