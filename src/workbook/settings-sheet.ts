/** Thông tin: settings, levels and the words of each group (workbook.md, In 4). */
import type Fraction from "fraction.js";
import type { FindingData } from "../data/finding";
import type { Settings } from "../scoring/model";
import { dayOfSerial, serialOf } from "../data/date-system";
import type { AddFinding } from "./finding-list";
import { cellAt, type GridCell, type SheetGrid } from "../data/grid";
import { formatKind, showsNoDay } from "./number-format";
import {
  findSmallTable,
  readGroupWords,
  readLevels,
  readPercent,
  type GroupWords,
  type LevelRow,
  type SheetReader,
  type SmallTable,
} from "./settings-tables";
import {
  groupTableWords,
  levelTableWords,
  noCapWords,
  settingKeyIn,
  settingKeyWords,
  settingValueWords,
  tableLabels,
  type SettingKey,
} from "./settings-words";
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
  readonly year: number | null;
  readonly province: string | null;
  readonly issuer: string | null;
  readonly nationalRank: string | null;
  readonly nationalRankLastYear: string | null;
  readonly settings: Settings;
  readonly levels: readonly LevelRow[];
  readonly groupWords: readonly GroupWords[];
  /** The cells that all this was read from. */
  readonly watched: readonly WatchedSetting[];
}

export const defaultSettings: Settings = {
  rankRule: "dense",
  rounding: "half-up",
  notApplicableRule: "total",
  indexCap: null,
  decimalMark: ",",
};

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

export type Values = Partial<Record<SettingKey, { readonly row: number; readonly column: number }>>;

/** Reads all settings sheets; the first that gives a value wins. */
export function readSettings(grids: readonly SheetGrid[], add: AddFinding): WorkbookSettings {
  const parts = grids.map((grid) => readSheet({ grid, add }));
  const first = <Key extends keyof SheetSettings>(key: Key): SheetSettings[Key] =>
    parts.map((part) => part[key]).find((value) => value !== undefined) as SheetSettings[Key];
  const cap = first("indexCap");
  return {
    year: first("year") ?? null,
    province: first("province") ?? null,
    issuer: first("issuer") ?? null,
    nationalRank: first("nationalRank") ?? null,
    nationalRankLastYear: first("nationalRankLastYear") ?? null,
    settings: {
      rankRule: first("rankRule") ?? defaultSettings.rankRule,
      rounding: first("rounding") ?? defaultSettings.rounding,
      notApplicableRule: first("notApplicableRule") ?? defaultSettings.notApplicableRule,
      indexCap: cap === undefined ? defaultSettings.indexCap : cap,
      decimalMark: first("decimalMark") ?? defaultSettings.decimalMark,
    },
    levels: parts.flatMap((part) => part.levels),
    groupWords: parts.flatMap((part) => part.groupWords),
    watched: watchedSettings(parts.map(({ watched }) => watched)),
  };
}

/** undefined: the sheet does not say. */
interface SheetSettings {
  readonly year: number | undefined;
  readonly province: string | undefined;
  readonly issuer: string | undefined;
  readonly nationalRank: string | undefined;
  readonly nationalRankLastYear: string | undefined;
  readonly rankRule: Settings["rankRule"] | undefined;
  readonly rounding: Settings["rounding"] | undefined;
  readonly notApplicableRule: Settings["notApplicableRule"] | undefined;
  readonly indexCap: Fraction | null | undefined;
  readonly decimalMark: Settings["decimalMark"] | undefined;
  readonly levels: readonly LevelRow[];
  readonly groupWords: readonly GroupWords[];
  readonly watched: WatchedSheet;
}

function readSheet(reader: SheetReader): SheetSettings {
  const levelTable = findSmallTable(reader.grid, levelTableWords, ["level", "from"]);
  const groupTable = findSmallTable(reader.grid, groupTableWords, ["group", "heading"]);
  const values = readKeys(
    reader,
    [levelTable, groupTable].filter((table) => table !== null),
  );
  const text = (key: SettingKey): string | undefined => {
    const value = valueText(reader, values, key);
    return value === "" ? undefined : value;
  };
  const settings = {
    year: readYear(reader, values),
    province: text("province"),
    issuer: text("issuer"),
    nationalRank: readRank(reader, values, "nationalRank"),
    nationalRankLastYear: readRank(reader, values, "nationalRankLastYear"),
    rankRule: readChoice(reader, values, "rankRule"),
    rounding: readChoice(reader, values, "rounding"),
    notApplicableRule: readChoice(reader, values, "notApplicableRule"),
    indexCap: readCap(reader, values),
    decimalMark: readDecimalMark(reader, values),
  };
  const { grid } = reader;
  return {
    ...settings,
    levels: levelTable === null ? [] : readLevels(reader, levelTable),
    groupWords: groupTable === null ? [] : readGroupWords(reader, groupTable),
    watched: {
      keys: watchedKeysOf(grid, firstColumn(grid), values, (key) => settings[key] !== undefined),
      tables: [
        ...(levelTable === null ? [] : [watchedTable(grid, levelTable, "level", tableLabels.levels)]),
        ...(groupTable === null ? [] : [watchedTable(grid, groupTable, "group", tableLabels.groups)]),
      ],
    },
  };
}

/** Where each key's value stands: the next cell that is not blank, or the key's own cell after a colon. */
export function readKeys({ grid, add }: SheetReader, tables: readonly SmallTable<string>[]): Values {
  const values: Values = {};
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
      const known = Object.values(settingKeyWords).map(([word]) => word);
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

function valueCell({ grid }: SheetReader, values: Values, key: SettingKey): GridCell | null {
  const at = values[key];
  return at === undefined ? null : cellAt(grid, at.row, at.column);
}

function valueText(reader: SheetReader, values: Values, key: SettingKey): string {
  const text = textOf(valueCell(reader, values, key));
  return text.includes(":") && settingKeyIn(text) === key ? text.slice(text.indexOf(":") + 1).trim() : text;
}

/** What is wrong with a value, said by its key's own sentence where no list of values could say what is meant. */
type WrongValue = (key: string, found: string) => FindingData;

const notListed =
  (known: readonly string[]): WrongValue =>
  (key, found) => ({ says: "settingValueUnknown", key, found, known });

function reportValue(
  { grid, add }: SheetReader,
  values: Values,
  key: SettingKey,
  found: string,
  wrong: WrongValue,
): void {
  const at = values[key];
  if (at === undefined) return;
  const [word] = settingKeyWords[key];
  add({ code: "setting-unknown", sheet: grid.name, row: at.row, column: at.column, data: wrong(word, quote(found)) });
}

function readYear(reader: SheetReader, values: Values): number | undefined {
  const text = valueText(reader, values, "year");
  if (text === "") return undefined;
  const year = Number(/^(?:năm )?(20\d\d)$/i.exec(text)?.[1]);
  if (!Number.isNaN(year)) return year;
  reportValue(reader, values, "year", text, (of, found) => ({ says: "settingYearUnknown", key: of, found }));
  return undefined;
}

type ChoiceKey = keyof typeof settingValueWords;

function readChoice<Key extends ChoiceKey>(reader: SheetReader, values: Values, key: Key): Settings[Key] | undefined {
  const text = valueText(reader, values, key);
  if (text === "") return undefined;
  const words = settingValueWords[key] as Readonly<Record<string, readonly string[]>>;
  const choices = Object.entries(words);
  const chosen = choices.find(([, named]) => named.some((word) => normalise(word) === normalise(text)));
  if (chosen !== undefined) return chosen[0] as Settings[Key];
  reportValue(reader, values, key, text, notListed(choices.map(([, named]) => named[0] ?? "")));
  return undefined;
}

function readCap(reader: SheetReader, values: Values): Fraction | null | undefined {
  const text = valueText(reader, values, "indexCap");
  if (text === "") return undefined;
  if (noCapWords.some((word) => normalise(word) === normalise(text))) return null;
  const percent = readPercent(valueCell(reader, values, "indexCap"), text);
  if (percent !== null && percent.gt(0)) return percent;
  reportValue(reader, values, "indexCap", text, (of, found) => ({ says: "settingCapUnknown", key: of, found }));
  return undefined;
}

function readDecimalMark(reader: SheetReader, values: Values): Settings["decimalMark"] | undefined {
  const text = valueText(reader, values, "decimalMark");
  if (text === "") return undefined;
  // Not normalised: the mark is punctuation itself.
  if (/^["'“(]?,["'”)]?$/.test(text) || /phẩy/i.test(text)) return ",";
  if (/^["'“(]?\.["'”)]?$/.test(text) || /chấm/i.test(text)) return ".";
  reportValue(reader, values, "decimalMark", text, notListed([",", "."]));
  return undefined;
}

/** "45/63"; Excel takes "12/63" for December 1963. */
function readRank(
  reader: SheetReader,
  values: Values,
  key: "nationalRank" | "nationalRankLastYear",
): string | undefined {
  const { grid, add } = reader;
  const at = values[key];
  const cell = valueCell(reader, values, key);
  if (at === undefined || cell === null) return undefined;
  if (typeof cell.value === "number" && formatKind(cell.format) === "date") {
    const date = dayOfSerial(serialOf(cell, cell.value));
    if (date === null) return undefined;
    const rest = showsNoDay(cell.format) ? [date.month, date.year % 100] : [date.day, date.month];
    const read = rest.map(String).join("/");
    const [word] = settingKeyWords[key];
    add({
      code: "setting-unknown",
      sheet: grid.name,
      ...at,
      data: { says: "settingBecameDate", key: word, read },
      repair: read,
    });
    return read;
  }
  const text = valueText(reader, values, key);
  return text === "" ? undefined : text;
}
