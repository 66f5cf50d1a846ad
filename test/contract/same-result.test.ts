import { computeInWorker } from "../../src/formula/values/engine-node";
import { calculate } from "../../src/app/calculate";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetGrid } from "../../src/data/grid";
import { openExcelHost, toXlsx } from "../excel-host/xlsx-file";
import { loadExcelizeInJest } from "../excel-host/load-excelize-in-jest";
import { useClient } from "./excel-file";
import { pictureOf, type SheetPicture } from "./file-picture";
import { contractWorkbooks } from "./workbooks";

/** Excel shows newer functions without the prefix that files give them. */
const asShown = (grids: readonly SheetGrid[]): SheetGrid[] =>
  grids.map((grid) => ({
    ...grid,
    rows: grid.rows.map((cells) =>
      cells.map((cell) => cell && { ...cell, formula: cell.formula?.replaceAll("_xlfn.", "") ?? null }),
    ),
  }));

/** Sheet by sheet and part by part, so that a difference can be read. */
function requireSame(found: readonly SheetPicture[], expected: readonly SheetPicture[]): void {
  expect(found.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  expected.forEach((sheet, index) => {
    for (const part of Object.keys(sheet) as (keyof SheetPicture)[]) {
      expect([sheet.name, part, found[index]?.[part]]).toEqual([sheet.name, part, sheet[part]]);
    }
  });
}

const marksOf = (grids: readonly SheetGrid[]): (SheetGrid["mark"] | undefined)[] => grids.map(({ mark }) => mark);

describe.each(contractWorkbooks())("$name", ({ bytes }) => {
  it("reads the same and gets the same report through both hosts", async () => {
    const file = await openXlsx(bytes, computeInWorker);
    const excel = await openExcelHost(bytes, loadExcelizeInJest);
    useClient(excel);
    const workbook = openExcel();
    const grids = await workbook.readSheets();
    expect(grids).toEqual(asShown(await file.readSheets()));

    const calculation = await calculate(file, true);
    const { report } = await calculate(workbook, true);
    expect(report).toEqual(calculation.report);
    if (!report) return;
    await file.writeReport(report, { show: report.sheets[0]?.key ?? "" });
    await workbook.writeReport(report, { show: report.sheets[0]?.key ?? "" });
    const expected = pictureOf(file.toBytes());
    requireSame(pictureOf(await toXlsx(excel)), expected);
    expect(marksOf(excel.toSheets())).toEqual(marksOf(await file.readSheets()));
    expect(excel.book.active.name).toBe(file.selection()?.sheet);

    // Once more in place: nothing doubles, nothing is left over.
    await workbook.readSheets();
    await workbook.writeReport(report);
    requireSame(pictureOf(await toXlsx(excel)), expected);
    expect((await workbook.readSheets()).map(({ name }) => name)).toEqual(
      (await file.readSheets()).map(({ name }) => name),
    );
    expect(excel.unsupported).toEqual([]);
  });
});
