/** Where the document's tables stand once all sheets are laid out, and how formulas refer to them. */
import type { CellPlace, Places } from "../data/blocks";
import { absolute, columnRange, fixedRow, reference, rowRange, sheetPrefix } from "../data/references";

export interface PlacedTable {
  readonly sheet: string;
  /** Of the row below the headings. */
  readonly firstRow: number;
  /** By key of the column. */
  readonly columns: ReadonlyMap<string, number>;
}

export interface Placements {
  readonly tables: ReadonlyMap<string, PlacedTable>;
  /** Names of the sheets by page key. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** own: where the formula stands; null for one that stands in no table. */
export function placesFrom(
  { tables, sheets }: Placements,
  sheet: string,
  own: { readonly table: string; readonly row: number } | null,
): Places {
  const placed = (id: string): PlacedTable => existing(tables.get(id), id);
  const columnIn = ({ columns }: PlacedTable, key: string): number => existing(columns.get(key), key);
  const prefixed = (table: PlacedTable): string | null => (table.sheet === sheet ? null : table.sheet);
  const inCells = <T>({ table: id, row, column }: CellPlace, make: (row: number, column: number) => T): T => {
    const table = placed(id);
    return make(table.firstRow + row, columnIn(table, column));
  };
  const cell = (place: CellPlace): string =>
    inCells(place, (row, column) => reference(row, column, prefixed(placed(place.table))));
  const prefix = (id: string): string => {
    const name = prefixed(placed(id));
    return name === null ? "" : sheetPrefix(name);
  };
  return {
    cell,
    fixedCell: (place) => prefix(place.table) + inCells(place, fixedRow),
    column({ table: id, column, firstRow, lastRow }) {
      const table = placed(id);
      const from = (row: number): number => table.firstRow + row;
      return columnRange(columnIn(table, column), from(firstRow), from(lastRow), prefixed(table));
    },
    across(first, lastColumn) {
      const last = columnIn(placed(first.table), lastColumn);
      return prefix(first.table) + inCells(first, (row, column) => rowRange(row, column, last));
    },
    here(column) {
      if (own === null) throw new RangeError(`${column}: this formula stands in no table`);
      return cell({ ...own, column });
    },
    staleLine: (key) => `${sheetPrefix(existing(sheets.get(key), key))}${absolute(0, 0)}`,
  };
}

function existing<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the document has no ${name}`);
  return value;
}
