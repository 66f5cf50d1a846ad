import { computeInWorker } from "../../src/formula/values/engine-node";
import { readFileSync } from "node:fs";
import { formatIdentity, formatMark, identityName, markName, noIds } from "../../src/data/own-sheet-mark";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { loadExcelizeInJest } from "./load-excelize-in-jest";
import type { ExcelHost } from "./excel-host";
import { loadClient } from "./node-client";
import { openExcelHost, toXlsx } from "./xlsx-file";

const sample = readFileSync("assets/sample-dak-nong-2020.xlsx");

async function run(host: ExcelHost, batch: (context: Excel.RequestContext) => Promise<void>): Promise<void> {
  const client = loadClient(host);
  await client.Excel.run(batch);
}

/** One of the program's sheets, small. */
async function writeOwnSheet(context: Excel.RequestContext): Promise<void> {
  const source = context.workbook.worksheets.getFirst().load("name");
  await context.sync();
  const sheet = context.workbook.worksheets.add("BC thử");
  const mark = { key: "III.1", name: "BC thử", rows: 3, columns: 2, workbook: "w", ids: noIds };
  context.workbook.names.add(identityName, `=${formatIdentity("w")}`);
  sheet.names.add(markName, `=${formatMark(mark)}`).visible = false;
  const range = sheet.getRange("A1:B3");
  range.formulas = [
    ["Cơ quan", "Điểm"],
    ["'=Sở", 1.5],
    [`=COUNTA('${source.name}'!A1:A20)>0`, "=SUM(B2:B2)*2"],
  ];
  range.format.font.name = "Times New Roman";
  sheet.getRange("A1:B1").format.fill.color = "#1F4E79";
  const chart = sheet.charts.add("ColumnClustered", range, "Columns");
  chart.title.text = "Biểu đồ thử";
  Object.assign(chart.plotArea, { insideLeft: 30, insideTop: 30, insideWidth: 300, insideHeight: 120 });
  const series = chart.series.getItemAt(0);
  series.setXAxisValues(sheet.getRange("A2:A3"));
  series.format.fill.setSolidColor("#1F4E79");
  await context.sync();
}

test("a file that is opened has the same grids here as in the .xlsx host", async () => {
  const host = await openExcelHost(sample, loadExcelizeInJest);
  const file = await openXlsx(sample, computeInWorker);
  expect(host.toSheets().map(({ name }) => name)).toEqual((await file.readSheets()).map(({ name }) => name));
  const values = (sheets: readonly { rows: readonly (readonly ({ value: unknown } | null)[])[] }[]): unknown =>
    sheets.map(({ rows }) =>
      rows.map((row) => row.map((cell) => cell?.value ?? null).filter((value) => value !== null)),
    );
  expect(values(host.toSheets())).toEqual(values(await file.readSheets()));
});

test("formulas that a program writes are computed when they are read", async () => {
  const host = await openExcelHost(sample, loadExcelizeInJest);
  await run(host, async (context) => {
    await writeOwnSheet(context);
    const read = context.workbook.worksheets.getItem("BC thử").getRange("A1:B3").load("values");
    await context.sync();
    expect(read.values).toEqual([
      ["Cơ quan", "Điểm"],
      ["=Sở", 1.5],
      [true, 3],
    ]);
  });
});

test("what was written can be saved: own sheets with their charts, changed cells of the user's", async () => {
  const host = await openExcelHost(sample, loadExcelizeInJest);
  await run(host, writeOwnSheet);
  const [first] = host.toSheets();
  if (!first) throw new Error("no sheet");
  host.userEdits(first.name, "A1", "Đã sửa");

  const saved = await openXlsx(await toXlsx(host), computeInWorker);
  const sheets = await saved.readSheets();
  expect(sheets[0]?.rows[0]?.[0]?.value).toBe("Đã sửa");
  const own = sheets.at(-1);
  expect([own?.name, own?.mark?.key]).toEqual(["BC thử", "III.1"]);
  expect(own?.rows[2]?.[1]?.formula).toBe("SUM(B2:B2)*2");
  const { unzipSync, strFromU8 } = await import("fflate");
  const parts = unzipSync(saved.toBytes());
  const chart = Object.entries(parts).find(([path]) => /charts\/chart\d+\.xml$/.test(path));
  expect(chart && strFromU8(chart[1])).toContain("Biểu đồ thử");
});

test("what cannot be saved is refused instead of left out", async () => {
  const host = await openExcelHost(sample, loadExcelizeInJest);
  await run(host, async (context) => {
    await writeOwnSheet(context);
    context.workbook.worksheets.getItem("BC thử").getRange("A1").format.font.name = "Arial";
    await context.sync();
  });
  await expect(toXlsx(host)).rejects.toThrow("saving the font Arial");
});
