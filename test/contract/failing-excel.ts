import { computeInWorker } from "../../src/formula/values/engine-node";
import { calculate } from "../../src/app/calculate";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { HostError } from "../../src/data/host-error";
import { hostSentence } from "../../src/strings/host-sentence";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetGrid } from "../../src/data/grid";
import { createExcelHost, type ExcelHost, type FailureOptions } from "../excel-host/excel-host";
import type { SheetSnapshot } from "../excel-host/snapshot";
import { sampleReport } from "../hosts/xlsx/sample-report";
import { useClient } from "./excel-file";
import { smallWorkbook } from "./workbooks";

/**
 * What is tried in failures/: an Excel that fails somewhere, by one file a case, so that workers share them.
 * A whole calculation has some 1,500 actions; in every run each 127th of them fails, with PARINDEX_EVERY=1 each one (ten
 * minutes). The short report below fails at every one of its actions, always.
 */
export const step = Number(process.env["PARINDEX_EVERY"] ?? "127");

let grids: readonly SheetGrid[] = [];
let current: ExcelHost;

/** What formulas give does not matter here. */
const newExcel = (): ExcelHost =>
  createExcelHost({
    sheets: grids,
    calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "number", value: 1 }) as const)),
  });

export async function calculateAndWrite(): Promise<void> {
  const workbook = openExcel();
  const { report } = await calculate(workbook, false);
  if (!report) throw new Error("no report");
  await workbook.writeReport(report, { show: "III.1" });
}

/** One sheet with everything that a sheet can have. */
export async function writeShortReport(): Promise<void> {
  const workbook = openExcel();
  await workbook.readSheets();
  await workbook.writeReport(sampleReport({ rows: 2, charts: ["column"] }), { show: "III.1" });
}

/** As JSON. Sheets made again have other ids, which their marks name: each must be the sheet's own. */
function plainSnapshot(excel: ExcelHost): string {
  const ids = excel.book.sheets.map(({ id }) => id);
  const text = JSON.stringify(excel.snapshot());
  return ids.reduce((plain, id, index) => plain.replaceAll(id, `sheet ${String(index)}`), text);
}

/** Compared part by part only where it is not the same to the letter. */
function expectSnapshot(k: number, result: string): void {
  const found = plainSnapshot(current);
  if (found !== result) expect([k, JSON.parse(found)]).toEqual([k, JSON.parse(result)]);
}

const userSheets = (excel: ExcelHost): SheetSnapshot[] => grids.map(({ name }) => excel.sheetSnapshot(name));
const namesOf = (excel: ExcelHost): string[] => excel.book.sheets.map(({ name }) => name);

/**
 * A calculation that fails somewhere, looked at; then a second one, which must give what an undisturbed one gives.
 * null: it did not fail, since the host asked again with less (the cells without the date system).
 */
async function tryFailure(
  prepared: ExcelHost,
  run: () => Promise<void>,
  fail: (excel: ExcelHost) => void,
): Promise<string | null> {
  current = prepared.copy();
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

export const fresh = async (): Promise<ExcelHost> => newExcel();

export async function withReport(): Promise<ExcelHost> {
  current = newExcel();
  await calculateAndWrite();
  return current;
}

/** Own sheets of which one is refreshed, one goes, and one becomes the user's because they wrote on it. */
export async function withOtherSheets(): Promise<ExcelHost> {
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

export interface Case {
  /** What the workbook is like before: made once, each try gets a copy. */
  readonly prepared: () => Promise<ExcelHost>;
  readonly run: () => Promise<void>;
  /** Which actions fail: the first of them, then each so-manyth. */
  readonly first?: number;
  readonly every: number;
}

/** The tests of one case. */
export function describeFailures(name: string, { prepared: prepare, run, first = 1, every }: Case): void {
  describe(name, () => {
    let prepared: ExcelHost;
    /** How many actions and requests an undisturbed run takes, and what it gives. */
    let [actions, requests] = [0, 0];
    let result = "";
    let names: readonly string[] = [];

    beforeAll(async () => {
      grids = await (await openXlsx(smallWorkbook().bytes, computeInWorker)).readSheets();
      current = newExcel();
      // One client for all, whose requests go to whichever Excel is being tried.
      useClient({ ...current, execute: (request) => current.execute(request) });
      prepared = await prepare();
      current = prepared.copy();
      await run();
      [actions, requests] = [current.actionCount(), current.requestCount()];
      result = plainSnapshot(current);
      names = namesOf(current);
    });

    it("that fails at any action leaves the user's sheets alone, says so, and succeeds the second time", async () => {
      expect(actions).toBeGreaterThan(100);
      let overcome = 0;
      for (let k = first; k <= actions; k += every) {
        const message = await tryFailure(prepared, run, (excel) => {
          excel.failAction(k);
        });
        if (message === null) overcome += 1;
        else expect([k, message]).toEqual([k, expect.stringContaining("GeneralException")]);
        expect([k, namesOf(current)]).toEqual([k, names]);
        expectSnapshot(k, result);
      }
      // Reading is a small part of it.
      expect(overcome).toBeLessThan(actions / every / 5 + 2);
    });

    it.each<FailureOptions>([{}, { afterwards: true }])(
      "that fails at any request (%j) leaves the user's sheets alone, says so, and succeeds the second time",
      async (options) => {
        let overcome = 0;
        for (let k = 1; k <= requests; k++) {
          const message = await tryFailure(prepared, run, (excel) => {
            excel.failRequest(k, options);
          });
          if (message === null) overcome += 1;
          expectSnapshot(k, result);
        }
        expect(overcome).toBeLessThanOrEqual(1);
      },
    );
  });
}
