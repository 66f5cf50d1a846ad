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

/** own: where the formula that asks just now stands; a table of null for one that stands in none. */
export function placesFrom(
  { tables, sheets }: Placements,
  sheet: string,
  own: () => { readonly table: string | null; readonly row: number },
): Places {
  const placed = (id: string): PlacedTable => existing(tables.get(id), id);
  const columnIn = ({ columns }: PlacedTable, key: string): number => existing(columns.get(key), key);
  const prefixed = (table: PlacedTable): string | null => (table.sheet === sheet ? null : table.sheet);
  const cell = ({ table: id, row, column }: CellPlace): string => {
    const table = placed(id);
    return reference(table.firstRow + row, columnIn(table, column), prefixed(table));
  };
  const prefix = (table: PlacedTable): string => (table.sheet === sheet ? "" : sheetPrefix(table.sheet));
  return {
    cell,
    fixedCell({ table: id, row, column }) {
      const table = placed(id);
      return prefix(table) + fixedRow(table.firstRow + row, columnIn(table, column));
    },
    column({ table: id, column, firstRow, lastRow }) {
      const table = placed(id);
      const from = (row: number): number => table.firstRow + row;
      return columnRange(columnIn(table, column), from(firstRow), from(lastRow), prefixed(table));
    },
    across({ table: id, row, column }, lastColumn) {
      const table = placed(id);
      const columns = [columnIn(table, column), columnIn(table, lastColumn)] as const;
      return prefix(table) + rowRange(table.firstRow + row, ...columns);
    },
    here(column) {
      const { table, row } = own();
      if (table === null) throw new RangeError(`${column}: this formula stands in no table`);
      return cell({ table, row, column });
    },
    staleLine: (key) => `${sheetPrefix(existing(sheets.get(key), key))}${absolute(0, 0)}`,
  };
}

function existing<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the document has no ${name}`);
  return value;
}
