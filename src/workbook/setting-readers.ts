/** How a value beside a key of the sheet Thông tin is read (workbook.md, In 4). */
import type Fraction from "fraction.js";
import { dayOfSerial, serialOf } from "../data/date-system";
import type { FindingData } from "../data/finding";
import type { GridCell } from "../data/grid";
import { formatKind, showsNoDay } from "./number-format";
import { readPercent } from "./numbers";
import { normalise } from "./text";

/** A key's value as it stands in the sheet. */
export interface SettingCell {
  /** Never "". */
  readonly text: string;
  readonly cell: GridCell | null;
  /** Says that the value cannot be used, by one of the catalogue's sentences. */
  wrong(data: (key: string, found: string) => FindingData): void;
  /** Says that Excel took the value for a day, and what it was read as. */
  becameDate(read: string): void;
}

/** undefined: not usable, which has been said. */
export type ReadSetting<Value> = (cell: SettingCell) => Value | undefined;

export const readText: ReadSetting<string | null> = ({ text }) => text;

export const readYear: ReadSetting<number | null> = ({ text, wrong }) => {
  const year = Number(/^(?:năm )?(20\d\d)$/i.exec(text)?.[1]);
  if (!Number.isNaN(year)) return year;
  wrong((key, found) => ({ says: "settingYearUnknown", key, found }));
  return undefined;
};

/** One of some values, each by its words; messages offer the first word of each. */
export function readChoice<Value extends string>(
  words: Readonly<Record<Value, readonly [string, ...string[]]>>,
): ReadSetting<Value> {
  const choices = Object.entries<readonly [string, ...string[]]>(words) as [Value, readonly [string, ...string[]]][];
  return ({ text, wrong }) => {
    const chosen = choices.find(([, named]) => named.some((word) => normalise(word) === normalise(text)));
    if (chosen === undefined) wrong(oneOf(choices.map(([, [first]]) => first)));
    return chosen?.[0];
  };
}

/** In percent; null: no cap. */
export function readCap(noCapWords: readonly string[]): ReadSetting<Fraction | null> {
  return ({ text, cell, wrong }) => {
    if (noCapWords.some((word) => normalise(word) === normalise(text))) return null;
    const percent = readPercent(cell, text);
    if (percent !== null && percent.gt(0)) return percent;
    wrong((key, found) => ({ says: "settingCapUnknown", key, found }));
    return undefined;
  };
}

export const readDecimalMark: ReadSetting<"," | "."> = ({ text, wrong }) => {
  // Not normalised: the mark is punctuation itself.
  if (/^["'“(]?,["'”)]?$/.test(text) || /phẩy/i.test(text)) return ",";
  if (/^["'“(]?\.["'”)]?$/.test(text) || /chấm/i.test(text)) return ".";
  wrong(oneOf([",", "."]));
  return undefined;
};

/** "45/63"; Excel takes "12/63" for December 1963. */
export const readRank: ReadSetting<string | null> = ({ text, cell, becameDate }) => {
  if (typeof cell?.value !== "number" || formatKind(cell.format) !== "date") return text;
  const date = dayOfSerial(serialOf(cell, cell.value));
  if (date === null) return undefined;
  const rest = showsNoDay(cell.format) ? [date.month, date.year % 100] : [date.day, date.month];
  const read = rest.map(String).join("/");
  becameDate(read);
  return read;
};

function oneOf(known: readonly string[]): (key: string, found: string) => FindingData {
  return (key, found) => ({ says: "settingValueUnknown", key, found, known });
}
