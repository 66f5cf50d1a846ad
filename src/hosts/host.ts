import type { Report } from "../report/report";
import type { SheetGrid } from "../workbook/grid";

/** A workbook that is open somewhere: in Excel, or as an .xlsx file in memory. */
export interface WorkbookHost {
  /** All sheets in the workbook's order, this program's own ones included (they carry a mark). */
  readSheets(): Promise<readonly SheetGrid[]>;
  /**
   * Writes the report's sheets after the user's and takes away own sheets that the report no longer has.
   * A sheet with the same mark is refreshed in place: cells outside the program's extent stay.
   * Where new blocks would cover such cells, the old sheet stays under another name, as the user's.
   */
  writeReport(report: Report): Promise<void>;
}

/** A failure that a person can act on; message is one Vietnamese sentence. */
export class HostError extends Error {
  override readonly name = "HostError";
}
