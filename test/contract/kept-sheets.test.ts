/** Sheets of the program's that stay in the workbook for good. */
import { calculate } from "../../src/app/calculate";
import { keptKeyPrefix } from "../../src/data/own-sheet-mark";
import type { SheetGrid } from "../../src/data/grid";
import type { Report, ReportSheet } from "../../src/data/pages";
import { computeInWorker } from "../../src/formula/values/engine-node";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { readWorkbook } from "../../src/workbook/read-workbook";
import type { ExcelHostOptions } from "../excel-host/excel-host";
import { cell, sampleReport } from "../hosts/xlsx/sample-report";
import { openFileInExcel } from "./excel-file";
import { smallWorkbook } from "./workbooks";

const { bytes } = smallWorkbook();
const key = `${keptKeyPrefix}2024`;
const name = "Năm 2024";

/** A sheet that looks like a table of scores, with a formula in it, to be kept. */
function keptSheet(title: string, table: SheetGrid): ReportSheet {
  const top = [cell(title), cell(3, {}, "1+2")];
  const rows = [top, ...table.rows.map((row) => row.map((one) => one && cell(one.value ?? "")))];
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const [sheet] = sampleReport({ key, name, charts: ["column"] }).sheets;
  if (!sheet) throw new Error("no sheet");
  return { ...sheet, blocks: [{ kind: "cells", row: 0, column: 0, cells, merges: [] }, ...sheet.blocks.slice(1)] };
}

async function writtenBy(host: WorkbookHost): Promise<{ report: Report; kept: ReportSheet }> {
  const { report } = await calculate(host, false);
  const table = (await host.readSheets()).find((grid) => grid.name === "Cấp tỉnh");
  if (!report || !table) throw new Error("nothing to write");
  return { report, kept: keptSheet("KẾT QUẢ NĂM 2024", table) };
}

/** 1+2, and whatever else is asked for. */
const calculator: ExcelHostOptions["calculator"] = (cells) =>
  Promise.resolve(cells.map(() => ({ type: "number", value: 3 }) as const));

const hosts: readonly (readonly [string, () => Promise<WorkbookHost>])[] = [
  ["a file", () => openXlsx(bytes, computeInWorker)],
  ["Excel", async () => (await openFileInExcel(bytes, { calculator })).workbook],
];

describe.each(hosts)("a kept sheet in %s", (_, open) => {
  it("stays through reports that do not have it, and all of its cells are read, though never as input", async () => {
    const host = await open();
    const { report, kept } = await writtenBy(host);
    const input = readWorkbook(await host.readSheets()).input;
    await host.writeReport({ ...report, sheets: [kept] }, { otherOwnSheets: "keep" });
    const first = (await host.readSheets()).find((grid) => grid.name === name);
    expect(first?.mark?.key).toBe(key);
    expect(first?.rows[0]?.map((one) => [one?.value, one?.formula])).toEqual([
      ["KẾT QUẢ NĂM 2024", null],
      [3, "1+2"],
    ]);
    expect(first?.rows.flat().map((one) => one?.value)).toContain("Sở Nội vụ");

    // The first report brings its own sheets, the second takes most of them away.
    await host.writeReport(report);
    await host.readSheets();
    await host.writeReport(sampleReport({ rows: 2 }));
    const grids = await host.readSheets();
    expect(grids.map((grid) => grid.mark?.key ?? grid.name)).toEqual(["Cấp tỉnh", "Ghi chú", key, "III.1"]);
    expect(grids[2]).toEqual(first);
    const read = readWorkbook(grids);
    expect(read.input).toEqual(input);
    expect(read.findings.filter(({ sheet }) => sheet === name)).toEqual([]);
  });

  it("stays as it is where a person wrote on it, and is written anew by a report that has it", async () => {
    const host = await open();
    const { report, kept } = await writtenBy(host);
    await host.writeReport({ ...report, sheets: [kept] });
    await host.changeCells([{ sheet: name, cell: "H40", before: null, after: "của tôi" }]);
    await host.readSheets();
    await host.writeReport(report);
    const after = (await host.readSheets()).find((grid) => grid.mark?.key === key);
    expect([after?.name, after?.rows[0]?.[0]?.value, after?.rows[39]?.[7]?.value]).toEqual([
      name,
      "KẾT QUẢ NĂM 2024",
      "của tôi",
    ]);

    const [top, ...others] = kept.blocks;
    if (top?.kind !== "cells") throw new Error("no cells");
    const [line = [], ...table] = top.cells;
    const cells = [[cell("KẾT QUẢ ĐÃ SỬA"), ...line.slice(1)], ...table];
    await host.writeReport({ ...report, sheets: [{ ...kept, blocks: [{ ...top, cells }, ...others] }] });
    const again = (await host.readSheets()).filter((grid) => grid.mark !== null);
    expect(again.map((grid) => [grid.name, grid.rows[0]?.[0]?.value, grid.rows[39]?.[7]?.value])).toEqual([
      [name, "KẾT QUẢ ĐÃ SỬA", "của tôi"],
    ]);
  });
});
