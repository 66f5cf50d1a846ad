/** Workbooks of old Excel for Mac count days from 1904: the same number is another day there. */
import { computeInWorker } from "../../src/formula/values/engine-node";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { findingSentence } from "../../src/strings/finding-sentence";
import { findingTextsVi } from "../../src/strings/findings.vi";
import { readWorkbook } from "../../src/workbook/read-workbook";
import type { ExcelHost } from "../excel-host/excel-host";
import { openExcelHost } from "../excel-host/xlsx-file";
import { loadExcelizeInJest } from "../excel-host/load-excelize-in-jest";
import { useClient } from "./excel-file";

const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, "..", "fixtures", "cases", name));

async function inExcel(bytes: Uint8Array): Promise<{ excel: ExcelHost; workbook: WorkbookHost }> {
  const excel = await openExcelHost(bytes, loadExcelizeInJest);
  useClient(excel);
  return { excel, workbook: openExcel() };
}

const hosts = {
  "an .xlsx file": (bytes: Uint8Array): Promise<WorkbookHost> => openXlsx(bytes, computeInWorker),
  Excel: async (bytes: Uint8Array): Promise<WorkbookHost> => (await inExcel(bytes)).workbook,
};

describe.each(Object.entries(hosts))("in %s", (_, open) => {
  it.each([
    ["date1904.xlsx", "01/05/", 1.5],
    ["date1904-wrong.xlsx", "02/03/", 2.3],
  ])("%s: a score that became the date %s… was %p, and reads as that after its repair", async (name, day, repair) => {
    const host = await open(fixture(name));
    const dates = async (): Promise<ReturnType<typeof readWorkbook>["findings"]> =>
      readWorkbook(await host.readSheets()).findings.filter(({ code }) => code === "score-became-date");
    const [found] = await dates();
    expect(found?.repair).toBe(repair);
    expect(found && findingSentence(found, findingTextsVi, ",")).toContain(day);
    const { sheet = "", cell } = found ?? {};
    // What stands in the cell is the number as Excel keeps it.
    const grid = (await host.readSheets()).find((one) => one.name === sheet);
    const before = grid?.rows.flat().find((one) => one?.format.includes("m") && typeof one.value === "number")?.value;
    await host.changeCells([{ sheet, cell: cell ?? "", before: before ?? null, after: repair }]);
    expect(await dates()).toEqual([]);
  });
});

it("reads the same through both hosts, in no more requests than other workbooks", async () => {
  const bytes = fixture("date1904.xlsx");
  const { excel, workbook } = await inExcel(bytes);
  const grids = await workbook.readSheets();
  expect(excel.log).toHaveLength(3);
  expect(grids).toEqual(await (await openXlsx(bytes, computeInWorker)).readSheets());
  expect(excel.unsupported).toEqual([]);
});

it("reads with the usual dates where Excel cannot say which it has", async () => {
  const { excel, workbook } = await inExcel(fixture("date1904.xlsx"));
  const cells = (await workbook.readSheets()).map(({ rows }) => rows.flat().map((cell) => cell?.value));
  excel.failRequest(3);
  const grids = await workbook.readSheets();
  expect(grids.map(({ rows }) => rows.flat().map((cell) => cell?.value))).toEqual(cells);
  expect(grids.some(({ rows }) => rows.flat().some((cell) => cell?.date1904))).toBe(false);
});
