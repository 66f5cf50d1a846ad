/** Thông tin: settings, levels and the words of each group (workbook.md, In 4). */
import type { AddFinding } from "./finding-list";
import { cellAt, type SheetGrid } from "../data/grid";
import { type SettingKey, settingKeys, settingsList, type SettingValues } from "./settings-list";
import {
  findSmallTable,
  readGroupWords,
  readLevels,
  type GroupWords,
  type LevelRow,
  type SheetReader,
  type SmallTable,
} from "./settings-tables";
import { groupTableWords, levelTableWords, settingKeyIn, tableLabels } from "./settings-words";
import { headerSearchRows } from "./table-header";
import { isBlank, normalise, quote, textOf } from "./text";
import {
  watchedKeysOf,
  watchedSettings,
  watchedTable,
  type WatchedSetting,
  type WatchedSheet,
} from "./watched-settings";

export interface WorkbookSettings {
  readonly values: SettingValues;
  readonly levels: readonly LevelRow[];
  readonly groupWords: readonly GroupWords[];
  /** The cells that all this was read from. */
  readonly watched: readonly WatchedSetting[];
}

/** True for a sheet with a known key in its first column; "Năm" alone heads too many other tables. */
export function hasSettings(grid: SheetGrid): boolean {
  const column = firstColumn(grid);
  if (column === null) return false;
  const cells = grid.rows.slice(0, headerSearchRows).map((row) => row[column] ?? null);
  return cells.some((cell) => settingKeyIn(textOf(cell)) !== null && normalise(textOf(cell)) !== "năm");
}

/** The leftmost column with a text in it: where the keys stand. */
export function firstColumn(grid: SheetGrid): number | null {
  let first = Number.POSITIVE_INFINITY;
  for (const row of grid.rows.slice(0, headerSearchRows)) {
    const at = row.findIndex((cell) => textOf(cell) !== "");
    if (at >= 0) first = Math.min(first, at);
  }
  return Number.isFinite(first) ? first : null;
}

/** Reads all settings sheets; the first that gives a value wins. */
export function readSettings(grids: readonly SheetGrid[], add: AddFinding): WorkbookSettings {
  const parts = grids.map((grid) => readSheet({ grid, add }));
  const values = settingKeys.map((key) => {
    const said = parts.map((part) => part.values[key]).find((value) => value !== undefined);
    return [key, said === undefined ? settingsList[key].fallback : said];
  });
  return {
    values: Object.fromEntries(values) as SettingValues,
    levels: parts.flatMap((part) => part.levels),
    groupWords: parts.flatMap((part) => part.groupWords),
    watched: watchedSettings(parts.map(({ watched }) => watched)),
  };
}

interface SheetSettings {
  /** What the sheet says. */
  readonly values: Partial<SettingValues>;
  readonly levels: readonly LevelRow[];
  readonly groupWords: readonly GroupWords[];
  readonly watched: WatchedSheet;
}

function readSheet(reader: SheetReader): SheetSettings {
  const levelTable = findSmallTable(reader.grid, levelTableWords, ["level", "from"]);
  const groupTable = findSmallTable(reader.grid, groupTableWords, ["group", "heading"]);
  const places = readKeys(
    reader,
    [levelTable, groupTable].filter((table) => table !== null),
  );
  const values: Partial<SettingValues> = Object.fromEntries(
    settingKeys.map((key) => [key, readValue(reader, places, key)]),
  );
  const { grid } = reader;
  return {
    values,
    levels: levelTable === null ? [] : readLevels(reader, levelTable),
    groupWords: groupTable === null ? [] : readGroupWords(reader, groupTable),
    watched: {
      keys: watchedKeysOf(grid, firstColumn(grid), places, (key) => values[key] !== undefined),
      tables: [
        ...(levelTable === null ? [] : [watchedTable(grid, levelTable, "level", tableLabels.levels)]),
        ...(groupTable === null ? [] : [watchedTable(grid, groupTable, "group", tableLabels.groups)]),
      ],
    },
  };
}

/** undefined: the sheet says nothing that can be used. */
function readValue(reader: SheetReader, places: Places, key: SettingKey): SettingValues[SettingKey] | undefined {
  const at = places[key];
  const { grid, add } = reader;
  const text = at === undefined ? "" : valueText(grid, at, key);
  if (at === undefined || text === "") return undefined;
  const { words, read } = settingsList[key];
  const place = { code: "setting-unknown", sheet: grid.name, ...at } as const;
  return read({
    text,
    cell: cellAt(grid, at.row, at.column),
    wrong(data) {
      add({ ...place, data: data(words[0], quote(text)) });
    },
    becameDate(meant) {
      add({ ...place, data: { says: "settingBecameDate", key: words[0], read: meant }, repair: meant });
    },
  });
}

function valueText(grid: SheetGrid, { row, column }: Place, key: SettingKey): string {
  const text = textOf(cellAt(grid, row, column));
  return text.includes(":") && settingKeyIn(text) === key ? text.slice(text.indexOf(":") + 1).trim() : text;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

type Places = Partial<Record<SettingKey, Place>>;

/** Where each key's value stands: the next cell that is not blank, or the key's own cell after a colon. */
export function readKeys({ grid, add }: SheetReader, tables: readonly SmallTable<string>[]): Places {
  const values: Places = {};
  const keyColumn = firstColumn(grid);
  if (keyColumn === null) return values;
  for (let row = 0; row < grid.rows.length; row += 1) {
    if (tables.some((table) => row >= table.row && row <= table.lastRow && table.firstColumn <= keyColumn)) continue;
    const cell = cellAt(grid, row, keyColumn);
    const key = settingKeyIn(textOf(cell));
    const width = grid.rows[row]?.length ?? 0;
    let column = keyColumn + 1;
    while (column < width && isBlank(cellAt(grid, row, column))) column += 1;
    const hasValue = column < width;
    if (key !== null) {
      const isInOwnCell = !hasValue && textOf(cell).includes(":");
      if (hasValue || isInOwnCell) values[key] ??= { row, column: isInOwnCell ? keyColumn : column };
      continue;
    }
    const unknown = textOf(cell);
    if (hasValue && unknown !== "" && typeof cell?.value === "string" && !isListHeader(unknown)) {
      const known = settingKeys.map((each) => settingsList[each].words[0]);
      add({
        code: "setting-unknown",
        sheet: grid.name,
        row,
        column: keyColumn,
        data: { says: "settingUnknown", key: quote(unknown), known },
      });
    }
  }
  return values;
}

/** "Mục | Giá trị" heads the keys at times. */
function isListHeader(text: string): boolean {
  return /^(stt|tt|mục|thông tin|nội dung|khóa|khoá|tên|chỉ tiêu)$/.test(normalise(text));
}
