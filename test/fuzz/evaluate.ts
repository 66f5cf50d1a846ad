/** Reads and computes a file in this process, as the command line does. */
import { saidFindings } from "../../src/strings/finding-sentence";
import { findingTextsVi } from "../../src/strings/findings.vi";
import { calculate } from "../../src/app/calculate";
import { resultsJson, type ResultsJson } from "../../src/app/results-json";
import type { Report } from "../../src/data/pages";
import type { FormulaEngine } from "../../src/formula/values/engine";
import { openXlsx, type XlsxWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";

export type LoadExcelize = FormulaEngine;

export interface Evaluated {
  readonly workbook: XlsxWorkbook;
  readonly json: ResultsJson;
  /** null where errors block the calculation, or nothing can be computed. */
  readonly report: Report | null;
}

export async function evaluate(bytes: Uint8Array, engine: LoadExcelize, provisional = false): Promise<Evaluated> {
  const workbook = await openXlsx(bytes, engine);
  const { workbook: read, results, report } = await calculate(workbook, provisional);
  const findings = saidFindings(read.findings, findingTextsVi, read.input.settings.decimalMark);
  return { workbook, json: resultsJson(read.input.year, results, findings), report };
}

/** "score-missing Cấp tỉnh!F12" with the repaired value where there is one: what a finding is about. */
export function findingKeys(findings: ResultsJson["findings"], withInfos = false): string[] {
  return findings
    .filter(({ severity }) => withInfos || severity !== "info")
    .map(({ code, sheet, cell, repair }) => findingKey(code, sheet, cell, repair))
    .sort();
}

export function findingKey(code: string, sheet: string, cell: string | null, repair: number | string | null): string {
  const place = cell === null ? sheet : `${sheet}!${cell}`;
  return `${code} ${place.normalize("NFC")}${repair === null ? "" : ` → ${JSON.stringify(repair)}`}`;
}
