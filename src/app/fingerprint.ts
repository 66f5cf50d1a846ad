import Fraction from "fraction.js";
import { remembered } from "../data/remembered";
import type { Criterion, Entry } from "../scoring/model";
import { type SettingKey, settingKeys, settingsList, type SettingValues } from "../workbook/settings-list";
import type { ReadWorkbook } from "../workbook/read-workbook";

/**
 * Everything that a report depends on, as one text: two workbooks with the same text have the same results. Tells
 * whether scores, settings, criteria or names have changed since a calculation.
 */
export const fingerprintOf = remembered(
  ({ input, information }: Pick<ReadWorkbook, "input" | "information">): string => {
    const { groups } = input;
    const about = (wanted: "results" | "report"): unknown[] =>
      settingKeys.filter((key) => settingsList[key].about === wanted).map((key) => comparable(information[key]));
    const parts: unknown[] = [...about("results"), ...about("report"), information.lastYear];
    for (const group of groups) {
      parts.push(group.name, group.columnHeading, group.captionName, group.sheet, group.selfScored);
      for (const level of group.levels) parts.push(level.name, level.atLeast.toFraction());
      for (const area of group.areas) parts.push(criterionParts(area));
      for (const agency of group.agencies) {
        parts.push(agency.name, agency.lastYear?.toFraction());
        agency.entries.forEach((entry, id) => parts.push(id, entryText(entry)));
      }
    }
    return JSON.stringify(parts);
  },
);

/** The same in eight digits (FNV-1a), short enough to be carried by a formula of the report. */
export const shortFingerprintOf = remembered((workbook: Pick<ReadWorkbook, "input" | "information">): string => {
  const text = fingerprintOf(workbook);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
});

function comparable(value: SettingValues[SettingKey]): string | number | null {
  return value instanceof Fraction ? value.toFraction() : value;
}

function criterionParts(criterion: Criterion): readonly unknown[] {
  const { id, code, name, shortName, method, maximum, children } = criterion;
  return [id, code, name, shortName, method, maximum?.toFraction(), children.map(criterionParts)];
}

function entryText(entry: Entry): string {
  return entry.kind === "value" ? entry.value.toFraction() : entry.kind;
}
