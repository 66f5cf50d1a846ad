import { cellAddress, type GridCell, type SheetGrid } from "../../src/data/grid";
import { formatMark, markName } from "../../src/data/own-sheet-mark";
import { columnLimit, parseArea } from "./address";
import { emptyCell } from "./cells";
import { withoutPrefixes } from "./function-prefixes";
import { changeLooks } from "./looks";
import { newSheet, plainLook, type CellModel, type Look, type SheetModel } from "./model";

/** What the marks of seeds call their workbook by. */
export const seedIdentity = "seed";

/** A sheet to begin with: what a reader gives, or less. */
export interface SheetSeed {
  readonly name: string;
  /** Cells, or plain values ("=1+1" is text here). */
  readonly rows?: readonly (readonly (GridCell | string | number | boolean | null)[])[];
  readonly visible?: boolean;
  readonly veryHidden?: boolean;
  readonly protected?: boolean;
  readonly mark?: SheetGrid["mark"];
  /** "A1:C1" */
  readonly merges?: readonly string[];
  /** Areas that the sheet's protection leaves to the user. */
  readonly unlocked?: readonly string[];
  /** How many of them the user has on the sheet. */
  readonly shapes?: number;
  readonly tables?: number;
}

export function sheetFromSeed(seed: SheetSeed, newId: () => string): SheetModel {
  const sheet: SheetModel = { ...newSheet(newId(), seed.name), shapes: seed.shapes ?? 0, tables: seed.tables ?? 0 };
  sheet.visibility = seed.veryHidden ? "VeryHidden" : seed.visible === false ? "Hidden" : "Visible";
  sheet.protected = seed.protected ?? false;
  sheet.merges = (seed.merges ?? []).map(parseArea);
  const looks = new Map<string, Look>();
  seed.rows?.forEach((cells, row) => {
    cells.forEach((given, column) => {
      if (given !== null) sheet.cells.set(row * columnLimit + column, cellFromSeed(given, looks));
    });
  });
  changeLooks({ sheet, areas: (seed.unlocked ?? []).map(parseArea) }, (look) => ({ ...look, locked: false }));
  if (seed.mark) {
    const formula = `=${formatMark({ ...seed.mark, workbook: seedIdentity, ids: { file: "", excel: sheet.id } })}`;
    sheet.names.push({ id: newId(), name: markName, formula, visible: false, comment: "" });
  }
  return sheet;
}

function cellFromSeed(given: GridCell | string | number | boolean, looks: Map<string, Look>): CellModel {
  if (typeof given !== "object") {
    const type = typeof given === "string" ? "text" : typeof given === "number" ? "number" : "boolean";
    return { ...emptyCell(plainLook), type, value: given };
  }
  const look =
    looks.get(given.format) ?? (given.format === "General" ? plainLook : { ...plainLook, numberFormat: given.format });
  looks.set(given.format, look);
  return {
    ...emptyCell(look),
    type: given.type,
    value: given.value ?? "",
    formula: given.formula === null ? null : withoutPrefixes(given.formula),
    calculated: given.formula === null || given.value !== null,
  };
}

/** What a reader of the workbook is to see. */
export function gridOfSheet(sheet: SheetModel, mark: SheetGrid["mark"]): SheetGrid {
  const rows: (GridCell | null)[][] = [];
  for (const [key, cell] of [...sheet.cells].sort(([one], [other]) => one - other)) {
    if (cell.type === "empty" && cell.formula === null) continue;
    const [row, column] = [Math.floor(key / columnLimit), key % columnLimit];
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = {
      type: cell.type === "empty" ? "text" : cell.type,
      value: cell.calculated ? cell.value : null,
      format: cell.look.numberFormat,
      formula: cell.formula,
    };
  }
  return {
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    protected: sheet.protected,
    rows,
    mark,
  };
}

/** "F12" of a cell's key. */
export function addressOfKey(key: number): string {
  return cellAddress(Math.floor(key / columnLimit), key % columnLimit);
}
