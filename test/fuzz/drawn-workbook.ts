/** Draws a scoring workbook as sheets of cells, to be changed before it becomes a file. */
import * as XLSX from "xlsx";
import {
  agencyListRows,
  type Cell,
  flatten,
  informationRows,
  leavesOf,
  type Rows,
  scoreTable,
  toSheet,
} from "../fixtures/fixture";
import type { PlainAgency, PlainCriterion, PlainGroup, PlainWorkbook } from "../independent/definition";
import { NOT_APPLICABLE } from "../independent/definition";
import { decimal, plus, sum, times, toNumber, whole, ZERO, type Rational } from "../independent/rational";
import { counts, type Scoring } from "./scoring";

export interface DrawnSheet {
  readonly name: string;
  readonly role: "settings" | "list" | "scores" | "other";
  readonly rows: Rows;
}

/** Where the entries of a group stand. Rows and columns count from 0. */
export interface Places {
  readonly sheet: string;
  readonly headerRow: number;
  readonly codeColumn: number;
  readonly nameColumn: number;
  readonly maximumColumn: number;
  readonly methodColumn: number;
  readonly totalRow: number | null;
  rowOf(code: string): number;
  columnOf(agency: string): number;
}

export interface Drawn {
  readonly sheets: readonly DrawnSheet[];
  /** By group. */
  readonly places: readonly Places[];
}

export const settingsSheet = "Thông tin";
export const listSheet = "Danh sách đơn vị";

export function draw({ definition, look }: Scoring): Drawn {
  const tables = definition.groups.map((group) => drawTable(group, look.totalRow, look.typedSums));
  const listed = definition.groups.flatMap(({ name: group, agencies }) =>
    agencies.map(({ name, lastYear }) => ({
      name,
      group,
      ...(lastYear === undefined ? {} : { lastYear: Number(lastYear) }),
    })),
  );
  const sheets: DrawnSheet[] = [
    { name: settingsSheet, role: "settings", rows: settingsRows(definition) },
    ...(look.agencyList ? [{ name: listSheet, role: "list" as const, rows: agencyListRows(listed) }] : []),
    ...tables.map(({ rows, places }) => ({ name: places.sheet, role: "scores" as const, rows })),
  ];
  return { sheets, places: tables.map(({ places }) => places) };
}

function settingsRows({ year, rankRule, rounding, notApplicableRule, indexCap }: PlainWorkbook): Rows {
  return informationRows([
    ["Tỉnh", "Đắk Nông"],
    ["Năm đánh giá", year ?? 2025],
    ["Cách xếp hạng", rankRule === "competition" ? "Cách hạng" : "Liền kề"],
    ["Làm tròn", rounding === "half-even" ? "Làm tròn về số chẵn" : "Gặp 5 làm tròn lên"],
    ["Không áp dụng", notApplicableRule === "parent" ? "Quy đổi trong tiêu chí cấp trên" : "Quy đổi trên tổng điểm"],
    ["Trần chỉ số", indexCap === undefined ? "Không" : Number(indexCap)],
  ]);
}

function drawTable(group: PlainGroup, totalRow: boolean, typedSums: boolean): { rows: Rows; places: Places } {
  const { rows, headerRow, rowOf, columnOf } = scoreTable(group, { totalRow });
  const total = totalRow ? rows.length - 1 : null;
  const set = (row: number, column: number, value: number): void => {
    const cells = rows[row];
    if (cells === undefined) return;
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
  };
  if (typedSums) {
    for (const criterion of flatten(group.areas).filter(({ children }) => children !== undefined)) {
      // A parent of bonus and penalty alone counts no maximum.
      if (leavesOf([criterion]).some(counts)) set(rowOf(criterion.code), 2, maximumOf([criterion]));
      for (const agency of group.agencies)
        set(rowOf(criterion.code), columnOf(agency.name), pointsOf([criterion], agency));
    }
    if (total !== null) {
      set(total, 2, maximumOf(group.areas));
      for (const agency of group.agencies) set(total, columnOf(agency.name), pointsOf(group.areas, agency));
    }
  }
  const places: Places = {
    sheet: group.sheet,
    headerRow,
    codeColumn: 0,
    nameColumn: 1,
    maximumColumn: 2,
    methodColumn: 3,
    totalRow: total,
    rowOf,
    columnOf,
  };
  return { rows, places };
}

export function maximumOf(criteria: readonly PlainCriterion[]): number {
  return toNumber(
    sum(
      leavesOf(criteria)
        .filter(counts)
        .map((leaf) => decimal(leaf.maximum ?? "0")),
    ),
  );
}

/** The plain sum of what stands in the cells: nothing rescaled. */
export function pointsOf(criteria: readonly PlainCriterion[], { scores }: PlainAgency): number {
  return toNumber(
    leavesOf(criteria).reduce((total: Rational, leaf) => {
      const score = scores[leaf.code] ?? null;
      if (score === null || score === NOT_APPLICABLE) return total;
      const value = decimal(score);
      return plus(total, leaf.method === "penalty" && value.over > 0n ? times(value, whole(-1)) : value);
    }, ZERO),
  );
}

/** A copy whose cells may be set without the other knowing. */
export function copyOf(drawn: Drawn): Drawn {
  return { ...drawn, sheets: drawn.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })) };
}

export function sheetNamed(drawn: Drawn, name: string): DrawnSheet {
  const sheet = drawn.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function setCell({ rows }: DrawnSheet, row: number, column: number, cell: Cell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell;
}

export function address(row: number, column: number): string {
  return XLSX.utils.encode_cell({ r: row, c: column });
}

export interface FileLook {
  /** Texts in the shared table, or in the cells. */
  readonly sharedStrings?: boolean;
  readonly hidden?: readonly string[];
}

export function fileOf(
  sheets: readonly DrawnSheet[],
  { sharedStrings = true, hidden = [] }: FileLook = {},
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows } of sheets) XLSX.utils.book_append_sheet(book, toSheet(rows), name);
  book.Workbook = { Sheets: sheets.map(({ name }) => ({ Hidden: hidden.includes(name) ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", bookSST: sharedStrings }) as ArrayBuffer);
}
