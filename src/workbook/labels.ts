/** Labels above a table, "Nhóm: X": in one cell, or with X in the next cell that is not blank. */
import { cellAt, type SheetGrid } from "../data/grid";
import { normalise, textOf } from "./text";

export interface Label {
  readonly value: string;
  readonly row: number;
  readonly column: number;
}

/** The first such label in the rows above endRow, or null. */
export function findLabel(grid: SheetGrid, endRow: number, words: readonly string[]): Label | null {
  for (let row = 0; row < endRow; row += 1) {
    const width = grid.rows[row]?.length ?? 0;
    for (let column = 0; column < width; column += 1) {
      const text = textOf(cellAt(grid, row, column));
      const colon = text.indexOf(":");
      const key = normalise(colon < 0 ? text : text.slice(0, colon));
      if (key === "" || !words.includes(key)) continue;
      const same = colon < 0 ? "" : text.slice(colon + 1).trim();
      if (same !== "") return { value: same, row, column };
      for (let next = column + 1; next < width; next += 1) {
        const value = textOf(cellAt(grid, row, next));
        if (value !== "") return { value, row, column: next };
      }
    }
  }
  return null;
}
