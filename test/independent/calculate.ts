/**
 * The index calculated a second time, from the rules alone ("Computing" in the domain's description)
 * and without a line of src/: what the program computes is compared with this.
 */
import { defaultLevels, NOT_APPLICABLE } from "./definition";
import type {
  AgencyResult,
  AreaResult,
  GroupResult,
  PlainAgency,
  PlainCriterion,
  PlainGroup,
  PlainLevel,
  PlainWorkbook,
  Results,
} from "./definition";
import {
  absolute,
  compare,
  decimal,
  dividedBy,
  mean,
  minus,
  plus,
  round,
  sum,
  times,
  toNumber,
  whole,
  ZERO,
} from "./rational";
import type { Rational, Rounding } from "./rational";

interface Points {
  readonly score: Rational;
  readonly maximum: Rational;
  /** False where every leaf below is not applicable. */
  readonly applicable: boolean;
  /** What bonus and penalty leaves give; part of score already. */
  readonly extra: Rational;
}

interface Scored {
  readonly agency: PlainAgency;
  readonly areas: readonly Points[];
  readonly score: Rational;
  readonly maximum: Rational;
  readonly index: Rational | null;
  readonly subIndices: readonly (Rational | null)[];
  readonly lastYear: Rational | null;
}

interface Rules {
  readonly rounding: Rounding;
  readonly competition: boolean;
  readonly byParent: boolean;
  readonly cap: Rational | null;
  readonly levels: readonly PlainLevel[];
}

const NOT_THERE: Points = { score: ZERO, maximum: ZERO, applicable: false, extra: ZERO };

function leafPoints(leaf: PlainCriterion, agency: PlainAgency): Points {
  const entry = agency.scores[leaf.code] ?? null;
  const value = entry === null ? ZERO : decimal(entry);
  if (leaf.method === "bonus" || leaf.method === "penalty") {
    const extra = leaf.method === "bonus" ? value : times(absolute(value), whole(-1));
    return { score: extra, maximum: ZERO, applicable: true, extra };
  }
  return { score: value, maximum: decimal(leaf.maximum ?? "0"), applicable: true, extra: ZERO };
}

/** The maximum of everything below, applicable or not; bonus and penalty have none. */
function fullMaximum(criterion: PlainCriterion): Rational {
  if (criterion.children === undefined) {
    const counts = criterion.method !== "bonus" && criterion.method !== "penalty";
    return counts ? decimal(criterion.maximum ?? "0") : ZERO;
  }
  return sum(criterion.children.map(fullMaximum));
}

function pointsOf(criterion: PlainCriterion, agency: PlainAgency, rules: Rules): Points {
  if (agency.scores[criterion.code] === NOT_APPLICABLE) {
    return NOT_THERE;
  }
  if (criterion.children === undefined) {
    return leafPoints(criterion, agency);
  }
  const children = criterion.children
    .map((child) => pointsOf(child, agency, rules))
    .filter((child) => child.applicable);
  if (children.length === 0) {
    return NOT_THERE;
  }
  const score = sum(children.map((child) => child.score));
  const maximum = sum(children.map((child) => child.maximum));
  const extra = sum(children.map((child) => child.extra));
  if (!rules.byParent || compare(maximum, ZERO) === 0) {
    return { score, maximum, applicable: true, extra };
  }
  // Bonus and penalty are points as they stand: only what has a maximum is converted.
  const own = fullMaximum(criterion);
  const converted = times(dividedBy(minus(score, extra), maximum), own);
  return { score: plus(converted, extra), maximum: own, applicable: true, extra };
}

function percent(score: Rational, maximum: Rational): Rational | null {
  return compare(maximum, ZERO) === 0 ? null : times(dividedBy(score, maximum), whole(100));
}

function scoreAgency(agency: PlainAgency, group: PlainGroup, rules: Rules): Scored {
  const areas = group.areas.map((area) => pointsOf(area, agency, rules));
  const score = sum(areas.map((area) => area.score));
  const maximum = sum(areas.map((area) => area.maximum));
  const uncapped = percent(score, maximum);
  const index = uncapped !== null && rules.cap !== null && compare(uncapped, rules.cap) > 0 ? rules.cap : uncapped;
  return {
    agency,
    areas,
    score,
    maximum,
    index,
    subIndices: areas.map((area) => percent(area.score, area.maximum)),
    lastYear: agency.lastYear === undefined ? null : decimal(agency.lastYear),
  };
}

/** Ranks of values as printed with 3 decimals; null has none, and a group of one has none. */
function ranksOf(values: readonly (Rational | null)[], rules: Rules): (number | null)[] {
  const printed = values.map((value) => (value === null ? null : round(value, 3, rules.rounding)));
  const present = printed.filter((value) => value !== null);
  return printed.map((value) => {
    if (value === null || values.length < 2) {
      return null;
    }
    const better = present.filter((other) => compare(other, value) > 0);
    const distinct = better.filter((other, at) => better.findIndex((earlier) => compare(earlier, other) === 0) === at);
    return 1 + (rules.competition ? better.length : distinct.length);
  });
}

function levelOf(index: Rational | null, rules: Rules): string | null {
  if (index === null) {
    return null;
  }
  const printed = round(index, 3, rules.rounding);
  const reached = rules.levels.find((level) => compare(printed, decimal(level.atLeast)) >= 0);
  // "Thấp below": a lowest level from 0 takes an index below 0 (penalties) as well.
  const lowest = rules.levels.at(-1);
  return (reached ?? (lowest !== undefined && Number(lowest.atLeast) <= 0 ? lowest : undefined))?.name ?? null;
}

const present = (values: readonly (Rational | null)[]) => values.filter((value) => value !== null);
const numberOrNull = (value: Rational | null) => (value === null ? null : toNumber(value));
const printed2 = (value: Rational | null, rounding: Rounding) => (value === null ? null : round(value, 2, rounding));

/** Difference of the values as printed, with 2 decimals. */
function changeOf(now: Rational | null, before: Rational | null, rounding: Rounding): number | null {
  return now === null || before === null ? null : toNumber(minus(round(now, 2, rounding), round(before, 2, rounding)));
}

function agencyResult(
  scored: Scored,
  group: PlainGroup,
  rules: Rules,
  rank: number | null,
  areaRanks: readonly (number | null)[],
): AgencyResult {
  const areas = group.areas.map(
    (area, at): AreaResult => ({
      code: area.code,
      name: area.name,
      score: toNumber(scored.areas[at]?.score ?? ZERO),
      maximum: toNumber(scored.areas[at]?.maximum ?? ZERO),
      subIndex: numberOrNull(scored.subIndices[at] ?? null),
      rank: areaRanks[at] ?? null,
    }),
  );
  return {
    name: scored.agency.name,
    score: toNumber(scored.score),
    maximum: toNumber(scored.maximum),
    index: numberOrNull(scored.index),
    rank,
    level: levelOf(scored.index, rules),
    areas,
    lastYear: numberOrNull(printed2(scored.lastYear, rules.rounding)),
    change: changeOf(scored.index, scored.lastYear, rules.rounding),
  };
}

function meansOf(all: readonly Scored[], rounding: Rounding) {
  const index = mean(present(all.map((scored) => scored.index)));
  const lastYear = mean(present(all.map((scored) => scored.lastYear)));
  return {
    index: numberOrNull(index),
    lastYear: numberOrNull(printed2(lastYear, rounding)),
    change: changeOf(index, lastYear, rounding),
  };
}

function groupResult(group: PlainGroup, all: readonly Scored[], rules: Rules): GroupResult {
  const ranks = ranksOf(
    all.map((scored) => scored.index),
    rules,
  );
  const areaRanks = group.areas.map((_, at) =>
    ranksOf(
      all.map((scored) => scored.subIndices[at] ?? null),
      rules,
    ),
  );
  const inOrder = all.map((_, at) => at).sort((a, b) => (ranks[a] ?? Infinity) - (ranks[b] ?? Infinity) || a - b);
  const agencies = inOrder.flatMap((at) => {
    const scored = all[at];
    const ofAreas = areaRanks.map((ofArea) => ofArea[at] ?? null);
    return scored === undefined ? [] : [agencyResult(scored, group, rules, ranks[at] ?? null, ofAreas)];
  });
  const { index, lastYear, change } = meansOf(all, rules.rounding);
  return {
    name: group.name,
    sheet: group.sheet,
    agencies,
    lastRank: ranks.reduce((last, rank) => (rank === null ? last : Math.max(rank, last ?? 0)), null),
    mean: {
      score: numberOrNull(mean(all.map((scored) => scored.score))),
      index,
      lastYear,
      change,
      areas: group.areas.map((area, at) => ({
        code: area.code,
        score: numberOrNull(
          // Of the agencies that have a maximum there; of an area of bonus and penalty alone, of those it applies to.
          mean(
            all
              .flatMap((scored) => scored.areas[at] ?? [])
              .filter((points, _, areas) =>
                areas.some(({ maximum }) => compare(maximum, ZERO) !== 0)
                  ? compare(points.maximum, ZERO) !== 0
                  : points.applicable,
              )
              .map(({ score }) => score),
          ),
        ),
        subIndex: numberOrNull(mean(present(all.map((scored) => scored.subIndices[at] ?? null)))),
      })),
    },
  };
}

function rulesOf(workbook: PlainWorkbook, group: PlainGroup): Rules {
  return {
    rounding: workbook.rounding ?? "half-up",
    competition: workbook.rankRule === "competition",
    byParent: workbook.notApplicableRule === "parent",
    cap: workbook.indexCap === undefined ? null : decimal(workbook.indexCap),
    levels: group.levels ?? workbook.levels ?? defaultLevels,
  };
}

/** Calculates what RESULTS.json must hold (its findings aside). */
export function calculate(workbook: PlainWorkbook): Results {
  const groups = workbook.groups.map((group) => {
    const rules = rulesOf(workbook, group);
    const all = group.agencies.map((agency) => scoreAgency(agency, group, rules));
    return { all, result: groupResult(group, all, rules) };
  });
  return {
    year: workbook.year ?? null,
    provisional: workbook.provisional ?? false,
    groups: groups.map(({ result }) => result),
    meanOfAll: meansOf(
      groups.flatMap(({ all }) => all),
      workbook.rounding ?? "half-up",
    ),
  };
}
