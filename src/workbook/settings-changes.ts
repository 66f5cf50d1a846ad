/**
 * What has to change in the workbook so that it says the wanted settings: values beside the keys of the sheet Thông
 * tin, further keys and levels in rows that are free, or a new sheet. Pure; nothing else of the sheet is touched.
 */
import { toNumber } from "../scoring/exact";
import type { ScoringInput } from "../scoring/model";
import { cellAddress, cellAt, type GridCell, type SheetGrid } from "../data/grid";
import { readNumber } from "./numbers";
import { roleOf } from "./sheet-role";
import { firstColumn, readKeys, readSettings } from "./settings-sheet";
import { findSmallTable, type SheetReader, type SmallTable } from "./settings-tables";
import { type EditableKey, editableKeys, settingsList, type SettingValues, wordOf } from "./settings-list";
import { groupTableWords, levelTableWords, settingKeyIn } from "./settings-words";
import { isBlank, normalise, textOf } from "./text";

/** The settings that the pane edits. */
export type WantedSettings = Pick<SettingValues, EditableKey> & {
  /** Those for all groups, then those of single groups; the table of the workbook in its order. */
  readonly levels: readonly WantedLevel[];
};

export interface WantedLevel {
  readonly name: string;
  /** Lowest index in percent. */
  readonly atLeast: number;
  /** null: for all groups. */
  readonly group: string | null;
}

/** A value that goes into a cell; before is what stands there now. */
export interface SettingChange {
  readonly sheet: string;
  readonly cell: string;
  readonly before: GridCell | null;
  readonly after: string | number | null;
}

export interface SettingsPlan {
  /** Also the values of a new sheet. Empty where the workbook says all of it already. */
  readonly changes: readonly SettingChange[];
  /** The sheet to add for them, or null where the changes go into sheets that exist. */
  readonly newSheet: { readonly name: string; readonly rows: readonly (readonly (string | number | null)[])[] } | null;
}

const sheetName = "Thông tin";
const title = "THÔNG TIN CHUNG";
const levelHeadings = ["Xếp loại", "Từ (%)", "Nhóm"] as const;

/** What is in force now: what the workbook says, and the default where it says nothing. */
export function currentSettings(grids: readonly SheetGrid[], { groups }: Pick<ScoringInput, "groups">): WantedSettings {
  const said = readSettings(settingsSheets(grids), ignore);
  const own = said.levels.map(({ level, group }) => ({
    name: level.name,
    atLeast: toNumber(level.atLeast),
    group,
  }));
  const inForce = (groups[0]?.levels ?? []).map((level) => ({
    name: level.name,
    atLeast: toNumber(level.atLeast),
    group: null,
  }));
  const values = Object.fromEntries(editableKeys.map((key) => [key, said.values[key]])) as Pick<
    SettingValues,
    EditableKey
  >;
  return { ...values, levels: own.length > 0 ? own : inForce };
}

/** input: what was read from the same grids. */
export function planSettings(
  grids: readonly SheetGrid[],
  input: Pick<ScoringInput, "groups">,
  wanted: WantedSettings,
): SettingsPlan {
  const current = currentSettings(grids, input);
  const keys = editableKeys.filter((key) => wanted[key] !== current[key]);
  const levels = sameLevels(current.levels, wanted.levels) ? null : wanted.levels;
  if (keys.length === 0 && levels === null) return { changes: [], newSheet: null };

  const sheets = settingsSheets(grids);
  const [main] = sheets;
  if (main === undefined) return newSheetPlan(grids, wanted);
  const pages = new Map(sheets.map((grid) => [grid, startPage(grid)]));
  const page = (grid: SheetGrid): Page => pages.get(grid) ?? startPage(grid);
  for (const key of keys) writeKey(sheets, page, key, wordOf(key, wanted[key]));
  if (levels !== null) writeLevels(sheets, page, levels);
  return { changes: [...pages.values()].flatMap((each) => each.changes()), newSheet: null };
}

function ignore(): void {
  // Findings about settings are reported when the workbook is read.
}

/** Also a blank sheet that has the name already: a new one could not be called so. */
function settingsSheets(grids: readonly SheetGrid[]): readonly SheetGrid[] {
  return grids.filter((grid) => {
    const { role } = roleOf(grid);
    return role === "settings" || (role === "empty" && normalise(grid.name) === normalise(sheetName));
  });
}

function sameLevels(a: readonly WantedLevel[], b: readonly WantedLevel[]): boolean {
  const text = (levels: readonly WantedLevel[]): string =>
    JSON.stringify(levels.map(({ name, atLeast, group }) => [name, atLeast, group]));
  return text(a) === text(b);
}

function newSheetPlan(grids: readonly SheetGrid[], wanted: WantedSettings): SettingsPlan {
  const rows: (readonly (string | number | null)[])[] = [
    [title],
    ...editableKeys.map((key) => [settingsList[key].words[0], wordOf(key, wanted[key])]),
    [],
    ...levelRows(wanted.levels),
  ];
  const name = freeName(grids);
  const changes = rows.flatMap((row, at) =>
    row.flatMap((after, column) =>
      after === null ? [] : [{ sheet: name, cell: cellAddress(at, column), before: null, after }],
    ),
  );
  return { changes, newSheet: { name, rows } };
}

function freeName(grids: readonly SheetGrid[]): string {
  const taken = new Set(grids.map((grid) => grid.name.normalize("NFC").toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? sheetName : `${sheetName} (${String(number)})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** With its headings; the column of groups only where some level is for one group. */
function levelRows(levels: readonly WantedLevel[]): readonly (readonly (string | number | null)[])[] {
  const columns = levels.some(({ group }) => group !== null) ? 3 : 2;
  return [levelHeadings, ...levels.map(({ name, atLeast, group }) => [name, atLeast, group])].map((row) =>
    row.slice(0, columns),
  );
}

/** A sheet while changes are collected: it knows which cells are taken by them. */
interface Page {
  readonly grid: SheetGrid;
  put(row: number, column: number, after: string | number | null): void;
  /** Nothing stands there, and no change goes there. */
  isFree(row: number, column: number): boolean;
  isRowFree(row: number): boolean;
  /** The row after the last one with anything in it. */
  end(): number;
  changes(): readonly SettingChange[];
}

function startPage(grid: SheetGrid): Page {
  const changes = new Map<string, SettingChange & { readonly row: number; readonly column: number }>();
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  const holds = (row: number, column: number): boolean => {
    const change = changes.get(cellAddress(row, column));
    return change === undefined ? !isBlank(cellAt(grid, row, column)) : change.after !== null;
  };
  const isRowFree = (row: number): boolean => {
    for (let column = 0; column < Math.max(width, 4); column += 1) if (holds(row, column)) return false;
    return true;
  };
  return {
    grid,
    put(row, column, after) {
      const cell = cellAddress(row, column);
      const before = cellAt(grid, row, column);
      // A cell that already says it stays as it is, whatever its format.
      if ((before?.value ?? null) === after && (before === null || before.formula === null)) changes.delete(cell);
      else changes.set(cell, { sheet: grid.name, cell, before, after, row, column });
    },
    isFree: (row, column) => !holds(row, column),
    isRowFree,
    end() {
      let end = Math.max(grid.rows.length, ...[...changes.values()].map(({ row }) => row + 1));
      while (end > 0 && isRowFree(end - 1)) end -= 1;
      return end;
    },
    changes: () =>
      [...changes.values()]
        .sort((a, b) => a.row - b.row || a.column - b.column)
        .map(({ sheet, cell, before, after }) => ({ sheet, cell, before, after })),
  };
}

function readerOf(grid: SheetGrid): SheetReader {
  return { grid, add: ignore };
}

function tablesOf(grid: SheetGrid): readonly SmallTable<string>[] {
  const tables: readonly (SmallTable<string> | null)[] = [
    findSmallTable(grid, levelTableWords, ["level", "from"]),
    findSmallTable(grid, groupTableWords, ["group", "heading"]),
  ];
  return tables.filter((table) => table !== null);
}

/** Into the value's cell where the key stands; else the key and its value below the other keys, or at the end. */
function writeKey(sheets: readonly SheetGrid[], page: (grid: SheetGrid) => Page, key: EditableKey, word: string): void {
  const [keyWord] = settingsList[key].words;
  for (const grid of sheets) {
    const keyColumn = firstColumn(grid);
    const at = readKeys(readerOf(grid), tablesOf(grid))[key];
    if (at !== undefined && keyColumn !== null) {
      const isInOwnCell = at.column === keyColumn;
      const own = textOf(cellAt(grid, at.row, at.column));
      page(grid).put(at.row, at.column, isInOwnCell ? `${own.slice(0, own.indexOf(":"))}: ${word}` : word);
      return;
    }
    const bare = keyColumn === null ? -1 : rowOfKey(grid, keyColumn, key);
    if (keyColumn !== null && bare >= 0) {
      page(grid).put(bare, keyColumn + 1, word);
      return;
    }
  }
  const [main] = sheets;
  if (main === undefined) return;
  const target = page(main);
  const column = firstColumn(main) ?? 0;
  const row = rowForKey(target, column);
  target.put(row, column, keyWord);
  target.put(row, column + 1, word);
}

/** A key that stands there with no value beside it. */
function rowOfKey(grid: SheetGrid, column: number, key: EditableKey): number {
  return grid.rows.findIndex((row) => settingKeyIn(textOf(row[column] ?? null)) === key);
}

/** Right below the last key, if a free row is left below it; else below everything, one row apart. */
function rowForKey(page: Page, column: number): number {
  const { grid } = page;
  const tables = tablesOf(grid);
  let last = -1;
  grid.rows.forEach((row, at) => {
    const isInTable = tables.some((table) => at >= table.row && at <= table.lastRow);
    if (!isInTable && settingKeyIn(textOf(row[column] ?? null)) !== null) last = at;
  });
  let row = last + 1;
  while (isKeyRow(page, row, column)) row += 1;
  if (last >= 0 && page.isRowFree(row) && page.isRowFree(row + 1)) return row;
  const end = page.end();
  return end === 0 || isKeyRow(page, end - 1, column) ? end : end + 1;
}

/** Written by this plan, so that keys at the end of the sheet stand together. */
function isKeyRow(page: Page, row: number, column: number): boolean {
  return page
    .changes()
    .some(
      ({ cell, after }) =>
        cell === cellAddress(row, column) && typeof after === "string" && settingKeyIn(after) !== null,
    );
}

/** Over the table that stands there where it fits; else the old one is emptied and a new one put at the end. */
function writeLevels(
  sheets: readonly SheetGrid[],
  page: (grid: SheetGrid) => Page,
  levels: readonly WantedLevel[],
): void {
  let isWritten = false;
  for (const grid of sheets) {
    const table = findSmallTable(grid, levelTableWords, ["level", "from"]);
    if (table === null) continue;
    if (!isWritten && fits(page(grid), table, levels)) {
      fillTable(page(grid), table, levels);
      isWritten = true;
    } else {
      emptyTable(page(grid), table);
    }
  }
  const [main] = sheets;
  if (isWritten || main === undefined) return;
  const target = page(main);
  const column = firstColumn(main) ?? 0;
  const end = target.end();
  const row = end === 0 ? 0 : end + 1;
  levelRows(levels).forEach((cells, at) => {
    cells.forEach((value, offset) => {
      if (value !== null) target.put(row + at, column + offset, value);
    });
  });
}

type LevelTable = SmallTable<keyof typeof levelTableWords>;

/** Further rows must be free, and one more below them, so that nothing below is taken for a level. */
function fits(page: Page, table: LevelTable, levels: readonly WantedLevel[]): boolean {
  if (levels.some(({ group }) => group !== null) && table.columns.group === undefined) return false;
  const last = table.row + levels.length;
  for (let row = table.lastRow + 1; row <= last + 1; row += 1) {
    if (last > table.lastRow && !columnsOf(table).every((column) => page.isFree(row, column))) return false;
  }
  return true;
}

function columnsOf(table: LevelTable): readonly number[] {
  return Object.values<number | undefined>(table.columns).filter((column) => column !== undefined);
}

function fillTable(page: Page, table: LevelTable, levels: readonly WantedLevel[]): void {
  const { level: nameColumn, from, group } = table.columns;
  if (nameColumn === undefined || from === undefined) return;
  const rows = Math.max(levels.length, table.lastRow - table.row);
  for (let at = 0; at < rows; at += 1) {
    const row = table.row + 1 + at;
    const wanted = levels[at];
    if (wanted === undefined || textOf(cellAt(page.grid, row, nameColumn)) !== wanted.name) {
      page.put(row, nameColumn, wanted?.name ?? null);
    }
    if (wanted === undefined) page.put(row, from, null);
    else putThreshold(page, row, from, wanted, row > table.lastRow);
    if (group !== undefined && textOf(cellAt(page.grid, row, group)) !== (wanted?.group ?? "")) {
      page.put(row, group, wanted?.group ?? null);
    }
  }
}

/** A cell that shows percentages keeps doing so: 93 is 0.93 there. A word ("Dưới 60") that means the same stays. */
function putThreshold(page: Page, row: number, column: number, { atLeast }: WantedLevel, isNew: boolean): void {
  const cell = cellAt(page.grid, row, column);
  const isLowestInWords = isBlank(cell) || /^(dưới|<)/i.test(textOf(cell));
  if (!isNew && atLeast === 0 && isLowestInWords) return;
  const reading = readNumber(cell);
  if (reading.kind === "percent" && cell?.type === "number") {
    page.put(row, column, Number((atLeast / 100).toPrecision(15)));
    return;
  }
  if (reading.kind === "number" && reading.value.valueOf() === atLeast) return;
  page.put(row, column, atLeast);
}

function emptyTable(page: Page, table: LevelTable): void {
  for (let row = table.row; row <= table.lastRow; row += 1) {
    for (const column of columnsOf(table)) {
      if (!isBlank(cellAt(page.grid, row, column))) page.put(row, column, null);
    }
  }
}
