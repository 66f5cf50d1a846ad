/** The two tables of Thông tin: levels, and the words of each group. */
import Fraction from "fraction.js";
import type { Level } from "../scoring/model";
import type { AddFinding } from "./finding-list";
import { cellAt, type SheetGrid } from "../data/grid";
import { headerKey } from "./headers";
import { readPercent } from "./numbers";
import { groupTableWords, levelTableWords, settingKeyIn } from "./settings-words";
import { isBlank, quote, textOf } from "./text";

export interface GroupWords {
  readonly group: string;
  readonly columnHeading: string;
  readonly captionName: string;
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number };
}

export interface LevelRow {
  readonly level: Level;
  /** null: for all groups. */
  readonly group: string | null;
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** What it takes to read one sheet and to say what is wrong with it. */
export interface SheetReader {
  readonly grid: SheetGrid;
  readonly add: AddFinding;
}

export interface SmallTable<Column extends string> {
  readonly row: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly columns: Readonly<Partial<Record<Column, number>>>;
}

/** A table beside or below the keys: from its header to the first row that is blank in its main column. */
export function findSmallTable<Column extends string>(
  grid: SheetGrid,
  words: Readonly<Record<Column, readonly string[]>>,
  needed: readonly [Column, ...Column[]],
): SmallTable<Column> | null {
  for (let row = 0; row < grid.rows.length; row += 1) {
    const columns: Partial<Record<Column, number>> = {};
    (grid.rows[row] ?? []).forEach((cell, column) => {
      const text = headerKey(textOf(cell));
      const kind = (Object.keys(words) as Column[]).find((key) => words[key].includes(text));
      if (kind !== undefined) columns[kind] ??= column;
    });
    if (!needed.every((key) => columns[key] !== undefined)) continue;
    const firstColumn = Math.min(
      ...Object.values<number | undefined>(columns).filter((column) => column !== undefined),
    );
    const mainColumn = columns[needed[0]] ?? firstColumn;
    let lastRow = row;
    while (!isBlank(cellAt(grid, lastRow + 1, mainColumn)) && !isOtherTable(grid, lastRow + 1, firstColumn))
      lastRow += 1;
    return { row, lastRow, firstColumn, columns };
  }
  return null;
}

/** The next table's header, or a setting, right below a table without a blank row between. */
function isOtherTable(grid: SheetGrid, row: number, column: number): boolean {
  const cell = cellAt(grid, row, column);
  const heads = [...levelTableWords.level, ...groupTableWords.group] as readonly string[];
  return settingKeyIn(textOf(cell)) !== null || heads.includes(headerKey(textOf(cell)));
}

/** Levels in the order of the table; one without a usable threshold is reported and left out. */
export function readLevels(
  { grid, add }: SheetReader,
  table: SmallTable<keyof typeof levelTableWords>,
): readonly LevelRow[] {
  const rows: LevelRow[] = [];
  const { level, from, group } = table.columns;
  for (let row = table.row + 1; row <= table.lastRow; row += 1) {
    const textAt = (column: number | undefined): string =>
      column === undefined ? "" : textOf(cellAt(grid, row, column));
    const name = textAt(level);
    const threshold = textAt(from);
    if (name === "" || from === undefined || level === undefined) continue;
    // "Thấp" with nothing, or with "Dưới 60", is the lowest level.
    const isLowest = threshold === "" || /^(dưới|<)/i.test(threshold);
    const atLeast = isLowest ? new Fraction(0) : readPercent(cellAt(grid, row, from), threshold);
    if (atLeast === null) {
      add({
        code: "setting-unknown",
        sheet: grid.name,
        row,
        column: from,
        data: { says: "levelUnreadable", level: name, found: quote(threshold) },
      });
      continue;
    }
    const groupName = textAt(group);
    const place = { sheet: grid.name, row, column: group ?? level };
    rows.push({ level: { name, atLeast }, group: groupName === "" ? null : groupName, place });
  }
  return rows;
}

/** The heading and caption words of groups; the group's name where one is blank. */
export function readGroupWords(
  { grid }: SheetReader,
  table: SmallTable<keyof typeof groupTableWords>,
): readonly GroupWords[] {
  const words: GroupWords[] = [];
  const { group, heading, caption } = table.columns;
  for (let row = table.row + 1; row <= table.lastRow; row += 1) {
    const textAt = (column: number | undefined): string =>
      column === undefined ? "" : textOf(cellAt(grid, row, column));
    const name = textAt(group);
    if (name === "" || group === undefined) continue;
    const [columnHeading, captionName] = [textAt(heading) || name, textAt(caption) || name];
    words.push({ group: name, columnHeading, captionName, place: { sheet: grid.name, row, column: group } });
  }
  return words;
}
