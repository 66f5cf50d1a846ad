import type { WorkbookHost } from "../host";
import { changeCells } from "./change-cells";
import { runExcel } from "./excel-run";
import { readGrids } from "./read-sheets";
import { selectCell } from "./select-cell";
import { seeSheets, type SeenWorkbook } from "./standing-sheets";
import { addUserSheet } from "./user-sheet";
import { watchChanges } from "./watch-changes";
import { writeReport } from "./write-report";

/** Events of our own writing arrive a little after it. */
const echoMilliseconds = 500;

/**
 * The workbook that is open in Excel, around this pane. Needs ExcelApi 1.9; every failure is a HostError after which
 * the same call can be made again.
 */
export function openExcel(): WorkbookHost {
  let seen: SeenWorkbook | null = null;
  let writing = 0;

  const write = async (task: (context: Excel.RequestContext) => Promise<void>): Promise<void> => {
    writing++;
    try {
      await runExcel(task);
    } finally {
      seen = null;
      setTimeout(() => writing--, echoMilliseconds);
    }
  };

  return {
    readSheets: () =>
      runExcel(async (context) => {
        const found = await seeSheets(context);
        const grids = await readGrids(context, found.sheets);
        seen = found;
        return grids;
      }),
    writeReport: (report, options = {}) => write((context) => writeReport(context, report, options, seen)),
    async changeCells(changes) {
      if (changes.length > 0) await write((context) => changeCells(context, changes));
    },
    addUserSheet: (name, rows) => write((context) => addUserSheet(context, name, rows)),
    selectCell: (sheet, cell) => runExcel((context) => selectCell(context, sheet, cell)),
    onUserChange: (listener) => watchChanges({ isWriting: () => writing > 0 }, listener),
  };
}
