/** Writes assets/sample-dak-nong-2020.xlsx (or the file named): node -r ./src/cli/register.js assets/sample/make-sample.ts [FILE] */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSampleData } from "./sample-data";
import { buildSampleWorkbook } from "./sample-workbook";

const target = process.argv[2] ?? join(__dirname, "..", "sample-dak-nong-2020.xlsx");

void buildSampleWorkbook(readSampleData()).then((bytes) => {
  writeFileSync(target, bytes);
  console.log(`${target}: ${String(bytes.length)} bytes`);
  // Excelize's Go runtime would keep the process alive.
  process.exit(0);
});
