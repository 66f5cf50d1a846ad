/** What is computed from a workbook: plain data, exact numbers, nothing rounded but where it says so. */
import { type Exact, hundred, mean, round, type Rounding, sum, zero } from "./exact";
import { levelOf } from "./level";
import type { AgencyGroup, AgencyScores, Criterion, Level, ScoringInput, Settings } from "./model";
import { lastRankOf, rankAll } from "./rank";
import { leavesOf } from "./amounts";
import { scoreOf, type Totals, totalsOf } from "./totals";

/** Decimals that ranks, levels and the printed index go by (Computing 4 and 5). */
export const indexDecimals = 3;
/** Decimals of everything else in percent, of total scores and of means, as printed. */
export const printedDecimals = 2;
/** Decimals of an area's score, as printed. */
export const areaScoreDecimals = 3;

export interface AreaResult {
  readonly area: Criterion;
  readonly totals: Totals;
  /** Points. */
  readonly score: Exact;
  /** Points; 0 for an area that does not apply, or of bonus and penalty alone. */
  readonly maximum: Exact;
  /** Percent; null where the maximum is 0. */
  readonly subIndex: Exact | null;
  readonly rank: number | null;
}

export interface AgencyResult {
  readonly agency: AgencyScores;
  /** Points. */
  readonly appraised: Exact;
  readonly survey: Exact;
  readonly score: Exact;
  readonly maximum: Exact;
  /** Percent, capped where the settings say so; null where nothing applies. */
  readonly index: Exact | null;
  readonly rank: number | null;
  readonly level: Level | null;
  /** In workbook order. */
  readonly areas: readonly AreaResult[];
  /** Percent, rounded to 2 decimals. */
  readonly lastYear: Exact | null;
  /** Difference of the indices as printed, 2 decimals (Computing 8). */
  readonly change: Exact | null;
}

export interface GroupMean {
  /** Points. */
  readonly appraised: Exact | null;
  readonly survey: Exact | null;
  readonly score: Exact | null;
  /** Percent. */
  readonly index: Exact | null;
  /** Percent, 2 decimals, over the agencies that have a value. */
  readonly lastYear: Exact | null;
  /** How many agencies have one. */
  readonly lastYearCount: number;
  readonly change: Exact | null;
  /** In workbook order; over the agencies that have the area. */
  readonly areas: readonly AreaMean[];
}

export interface AreaMean {
  readonly area: Criterion;
  readonly score: Exact | null;
  readonly subIndex: Exact | null;
}

export interface GroupResult {
  readonly group: AgencyGroup;
  /** In workbook order. */
  readonly agencies: readonly AgencyResult[];
  readonly lastRank: number | null;
  readonly mean: GroupMean;
}

export interface Results {
  readonly year: number | null;
  readonly settings: Settings;
  /** True where blanks and entries in error were counted as 0, or self scores stand in (Computing 9). */
  readonly provisional: boolean;
  /** How many entries were counted as 0 because they are blank or in error. */
  readonly missing: number;
  readonly groups: readonly GroupResult[];
  readonly meanOfAll: Pick<GroupMean, "index" | "lastYear" | "lastYearCount" | "change">;
}

/** Computes everything (domain.md, Computing). Pure; never throws: what does not exist is null. */
export function computeResults(input: ScoringInput, provisional: boolean): Results {
  const groups = input.groups.map((group) => computeGroup(group, input.settings));
  return {
    year: input.year,
    settings: input.settings,
    provisional,
    missing: sumOf(input.groups.map(missingEntries)),
    groups,
    meanOfAll: meanIndex(
      groups.flatMap((group) => group.agencies),
      input.settings.rounding,
    ),
  };
}

/** Agencies with the best first; equal ones in workbook order, those without a value last. */
export function inOrder<T>(items: readonly T[], rankOf: (item: T) => number | null): readonly T[] {
  // Array.sort is stable, which keeps the workbook's order among equals.
  return [...items].sort((a, b) => (rankOf(a) ?? Infinity) - (rankOf(b) ?? Infinity) || 0);
}

function computeGroup(group: AgencyGroup, settings: Settings): GroupResult {
  const agencies = group.agencies.map((agency) => computeAgency(group, agency, settings));
  // A group of one is not ranked (Computing 10).
  const ranked = agencies.length > 1;
  const ranks = ranksOf(
    agencies.map((agency) => agency.index),
    settings,
    ranked,
  );
  const areaRanks = group.areas.map((_, at) =>
    ranksOf(
      agencies.map((agency) => agency.areas[at]?.subIndex ?? null),
      settings,
      ranked,
    ),
  );
  const withRanks = agencies.map((agency, row) => ({
    ...agency,
    rank: ranks[row] ?? null,
    areas: agency.areas.map((area, at) => ({ ...area, rank: areaRanks[at]?.[row] ?? null })),
  }));
  return {
    group,
    agencies: withRanks,
    lastRank: lastRankOf(ranks),
    mean: computeMean(group, withRanks, settings.rounding),
  };
}

function ranksOf(values: readonly (Exact | null)[], settings: Settings, ranked: boolean): readonly (number | null)[] {
  if (!ranked) return values.map(() => null);
  return rankAll(
    values.map((value) => value && round(value, indexDecimals, settings.rounding)),
    settings.rankRule,
  );
}

function computeAgency(group: AgencyGroup, agency: AgencyScores, settings: Settings): AgencyResult {
  const areas = group.areas.map((area): AreaResult => {
    const totals = totalsOf(area, agency, settings.notApplicableRule);
    const score = scoreOf(totals);
    return { area, totals, score, maximum: totals.maximum, subIndex: percent(score, totals.maximum), rank: null };
  });
  const score = sum(areas.map((area) => area.score));
  const maximum = sum(areas.map((area) => area.maximum));
  const index = capped(percent(score, maximum), settings.indexCap);
  const lastYear = agency.lastYear && round(agency.lastYear, printedDecimals, settings.rounding);
  return {
    agency,
    appraised: sum(areas.map((area) => area.totals.appraised)),
    survey: sum(areas.map((area) => area.totals.survey)),
    score,
    maximum,
    index,
    rank: null,
    level: index && levelOf(round(index, indexDecimals, settings.rounding), group.levels),
    areas,
    lastYear,
    change: changeOf(index, lastYear, settings.rounding),
  };
}

function computeMean(group: AgencyGroup, agencies: readonly AgencyResult[], rounding: Rounding): GroupMean {
  return {
    ...meanIndex(agencies, rounding),
    appraised: mean(agencies.map((agency) => agency.appraised)),
    survey: mean(agencies.map((agency) => agency.survey)),
    score: mean(agencies.map((agency) => agency.score)),
    areas: group.areas.map((area, at) => {
      const results = agencies.flatMap((agency) => agency.areas[at] ?? []);
      return {
        area,
        score: mean(agenciesWith(results).map((result) => result.score)),
        subIndex: mean(present(results.map((result) => result.subIndex))),
      };
    }),
  };
}

/** The agencies that have the area; of an area of bonus and penalty alone, those that it applies to. */
function agenciesWith(results: readonly AreaResult[]): readonly AreaResult[] {
  const scored = results.filter((result) => result.subIndex !== null);
  return scored.length > 0 ? scored : results.filter((result) => result.totals.applicable);
}

function meanIndex(agencies: readonly AgencyResult[], rounding: Rounding): Results["meanOfAll"] {
  const index = mean(present(agencies.map((agency) => agency.index)));
  // Of last year's values as they were given, not of the rounded ones.
  const given = present(agencies.map((agency) => agency.agency.lastYear));
  const lastYearMean = mean(given);
  const lastYear = lastYearMean && round(lastYearMean, printedDecimals, rounding);
  return { index, lastYear, lastYearCount: given.length, change: changeOf(index, lastYear, rounding) };
}

function changeOf(index: Exact | null, lastYear: Exact | null, rounding: Rounding): Exact | null {
  return index && lastYear && round(index, printedDecimals, rounding).sub(lastYear);
}

function percent(score: Exact, maximum: Exact): Exact | null {
  return maximum.equals(zero) ? null : score.mul(hundred).div(maximum);
}

function capped(index: Exact | null, cap: Exact | null): Exact | null {
  return index !== null && cap !== null && index.gt(cap) ? cap : index;
}

function missingEntries({ areas, agencies }: AgencyGroup): number {
  const leaves = areas.flatMap(leavesOf);
  return sumOf(agencies.map(({ entries }) => leaves.filter(({ id }) => entries.get(id)?.kind === "missing").length));
}

function present(values: readonly (Exact | null)[]): readonly Exact[] {
  return values.filter((value): value is Exact => value !== null);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
