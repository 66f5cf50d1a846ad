import type { WorkbookHost } from "../hosts/host";
import { fingerprintInFormula } from "../report/stale-formula";
import type { Results } from "../scoring/results";
import { cellAt, type SheetGrid } from "../data/grid";
import { isKept } from "../data/own-sheet-mark";
import type { Report } from "../data/pages";
import type { SheetSummary } from "../data/sheet-summary";
import { calculationSheetKey } from "../workbook/own-sheets";
import { type ReadWorkbook, readWorkbook } from "../workbook/read-workbook";
import { isBlank } from "../workbook/text";
import { hasScores, isBlocked } from "./readiness";
import { computedResults } from "./results-of";
import { fingerprintOf, shortFingerprintOf } from "./fingerprint";

/** What the program sees in the workbook at one moment. */
export interface Inspection {
  readonly grids: readonly SheetGrid[];
  readonly workbook: ReadWorkbook;
  /** Changes whenever something changes that results depend on. */
  readonly fingerprint: string;
  /** Whether the workbook holds a report of ours, and whether what it was made from has changed since. */
  readonly report: "none" | "current" | "stale";
}

/** Kiểm tra số liệu without writing anything: reads the workbook and checks it. */
export async function inspect(host: WorkbookHost): Promise<Inspection> {
  return inspectionOf(await host.readSheets());
}

export function inspectionOf(grids: readonly SheetGrid[]): Inspection {
  const workbook = readWorkbook(grids);
  return { grids, workbook, fingerprint: fingerprintOf(workbook), report: reportState(grids, workbook) };
}

/** The workbook once this report has been written into it: of the user's sheets nothing has changed since it was read. */
export function inspectionAfter({ workbook, ...inspection }: Inspection, report: Report): Inspection {
  const own = report.sheets.map(({ name }): SheetSummary => ({ name, role: "own", reason: "own" }));
  // A report takes the place of all own sheets but those that are kept for good.
  const kept = new Set(inspection.grids.filter(({ mark }) => mark !== null && isKept(mark)).map(({ name }) => name));
  const sheets = [...workbook.sheets.filter(({ name, role }) => role !== "own" || kept.has(name)), ...own];
  return { ...inspection, workbook: { ...workbook, sheets }, report: "current" };
}

/**
 * Computes what stands in a workbook that was read, blanks and errors as 0 where there are any; null where there is
 * nothing to compute. For showing; the official calculation is calculate().
 */
export function resultsOf({ workbook }: Inspection): Results | null {
  return hasScores(workbook) ? computedResults(workbook, isBlocked(workbook)) : null;
}

/**
 * BC Tính toán says in its first cell, by a formula, that scores or settings have changed. The formula also carries the
 * fingerprint of the calculation: that tells where nobody has computed it since, and of changes that it does not watch.
 */
function reportState(grids: readonly SheetGrid[], workbook: ReadWorkbook): Inspection["report"] {
  const calculation = grids.find(({ mark }) => mark?.key === calculationSheetKey);
  if (calculation === undefined) return "none";
  const line = cellAt(calculation, 0, 0);
  const then = fingerprintInFormula(line?.formula ?? "");
  const isSame = then === null || then === shortFingerprintOf(workbook);
  // A formula without a value says nothing.
  const isSilent = isBlank(line) || (line?.value === null && then !== null);
  return isSame && isSilent ? "current" : "stale";
}
