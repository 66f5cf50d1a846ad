/** The header words of every table that the reader knows. One place, so that a word is added in one line. */
import { cleanText, normalise } from "./text";

/** Columns of a scoring table or form that are no agency. */
export type ColumnKind =
  | "code"
  | "name"
  | "maximum"
  | "method"
  | "shortName"
  | "lead"
  | "appraiser"
  | "target"
  | "targetRank"
  | "note"
  | "other";

/** Columns that belong to one agency. */
export type ScoreKind = "self" | "appraised" | "explanation" | "evidence" | "remark";

export type AgencyListColumn = "number" | "agency" | "group" | "aliases";

/** Written as headerKey() leaves them: lower case, no slash, comma or dash. */
const columnWords: Readonly<Record<ColumnKind, readonly string[]>> = {
  code: ["stt", "tt", "số tt", "mã", "mã số", "mã tiêu chí", "mã tc", "số thứ tự"],
  name: [
    "nội dung",
    "nội dung đánh giá",
    "nội dung tiêu chí",
    "nội dung chấm điểm",
    "lĩnh vực",
    "tiêu chí",
    "tiêu chí thành phần",
    "tên tiêu chí",
    "tiêu chí đánh giá",
    "lĩnh vực tiêu chí",
    "lĩnh vực tiêu chí đánh giá",
    "lĩnh vực tiêu chí tiêu chí thành phần",
    "tên lĩnh vực tiêu chí tiêu chí thành phần",
    "tiêu chí tiêu chí thành phần",
    "các lĩnh vực tiêu chí",
    "các lĩnh vực tiêu chí tiêu chí thành phần",
  ],
  maximum: [
    "điểm tối đa",
    "điểm chuẩn",
    "thang điểm",
    "thang điểm tối đa",
    "số điểm tối đa",
    "tổng điểm tối đa",
    "điểm chuẩn tối đa",
    "mức điểm tối đa",
    "tối đa",
  ],
  method: ["hình thức đánh giá", "hình thức chấm", "hình thức chấm điểm", "phương pháp đánh giá", "cách đánh giá"],
  shortName: ["tên ngắn", "tên viết tắt", "tên gọi tắt"],
  lead: [
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "chủ trì tham mưu",
    "cơ quan chủ trì tham mưu",
    "đơn vị chủ trì tham mưu",
    "đơn vị theo dõi",
    "cơ quan theo dõi",
  ],
  appraiser: ["cơ quan thẩm định", "đơn vị thẩm định", "thành viên tổ giúp việc", "người thẩm định"],
  target: ["mục tiêu", "mục tiêu phấn đấu", "điểm mục tiêu"],
  targetRank: ["thứ hạng phấn đấu", "xếp hạng phấn đấu", "thứ hạng mục tiêu"],
  note: ["ghi chú", "lưu ý"],
  other: [
    "cách tính",
    "cách tính điểm",
    "cách chấm",
    "cách chấm điểm",
    "hướng dẫn",
    "hướng dẫn chấm điểm",
    "diễn giải",
    "đơn vị tính",
    "đvt",
    "thời gian",
    "căn cứ",
    "kiểm tra",
    "chỉ số",
    "chỉ số cchc",
    "tổng",
    "cộng",
    "min",
    "max",
    "trung vị",
    "độ lệch chuẩn",
  ],
};

/** Columns that add up or compare the agencies ("Tổng cộng", "Điểm trung bình (%)"); no agency's name begins so. */
const summaryHeader =
  /^(tổng cộng|tổng điểm|tổng số|(điểm |giá trị )?(trung bình|bình quân|cao nhất|thấp nhất|lớn nhất|nhỏ nhất)|xếp hạng|thứ hạng|xếp loại|tỷ lệ|tỉ lệ|chênh lệch|so sánh)( |$)/;

/** "Điểm năm trước", "Kết quả năm 2019": figures to compare with, of no agency. */
const otherYearHeader = /^(điểm|số điểm|kết quả|chỉ số)( .*)? năm( |$)/;

const scoreWords: Readonly<Record<ScoreKind, readonly string[]>> = {
  self: [
    "tự đánh giá",
    "tự chấm",
    "tự chấm điểm",
    "điểm tự đánh giá",
    "điểm tự chấm",
    "đơn vị tự đánh giá",
    "đơn vị tự chấm",
    "điểm đơn vị tự đánh giá",
    "điểm đơn vị tự chấm",
    "điểm tự đánh giá của đơn vị",
    "điểm tự chấm của đơn vị",
  ],
  appraised: [
    "thẩm định",
    "điểm thẩm định",
    "kết quả thẩm định",
    "điểm sau thẩm định",
    "hội đồng thẩm định",
    "điểm hội đồng thẩm định",
    "điểm thẩm định của hội đồng",
    "điểm đạt",
    "điểm đạt được",
    "điểm",
    "điểm số",
    "điểm đánh giá",
  ],
  explanation: ["giải trình", "nội dung giải trình", "giải trình của đơn vị"],
  evidence: ["tài liệu kiểm chứng", "tài liệu minh chứng", "tên tài liệu kiểm chứng", "minh chứng", "kiểm chứng"],
  remark: [
    "ý kiến thẩm định",
    "ý kiến hội đồng",
    "ý kiến của hội đồng thẩm định",
    "ý kiến hội đồng thẩm định",
    "nhận xét",
  ],
};

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

const columnKinds = lookup(columnWords);
const scoreKinds = lookup(scoreWords);
const agencyListColumns = lookup(agencyListWords);

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
