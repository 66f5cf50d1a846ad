import type { WorkbookHost } from "../hosts/host";
import { buildReport } from "../report/build-report";
import type { Report } from "../report/report";
import { computeResults, type Results } from "../scoring/results";
import { type ReadWorkbook, readWorkbook } from "../workbook/read-workbook";

export interface Calculation {
  readonly workbook: ReadWorkbook;
  /** null where errors block the calculation, or nothing can be computed at all. */
  readonly results: Results | null;
  readonly report: Report | null;
}

/**
 * Tính chỉ số, or Tính tạm (provisional: blanks and entries in error count as 0, Computing 9): reads the workbook,
 * checks, computes and builds the report. Writes nothing: that is host.writeReport, when the caller wants it.
 * sections: keys of the report's sections to build (reportSections), all by default.
 */
export async function calculate(
  host: WorkbookHost,
  provisional: boolean,
  sections: ReadonlySet<string> | null = null,
): Promise<Calculation> {
  const grids = await host.readSheets();
  const workbook = readWorkbook(grids);
  const blocked = workbook.findings.some((finding) => finding.severity === "error") && !provisional;
  const hasScores = workbook.input.groups.some((group) => group.agencies.length > 0 && group.areas.length > 0);
  if (blocked || !hasScores) return { workbook, results: null, report: null };
  const results = computeResults(workbook.input, provisional);
  return { workbook, results, report: buildReport(results, workbook.information, workbook.findings, grids, sections) };
}
