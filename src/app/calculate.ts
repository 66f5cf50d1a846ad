import type { WorkbookHost } from "../hosts/host";
import { layOut } from "../layout/lay-out";
import { buildReport } from "../report/build-report";
import { wantedSections } from "../report/sections";
import type { Report } from "../data/pages";
import type { Results } from "../scoring/results";
import { type ChangeRecord, readChangeRecord } from "../workbook/change-record";
import type { SheetGrid } from "../data/grid";
import { type ReadWorkbook, readWorkbook } from "../workbook/read-workbook";
import { saidFindings } from "../strings/finding-sentence";
import { findingTextsVi } from "../strings/findings.vi";
import { shortFingerprintOf } from "./fingerprint";
import { isReady } from "./readiness";
import { computedResults } from "./results-of";

export interface Calculation {
  readonly workbook: ReadWorkbook;
  /** null where errors block the calculation, or nothing can be computed at all. */
  readonly results: Results | null;
  readonly report: Report | null;
}

/**
 * Tính chỉ số, or Tính tạm (provisional: blanks and entries in error count as 0, Computing 9): reads the workbook,
 * checks, computes and builds the report. Writes nothing: that is host.writeReport, when the caller wants it.
 * sections: keys of the report's sections to build (report/sections); null: what Trang báo cáo says, else the official
 * ones.
 */
export async function calculate(
  host: WorkbookHost,
  provisional: boolean,
  sections: ReadonlySet<string> | null = null,
): Promise<Calculation> {
  const grids = await host.readSheets();
  return calculateFrom(grids, readWorkbook(grids), provisional, sections);
}

/**
 * The same from sheets that were read already.
 * unrecorded: accepted changes that the workbook's record does not hold yet.
 */
export function calculateFrom(
  grids: readonly SheetGrid[],
  workbook: ReadWorkbook,
  provisional: boolean,
  sections: ReadonlySet<string> | null = null,
  unrecorded: readonly ChangeRecord[] = [],
): Calculation {
  if (!isReady(workbook, provisional)) return { workbook, results: null, report: null };
  const results = computedResults(workbook, provisional);
  const record = [...readChangeRecord(grids), ...unrecorded];
  const fingerprint = shortFingerprintOf(workbook);
  const information = { ...workbook.information, watched: workbook.watched, fingerprint };
  // The fingerprint of its first calculation is also what the workbook is called by from then on.
  const { reportSections } = workbook.information;
  const wanted = sections ?? (reportSections === null ? null : wantedSections(reportSections, results).keys);
  const findings = saidFindings(workbook.findings, findingTextsVi, workbook.input.settings.decimalMark);
  const report = layOut(buildReport(results, information, findings, grids, fingerprint, wanted, record));
  return { workbook, results, report };
}
