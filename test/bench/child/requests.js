"use strict";
// PROJECT sample|large: what a calculation asks of the in-memory Excel.
const { join } = require("node:path");

const [, , project, which] = process.argv;
const from = (path) => require(join(project, path));
const { calculate } = from("src/app/calculate.ts");
const { computeInWorker } = from("src/formula/values/engine-node.ts");
const { openXlsx } = from("src/hosts/xlsx/xlsx-workbook.ts");
const { openExcel } = from("src/hosts/excel/excel-workbook.ts");
const { createExcelHost } = from("test/excel-host/excel-host.ts");
const { loadClient } = from("test/excel-host/node-client.ts");
const { largeWorkbook, sampleWorkbook } = from("test/contract/workbooks.ts");

async function main() {
  const { bytes } = which === "sample" ? sampleWorkbook() : largeWorkbook();
  const excel = createExcelHost({
    sheets: await (await openXlsx(bytes, computeInWorker)).readSheets(),
    // What the report's own formulas give does not matter here.
    calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "text", value: "" }))),
  });
  const client = loadClient(excel);
  Object.assign(globalThis, { Excel: client.Excel, Office: client.Office });
  const workbook = openExcel();
  const counted = async (task) => {
    excel.clearLog();
    const result = await task();
    const sum = (read) => excel.log.reduce((all, one) => all + read(one), 0);
    const counts = {
      requests: excel.log.length,
      actions: sum(({ actions }) => actions),
      bytes: sum(({ bytes }) => bytes),
    };
    return [result, counts];
  };
  const [{ report }, reading] = await counted(() => calculate(workbook, false));
  const [, writing] = await counted(() => workbook.writeReport(report, { show: report.sheets[0].key }));
  console.log(JSON.stringify({ reading, writing }));
  process.exit(0);
}

void main();
