/** The record of changes that the user accepted: a table on the program's own sheet Kiểm tra số liệu, kept over runs. */
import { recordTitle } from "../data/own-words";
import { cellAt, type GridCell, type SheetGrid } from "../data/grid";

/** One accepted change, as it is shown to people. */
export interface ChangeRecord {
  /** Local time of the change, "21/11/2026 14:05". */
  readonly time: string;
  readonly sheet: string;
  /** "F12" */
  readonly cell: string;
  /** "" for a blank cell. */
  readonly before: string;
  readonly after: string;
}

/** Where the record's columns stand on Kiểm tra số liệu; its writer and its reader go by this alone. */
export const recordColumns = { order: 0, time: 1, sheet: 2, cell: 3, before: 4, after: 5 } as const;

/** Mark key of the sheet that carries the record. */
export const recordSheetKey = "findings";

/** What the workbook's own Kiểm tra số liệu holds, oldest first; nothing where there is no such sheet or no record. */
export function readChangeRecord(grids: readonly SheetGrid[]): readonly ChangeRecord[] {
  const grid = grids.find(({ mark }) => mark?.key === recordSheetKey);
  if (grid === undefined || grid.mark === null) return [];
  // Below the program's extent everything is the user's, whatever it looks like.
  const end = Math.min(grid.rows.length, grid.mark.rows);
  let row = 0;
  while (row < end && written(cellAt(grid, row, 0)) !== recordTitle) row += 1;
  const records: ChangeRecord[] = [];
  // The title, the headings, then one row per change, numbered from 1.
  for (let at = row + 2; at < end && cellAt(grid, at, recordColumns.order)?.value === records.length + 1; at += 1) {
    const text = (column: number): string => written(cellAt(grid, at, column));
    records.push({
      time: text(recordColumns.time),
      sheet: text(recordColumns.sheet),
      cell: text(recordColumns.cell),
      before: text(recordColumns.before),
      after: text(recordColumns.after),
    });
  }
  return records;
}

/** "21/11/2026 14:05", in the time zone of the machine. */
export function recordTime(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${two(date.getDate())}/${two(date.getMonth() + 1)}/${String(date.getFullYear())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** As the program wrote it: not cleaned, so that a record that is carried on stays as it is. */
function written(cell: GridCell | null): string {
  return cell === null || cell.value === null ? "" : String(cell.value);
}
