/**
 * What has to change in the workbook so that it says the wanted settings: values beside the keys of the sheet Thông
 * tin, further keys and levels in rows that are free, or a new sheet. Pure; nothing else of the sheet is touched.
 */
import { toNumber } from "../scoring/exact";
import type { ScoringInput } from "../scoring/model";
import { cellAddress, cellAt, type SheetGrid } from "../data/grid";
import { freeSheetName } from "../data/sheet-name";
import { roleOf } from "./sheet-role";
import { firstColumn, readKeys, readSettings } from "./settings-sheet";
import { findSmallTable, type SheetReader, type SmallTable } from "./settings-tables";
import { levelRows, type WantedLevel, writeLevels } from "./settings-levels";
import { type Page, type SettingChange, startPage } from "./settings-page";
import { type EditableKey, editableKeys, settingsList, type SettingValues, wordOf } from "./settings-list";
import { groupTableWords, levelTableWords, settingKeyIn } from "./settings-words";
import { normalise, textOf } from "./text";

/** The settings that the pane edits. */
export type WantedSettings = Pick<SettingValues, EditableKey> & {
  /** Those for all groups, then those of single groups; the table of the workbook in its order. */
  readonly levels: readonly WantedLevel[];
};

export interface SettingsPlan {
  /** Also the values of a new sheet. Empty where the workbook says all of it already. */
  readonly changes: readonly SettingChange[];
  /** The sheet to add for them, or null where the changes go into sheets that exist. */
  readonly newSheet: { readonly name: string; readonly rows: readonly (readonly (string | number | null)[])[] } | null;
}

const sheetName = "Thông tin";
const title = "THÔNG TIN CHUNG";

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
  const name = freeSheetName(
    sheetName,
    grids.map((grid) => grid.name),
  );
  const changes = rows.flatMap((row, at) =>
    row.flatMap((after, column) =>
      after === null ? [] : [{ sheet: name, cell: cellAddress(at, column), before: null, after }],
    ),
  );
  return { changes, newSheet: { name, rows } };
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
