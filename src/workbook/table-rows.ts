/** Sorts the rows below a header: criteria, totals, and all that only looks like them. */
import { readCode, type RawCode } from "./codes";
import { cellAt, type SheetGrid } from "../data/grid";
import { readNumber, type NumberReading } from "./numbers";
import { isRepeatedHeader, type TableHeader } from "./table-header";
import { isBlank, longestText, normalise, shortened, textOf } from "./text";

export interface CriterionRow {
  readonly row: number;
  readonly code: RawCode;
  readonly name: string;
  readonly shortName: string | null;
  readonly maximum: NumberReading;
  readonly method: string;
  /** Some score, or "not applicable", stands in the row. */
  readonly hasScores: boolean;
}

export interface TotalRow {
  readonly row: number;
  /** How many criterion rows stand above it. */
  readonly after: number;
}

export interface TableRows {
  readonly criteria: readonly CriterionRow[];
  readonly totals: readonly TotalRow[];
}

const totalWords = /^(tổng( (điểm|cộng|số|số điểm|cộng điểm|điểm đạt được|điểm tối đa))?|cộng)$/;
const totalStart = /^(tổng điểm|tổng cộng|tổng số điểm|cộng( điểm)? (lĩnh vực|mục|tiêu chí|nhóm|phần))( |$)/;
/** Rows below the totals that compare the agencies or close the page. */
const summaryStart =
  /^(xếp hạng|thứ hạng|xếp loại|chỉ số (cchc|cải cách)|tỷ lệ (%|phần trăm|đạt)|tỉ lệ (%|phần trăm|đạt)|trung bình|giá trị trung bình)( |$)/;
const closingStart =
  /^(người lập|người chấm|thủ trưởng|giám đốc|chủ tịch|kt|tm|tl|nơi nhận|ghi chú|chú thích|lưu ý|xác nhận|trưởng đoàn|tổ trưởng|thư ký|đại diện)(?![\p{L}])/u;
const bullet = /^[-–—+*•●▪◦]/;

type MutableRow = { -readonly [Key in keyof CriterionRow]: CriterionRow[Key] };

/** Reads all rows below the header to the end of the sheet. */
export function readTableRows(grid: SheetGrid, header: TableHeader): TableRows {
  const scoreColumns = header.agencies
    .flatMap(({ appraised, self }) => [appraised, self])
    .filter((column) => column !== null);
  const isCriterion = lastCodedRow(grid, header, scoreColumns);
  const criteria: MutableRow[] = [];
  const totals: TotalRow[] = [];
  let continuing: MutableRow | null = null;

  for (let row = header.lastRow + 1; row < grid.rows.length; row += 1) {
    const codeCell = cellAt(grid, row, header.codeColumn);
    const name = nameAt(grid, row, header);
    if (isBlank(codeCell) && name === "") {
      if (isRowBlank(grid, row)) continuing = null;
      continue;
    }
    if (isRepeatedHeader(grid, row, header) || isColumnNumbers(codeCell === null ? "" : textOf(codeCell), name))
      continue;

    const code = readCode(codeCell);
    const label = name === "" ? textOf(codeCell) : name;
    if (isTotal(code, label)) {
      totals.push({ row, after: criteria.length });
      continuing = null;
      continue;
    }
    const isCoded = code.kind === "code" || code.kind === "letterBelow" || code.kind === "date";
    const maximum = readNumber(cellAt(grid, row, header.maximumColumn));
    const hasScores = (): boolean => scoreColumns.some((column) => isScore(readNumber(cellAt(grid, row, column))));

    if (
      isCoded
        ? isCodedCriterion(code, name, maximum, hasScores) && isCriterion(row, totals.length > 0)
        : isUncodedCriterion(label, maximum, hasScores) && isCriterion(row, true)
    ) {
      continuing = criterionRow(grid, row, header, code, label, hasScores());
      criteria.push(continuing);
      continue;
    }
    if (continuing !== null && code.kind === "blank" && isContinuation(continuing.name, name)) {
      continuing.name = shortened(`${continuing.name} ${name}`, longestText);
    }
  }
  return { criteria, totals };
}

function criterionRow(
  grid: SheetGrid,
  row: number,
  header: TableHeader,
  code: RawCode,
  label: string,
  hasScores: boolean,
): MutableRow {
  const name = nameAt(grid, row, header);
  const rest = code.kind === "code" ? code.rest : "";
  const shortName = header.shortNameColumn === null ? "" : textOf(cellAt(grid, row, header.shortNameColumn));
  return {
    row,
    code,
    name: name === "" && code.kind === "code" ? rest : label,
    shortName: shortName === "" ? null : shortName,
    maximum: readNumber(cellAt(grid, row, header.maximumColumn)),
    method: header.methodColumn === null ? "" : textOf(cellAt(grid, row, header.methodColumn)),
    hasScores,
  };
}

function nameAt(grid: SheetGrid, row: number, header: TableHeader): string {
  for (const column of header.nameColumns) {
    const text = textOf(cellAt(grid, row, column));
    if (text !== "") return text;
  }
  return "";
}

/** A page number in the code column has neither name nor numbers beside it. */
function isCodedCriterion(code: RawCode, name: string, maximum: NumberReading, hasScores: () => boolean): boolean {
  if (code.kind === "letterBelow") return isScore(maximum) || hasScores();
  const hasName = name !== "" || (code.kind === "code" && code.rest !== "");
  return hasName || maximum.kind !== "blank" || hasScores();
}

/** A bullet with points in the maximum column describes how to score; with scores beside it, it is scored. */
function isUncodedCriterion(label: string, maximum: NumberReading, hasScores: () => boolean): boolean {
  if (label === "" || summaryStart.test(normalise(label))) return false;
  return (isScore(maximum) && !bullet.test(label)) || hasScores();
}

function isTotal(code: RawCode, label: string): boolean {
  if (code.kind !== "blank" && code.kind !== "unreadable") return false;
  const words = normalise(label.replace(/[(:=].*$/, ""));
  return totalWords.test(words) || totalStart.test(`${words} `);
}

/**
 * Notes and signatures below the totals are numbered at times, too. So below a total only what stands above the last
 * coded row with numbers is a criterion.
 */
function lastCodedRow(
  grid: SheetGrid,
  header: TableHeader,
  scoreColumns: readonly number[],
): (row: number, hasTotal: boolean) => boolean {
  let last = -1;
  for (let row = grid.rows.length - 1; row > header.lastRow && last < 0; row -= 1) {
    const { kind } = readCode(cellAt(grid, row, header.codeColumn));
    if (kind !== "code" && kind !== "letterBelow" && kind !== "date") continue;
    const columns = [header.maximumColumn, ...scoreColumns];
    if (columns.some((column) => isScore(readNumber(cellAt(grid, row, column))))) last = row;
  }
  let firstTotal = Number.POSITIVE_INFINITY;
  for (let row = header.lastRow + 1; row < grid.rows.length && firstTotal === Number.POSITIVE_INFINITY; row += 1) {
    const name = nameAt(grid, row, header);
    const codeCell = cellAt(grid, row, header.codeColumn);
    if (isTotal(readCode(codeCell), name === "" ? textOf(codeCell) : name)) firstTotal = row;
  }
  return (row, needsNumbersBelow) => !needsNumbersBelow || row <= last || row < firstTotal;
}

function isScore(reading: NumberReading): boolean {
  return reading.kind !== "blank" && reading.kind !== "other";
}

/** "1 | 2 | 3" or "(A) | (B)" below the header numbers the columns. */
function isColumnNumbers(code: string, name: string): boolean {
  const [first, second] = [code, name].map((text) => /^\(?(?:(\d{1,2})|([A-Z]))\)?$/.exec(text));
  if (second === null || second === undefined) return false;
  const isNumber = second[1] !== undefined;
  if (first === null || first === undefined) return code === "" && isNumber;
  return isNumber
    ? Number(second[1]) === Number(first[1]) + 1
    : second[2]?.charCodeAt(0) === (first[2]?.charCodeAt(0) ?? 0) + 1;
}

function isRowBlank(grid: SheetGrid, row: number): boolean {
  return (grid.rows[row] ?? []).every(isBlank);
}

/** More of the name above: no bullet, no signature, no heading in capitals. */
function isContinuation(above: string, text: string): boolean {
  const opensWithCapital = /^\p{Lu}/u.test(text);
  if (
    bullet.test(text) ||
    (opensWithCapital && closingStart.test(normalise(text))) ||
    summaryStart.test(normalise(text))
  ) {
    return false;
  }
  const isCapitals = (words: string): boolean => words === words.toUpperCase() && words !== words.toLowerCase();
  return !isCapitals(text) || isCapitals(above);
}
