/** Results as the pane shows them: plain data, numbers printed as the report prints them. */
import { cellAddress } from "../data/grid";
import { type Exact, format, toNumber } from "../scoring/exact";
import {
  type AgencyResult,
  areaScoreDecimals,
  type AreaResult,
  type GroupResult,
  indexDecimals,
  printedDecimals,
  type Results,
} from "../scoring/results";
import type { Settings } from "../scoring/model";
import { nameOfArea } from "../strings/area-name";

export interface ShownResults {
  readonly year: number | null;
  readonly provisional: boolean;
  /** Entries that count as 0 because they are blank or in error. */
  readonly missing: number;
  readonly groups: readonly ShownGroupResult[];
}

/** A number to sort and draw by, and as it is printed. */
export interface ShownNumber {
  readonly value: number;
  readonly text: string;
}

/** A difference; "text" is without its sign. */
export type ShownDifference = ShownNumber;

export interface ShownGroupResult {
  readonly name: string;
  readonly sheet: string;
  /** Names, highest first. */
  readonly levels: readonly string[];
  readonly lastRank: number | null;
  /** In workbook order. */
  readonly agencies: readonly ShownAgency[];
  readonly mean: {
    /** Percent. */
    readonly index: ShownNumber | null;
    readonly change: ShownDifference | null;
    /** How many agencies have a value of last year. */
    readonly lastYearCount: number;
  };
}

export interface ShownAgency {
  readonly name: string;
  readonly rank: number | null;
  /** Percent. */
  readonly index: ShownNumber | null;
  readonly level: string | null;
  readonly change: ShownDifference | null;
  /** Points, as printed. */
  readonly score: string;
  readonly maximum: string;
  /** Its heading in the workbook. */
  readonly place: { readonly sheet: string; readonly cell: string };
  /** For areasOf. */
  readonly areas: string;
}

export interface ShownArea {
  readonly id: number;
  readonly title: string;
  readonly applicable: boolean;
  /** Points, as printed. */
  readonly score: string;
  readonly maximum: string;
  /** Percent. */
  readonly subIndex: ShownNumber | null;
  readonly rank: number | null;
}

export function showResults(results: Results): ShownResults {
  const { year, provisional, missing, groups, settings } = results;
  return { year, provisional, missing, groups: groups.map((group) => showGroup(group, settings)) };
}

/**
 * An agency's areas, in workbook order. They travel as one text: of a whole country they are ten thousands of objects,
 * which would hold up the page that takes them in, and one agency's are looked at.
 */
export function areasOf({ areas }: ShownAgency): readonly ShownArea[] {
  return JSON.parse(areas) as readonly ShownArea[];
}

function showGroup({ group, agencies, lastRank, mean }: GroupResult, settings: Settings): ShownGroupResult {
  return {
    name: group.name,
    sheet: group.sheet,
    levels: group.levels.map(({ name }) => name),
    lastRank,
    agencies: agencies.map((agency) => showAgency(agency, settings)),
    mean: {
      index: shown(mean.index, printedDecimals, settings),
      change: difference(mean.change, settings),
      lastYearCount: mean.lastYearCount,
    },
  };
}

function showAgency(result: AgencyResult, settings: Settings): ShownAgency {
  const { sheet, headerRow, scoreColumn } = result.agency.source;
  return {
    name: result.agency.name,
    rank: result.rank,
    index: shown(result.index, indexDecimals, settings),
    level: result.level?.name ?? null,
    change: difference(result.change, settings),
    score: printed(result.score, printedDecimals, settings),
    maximum: printed(result.maximum, printedDecimals, settings),
    place: { sheet, cell: cellAddress(headerRow, scoreColumn) },
    areas: JSON.stringify(result.areas.map((area) => showArea(area, settings))),
  };
}

function showArea({ area, totals, score, maximum, subIndex, rank }: AreaResult, settings: Settings): ShownArea {
  return {
    id: area.id,
    title: `${area.code}. ${nameOfArea(area)}`,
    applicable: totals.applicable,
    score: printed(score, areaScoreDecimals, settings),
    maximum: printed(maximum, areaScoreDecimals, settings),
    subIndex: shown(subIndex, printedDecimals, settings),
    rank,
  };
}

function shown(value: Exact | null, decimals: number, settings: Settings): ShownNumber | null {
  return value === null ? null : { value: toNumber(value), text: printed(value, decimals, settings) };
}

function difference(value: Exact | null, settings: Settings): ShownDifference | null {
  return value === null ? null : { value: toNumber(value), text: printed(value.abs(), printedDecimals, settings) };
}

function printed(value: Exact, decimals: number, { rounding, decimalMark }: Settings): string {
  return format(value, decimals, rounding, decimalMark);
}
