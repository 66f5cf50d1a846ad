import type { Report } from "../data/pages";
import type { SheetGrid } from "../data/grid";

/** A workbook that is open somewhere: in Excel, or as an .xlsx file in memory. */
export interface WorkbookHost {
  /**
   * All sheets in the workbook's order, this program's own ones included: they carry a mark, and of their cells only
   * those are to be counted on that somebody reads (cellsRead).
   */
  readSheets(): Promise<readonly SheetGrid[]>;
  /**
   * Writes the report's sheets after the user's. A sheet with the same mark is refreshed in place: cells outside the
   * program's extent stay; where new blocks would cover such cells, the old sheet stays under another name, as the
   * user's. A failure half-way leaves the user's sheets as they were, and the next run mends ours.
   */
  writeReport(report: Report, options?: WriteOptions): Promise<void>;
  /**
   * Writes changes that the user accepted into the user's cells: all of them or none. A cell that no longer holds
   * what it held when it was read ("before") stops the whole: HostError.
   */
  changeCells(changes: readonly CellChange[]): Promise<void>;
  /** Adds a sheet of the user's (without a mark), the first row at A1, after the last sheet of the user's. */
  addUserSheet(name: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void>;
  /** Brings the sheet to the front and selects the cell ("F12"). HostError where it is gone. */
  selectCell(sheet: string, cell: string): Promise<void>;
  /**
   * Calls back when somebody else (the user, or this program at another place) changed cells or sheets, or may have;
   * gives the function that stops it.
   */
  onUserChange(listener: () => void): Promise<() => void>;
}

export interface WriteOptions {
  /** What becomes of own sheets that this report does not have; "remove" by default. Kept ones (isKept) stay always. */
  readonly otherOwnSheets?: "remove" | "keep";
  /** Called with the number of sheets written so far. */
  readonly onProgress?: (done: number, all: number) => void;
  /** The sheet to show at the end, by key; none: the user stays where they are. */
  readonly show?: string;
}

/** One value in one of the user's cells. */
export interface CellChange {
  readonly sheet: string;
  /** "F12" */
  readonly cell: string;
  /** What the cell held when it was read. */
  readonly before: string | number | boolean | null;
  readonly after: string | number | null;
}
