import { formatArea, isUnbounded, type Area } from "./address";
import { readInput, sheetsIn, type Content } from "./cell-input";
import { cellAt, emptyCell, positions, putCell } from "./cells";
import { displayText } from "./display-text";
import { fault, invalid, Unsupported } from "./fault";
import type { Excel, UncalculatedCell } from "./members";
import type { CellModel, SheetModel } from "./model";
import type { Json } from "./protocol";

/** Excel refuses to read more cells than this at once. */
const mostCells = 5_000_000;

/** One value per cell as rows of columns; null for whole columns or rows, as Excel has it. */
export function readCells(
  sheet: SheetModel,
  area: Area,
  read: (cell: CellModel, row: number, column: number) => Json,
): Json {
  if (isUnbounded(area)) return null;
  if (area.rows * area.columns > mostCells) throw fault("ResponsePayloadSizeLimitExceeded", formatArea(area));
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      read(cellAt(sheet, area.row + row, area.column + column), area.row + row, area.column + column),
    ),
  );
}

/** As readCells, with the values of formulas computed before. */
export async function readCalculated(
  excel: Excel,
  sheet: SheetModel,
  area: Area,
  read: (cell: CellModel) => Json,
): Promise<Json> {
  if (isUnbounded(area)) return null;
  excel.settleChanges();
  const uncalculated: UncalculatedCell[] = [];
  for (const [row, column] of positions(area)) {
    const { formula, calculated } = cellAt(sheet, row, column);
    if (formula !== null && !calculated) uncalculated.push({ sheet: sheet.name, row, column, formula });
  }
  if (uncalculated.length > 0) await excel.calculate(uncalculated);
  return readCells(sheet, area, read);
}

export function valueOf(cell: CellModel): Json {
  return cell.value;
}

/** Text gives its apostrophe away: written back, "=1" would become a formula (#6687). */
export function formulaOf(cell: CellModel): Json {
  return cell.formula === null ? cell.value : `=${cell.formula}`;
}

export function valueTypeOf({ type }: CellModel): Json {
  return { empty: "Empty", number: "Double", text: "String", boolean: "Boolean", error: "Error" }[type];
}

export function textOf(excel: Excel): (cell: CellModel) => Json {
  return (cell) => displayText(cell, excel.locale);
}

/** Calls back with the value for each cell: one value for all, or rows of columns of the range's own shape. */
export function eachCell(area: Area, values: Json, put: (row: number, column: number, value: Json) => void): void {
  if (!Array.isArray(values)) {
    if (isUnbounded(area)) throw new Unsupported(`one value for ${formatArea(area)}`);
    for (const [row, column] of positions(area)) put(row, column, values);
    return;
  }
  const rows = values as readonly Json[];
  const shaped = rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!shaped) throw invalid(`the shape of the array is not that of ${formatArea(area)}`);
  rows.forEach((row, rowOffset) => {
    (row as readonly Json[]).forEach((value, columnOffset) => {
      put(area.row + rowOffset, area.column + columnOffset, value);
    });
  });
}

/** Range.values and Range.formulas: both take the same. Nothing is written where one of the cells is refused. */
export function writeContents(excel: Excel, sheet: SheetModel, area: Area, values: Json): void {
  const writes: [row: number, column: number, content: Content][] = [];
  eachCell(area, values, (row, column, value) => {
    const content = readInput(value, cellAt(sheet, row, column).look.numberFormat);
    if (content === null) return;
    requireSheets(excel, content);
    // What is hidden under a merged cell takes no value.
    if (isUnderMerge(sheet, row, column)) return;
    writes.push([row, column, content]);
  });
  for (const [row, column, content] of writes) putContent(sheet, row, column, content);
  excel.cellsChanged(sheet, formatArea(area));
}

function putContent(sheet: SheetModel, row: number, column: number, content: Content): void {
  const before = cellAt(sheet, row, column);
  const { numberFormat, ...rest } = content;
  const setsFormat = numberFormat !== undefined && before.look.numberFormat === "General";
  const look = setsFormat ? { ...before.look, numberFormat } : before.look;
  const link = content.type === "empty" && content.formula === null ? null : before.link;
  putCell(sheet, row, column, { ...emptyCell(look), ...rest, look, link });
}

function requireSheets(excel: Excel, { formula }: Content): void {
  const missing = formula === null ? undefined : sheetsIn(formula).find((name) => !hasSheet(excel, name));
  if (missing !== undefined) throw invalid(`a formula with the sheet "${missing}", which the workbook does not have`);
}

function hasSheet(excel: Excel, name: string): boolean {
  return excel.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function isUnderMerge(sheet: SheetModel, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) =>
      row >= merge.row &&
      row < merge.row + merge.rows &&
      column >= merge.column &&
      column < merge.column + merge.columns &&
      (row !== merge.row || column !== merge.column),
  );
}
