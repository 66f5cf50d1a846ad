import type { NewFile } from "excelize-wasm";
import { columnName } from "../../src/data/grid";
import { allocateAreaScore, toUnits, UNITS } from "./allocate";
import { lineCount, setUpPage } from "./page";
import type { SampleArea, SampleCriterion, SampleGroup } from "./sample-data";
import { must } from "./must";
import type { StyleName, Styles } from "./styles";

type Kind = "area" | "criterion" | "leaf" | "total";

/** One row of the table. Numbers are in ten-thousandths of a point: the maximum, then one per agency. */
interface TableRow {
  readonly kind: Kind;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly numbers: readonly number[];
  /** Sheet rows (from 1) that a parent adds up: the first and last of a run, or single ones; null on a leaf. */
  readonly addends: { readonly rows: readonly number[]; readonly asRun: boolean } | null;
}

const HEADINGS = ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Tên ngắn"];
const MAXIMUM_COLUMN = 2;
const FIRST_AGENCY_COLUMN = HEADINGS.length;
const HEADER_ROW = 5;
const NAME_WIDTH = 44;
const SHORT_NAME_WIDTH = 20;
/** Width that the indent of texts takes. */
const INDENT = 2;
/** More agencies than this, and their names stand upright in narrow columns. */
const MOST_LEVEL_HEADINGS = 10;

function addUp(rows: readonly (readonly number[])[]): number[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

/** A criterion's row, then those of its sub-criteria; row is the sheet row of the first. */
function criterionRows(
  code: string,
  criterion: SampleCriterion,
  scores: readonly (readonly number[])[],
  row: number,
): TableRow[] {
  const leaves = criterion.subCriteria.map(({ name, maximum }, at): TableRow => {
    const numbers = [toUnits(maximum), ...(scores[at] ?? [])];
    return { kind: "leaf", code: `${code}.${String(at + 1)}`, name, shortName: "", numbers, addends: null };
  });
  const numbers = addUp(leaves.map((leaf) => leaf.numbers));
  const addends = { rows: [row + 1, row + leaves.length], asRun: true };
  return [{ kind: "criterion", code, name: criterion.name, shortName: "", numbers, addends }, ...leaves];
}

/** An area's row, then those of everything below it; row is the sheet row of the first. */
function areaRows(group: SampleGroup, area: SampleArea, areaIndex: number, row: number): TableRow[] {
  const perAgency = group.agencies.map(({ name, areaScores }) =>
    allocateAreaScore(area, name, areaScores[areaIndex] ?? 0),
  );
  const code = String(areaIndex + 1);
  const below: TableRow[] = [];
  let leaf = 0;
  area.criteria.forEach((criterion, at) => {
    const scores = criterion.subCriteria.map((_, place) => perAgency.map((ofAgency) => ofAgency[leaf + place] ?? 0));
    below.push(...criterionRows(`${code}.${String(at + 1)}`, criterion, scores, row + 1 + below.length));
    leaf += criterion.subCriteria.length;
  });
  const criteria = below.flatMap((content, at) =>
    content.kind === "criterion" ? [{ ...content, row: row + 1 + at }] : [],
  );
  const numbers = addUp(criteria.map((criterion) => criterion.numbers));
  const addends = { rows: criteria.map((criterion) => criterion.row), asRun: false };
  return [{ kind: "area", code, name: area.name, shortName: area.shortName, numbers, addends }, ...below];
}

/** The whole table, from the first area to the total. */
function tableRows(group: SampleGroup): TableRow[] {
  const rows: TableRow[] = [];
  const placesOfAreas: number[] = [];
  group.areas.forEach((area, areaIndex) => {
    const row = HEADER_ROW + 1 + rows.length;
    placesOfAreas.push(row);
    rows.push(...areaRows(group, area, areaIndex, row));
  });
  const numbers = addUp(rows.filter((row) => row.kind === "area").map((row) => row.numbers));
  const addends = { rows: placesOfAreas, asRun: false };
  return [...rows, { kind: "total", code: "", name: "TỔNG ĐIỂM", shortName: "", numbers, addends }];
}

function sumFormula(addends: NonNullable<TableRow["addends"]>, column: string): string {
  return `SUM(${addends.rows.map((row) => `${column}${String(row)}`).join(addends.asRun ? ":" : ",")})`;
}

const textStyles: Record<Kind, StyleName> = {
  area: "areaText",
  criterion: "criterionText",
  leaf: "leafText",
  total: "totalText",
};
const codeStyles: Record<Kind, StyleName> = {
  area: "areaCode",
  criterion: "criterionCode",
  leaf: "leafCode",
  total: "totalText",
};
const numberStyles: Record<Kind, StyleName> = {
  area: "areaNumber",
  criterion: "criterionNumber",
  leaf: "leafNumber",
  total: "totalNumber",
};
const outlineLevels: Record<Kind, number> = { area: 0, criterion: 1, leaf: 2, total: 0 };

function writeTitle(file: NewFile, styles: Styles, group: SampleGroup, year: number): void {
  const { sheet } = group;
  const lines: [string, StyleName, number][] = [
    [`BẢNG ĐIỂM THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM ${String(year)}`, "title", 21],
    [`Nhóm: ${group.name}`, "groupLabel", 18],
    [
      "Điểm và điểm tối đa của từng lĩnh vực là số liệu đã công bố; tên, điểm tối đa và điểm của tiêu chí thành phần là phân bổ minh họa.",
      "note",
      15,
    ],
    [
      "Cách ghi: nhập điểm ở các dòng tiêu chí thành phần; để trống là chưa chấm; ghi “Không áp dụng” nếu tiêu chí không áp dụng cho đơn vị.",
      "note",
      15,
    ],
  ];
  lines.forEach(([text, style, height], index) => {
    const cell = `A${String(index + 1)}`;
    must(file.SetCellStr(sheet, cell, text));
    must(file.SetCellStyle(sheet, cell, cell, styles[style]));
    must(file.SetRowHeight(sheet, index + 1, height));
  });
}

function writeHeader(file: NewFile, styles: Styles, group: SampleGroup, lastColumn: string): void {
  const { sheet, agencies } = group;
  const upright = agencies.length > MOST_LEVEL_HEADINGS;
  const firstAgency = columnName(FIRST_AGENCY_COLUMN);
  const row = String(HEADER_ROW);
  must(file.SetSheetRow(sheet, `A${row}`, [...HEADINGS, ...agencies.map((agency) => agency.name)]));
  must(file.SetCellStyle(sheet, `A${row}`, `${lastColumn}${row}`, styles.header));
  if (upright) {
    must(file.SetCellStyle(sheet, `${firstAgency}${row}`, `${lastColumn}${row}`, styles.agencyUpright));
  }
  must(file.SetRowHeight(sheet, HEADER_ROW, upright ? 150 : 48));
  must(file.SetColWidth(sheet, "A", "A", 7));
  must(file.SetColWidth(sheet, "B", "B", NAME_WIDTH));
  must(file.SetColWidth(sheet, "C", "C", 8));
  must(file.SetColWidth(sheet, "D", "D", SHORT_NAME_WIDTH));
  must(file.SetColWidth(sheet, firstAgency, lastColumn, upright ? 8.3 : 14));
}

function writeRow(file: NewFile, styles: Styles, sheet: string, row: number, content: TableRow): void {
  const at = String(row);
  const lastColumn = columnName(MAXIMUM_COLUMN + 1 + content.numbers.length - 1);
  const [maximum, ...scores] = content.numbers.map((units) => units / UNITS);
  const values = [content.code, content.name, maximum ?? null, content.shortName, ...scores];
  must(
    file.SetSheetRow(
      sheet,
      `A${at}`,
      values.map((value) => (value === "" ? null : value)),
    ),
  );
  must(file.SetCellStyle(sheet, `A${at}`, `D${at}`, styles[textStyles[content.kind]]));
  must(file.SetCellStyle(sheet, `A${at}`, `A${at}`, styles[codeStyles[content.kind]]));
  must(file.SetCellStyle(sheet, `C${at}`, `C${at}`, styles[numberStyles[content.kind]]));
  must(file.SetCellStyle(sheet, `E${at}`, `${lastColumn}${at}`, styles[numberStyles[content.kind]]));
  const lines = Math.max(
    lineCount(content.name, NAME_WIDTH - INDENT),
    lineCount(content.shortName, SHORT_NAME_WIDTH - INDENT),
  );
  must(file.SetRowHeight(sheet, row, 3 + 15 * lines));
  if (outlineLevels[content.kind] > 0) {
    must(file.SetRowOutlineLevel(sheet, row, outlineLevels[content.kind]));
  }
}

/** Writes a group's scoring table. Parents hold sums; their formulas are returned, by cell. */
export function writeScoreTable(file: NewFile, styles: Styles, group: SampleGroup, year: number): Map<string, string> {
  const { sheet } = group;
  const lastColumn = columnName(FIRST_AGENCY_COLUMN + group.agencies.length - 1);
  const formulas = new Map<string, string>();
  must(file.NewSheet(sheet));
  writeTitle(file, styles, group, year);
  writeHeader(file, styles, group, lastColumn);
  const rows = tableRows(group);
  rows.forEach((content, index) => {
    const row = HEADER_ROW + 1 + index;
    writeRow(file, styles, sheet, row, content);
    content.numbers.forEach((_, place) => {
      const column = columnName(place === 0 ? MAXIMUM_COLUMN : FIRST_AGENCY_COLUMN + place - 1);
      if (content.addends !== null) {
        formulas.set(`${column}${String(row)}`, sumFormula(content.addends, column));
      }
    });
  });
  must(file.SetSheetDimension(sheet, `A1:${lastColumn}${String(HEADER_ROW + rows.length)}`));
  const corner = `${columnName(FIRST_AGENCY_COLUMN)}${String(HEADER_ROW + 1)}`;
  must(
    file.SetPanes(sheet, {
      Freeze: true,
      XSplit: FIRST_AGENCY_COLUMN,
      YSplit: HEADER_ROW,
      TopLeftCell: corner,
      ActivePane: "bottomRight",
      Selection: [{ SQRef: corner, ActiveCell: corner, Pane: "bottomRight" }],
    }),
  );
  setUpPage(
    file,
    sheet,
    "landscape",
    HEADER_ROW,
    group.agencies.length > MOST_LEVEL_HEADINGS ? "FF2E75B6" : "FF548235",
  );
  return formulas;
}
