/** The cells that settings were read from, with what they held: what a report watches for changes. */
import { cellAt, type GridCell, type SheetGrid } from "../data/grid";
import type { SmallTable } from "./settings-tables";
import { type SettingKey, settingsList, watchedKeys } from "./settings-list";
import { settingKeyIn } from "./settings-words";
import { isBlank, textOf } from "./text";

export interface WatchedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What it held when it was read; null: nothing. */
  readonly then: GridCell | null;
}

/** A setting, or a table of settings, under the name that people know it by. */
export interface WatchedSetting {
  readonly label: string;
  readonly cells: readonly WatchedCell[];
  /** Rows of tables that stand one below the other. */
  readonly blocks: readonly WatchedBlock[];
}

export interface WatchedBlock {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** One settings sheet, as far as it is watched. */
export interface WatchedSheet {
  readonly keys: ReadonlyMap<SettingKey, { readonly cells: readonly WatchedCell[]; readonly isInForce: boolean }>;
  readonly tables: readonly WatchedSetting[];
}

/** Sheets in their order: of each key those cells up to the first that gives a value. */
export function watchedSettings(sheets: readonly WatchedSheet[]): readonly WatchedSetting[] {
  const single = watchedKeys.flatMap((key): WatchedSetting[] => {
    const found = sheets.flatMap(({ keys }) => keys.get(key) ?? []);
    const inForce = found.findIndex(({ isInForce }) => isInForce);
    const cells = found.slice(0, inForce < 0 ? found.length : inForce + 1).flatMap((one) => one.cells);
    return cells.length === 0 ? [] : [{ label: settingsList[key].words[0], cells, blocks: [] }];
  });
  const tables = new Map<string, WatchedSetting>();
  for (const { label, cells, blocks } of sheets.flatMap((sheet) => sheet.tables)) {
    const known = tables.get(label);
    tables.set(label, {
      label,
      cells: [...(known?.cells ?? []), ...cells],
      blocks: [...(known?.blocks ?? []), ...blocks],
    });
  }
  return [...single, ...tables.values()];
}

/** values: where the keys' values stand. A key without a value has the cell beside it, which is blank. */
export function watchedKeysOf(
  grid: SheetGrid,
  keyColumn: number | null,
  values: Readonly<Partial<Record<SettingKey, { readonly row: number; readonly column: number }>>>,
  isInForce: (key: SettingKey) => boolean,
): WatchedSheet["keys"] {
  const keys = new Map<SettingKey, { cells: readonly WatchedCell[]; isInForce: boolean }>();
  if (keyColumn === null) return keys;
  for (const key of watchedKeys) {
    const row =
      values[key]?.row ?? grid.rows.findIndex((cells) => settingKeyIn(textOf(cells[keyColumn] ?? null)) === key);
    if (row < 0) continue;
    const column = values[key]?.column ?? keyColumn + 1;
    // "Cách xếp hạng: Liền kề" in one cell: a value beside it would count before that.
    const columns = column === keyColumn ? [column, keyColumn + 1] : [column];
    keys.set(key, { cells: columns.map((one) => watchedCell(grid, row, one)), isInForce: isInForce(key) });
  }
  return keys;
}

/** A table's rows, and the blank cell below them that a further row would begin in. */
export function watchedTable<Column extends string>(
  grid: SheetGrid,
  { row: header, lastRow, columns, firstColumn }: SmallTable<Column>,
  main: Column,
  label: string,
): WatchedSetting {
  const all = Object.values<number | undefined>(columns).filter((column) => column !== undefined);
  const cells: WatchedCell[] = [];
  for (let row = header + 1; row <= lastRow; row += 1) {
    for (const column of all) cells.push(watchedCell(grid, row, column));
  }
  const mainColumn = columns[main];
  const isOpen = mainColumn !== undefined && isBlank(cellAt(grid, lastRow + 1, mainColumn));
  if (isOpen) cells.push(watchedCell(grid, lastRow + 1, mainColumn));
  // From the header on, so that a row that is inserted above the first one counts as well.
  const block = { sheet: grid.name, column: firstColumn, firstRow: header, lastRow: isOpen ? lastRow + 1 : lastRow };
  return { label, cells, blocks: [block] };
}

function watchedCell(grid: SheetGrid, row: number, column: number): WatchedCell {
  return { sheet: grid.name, row, column, then: cellAt(grid, row, column) };
}
