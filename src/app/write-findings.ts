import type { WorkbookHost } from "../hosts/host";
import { layOut } from "../layout/lay-out";
import { buildFindingsReport } from "../report/build-report";
import { type ChangeRecord, readChangeRecord } from "../workbook/change-record";
import type { SheetGrid } from "../data/grid";
import { readWorkbook } from "../workbook/read-workbook";
import { shortFingerprintOf } from "./fingerprint";

/**
 * Writes Kiểm tra số liệu alone, in Vietnamese, from sheets that were read already; the other report sheets stay.
 * show: goes there. unrecorded: accepted changes that the workbook's record does not hold yet.
 */
export async function writeFindings(
  host: WorkbookHost,
  grids: readonly SheetGrid[],
  show: boolean,
  unrecorded: readonly ChangeRecord[] = [],
): Promise<void> {
  const record = [...readChangeRecord(grids), ...unrecorded];
  const workbook = readWorkbook(grids);
  const report = layOut(buildFindingsReport(workbook.findings, grids, shortFingerprintOf(workbook), record));
  await host.writeReport(report, { otherOwnSheets: "keep", ...(show ? { show: "findings" } : {}) });
}
