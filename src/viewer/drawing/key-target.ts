import type { SheetView } from "../model/sheet-view";
import { indexAt, nextShown } from "./visible-range";

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves the selection, as in Excel; null for keys that do not. page: pixels that one page moves. */
export function keyTarget(pressed: PressedKey, sheet: SheetView, from: Place, page: number): Place | null {
  if (pressed.altKey) return null;
  const { rowStarts, columnStarts } = sheet;
  const withCtrl = pressed.ctrlKey || pressed.metaKey;
  // Out of a merged area one steps over all of it.
  const merge = sheet.mergeAt(from.row, from.column);
  const down = nextShown(rowStarts, merge?.bottom ?? from.row, 1);
  const right = nextShown(columnStarts, merge?.right ?? from.column, 1);
  const firstRow = nextShown(rowStarts, -1, 1);
  const firstColumn = nextShown(columnStarts, -1, 1);
  const at = (row: number, column: number): Place => {
    const area = sheet.mergeAt(row, column);
    return area ? { row: area.top, column: area.left } : { row, column };
  };
  switch (pressed.key) {
    case "ArrowUp":
      return at(withCtrl ? firstRow : nextShown(rowStarts, from.row, -1), from.column);
    case "ArrowDown":
    case "Enter":
      return at(withCtrl ? Math.max(down, sheet.used.rows - 1) : down, from.column);
    case "ArrowLeft":
      return at(from.row, withCtrl ? firstColumn : nextShown(columnStarts, from.column, -1));
    case "ArrowRight":
      return at(from.row, withCtrl ? Math.max(right, sheet.used.columns - 1) : right);
    case "PageDown":
      return at(Math.max(down, indexAt(rowStarts, (rowStarts[from.row] ?? 0) + page)), from.column);
    case "PageUp":
      return at(Math.max(firstRow, indexAt(rowStarts, Math.max(0, (rowStarts[from.row] ?? 0) - page))), from.column);
    case "Home":
      return at(withCtrl ? firstRow : from.row, firstColumn);
    case "End":
      return at(
        withCtrl ? Math.max(firstRow, sheet.used.rows - 1) : from.row,
        Math.max(firstColumn, sheet.used.columns - 1),
      );
    default:
      return null;
  }
}
