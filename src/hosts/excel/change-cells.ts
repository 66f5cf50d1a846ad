import { parseCellAddress } from "../../data/cell-address";
import { failure } from "../../data/host-error";
import type { CellChange } from "../host";
import { hidesNumber } from "../number-formats";
import { asText, gridCell } from "./cell-values";

/** A cell before the change, and how to put that back. */
interface AskedCell {
  readonly change: CellChange;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/** Two round trips: look, then write. A failure while writing puts back what was written. */
export async function changeCells(context: Excel.RequestContext, changes: readonly CellChange[]): Promise<void> {
  const asked = changes.map((change): AskedCell => {
    if (!parseCellAddress(change.cell)) throw failure("cellUnknown", { sheet: change.sheet, cell: change.cell });
    const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
    sheet.protection.load({ protected: true });
    const range = sheet.getRange(change.cell).untrack();
    range.load({ values: true, formulas: true, numberFormat: true, valueTypes: true });
    range.format.protection.load({ locked: true });
    return { change, sheet, range };
  });
  await context.sync();
  for (const one of asked) requireUnchanged(one);

  try {
    for (const { change, range } of asked) writeCell(context, change, String(range.numberFormat[0]?.[0] ?? ""));
    await context.sync();
  } catch (error) {
    await putBack(context, asked);
    throw error;
  }
}

function requireUnchanged({ change, sheet, range }: AskedCell): void {
  if (sheet.isNullObject) throw failure("sheetGone", { sheet: change.sheet });
  const present = gridCell(rawOf(range), 0, 0)?.value ?? null;
  if (present !== change.before) throw failure("cellChanged", { sheet: change.sheet, cell: change.cell });
  if (sheet.protection.protected && range.format.protection.locked) {
    throw failure("sheetProtected", { sheet: change.sheet });
  }
}

function writeCell(context: Excel.RequestContext, { sheet, cell, after }: CellChange, format: string): void {
  const range = context.workbook.worksheets.getItem(sheet).getRange(cell).untrack();
  // Excel turns a number that comes into a cell of texts into a text, and shows one in a cell of dates as a date.
  if (typeof after === "number" && hidesNumber(format)) range.numberFormat = [["General"]];
  range.values = [[typeof after === "string" ? asText(after) : (after ?? "")]];
}

/** As well as it goes: the failure that led here is what is reported. */
async function putBack(context: Excel.RequestContext, asked: readonly AskedCell[]): Promise<void> {
  try {
    for (const { change, range } of asked) {
      const target = context.workbook.worksheets.getItem(change.sheet).getRange(change.cell);
      const cell = gridCell(rawOf(range), 0, 0);
      target.numberFormat = range.numberFormat;
      const value = cell?.type === "text" ? asText(String(cell.value)) : (cell?.value ?? "");
      target.formulas = [[cell !== null && cell.formula !== null ? `=${cell.formula}` : value]];
    }
    await context.sync();
  } catch {
    // Excel does not answer at all: then it has not written either.
  }
}

function rawOf(range: Excel.Range): Parameters<typeof gridCell>[0] {
  return { values: range.values, formulas: range.formulas, formats: range.numberFormat, types: range.valueTypes };
}
