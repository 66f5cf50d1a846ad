import { columnLimit, rowLimit, type Area } from "./address";
import { plainLook, standardHeight, standardWidth, type CellModel, type Look, type SheetModel } from "./model";

/** A cell that holds nothing. */
export function emptyCell(look: Look): CellModel {
  return { type: "empty", value: "", formula: null, calculated: true, quoted: false, look, link: null };
}

/** The cell, or what it would be: empty, with its column's format. */
export function cellAt(sheet: SheetModel, row: number, column: number): CellModel {
  return sheet.cells.get(row * columnLimit + column) ?? emptyCell(sheet.columnLooks.get(column) ?? plainLook);
}

/** Puts a cell; one that holds nothing and looks plain is forgotten. */
export function putCell(sheet: SheetModel, row: number, column: number, cell: CellModel): void {
  const key = row * columnLimit + column;
  const untouched = cell.type === "empty" && cell.formula === null && cell.link === null;
  if (untouched && cell.look === (sheet.columnLooks.get(column) ?? plainLook)) sheet.cells.delete(key);
  else sheet.cells.set(key, cell);
}

/** All positions of an area, row by row. */
export function* positions(area: Area): Generator<[row: number, column: number]> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield [row, column];
  }
}

/** The cells of an area that were ever touched: quick for whole columns too. */
export function touchedCells(sheet: SheetModel, area: Area): [row: number, column: number, cell: CellModel][] {
  if (area.rows * area.columns <= sheet.cells.size) {
    const found: [number, number, CellModel][] = [];
    for (const [row, column] of positions(area)) {
      const cell = sheet.cells.get(row * columnLimit + column);
      if (cell) found.push([row, column, cell]);
    }
    return found;
  }
  return [...sheet.cells]
    .map(([key, cell]): [number, number, CellModel] => [Math.floor(key / columnLimit), key % columnLimit, cell])
    .filter(([row, column]) => row >= area.row && row < area.row + area.rows && isInColumns(area, column));
}

/** The smallest area around all cells with a value, or (valuesOnly false) with a value or a format; null for none. */
export function usedArea(sheet: SheetModel, within: Area, valuesOnly: boolean): Area | null {
  let [top, left, bottom, right] = [rowLimit, columnLimit, -1, -1];
  for (const [row, column, cell] of touchedCells(sheet, within)) {
    if (valuesOnly && cell.type === "empty" && cell.formula === null) continue;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Points from the sheet's left edge to a column's. */
export function leftOf(sheet: SheetModel, column: number): number {
  return sumUpTo(column, standardWidth, sheet.columnWidths, sheet.hiddenColumns);
}

/** Points from the sheet's upper edge to a row's. */
export function topOf(sheet: SheetModel, row: number): number {
  return sumUpTo(row, standardHeight, sheet.rowHeights, sheet.hiddenRows);
}

function sumUpTo(end: number, standard: number, sizes: Map<number, number>, hidden: Set<number>): number {
  let sum = end * standard;
  for (const [index, size] of sizes) if (index < end && !hidden.has(index)) sum += size - standard;
  for (const index of hidden) if (index < end) sum -= standard;
  return sum;
}

function isInColumns(area: Area, column: number): boolean {
  return column >= area.column && column < area.column + area.columns;
}
