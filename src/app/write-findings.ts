import type { WorkbookHost } from "../hosts/host";
import { layOut } from "../layout/lay-out";
import { buildFindingsReport } from "../report/build-report";
import { type ChangeRecord, readChangeRecord } from "../workbook/change-record";
import { saidFindings } from "../strings/finding-sentence";
import { findingTextsVi } from "../strings/findings.vi";
import { shortFingerprintOf } from "./fingerprint";
import type { Inspection } from "./inspect";

/**
 * Writes Kiểm tra số liệu alone, in Vietnamese, as they were seen; the other report sheets stay.
 * show: goes there. unrecorded: accepted changes that the workbook's record does not hold yet.
 */
export async function writeFindings(
  host: WorkbookHost,
  { grids, workbook }: Pick<Inspection, "grids" | "workbook">,
  show: boolean,
  unrecorded: readonly ChangeRecord[] = [],
): Promise<void> {
  const record = [...readChangeRecord(grids), ...unrecorded];
  const findings = saidFindings(workbook.findings, findingTextsVi, workbook.input.settings.decimalMark);
  const report = layOut(buildFindingsReport(findings, grids, shortFingerprintOf(workbook), record));
  await host.writeReport(report, { otherOwnSheets: "keep", ...(show ? { show: "findings" } : {}) });
}
