import type { WorkbookHost } from "../hosts/host";
import { computeResults, type Results } from "../scoring/results";
import { findingTextsVi, type FindingTexts } from "../strings/findings.vi";
import { cellAt, type SheetGrid } from "../workbook/grid";
import { type ReadWorkbook, readWorkbook } from "../workbook/read-workbook";
import { isBlank } from "../workbook/text";
import { hasScores, isBlocked } from "./readiness";
import { fingerprintOf } from "./fingerprint";

/** What the program sees in the workbook at one moment. */
export interface Inspection {
  readonly grids: readonly SheetGrid[];
  /** The findings' sentences are in the language that was asked for. */
  readonly workbook: ReadWorkbook;
  /** Changes whenever something changes that results depend on. */
  readonly fingerprint: string;
  /** Whether the workbook holds a report of ours, and whether its own formulas say that scores have changed since. */
  readonly report: "none" | "current" | "stale";
}

/** Kiểm tra số liệu without writing anything: reads the workbook and checks it. */
export async function inspect(host: WorkbookHost, texts: FindingTexts = findingTextsVi): Promise<Inspection> {
  return inspectionOf(await host.readSheets(), texts);
}

export function inspectionOf(grids: readonly SheetGrid[], texts: FindingTexts = findingTextsVi): Inspection {
  const workbook = readWorkbook(grids, texts);
  return { grids, workbook, fingerprint: fingerprintOf(workbook.input), report: reportState(grids) };
}

/**
 * Computes what stands in a workbook that was read, blanks and errors as 0 where there are any; null where there is
 * nothing to compute. For showing; the official calculation is calculate().
 */
export function resultsOf({ workbook }: Inspection): Results | null {
  return hasScores(workbook) ? computeResults(workbook.input, isBlocked(workbook)) : null;
}

/** BC Tính toán says in its first cell, by a formula, that scores have changed. */
function reportState(grids: readonly SheetGrid[]): Inspection["report"] {
  const calculation = grids.find(({ mark }) => mark?.key === "calculation");
  if (calculation === undefined) return "none";
  return isBlank(cellAt(calculation, 0, 0)) ? "current" : "stale";
}
