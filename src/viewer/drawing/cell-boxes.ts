/** The cells of one row that are to be drawn, and how far each reaches. */
import type { GridCell } from "../../data/grid";
import type { BorderLine, CellStyle } from "../model/cell-styles";
import type { CellArea } from "../../data/cell-address";
import { placeKey, type SheetView } from "../model/sheet-view";

export interface CellBox {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell | null;
  readonly style: CellStyle;
  /** In pixels from the sheet's left edge. */
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** How far a text may run over blank neighbours, in pixels beyond the box. */
  readonly spill: { readonly left: number; readonly right: number };
  /** Grid lines beneath a text that runs over its neighbours are hidden, unless a neighbour has a background. */
  readonly hidesLines: boolean;
  readonly right: BorderLine | null;
  readonly bottom: BorderLine | null;
  readonly merge: CellArea | null;
}

const farthestSpill = 40;

/** Boxes of a row between two columns, with those from the left that reach into them. Hidden cells have none. */
export function cellBoxes(sheet: SheetView, row: number, first: number, last: number): CellBox[] {
  const boxes: CellBox[] = [];
  const before = reachingFromLeft(sheet, row, first);
  if (before !== null) boxes.push(boxOf(sheet, row, before));
  for (let column = first; column <= last; column++) {
    const merge = sheet.mergeAt(row, column);
    if (merge && (merge.top !== row || merge.left !== column)) {
      // The origin may lie left of the window; it was counted above unless it is merged.
      if (column === first && merge.top === row && merge.left < first) boxes.push(boxOf(sheet, row, merge.left));
      continue;
    }
    const box = boxOf(sheet, row, column);
    if (box.width > 0) boxes.push(box);
  }
  return boxes;
}

/** The columns from the left edge whose text or merged area continues beyond `column`. */
function reachingFromLeft(sheet: SheetView, row: number, first: number): number | null {
  for (let column = first - 1; column >= Math.max(0, first - farthestSpill); column--) {
    if (sheet.mergeAt(row, column)) return null;
    const cell = sheet.cell(row, column);
    if (cell !== null) return spills(cell, sheet.style(row, column)) ? column : null;
  }
  return null;
}

/** A sheet's boxes stay the same objects while one scrolls, so that what is drawn of them can stay too. */
const known = new WeakMap<SheetView, Map<number, CellBox>>();

function boxOf(sheet: SheetView, row: number, column: number): CellBox {
  let boxes = known.get(sheet);
  if (!boxes) known.set(sheet, (boxes = new Map()));
  const key = placeKey(row, column);
  let box = boxes.get(key);
  if (!box) boxes.set(key, (box = makeBox(sheet, row, column)));
  return box;
}

function makeBox(sheet: SheetView, row: number, column: number): CellBox {
  const merge = sheet.mergeAt(row, column);
  const bottomRow = Math.min(merge?.bottom ?? row, sheet.rowCount - 1);
  const rightColumn = Math.min(merge?.right ?? column, sheet.columnCount - 1);
  const start = (starts: readonly number[], index: number): number => starts[index] ?? 0;
  const cell = sheet.cell(row, column);
  const style = sheet.style(row, column);
  const left = start(sheet.columnStarts, column);
  const isSpilling = cell !== null && !merge && spills(cell, style);
  return {
    row,
    column,
    cell,
    style,
    left,
    width: start(sheet.columnStarts, rightColumn + 1) - left,
    height: start(sheet.rowStarts, bottomRow + 1) - start(sheet.rowStarts, row),
    spill: isSpilling ? spillRoom(sheet, row, column, style) : { left: 0, right: 0 },
    hidesLines: isSpilling && sheet.showsGridLines && style.fill === null && sheet.style(row, column + 1).fill === null,
    // A line between two cells belongs to either of them.
    right: sheet.style(row, rightColumn).borders.right ?? sheet.style(row, rightColumn + 1).borders.left,
    bottom: sheet.style(bottomRow, column).borders.bottom ?? sheet.style(bottomRow + 1, column).borders.top,
    merge,
  };
}

function spills(cell: GridCell, style: CellStyle): boolean {
  return cell.type === "text" && cell.value !== "" && !style.wrap && style.rotation === 0;
}

function spillRoom(
  sheet: SheetView,
  row: number,
  column: number,
  { horizontal }: CellStyle,
): { left: number; right: number } {
  const isFree = (at: number): boolean =>
    at >= 0 && at < sheet.columnCount && !sheet.mergeAt(row, at) && isBlank(sheet.cell(row, at));
  const reach = (direction: 1 | -1): number => {
    let at = column;
    while (Math.abs(at - column) < farthestSpill && isFree(at + direction)) at += direction;
    return at;
  };
  const toLeft = horizontal === "right" || horizontal === "center" || horizontal === "centerContinuous";
  const starts = sheet.columnStarts;
  const left = toLeft ? (starts[column] ?? 0) - (starts[reach(-1)] ?? 0) : 0;
  const right = horizontal === "right" ? 0 : (starts[reach(1) + 1] ?? 0) - (starts[column + 1] ?? 0);
  return { left, right };
}

function isBlank(cell: GridCell | null): boolean {
  return cell === null || cell.value === "";
}
