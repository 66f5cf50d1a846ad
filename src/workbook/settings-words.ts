/** The keys and values of the sheet Thông tin (workbook.md, In 4). */
import type { Settings } from "../scoring/model";
import { normalise } from "./text";

export type SettingKey =
  | "province"
  | "issuer"
  | "year"
  | "rankRule"
  | "rounding"
  | "notApplicableRule"
  | "indexCap"
  | "decimalMark"
  | "nationalRank"
  | "nationalRankLastYear";

/** The first word of each is the one that messages offer. */
export const settingKeyWords: Readonly<Record<SettingKey, readonly [string, ...string[]]>> = {
  province: ["Tỉnh", "Tỉnh/thành phố", "Tỉnh, thành phố", "Tên tỉnh"],
  issuer: ["Cơ quan ban hành"],
  year: ["Năm đánh giá", "Năm"],
  rankRule: ["Cách xếp hạng"],
  rounding: ["Làm tròn", "Cách làm tròn"],
  notApplicableRule: ["Không áp dụng", "Tiêu chí không áp dụng"],
  indexCap: ["Trần chỉ số"],
  decimalMark: ["Dấu thập phân"],
  nationalRank: ["Xếp hạng toàn quốc"],
  nationalRankLastYear: ["Xếp hạng toàn quốc năm trước"],
};

/** Values by their words; the first word of each value is the one that messages offer. */
export const settingValueWords: {
  readonly rankRule: Readonly<Record<Settings["rankRule"], readonly string[]>>;
  readonly rounding: Readonly<Record<Settings["rounding"], readonly string[]>>;
  readonly notApplicableRule: Readonly<Record<Settings["notApplicableRule"], readonly string[]>>;
} = {
  rankRule: { dense: ["Liền kề", "Liên tiếp"], competition: ["Cách hạng", "Cách quãng"] },
  rounding: {
    "half-up": ["Gặp 5 làm tròn lên", "Làm tròn lên", "Nửa lên"],
    "half-even": ["Làm tròn về số chẵn", "Về số chẵn", "Nửa chẵn"],
  },
  notApplicableRule: {
    total: ["Quy đổi trên tổng điểm"],
    parent: ["Quy đổi trong tiêu chí cấp trên"],
  },
};

export const noCapWords: readonly string[] = ["Không", "Không có"];

export const levelTableWords = {
  level: ["xếp loại", "mức độ"],
  from: ["từ", "từ chỉ số", "chỉ số từ"],
  group: ["nhóm"],
} as const;

export const groupTableWords = {
  group: ["nhóm"],
  heading: ["tên cột đơn vị"],
  caption: ["tên trong tiêu đề"],
} as const;

/** What the two tables are called where a change in them is told. */
export const tableLabels = { levels: "Xếp loại", groups: "Nhóm" } as const;

const keys = new Map(
  (Object.keys(settingKeyWords) as SettingKey[]).flatMap((key) =>
    settingKeyWords[key].map((word) => [normalise(word), key] as const),
  ),
);

/** The key that a text names, by itself or before a colon; null for other texts. */
export function settingKeyIn(text: string): SettingKey | null {
  return keys.get(normalise(text.split(":")[0] ?? "")) ?? null;
}
