/**
 * The settings of the sheet Thông tin (workbook.md, In 4), one row each. The reader, the list of known keys in its
 * messages, what a report watches, the fingerprint and the pane's form follow from the rows.
 */
import {
  readCap,
  readChoice,
  readDecimalMark,
  readRank,
  readText,
  readYear,
  type ReadSetting,
} from "./setting-readers";

export interface Setting<Value> {
  /** The first is the one that messages offer. */
  readonly words: readonly [string, ...string[]];
  readonly read: ReadSetting<Value>;
  /** In force where the workbook says nothing. */
  readonly fallback: Value;
  /** What hangs on it: the results, only the report's words, or nothing yet. */
  readonly about: "results" | "report" | "nothing";
  /** Named last among the settings that have changed since a calculation. */
  readonly isNamedLast?: boolean;
}

/** A setting that the pane's form changes; edit: the word for a value in the workbook. */
export interface EditableSetting<Value> extends Setting<Value> {
  readonly edit: (value: Value) => string;
}

function setting<Value>(row: Setting<Value>): Setting<Value> {
  return row;
}

/** One of some values, each with its words in the workbook. */
function choice<Value extends string>(
  words: Setting<Value>["words"],
  values: Readonly<Record<Value, readonly [string, ...string[]]>>,
  fallback: NoInfer<Value>,
): EditableSetting<Value> {
  return { words, read: readChoice(values), fallback, about: "results", edit: (value) => values[value][0] };
}

function editable<Value>(row: EditableSetting<Value>): EditableSetting<Value> {
  return row;
}

export const settingsList = {
  province: setting({
    words: ["Tỉnh", "Tỉnh/thành phố", "Tỉnh, thành phố", "Tên tỉnh"],
    read: readText,
    fallback: null,
    about: "report",
    isNamedLast: true,
  }),
  issuer: setting({ words: ["Cơ quan ban hành"], read: readText, fallback: null, about: "nothing" }),
  year: setting({ words: ["Năm đánh giá", "Năm"], read: readYear, fallback: null, about: "results" }),
  rankRule: choice(
    ["Cách xếp hạng"],
    { dense: ["Liền kề", "Liên tiếp"], competition: ["Cách hạng", "Cách quãng"] },
    "dense",
  ),
  rounding: choice(
    ["Làm tròn", "Cách làm tròn"],
    {
      "half-up": ["Gặp 5 làm tròn lên", "Làm tròn lên", "Nửa lên"],
      "half-even": ["Làm tròn về số chẵn", "Về số chẵn", "Nửa chẵn"],
    },
    "half-up",
  ),
  notApplicableRule: choice(
    ["Không áp dụng", "Tiêu chí không áp dụng"],
    { total: ["Quy đổi trên tổng điểm"], parent: ["Quy đổi trong tiêu chí cấp trên"] },
    "total",
  ),
  indexCap: setting({
    words: ["Trần chỉ số"],
    read: readCap(["Không", "Không có"]),
    fallback: null,
    about: "results",
  }),
  decimalMark: editable<"," | ".">({
    words: ["Dấu thập phân"],
    read: readDecimalMark,
    fallback: ",",
    about: "results",
    edit: (mark) => mark,
  }),
  nationalRank: setting({ words: ["Xếp hạng toàn quốc"], read: readRank, fallback: null, about: "report" }),
  nationalRankLastYear: setting({
    words: ["Xếp hạng toàn quốc năm trước"],
    read: readRank,
    fallback: null,
    about: "report",
  }),
  reportSections: setting({ words: ["Trang báo cáo"], read: readText, fallback: null, about: "nothing" }),
};

type List = typeof settingsList;
export type SettingKey = keyof List;

/** The value of every setting: the workbook's, or the fallback. */
export type SettingValues = {
  readonly [Key in SettingKey]: List[Key] extends Setting<infer Value> ? Value : never;
};

/** The settings that the pane's form changes. */
export type EditableKey = {
  [Key in SettingKey]: "edit" extends keyof List[Key] ? Key : never;
}[SettingKey];

export const settingKeys = Object.keys(settingsList) as readonly SettingKey[];
export const editableKeys = settingKeys.filter((key): key is EditableKey => "edit" in settingsList[key]);

/** What results and report hang on, in the order in which it is named. */
export const watchedKeys: readonly SettingKey[] = ["results", "report"].flatMap((about) => {
  const keys = settingKeys.filter((key) => settingsList[key].about === about);
  const isLast = (key: SettingKey): boolean => settingsList[key].isNamedLast === true;
  return [...keys.filter((key) => !isLast(key)), ...keys.filter(isLast)];
});

/** What the workbook says for an editable setting's value. */
export function wordOf<Key extends EditableKey>(key: Key, value: SettingValues[Key]): string {
  const { edit } = settingsList[key] as unknown as EditableSetting<SettingValues[Key]>;
  return edit(value);
}
