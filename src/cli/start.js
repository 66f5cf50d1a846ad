"use strict";
// npm start, until the standalone page exists: makes the report of the sample workbook and says where it is.
const { mkdirSync } = require("node:fs");
const { join, relative } = require("node:path");
require("./register.js");
const { runReport } = require("./run-report.ts");

const folder = join(__dirname, "../../out");
const workbook = join(folder, "bao-cao-dak-nong-2020.xlsx");
mkdirSync(folder, { recursive: true });
void runReport(["--out", workbook]).then((status) => {
  if (status === 0) console.log(`\nTệp báo cáo: ${relative(process.cwd(), workbook)} (mở bằng Excel hoặc LibreOffice)`);
  process.exitCode = status;
});
