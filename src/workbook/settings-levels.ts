/** The table of levels of the sheet Thông tin, written anew. */
import { cellAt, type SheetGrid } from "../data/grid";
import { readNumber } from "./numbers";
import type { Page } from "./settings-page";
import { firstColumn } from "./settings-sheet";
import { findSmallTable, type SmallTable } from "./settings-tables";
import { levelTableWords } from "./settings-words";
import { isBlank, textOf } from "./text";

const levelHeadings = ["Xếp loại", "Từ (%)", "Nhóm"] as const;

export interface WantedLevel {
  readonly name: string;
  /** Lowest index in percent. */
  readonly atLeast: number;
  /** null: for all groups. */
  readonly group: string | null;
}

/** With its headings; the column of groups only where some level is for one group. */
export function levelRows(levels: readonly WantedLevel[]): readonly (readonly (string | number | null)[])[] {
  const columns = levels.some(({ group }) => group !== null) ? 3 : 2;
  return [levelHeadings, ...levels.map(({ name, atLeast, group }) => [name, atLeast, group])].map((row) =>
    row.slice(0, columns),
  );
}

/** Over the table that stands there where it fits; else the old one is emptied and a new one put at the end. */
export function writeLevels(
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

export type LevelTable = SmallTable<keyof typeof levelTableWords>;

/** Further rows must be free, and one more below them, so that nothing below is taken for a level. */
export function fits(page: Page, table: LevelTable, levels: readonly WantedLevel[]): boolean {
  if (levels.some(({ group }) => group !== null) && table.columns.group === undefined) return false;
  const last = table.row + levels.length;
  for (let row = table.lastRow + 1; row <= last + 1; row += 1) {
    if (last > table.lastRow && !columnsOf(table).every((column) => page.isFree(row, column))) return false;
  }
  return true;
}

export function columnsOf(table: LevelTable): readonly number[] {
  return Object.values<number | undefined>(table.columns).filter((column) => column !== undefined);
}

export function fillTable(page: Page, table: LevelTable, levels: readonly WantedLevel[]): void {
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
export function putThreshold(page: Page, row: number, column: number, { atLeast }: WantedLevel, isNew: boolean): void {
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

export function emptyTable(page: Page, table: LevelTable): void {
  for (let row = table.row; row <= table.lastRow; row += 1) {
    for (const column of columnsOf(table)) {
      if (!isBlank(cellAt(page.grid, row, column))) page.put(row, column, null);
    }
  }
}
