import type { WorkbookHost } from "../hosts/host";
import type { XlsxWorkbook } from "../hosts/xlsx/xlsx-workbook";
import type { SheetGrid } from "../data/grid";

export interface HostListener {
  /** Something was written into the workbook. */
  readonly onWritten: () => void;
  /** A cell was selected, or a sheet brought to the front. */
  readonly onSelected: (sheet: string, cell: string) => void;
  /** Sheets were read; formulas without a value in the file have one here. */
  readonly onRead: (grids: readonly SheetGrid[]) => void;
}

/** The workbook as the pane uses it; the page beside it hears what happens and draws it. */
export function pageHost(workbook: XlsxWorkbook, { onWritten, onSelected, onRead }: HostListener): WorkbookHost {
  const showSelection = (): void => {
    const selection = workbook.selection();
    if (selection) onSelected(selection.sheet, selection.cell);
  };
  return {
    async readSheets() {
      const grids = await workbook.readSheets();
      onRead(grids);
      return grids;
    },
    async writeReport(report, options) {
      await workbook.writeReport(report, options);
      onWritten();
      if (options?.show !== undefined) showSelection();
    },
    async changeCells(changes) {
      await workbook.changeCells(changes);
      if (changes.length > 0) onWritten();
    },
    async addUserSheet(name, rows) {
      await workbook.addUserSheet(name, rows);
      onWritten();
    },
    async selectCell(sheet, cell) {
      await workbook.selectCell(sheet, cell);
      showSelection();
    },
    onUserChange: (listener) => workbook.onUserChange(listener),
  };
}
