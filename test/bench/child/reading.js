"use strict";
// PROJECT READER FILE: reads the file four times, and says what the cheapest cost, in seconds of this process's CPU.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [, , project, reader, file] = process.argv;
const bytes = readFileSync(file);

const readers = {
  ours() {
    const { openXlsx } = require(join(project, "src/hosts/xlsx/xlsx-workbook.ts"));
    const { computeInWorker } = require(join(project, "src/formula/values/engine-node.ts"));
    return async () => (await openXlsx(new Uint8Array(bytes), computeInWorker)).readSheets();
  },
  /** The limit: the same cells as text of JSON. */
  json() {
    const { read, utils } = require("xlsx");
    const book = read(bytes);
    const text = JSON.stringify(book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name], { header: 1 })));
    return () => JSON.parse(text);
  },
  xlsx() {
    const { read } = require("xlsx");
    return () => read(bytes);
  },
  readExcelFile() {
    const { default: readFile } = require("read-excel-file/node");
    return () => readFile(bytes);
  },
  exceljs() {
    const { Workbook } = require("exceljs");
    return () => new Workbook().xlsx.load(bytes);
  },
};

async function main() {
  const read = readers[reader]();
  const times = [];
  for (let time = 0; time < 4; time++) {
    const before = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  console.log(JSON.stringify({ seconds: Math.min(...times) }));
}

void main();
