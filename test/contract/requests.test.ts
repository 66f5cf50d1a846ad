import { computeInWorker } from "../../src/formula/values/engine-node";
import { calculate } from "../../src/app/calculate";
import { createExcelHost, type RequestLog } from "../excel-host/excel-host";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { useClient } from "./excel-file";
import { largeWorkbook, sampleWorkbook } from "./workbooks";

const megabytes5 = 5 * 1024 * 1024;
const bytesOf = (log: readonly RequestLog[]): number =>
  log.reduce((sum, { bytes, responseBytes }) => sum + bytes + responseBytes, 0);
const told = (what: string, log: readonly RequestLog[]): string =>
  `${what}: ${String(log.length)} requests, ${log.map(({ bytes, responseBytes }) => `${String(bytes)} B out / ${String(responseBytes)} B in`).join(", ")}`;

describe.each([sampleWorkbook(), largeWorkbook()])("$name", ({ name, bytes }) => {
  it("is read in 3 requests and gets its report in 2 (3 where sheets come or go), and one more for every 5 MB, the second time too", async () => {
    const grids = await (await openXlsx(bytes, computeInWorker)).readSheets();
    const excel = createExcelHost({
      sheets: grids,
      apiSet: "1.9",
      // What the report's own formulas give does not matter here.
      calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "text", value: "" }) as const)),
    });
    useClient(excel);
    const workbook = openExcel();
    const lines: string[] = [];
    const counted = async <T>(what: string, most: number, task: () => Promise<T>): Promise<T> => {
      excel.clearLog();
      const result = await task();
      lines.push(told(`${name}, ${what}`, excel.log));
      expect(excel.log.length).toBeLessThanOrEqual(most + Math.floor(bytesOf(excel.log) / megabytes5));
      expect(excel.log.map(({ error }) => error)).toEqual(excel.log.map(() => null));
      return result;
    };
    for (const time of ["first", "second"]) {
      const { report } = await counted(`reading, ${time} time`, 3, () => calculate(workbook, false));
      if (!report) throw new Error("no report");
      await counted(`report, ${time} time`, time === "first" ? 3 : 2, () =>
        workbook.writeReport(report, { show: report.sheets[0]?.key ?? "" }),
      );
    }
    process.stdout.write(`${lines.join("\n")}\n`);
    expect(excel.unsupported).toEqual([]);
  });
});
