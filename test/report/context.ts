/** What the sections of the report are given, from small sheets; and what they give, as lines to read. */
import type { Formula, ReportBlock, TableBlock, TableCell } from "../../src/data/blocks";
import type { SheetGrid } from "../../src/data/grid";
import { ledgerOf } from "../../src/report/ledger";
import type { ReportContext } from "../../src/report/report-context";
import type { Section } from "../../src/report/section";
import { computeResults } from "../../src/scoring/results";
import { reportTexts } from "../../src/strings/report.vi";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Cell, sheet, smallTable } from "../workbook/grids";
import { namedPlaces } from "./named-places";

/** Two agencies, the second without the second area, and their indices of last year. */
export const smallWorkbook: readonly SheetGrid[] = [
  sheet("Thông tin", [["Năm đánh giá", 2020]]),
  sheet("Danh sách đơn vị", [
    ["STT", "Tên đơn vị", "Nhóm", "Năm trước"],
    [1, "Sở A", "Sở", 80],
    [2, "Sở B", "Sở", null],
  ]),
  smallTable({ "Sở A": [18, 35, 39.5], "Sở B": [20, 36, "KAD"] }),
];

export function contextOf(grids: readonly SheetGrid[] = smallWorkbook): ReportContext {
  const { input, information, watched } = readWorkbook(grids);
  const results = computeResults(input, false);
  return {
    results,
    information: { ...information, watched, fingerprint: "0123abcd" },
    ledger: ledgerOf(results),
    texts: reportTexts,
  };
}

/** A single agency with survey and bonus. */
export function surveyWorkbook(...information: readonly (readonly Cell[])[]): readonly SheetGrid[] {
  return [
    sheet("Thông tin", [["Năm đánh giá", 2020], ...information]),
    sheet("Điểm", [
      ["STT", "Tiêu chí", "Điểm tối đa", "Hình thức đánh giá", "Sở A"],
      ["1", "Thể chế", 90, null, null],
      ["1.1", "Văn bản", 60, null, 55],
      ["1.2", "Khảo sát", 30, "Điều tra xã hội học", 20.25],
      ["2", "Hiện đại hóa", 10, null, null],
      ["2.1", "Mạng", 10, null, 10],
      ["2.2", "Sáng kiến", 2, "Điểm thưởng", 1],
    ]),
  ];
}

/** The one section with that key. */
export function sectionWith(key: string, sections: readonly Section[]): Section {
  const section = sections.find((one) => one.key === key);
  if (section === undefined) throw new Error(`there is no section ${key}`);
  return section;
}

/** Every block as lines; formulas by the names of what they refer to. */
export function readable(blocks: readonly ReportBlock[]): string {
  return `\n${blocks.flatMap(linesOf).join("\n")}\n`;
}

function linesOf(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [`${block.newPage === true ? "--- " : ""}${block.level.toUpperCase()} ${block.text}`];
    case "table":
      return tableLines(block);
    case "chart":
      return [`chart of ${block.table}, ${block.names}: ${block.series.join(", ")}: ${block.title}`];
    default:
      return [`${block.kind}: ${block.text}`];
  }
}

function tableLines({ id, title, columns, rows, whenEmpty, footnotes = [] }: TableBlock): readonly string[] {
  return [
    `table ${id}${title === undefined ? "" : `: ${title}`}`,
    `  ${columns.map(({ kind, heading }) => `${kind} ${heading}`).join(" | ")}`,
    ...rows.map(({ kind, cells }) => `  ${kind}: ${cells.map(cellText).join(" | ")}`),
    ...(rows.length === 0 ? [`  ${String(whenEmpty)}`] : []),
    ...footnotes.map((note) => `  * ${note}`),
  ];
}

function cellText({ value, formula, link }: TableCell): string {
  const target = link === undefined ? "" : ` -> ${link.sheet}!${link.cell}`;
  return `${String(value)}${formula === undefined ? "" : ` =${formulaText(formula)}`}${target}`;
}

export function formulaText(formula: Formula): string {
  return typeof formula === "string" ? formula : formula(namedPlaces);
}
