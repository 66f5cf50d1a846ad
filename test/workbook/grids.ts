/** Makes sheet grids from arrays, and finds things in what was read. */
import { findingSentence } from "../../src/strings/finding-sentence";
import { findingTextsVi } from "../../src/strings/findings.vi";
import { fromCellNumber } from "../../src/scoring/exact";
import type { AgencyGroup, Criterion, Entry } from "../../src/scoring/model";
import type { Finding, FindingCode } from "../../src/data/finding";
import type { GridCell, SheetGrid } from "../../src/data/grid";
import { readWorkbook, type ReadWorkbook } from "../../src/workbook/read-workbook";

export type Cell = null | number | string | boolean | GridCell;

/** A number with a number format. */
export function formatted(value: number, format: string): GridCell {
  return { type: "number", value, format, formula: null };
}

/** A formula with its cached value (null: never calculated). */
export function formula(text: string, value: number | string | null): GridCell {
  return { type: typeof value === "string" ? "text" : "number", value, format: "General", formula: text };
}

export function errorCell(name: string): GridCell {
  return { type: "error", value: name, format: "General", formula: "1/0" };
}

/** The serial number of a day in the 1900 date system, as Excel stores it from 1 March 1900 on. */
export function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

export function toCell(cell: Cell): GridCell | null {
  if (cell === null || typeof cell === "object") return cell;
  const type = typeof cell === "number" ? "number" : typeof cell === "boolean" ? "boolean" : "text";
  return { type, value: cell, format: "General", formula: null };
}

export function sheet(name: string, rows: readonly (readonly Cell[])[], options: Partial<SheetGrid> = {}): SheetGrid {
  return {
    name,
    visible: true,
    protected: false,
    rows: rows.map((row) => row.map(toCell)),
    mark: null,
    ...options,
  };
}

export const header = ["STT", "Tiêu chí", "Điểm tối đa"] as const;

/** A table of one group: two areas of 60 and 40 points, criteria 1.1, 1.2 and 2.1, and the given agencies' scores. */
export function smallTable(
  agencies: Readonly<Record<string, readonly [Cell, Cell, Cell]>>,
  name = "Bảng điểm",
): SheetGrid {
  const columns = Object.values(agencies);
  const scores = (at: 0 | 1 | 2): Cell[] => columns.map((column) => column[at]);
  const blank = columns.map(() => null);
  return sheet(name, [
    [...header, ...Object.keys(agencies)],
    ["1", "Chỉ đạo điều hành", 60, ...blank],
    ["1.1", "Kế hoạch", 20, ...scores(0)],
    ["1.2", "Báo cáo", 40, ...scores(1)],
    ["2", "Thể chế", 40, ...blank],
    ["2.1", "Văn bản", 40, ...scores(2)],
  ]);
}

export function withCode(read: ReadWorkbook, code: FindingCode): readonly Finding[] {
  return read.findings.filter((finding) => finding.code === code);
}

export function codes(read: ReadWorkbook): readonly string[] {
  return read.findings.map(({ code, cell }) => (cell === null ? code : `${code} ${cell}`));
}

export function firstGroup(read: ReadWorkbook): AgencyGroup {
  const [group] = read.input.groups;
  if (group === undefined) throw new Error("no group was read");
  return group;
}

function allCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((criterion) => [criterion, ...allCriteria(criterion.children)]);
}

/** "1 > 1.1 1.2", one string per criterion: its code and those of its children. */
export function outline(group: AgencyGroup): readonly string[] {
  return allCriteria(group.areas).map(({ code, children }) =>
    children.length === 0 ? code : `${code} > ${children.map((child) => child.code).join(" ")}`,
  );
}

export function criterionOf(group: AgencyGroup, code: string): Criterion {
  const found = allCriteria(group.areas).find((criterion) => criterion.code === code);
  if (found === undefined) throw new Error(`no criterion ${code}`);
  return found;
}

export function entryOf(group: AgencyGroup, agency: string, code: string): Entry | undefined {
  return group.agencies.find(({ name }) => name === agency)?.entries.get(criterionOf(group, code).id);
}

/** "12.5", "not applicable", "missing". */
export function entryText(group: AgencyGroup, agency: string, code: string): string {
  const entry = entryOf(group, agency, code);
  if (entry === undefined) return "none";
  if (entry.kind === "value") return String(entry.value.valueOf());
  return entry.kind === "notApplicable" ? "not applicable" : "missing";
}

/** Reads one table in which agency "Sở A" has the given cell at criterion 1.1 (maximum 20 unless told). */
export function readScore(cell: Cell, maximum: Cell = 2, method: string | null = null): ReadWorkbook {
  return readWorkbook([
    sheet("Điểm", [
      [...header, "Hình thức đánh giá", "Sở A", "Sở B"],
      ["1", "Chỉ đạo điều hành", null, null, null, null],
      ["1.1", "Kế hoạch", maximum, method, cell, 1],
      ["1.2", "Báo cáo", 98, null, 90, 90],
    ]),
  ]);
}

export function exact(value: number): ReturnType<typeof fromCellNumber> {
  return fromCellNumber(value);
}

/** The finding's sentence, in Vietnamese with a decimal comma; "" where there is no finding. */
export function sentenceOf(finding: Pick<Finding, "data"> | undefined): string {
  return finding === undefined ? "" : findingSentence(finding, findingTextsVi, ",");
}
