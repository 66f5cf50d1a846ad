import type { Criterion, Entry, ScoringInput } from "../scoring/model";

/**
 * Everything that a result depends on, as one text: two inputs with the same text have the same results. Tells whether
 * scores, settings, criteria or names have changed since a calculation.
 */
export function fingerprintOf({ year, settings, groups }: ScoringInput): string {
  const { rankRule, rounding, notApplicableRule, indexCap, decimalMark } = settings;
  const parts: unknown[] = [year, rankRule, rounding, notApplicableRule, indexCap?.toFraction(), decimalMark];
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
}

function criterionParts(criterion: Criterion): readonly unknown[] {
  const { id, code, name, shortName, method, maximum, children } = criterion;
  return [id, code, name, shortName, method, maximum?.toFraction(), children.map(criterionParts)];
}

function entryText(entry: Entry): string {
  return entry.kind === "value" ? entry.value.toFraction() : entry.kind;
}
