import type { Report } from "../../report/report";
import type { SheetGrid } from "../../workbook/grid";
import type { WorkbookHost } from "../host";
import type { Excelize } from "./excelize";
import { withPlainFailure } from "./failure";
import { requireZip } from "./file-kind";
import { fillInFormulas, readGrids } from "./grids";
import { openPackage } from "./package-parts";
import { writeReport } from "./report-writer";
import { readWorkbook } from "./workbook-part";

/** A workbook that is open as an .xlsx file in memory. */
export interface XlsxWorkbook extends WorkbookHost {
  /** The file as it is now: the very bytes that were opened until something was written. */
  toBytes(): Uint8Array;
}

/**
 * Opens an .xlsx (.xlsm, .xltx) file. The library is only loaded to compute formulas that the file has no values for.
 * Throws a HostError for a file that is empty, encrypted, truncated, damaged, too large or no .xlsx workbook.
 */
export async function openXlsx(bytes: Uint8Array, loadExcelize: () => Promise<Excelize>): Promise<XlsxWorkbook> {
  let parts = withPlainFailure(() => {
    requireZip(bytes);
    const opened = openPackage(bytes);
    readWorkbook(opened);
    return opened;
  });
  let isChanged = false;

  return {
    async readSheets(): Promise<readonly SheetGrid[]> {
      const grids = withPlainFailure(() => readGrids(parts));
      await fillInFormulas(parts, grids, loadExcelize);
      return grids;
    },
    async writeReport(report: Report): Promise<void> {
      // On a copy: a report that cannot be written leaves the workbook as it was.
      const changed = parts.copy();
      withPlainFailure(() => {
        writeReport(changed, report);
      });
      parts = changed;
      isChanged = true;
    },
    toBytes: () => (isChanged ? parts.toBytes() : bytes),
  };
}
