import { computeInWorker } from "../../src/formula/values/engine-node";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { calculate } from "../../src/app/calculate";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { loadExcelizeInJest } from "./load-excelize-in-jest";
import { loadClient } from "./node-client";
import { openExcelHost, toXlsx } from "./xlsx-file";

function charts(bytes: Uint8Array): string[] {
  return (
    Object.entries(unzipSync(bytes))
      .filter(([path]) => path.includes("charts/chart"))
      // Nothing computes in Excel's place: no values are kept beside the references.
      .map(([path, part]) => `${path}\n${strFromU8(part).replace(/<c:(str|num)Cache>.*?<\/c:\1Cache>/g, "")}`)
      .sort()
  );
}

test("a report that the Excel path wrote is saved with the charts of the .xlsx path", async () => {
  const sample = readFileSync("assets/sample-dak-nong-2020.xlsx");
  const file = await openXlsx(sample, computeInWorker);
  const { report } = await calculate(file, false);
  if (!report) throw new Error("no report");
  await file.writeReport(report);

  const host = await openExcelHost(sample, loadExcelizeInJest);
  const client = loadClient(host);
  Object.assign(globalThis, { Excel: client.Excel, Office: client.Office });
  await openExcel().writeReport(report);
  expect(host.unsupported).toEqual([]);
  const saved = await toXlsx(host);
  expect(charts(saved)).toHaveLength(16);
  expect(charts(saved)).toEqual(charts(file.toBytes()));
});
