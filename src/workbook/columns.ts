/**
 * The columns of a scoring table or form, one row each: the words of its header, written as headerKey() leaves them
 * (lower case, no slash, comma or dash). A column with isText reaches the model: its text stands in `cells` of the
 * criterion or of the agency, with its place.
 */

interface Column {
  readonly words: readonly string[];
  readonly isText?: true;
  /** Stands right of the agencies at times, so that it tells nothing of where they begin. */
  readonly standsRight?: true;
}

/** Columns that say something of a criterion, and those that are no agency. */
export const criteriaColumns = {
  code: { words: ["stt", "tt", "số tt", "mã", "mã số", "mã tiêu chí", "mã tc", "số thứ tự"] },
  name: {
    words: [
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
  },
  maximum: {
    words: [
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
  },
  method: {
    words: ["hình thức đánh giá", "hình thức chấm", "hình thức chấm điểm", "phương pháp đánh giá", "cách đánh giá"],
  },
  shortName: { words: ["tên ngắn", "tên viết tắt", "tên gọi tắt"] },
  lead: {
    words: [
      "cơ quan chủ trì",
      "đơn vị chủ trì",
      "chủ trì tham mưu",
      "cơ quan chủ trì tham mưu",
      "đơn vị chủ trì tham mưu",
      "đơn vị theo dõi",
      "cơ quan theo dõi",
      "trách nhiệm cơ quan chủ trì",
    ],
    isText: true,
  },
  appraiser: {
    words: ["cơ quan thẩm định", "đơn vị thẩm định", "thành viên tổ giúp việc", "người thẩm định"],
    isText: true,
  },
  target: { words: ["mục tiêu", "mục tiêu phấn đấu", "điểm mục tiêu"], isText: true },
  targetRank: {
    words: ["thứ hạng phấn đấu", "thứ hạng phấn đấu trong", "xếp hạng phấn đấu", "thứ hạng mục tiêu"],
    isText: true,
  },
  coordinator: { words: ["cơ quan phối hợp", "cơ quan phối hợp thực hiện"], isText: true },
  marker: { words: ["duy trì cải thiện"], isText: true },
  division: { words: ["phòng đơn vị phụ trách"], isText: true },
  cause: { words: ["nguyên nhân"], isText: true, standsRight: true },
  proposal: { words: ["kiến nghị"], isText: true, standsRight: true },
  nationalRank: { words: ["xếp hạng toàn quốc"], isText: true, standsRight: true },
  note: { words: ["ghi chú", "lưu ý"], isText: true, standsRight: true },
  other: {
    words: [
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
    standsRight: true,
  },
} as const satisfies Readonly<Record<string, Column>>;

/** Columns that belong to one agency. */
export const scoreColumns = {
  self: {
    words: [
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
  },
  appraised: {
    words: [
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
  },
  explanation: { words: ["giải trình", "nội dung giải trình", "giải trình của đơn vị"], isText: true },
  evidence: {
    words: ["tài liệu kiểm chứng", "tài liệu minh chứng", "tên tài liệu kiểm chứng", "minh chứng", "kiểm chứng"],
    isText: true,
  },
  remark: {
    words: [
      "ý kiến thẩm định",
      "ý kiến hội đồng",
      "ý kiến của hội đồng thẩm định",
      "ý kiến hội đồng thẩm định",
      "nhận xét",
    ],
    isText: true,
  },
  reply: { words: ["ý kiến của đơn vị"], isText: true },
} as const satisfies Readonly<Record<string, Column>>;

type TextKind<Columns> = {
  [Kind in keyof Columns]: Columns[Kind] extends { isText: true } ? Kind : never;
}[keyof Columns];

export type ColumnKind = keyof typeof criteriaColumns;
export type ScoreKind = keyof typeof scoreColumns;
/** A criterion's columns that are read as text: lead, target … */
export type CriterionText = TextKind<typeof criteriaColumns>;
/** An agency's columns that are read as text: explanation, evidence … */
export type ScoreText = TextKind<typeof scoreColumns>;

export function isCriterionText(kind: ColumnKind): kind is CriterionText {
  return "isText" in criteriaColumns[kind];
}

export function isScoreText(kind: ScoreKind): kind is ScoreText {
  return "isText" in scoreColumns[kind];
}

export function standsRight(kind: ColumnKind): boolean {
  return "standsRight" in criteriaColumns[kind];
}
