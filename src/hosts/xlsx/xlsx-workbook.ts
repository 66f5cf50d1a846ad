import type { Report } from "../../data/pages";
import type { SheetGrid } from "../../data/grid";
import { parseCellAddress } from "../../data/cell-address";
import { failure, HostError } from "../../data/host-error";
import type { CellChange, WorkbookHost, WriteOptions } from "../host";
import { sameSheetName } from "../../data/sheet-name";
import { changeCells } from "./change-cells";
import { withPlainFailure } from "../../ooxml/failure";
import { requireZip } from "../../ooxml/file-kind";
import type { FormulaEngine } from "../../formula/values/engine";
import { readGrids } from "./grids";
import { openPackage, type PackageParts } from "../../ooxml/package-parts";
import { writeReport } from "./report-writer";
import { addUserSheet } from "./user-sheet";
import { readMarkedWorkbook } from "./marked-workbook";
import { readWorkbook } from "../../ooxml/workbook-part";

/** A workbook that is open as an .xlsx file in memory. */
export interface XlsxWorkbook extends WorkbookHost {
  /** The file as it is now: the very bytes that were opened until something was written. */
  toBytes(): Uint8Array;
  /** The same as an open package, for whoever draws it: nothing that is written later changes this one. */
  parts(): PackageParts;
  /**
   * What was selected or shown last, for whoever draws the workbook. It is not written into the file: to look at a
   * cell changes nothing.
   */
  selection(): CellSelection | null;
}

export interface CellSelection {
  readonly sheet: string;
  /** "F12" */
  readonly cell: string;
}

/**
 * Opens an .xlsx (.xlsm, .xltx) file. The engine is only asked for formulas that the file has no values for,
 * and for those that hang on changed cells.
 * Throws a HostError for a file that is empty, encrypted, truncated, damaged, too large or no .xlsx workbook.
 */
export async function openXlsx(bytes: Uint8Array, engine: FormulaEngine): Promise<XlsxWorkbook> {
  let parts = withPlainFailure(() => {
    requireZip(bytes);
    const opened = openPackage(bytes);
    readMarkedWorkbook(opened);
    return opened;
  });
  let isChanged = false;
  let selected: CellSelection | null = null;

  const readSheets = (): Promise<readonly SheetGrid[]> => readGrids(parts, engine);
  // On a copy: what cannot be done whole leaves the workbook as it was.
  const change = async (step: (copy: PackageParts) => void | Promise<void>): Promise<void> => {
    const changed = parts.copy();
    try {
      await step(changed);
      changed.requireWellFormed();
    } catch (error) {
      throw error instanceof HostError ? error : failure("broken", { cause: error });
    }
    parts = changed;
    isChanged = true;
  };

  return {
    readSheets,
    writeReport: (report: Report, options: WriteOptions = {}) =>
      change((copy) => {
        writeReport(copy, report, options);
        const shown = report.sheets.find(({ key }) => key === options.show);
        if (shown) selected = { sheet: shown.name, cell: "A1" };
      }),
    async changeCells(changes: readonly CellChange[]) {
      if (changes.length === 0) return;
      const grids = await readSheets();
      await change((copy) => changeCells(copy, grids, changes, engine));
    },
    addUserSheet: (name, rows) =>
      change((copy) => {
        addUserSheet(copy, name, rows);
      }),
    async selectCell(sheet, cell) {
      const found = withPlainFailure(() => readWorkbook(parts).sheets.find(({ name }) => sameSheetName(name, sheet)));
      if (!found) throw failure("sheetGone", { sheet });
      if (!parseCellAddress(cell)) throw failure("cellUnknown", { sheet, cell });
      selected = { sheet: found.name, cell };
    },
    // Nobody else has this file open.
    onUserChange: async () => () => undefined,
    selection: () => selected,
    parts: () => parts,
    toBytes: () => (isChanged ? parts.toBytes() : bytes),
  };
}
