"use strict";
// PROJECT FILE: what each stage of a run costs, in seconds of this process's CPU. Cold: each is done once.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [, , project, file] = process.argv;
const from = (path) => require(join(project, "src", path));
const { openXlsx } = from("hosts/xlsx/xlsx-workbook.ts");
const { computeInWorker } = from("formula/values/engine-node.ts");
const { readWorkbook } = from("workbook/read-workbook.ts");
const { computedResults } = from("app/results-of.ts");
const { calculateFrom } = from("app/calculate.ts");

async function main() {
  const used = {};
  const stage = async (name, task) => {
    const before = process.cpuUsage();
    const result = await task();
    const { user, system } = process.cpuUsage(before);
    used[name] = (user + system) / 1e6;
    return result;
  };
  const bytes = new Uint8Array(readFileSync(file));
  const [workbook, grids] = await stage("reading", async () => {
    const workbook = await openXlsx(bytes, computeInWorker);
    return [workbook, await workbook.readSheets()];
  });
  const read = await stage("checking", () => readWorkbook(grids));
  await stage("computing", () => computedResults(read, false));
  // What was computed is kept: only the report is left to do.
  const { report } = await stage("building", () => calculateFrom(grids, read, false));
  if (report === null) throw new Error("the workbook cannot be computed");
  await stage("writing", async () => {
    await workbook.writeReport(report);
    return workbook.toBytes();
  });
  console.log(JSON.stringify(used));
}

void main();
