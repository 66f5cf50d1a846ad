/** The words of the sheet Thông tin beside its settings, and how a key is known (workbook.md, In 4). */
import { type SettingKey, settingKeys, settingsList } from "./settings-list";
import { normalise } from "./text";

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
  settingKeys.flatMap((key) => settingsList[key].words.map((word) => [normalise(word), key] as const)),
);

/** The key that a text names, by itself or before a colon; null for other texts. */
export function settingKeyIn(text: string): SettingKey | null {
  return keys.get(normalise(text.split(":")[0] ?? "")) ?? null;
}
