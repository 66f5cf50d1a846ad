/** Danh sách đơn vị: names, groups, aliases and last year's index (workbook.md, In 3). */
import type Fraction from "fraction.js";
import { agencyKey } from "./agency-name";
import { fromRoman } from "../data/roman";
import type { AddFinding } from "./finding-list";
import { cellAt, type SheetGrid } from "../data/grid";
import { agencyListColumn, columnKind, headerKey, type AgencyListColumn } from "./headers";
import { foundIn, heldBy, readNumber } from "./numbers";
import type { CellSource } from "../data/place";
import { headerSearchRows } from "./table-header";
import { cleanText, longestText, normalise, quote, shortened, textOf } from "./text";

export interface ListedAgency {
  readonly name: string;
  readonly rawName: string;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly group: string | null;
  /** Last year's index in percent. */
  readonly lastYear: Fraction | null;
  readonly lastYearSource: CellSource | null;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface AgencyListHeader {
  readonly row: number;
  readonly numberColumn: number | null;
  readonly agencyColumn: number;
  readonly groupColumn: number | null;
  readonly aliasColumn: number | null;
  /** Columns that may hold last year's index. */
  readonly indexColumns: readonly IndexColumn[];
}

interface IndexColumn {
  readonly column: number;
  /** null for "năm trước" without a year. */
  readonly year: number | null;
}

const strongAgencyWord = /^tên /;
const yearInText = /(?<!\d)(20\d\d)(?!\d)/;
const otherThanIndex = /hạng|xếp loại|mức độ|ghi chú/;

/** The header of an agency list within the first rows, or null. */
export function findAgencyListHeader(grid: SheetGrid): AgencyListHeader | null {
  const end = Math.min(headerSearchRows, grid.rows.length);
  for (let row = 0; row < end; row += 1) {
    const header = headerAt(grid, row);
    if (header !== null) return header;
  }
  return null;
}

function headerAt(grid: SheetGrid, row: number): AgencyListHeader | null {
  const texts = (grid.rows[row] ?? []).map(textOf);
  const columns = new Map<AgencyListColumn, number>();
  const indexColumns: IndexColumn[] = [];
  const others: string[] = [];
  texts.forEach((text, column) => {
    const kind = agencyListColumn(text);
    const index = kind === null ? indexColumnOf(text, column) : null;
    if (kind !== null && !columns.has(kind)) columns.set(kind, column);
    else if (index !== null) indexColumns.push(index);
    else if (text !== "" && columnKind(text) !== "note") others.push(text);
  });
  const agencyColumn = columns.get("agency");
  if (agencyColumn === undefined) return null;
  const isListed = columns.has("group") || columns.has("aliases") || indexColumns.length > 0;
  // "STT | Tên đơn vị" alone is a list; with other columns beside it, it may be any table of agencies.
  const isPlain =
    columns.has("number") && strongAgencyWord.test(headerKey(texts[agencyColumn] ?? "")) && others.length === 0;
  if (!isListed && !isPlain) return null;
  const columnOf = (kind: AgencyListColumn): number | null => columns.get(kind) ?? null;
  return {
    row,
    numberColumn: columnOf("number"),
    agencyColumn,
    groupColumn: columnOf("group"),
    aliasColumn: columnOf("aliases"),
    indexColumns,
  };
}

function indexColumnOf(text: string, column: number): IndexColumn | null {
  const key = normalise(text);
  if (key === "" || otherThanIndex.test(key)) return null;
  const year = yearInText.exec(key)?.[1];
  if (year !== undefined) return { column, year: Number(year) };
  return /năm (trước|ngoái|liền trước)/.test(key) ? { column, year: null } : null;
}

export interface AgencyList {
  readonly agencies: readonly ListedAgency[];
  /** The year that the header of the last-year column names. */
  readonly lastYear: number | null;
}

/** Reads the list; year is the year of evaluation, or null where it is unknown. */
export function readAgencyList(
  grid: SheetGrid,
  header: AgencyListHeader,
  year: number | null,
  add: AddFinding,
): AgencyList {
  const index = lastYearColumn(header.indexColumns, year);
  const agencies: ListedAgency[] = [];
  const isHeading = headingTest(grid, header);
  // A group's name may stand once for all its rows: in a cell merged down, or in a row above them ("I | Cấp tỉnh").
  let group: string | null = null;
  for (let row = header.row + 1; row < grid.rows.length; row += 1) {
    const cell = cellAt(grid, row, header.agencyColumn);
    const name = textOf(cell);
    if (name === "" || typeof cell?.value !== "string" || agencyListColumn(name) === "agency" || isTotal(name))
      continue;
    const groupText = header.groupColumn === null ? "" : textOf(cellAt(grid, row, header.groupColumn));
    if (isHeading(row)) {
      group = name;
      continue;
    }
    if (groupText !== "") group = groupText;
    agencies.push({
      name,
      rawName: cell.value,
      key: agencyKey(name),
      aliases: aliasesIn(grid, row, header.aliasColumn),
      group,
      ...readLastYear(grid, row, index?.column ?? null, name, add),
      sheet: grid.name,
      row,
      column: header.agencyColumn,
    });
  }
  return { agencies, lastYear: index?.year ?? null };
}

/** By semicolon, or one to a line. */
function aliasesIn(grid: SheetGrid, row: number, column: number | null): readonly string[] {
  const value = column === null ? null : cellAt(grid, row, column)?.value;
  if (typeof value !== "string") return [];
  return value
    .split("\n")
    .flatMap((line) => cleanText(line).split(";"))
    .map((alias) => shortened(cleanText(alias), longestText))
    .filter((alias) => alias !== "");
}

/** "Năm trước" first, then the latest year before the evaluation year (any year where that is unknown). */
function lastYearColumn(columns: readonly IndexColumn[], year: number | null): IndexColumn | null {
  const named = columns.find((column) => column.year === null);
  if (named !== undefined) return named;
  const before = columns.filter((column) => year === null || (column.year ?? 0) < year);
  return before.reduce<IndexColumn | null>(
    (best, column) => ((column.year ?? 0) > (best?.year ?? 0) ? column : best),
    null,
  );
}

function isTotal(name: string): boolean {
  return /^((tổng cộng|tổng số|(giá trị )?trung bình|bình quân)( |$)|(tổng|cộng)$)/.test(
    normalise(name.replace(/:.*$/, "")),
  );
}

/** Rows numbered I, II… among rows numbered 1, 2… head a group. */
function headingTest(grid: SheetGrid, { row: headerRow, numberColumn }: AgencyListHeader): (row: number) => boolean {
  if (numberColumn === null) return () => false;
  const numberAt = (row: number): string => normalise(textOf(cellAt(grid, row, numberColumn))).toUpperCase();
  const hasNumbers = grid.rows.some((_, row) => row > headerRow && /^\d+$/.test(numberAt(row)));
  return (row) => hasNumbers && fromRoman(numberAt(row)) !== null;
}

type LastYear = Pick<ListedAgency, "lastYear" | "lastYearSource">;

function readLastYear(grid: SheetGrid, row: number, column: number | null, agency: string, add: AddFinding): LastYear {
  const none: LastYear = { lastYear: null, lastYearSource: null };
  if (column === null) return none;
  const reading = readNumber(cellAt(grid, row, column));
  if (reading.kind === "number") {
    return { lastYear: reading.value, lastYearSource: { sheet: grid.name, row, column, ...heldBy(reading) } };
  }
  if (reading.kind === "percent") {
    // 92,49% is the cell's 0.9249, so no formula can take the index from the cell as it stands.
    return { lastYear: reading.value.mul(100), lastYearSource: { sheet: grid.name, row, column, heldAs: "nothing" } };
  }
  const isLeftOut =
    reading.kind === "blank" ||
    reading.kind === "notApplicable" ||
    (reading.kind === "other" && normalise(reading.shown) === "");
  if (!isLeftOut) {
    add({
      code: "setting-unknown",
      sheet: grid.name,
      row,
      column,
      agency,
      data:
        reading.kind === "tooLarge"
          ? { says: "lastYearTooLarge", agency, found: quote(reading.shown) }
          : { says: "lastYearUnreadable", agency, found: foundIn(reading) },
    });
  }
  return none;
}
