/** A settings sheet while changes are collected for it. */
import { cellAddress, cellAt, type GridCell, type SheetGrid } from "../data/grid";
import { isBlank } from "./text";

/** A value that goes into a cell; before is what stands there now. */
export interface SettingChange {
  readonly sheet: string;
  readonly cell: string;
  readonly before: GridCell | null;
  readonly after: string | number | null;
}

/** A sheet while changes are collected: it knows which cells are taken by them. */
export interface Page {
  readonly grid: SheetGrid;
  put(row: number, column: number, after: string | number | null): void;
  /** Nothing stands there, and no change goes there. */
  isFree(row: number, column: number): boolean;
  isRowFree(row: number): boolean;
  /** The row after the last one with anything in it. */
  end(): number;
  changes(): readonly SettingChange[];
}

export function startPage(grid: SheetGrid): Page {
  const changes = new Map<string, SettingChange & { readonly row: number; readonly column: number }>();
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  const holds = (row: number, column: number): boolean => {
    const change = changes.get(cellAddress(row, column));
    return change === undefined ? !isBlank(cellAt(grid, row, column)) : change.after !== null;
  };
  const isRowFree = (row: number): boolean => {
    for (let column = 0; column < Math.max(width, 4); column += 1) if (holds(row, column)) return false;
    return true;
  };
  return {
    grid,
    put(row, column, after) {
      const cell = cellAddress(row, column);
      const before = cellAt(grid, row, column);
      // A cell that already says it stays as it is, whatever its format.
      if ((before?.value ?? null) === after && (before === null || before.formula === null)) changes.delete(cell);
      else changes.set(cell, { sheet: grid.name, cell, before, after, row, column });
    },
    isFree: (row, column) => !holds(row, column),
    isRowFree,
    end() {
      let end = Math.max(grid.rows.length, ...[...changes.values()].map(({ row }) => row + 1));
      while (end > 0 && isRowFree(end - 1)) end -= 1;
      return end;
    },
    changes: () =>
      [...changes.values()]
        .sort((a, b) => a.row - b.row || a.column - b.column)
        .map(({ sheet, cell, before, after }) => ({ sheet, cell, before, after })),
  };
}
