/** What a header is called, whatever its spaces, capitals and marks; the columns themselves are in columns.ts. */
import { type ColumnKind, criteriaColumns, type ScoreKind, scoreColumns } from "./columns";
import { cleanText, normalise } from "./text";

export type AgencyListColumn = "number" | "agency" | "group" | "aliases";

/** Columns that add up or compare the agencies ("Tổng cộng", "Điểm trung bình (%)"); no agency's name begins so. */
const summaryHeader =
  /^(tổng cộng|tổng điểm|tổng số|(điểm |giá trị )?(trung bình|bình quân|cao nhất|thấp nhất|lớn nhất|nhỏ nhất)|xếp hạng|thứ hạng|xếp loại|tỷ lệ|tỉ lệ|chênh lệch|so sánh)( |$)/;

/** "Điểm năm trước", "Kết quả năm 2019": figures to compare with, of no agency. */
const otherYearHeader = /^(điểm|số điểm|kết quả|chỉ số)( .*)? năm( |$)/;

const agencyListWords: Readonly<Record<AgencyListColumn, readonly string[]>> = {
  number: ["stt", "tt", "số tt", "số thứ tự"],
  agency: [
    "tên đơn vị",
    "đơn vị",
    "tên cơ quan",
    "cơ quan",
    "cơ quan đơn vị",
    "tên cơ quan đơn vị",
    "tên cơ quan đơn vị địa phương",
  ],
  group: ["nhóm", "tên nhóm", "nhóm đơn vị", "thuộc nhóm"],
  aliases: ["tên gọi khác", "tên khác", "tên gọi khác của đơn vị"],
};

/** Titles that span the agencies' columns and name none of them. */
const spanningTitle = /^(điểm|kết quả|các|tên)( .*)?(đơn vị|cơ quan|địa phương|sở,? ngành|huyện|xã|phường)/;

function lookup<Kind extends string>(words: Readonly<Record<Kind, readonly string[]>>): ReadonlyMap<string, Kind> {
  return new Map(
    (Object.keys(words) as Kind[]).flatMap((kind) => words[kind].map((word): [string, Kind] => [word, kind])),
  );
}

const columnKinds = lookup(wordsOf(criteriaColumns));
const scoreKinds = lookup(wordsOf(scoreColumns));
const agencyListColumns = lookup(agencyListWords);

function wordsOf<Kind extends string>(
  columns: Readonly<Record<Kind, { readonly words: readonly string[] }>>,
): Readonly<Record<Kind, readonly string[]>> {
  const entries = Object.entries<{ readonly words: readonly string[] }>(columns);
  return Object.fromEntries(entries.map(([kind, { words }]) => [kind, words])) as Record<Kind, readonly string[]>;
}

/** "Điểm  tối đa (điểm):" and "Lĩnh vực/Tiêu chí" as "điểm tối đa" and "lĩnh vực tiêu chí". */
export function headerKey(text: string): string {
  const withoutUnit = cleanText(text).replace(/\s*\([^()]*\)\s*:?$/, "");
  return normalise(normalise(withoutUnit === "" ? text : withoutUnit).replace(/[\/,;–—-]/g, " "));
}

/** "điểm tối đa năm 2020" as "điểm tối đa". */
function withoutYear(key: string): string {
  return key.replace(/ (năm )?(20\d\d|n)$/, "");
}

export function columnKind(text: string): ColumnKind | null {
  const key = headerKey(text);
  const known = columnKinds.get(key) ?? columnKinds.get(withoutYear(key));
  if (known !== undefined) return known;
  const isOther = summaryHeader.test(key) || (otherYearHeader.test(key) && scoreKind(text) === null);
  return isOther ? "other" : null;
}

export function scoreKind(text: string): ScoreKind | null {
  const key = headerKey(text);
  return scoreKinds.get(key) ?? scoreKinds.get(withoutYear(key)) ?? null;
}

export function agencyListColumn(text: string): AgencyListColumn | null {
  return agencyListColumns.get(headerKey(text)) ?? null;
}

export function isSpanningTitle(text: string): boolean {
  return spanningTitle.test(headerKey(text));
}

/** Words of a label such as "Nhóm: X" or "Đơn vị: X" above a header. */
export const labelWords = {
  group: ["nhóm", "nhóm đơn vị", "tên nhóm"],
  agency: ["đơn vị", "tên đơn vị", "tên cơ quan", "cơ quan", "tên cơ quan, đơn vị", "cơ quan, đơn vị"],
} as const;
