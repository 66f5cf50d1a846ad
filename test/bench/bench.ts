/**
 * npm run bench: how the work grows with the workbook, as counts and ratios (never seconds: machines differ).
 * Shares are of the whole run; "× sample" is the time beside the sample's on the same machine, in the same run.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calculate } from "../../src/app/calculate";
import { computeInWorker } from "../../src/formula/values/engine-node";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { Report } from "../../src/data/pages";
import { communeWorkbook } from "../fixtures/communes";
import { threeCommuneGroups } from "../fixtures/three-commune-groups";

interface Row {
  readonly workbook: string;
  readonly sheets: number;
  readonly charts: number;
  readonly formulas: number;
  readonly "KB in": number;
  readonly "KB out": number;
  readonly "reading, computing %": number;
  readonly "writing %": number;
  readonly "× sample": number;
}

function count(report: Report): Pick<Row, "sheets" | "charts" | "formulas"> {
  const blocks = report.sheets.flatMap((sheet) => sheet.blocks);
  const cells = blocks.flatMap((block) => (block.kind === "cells" ? block.cells.flat() : []));
  return {
    sheets: report.sheets.length,
    charts: blocks.filter((block) => block.kind === "chart").length,
    formulas: cells.filter((cell) => cell !== null && cell.formula !== null).length,
  };
}

async function measure(workbook: string, bytes: Uint8Array, sample: number | null): Promise<readonly [Row, number]> {
  const start = performance.now();
  const host = await openXlsx(bytes, computeInWorker);
  const { report } = await calculate(host, false);
  if (report === null) throw new Error(`${workbook} cannot be computed`);
  const computed = performance.now();
  await host.writeReport(report);
  const out = host.toBytes();
  const end = performance.now();
  const share = (part: number): number => Math.round((part / (end - start)) * 100);
  const row: Row = {
    workbook,
    ...count(report),
    "KB in": Math.round(bytes.length / 1024),
    "KB out": Math.round(out.length / 1024),
    "reading, computing %": share(computed - start),
    "writing %": share(end - computed),
    "× sample": sample === null ? 1 : Math.round(((end - start) / sample) * 10) / 10,
  };
  return [row, end - start];
}

async function main(): Promise<void> {
  const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));
  // Once unmeasured: the first run pays for compiling.
  await measure("warm-up", sample, null);
  const [first, time] = await measure("sample: 22 + 8 agencies", sample, null);
  const rows = [first];
  for (const [name, bytes] of [
    ["124 communes", communeWorkbook(124).bytes],
    ["168 communes", communeWorkbook(168).bytes],
    ["3 groups of 168", threeCommuneGroups(168).bytes],
  ] as const) {
    const [row] = await measure(name, bytes, time);
    rows.push(row);
  }
  console.table(rows);
}

void main();
