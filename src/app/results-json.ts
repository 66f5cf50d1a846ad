/** The results as other programs read them (docs/json.md): unrounded but for "change" and "lastYear". */
import { nameOfArea } from "../strings/area-name";
import { type Exact, toNumber } from "../scoring/exact";
import { type GroupResult, inOrder, type Results } from "../scoring/results";
import type { Finding } from "../data/finding";
import type { SaidFinding } from "../strings/finding-sentence";

export interface ResultsJson {
  readonly year: number | null;
  readonly provisional: boolean;
  readonly groups: readonly GroupJson[];
  readonly meanOfAll: {
    readonly index: number | null;
    readonly lastYear: number | null;
    readonly change: number | null;
  };
  readonly findings: readonly FindingJson[];
}

export interface FindingJson extends Omit<Finding, "data"> {
  /** One Vietnamese sentence. */
  readonly message: string;
}

export interface GroupJson {
  readonly name: string;
  readonly sheet: string;
  /** In rank order. */
  readonly agencies: readonly AgencyJson[];
  readonly lastRank: number | null;
  readonly mean: {
    readonly score: number | null;
    readonly index: number | null;
    readonly lastYear: number | null;
    readonly change: number | null;
    readonly areas: readonly {
      readonly code: string;
      readonly score: number | null;
      readonly subIndex: number | null;
    }[];
  };
}

export interface AgencyJson {
  readonly name: string;
  readonly score: number;
  readonly maximum: number;
  readonly index: number | null;
  readonly rank: number | null;
  readonly level: string | null;
  /** In workbook order. */
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly score: number;
    readonly maximum: number;
    readonly subIndex: number | null;
    readonly rank: number | null;
  }[];
  readonly lastYear: number | null;
  readonly change: number | null;
}

/** results: null where errors stopped the calculation; then there are no groups. */
export function resultsJson(
  year: number | null,
  results: Results | null,
  findings: readonly SaidFinding[],
): ResultsJson {
  return {
    year,
    provisional: results?.provisional ?? false,
    groups: results?.groups.map(groupJson) ?? [],
    meanOfAll: {
      index: number(results?.meanOfAll.index ?? null),
      lastYear: number(results?.meanOfAll.lastYear ?? null),
      change: number(results?.meanOfAll.change ?? null),
    },
    findings: findings.map(findingJson),
  };
}

function findingJson({ code, severity, sheet, cell, agency, criterion, message, repair }: SaidFinding): FindingJson {
  return { code, severity, sheet, cell, agency, criterion, message, repair };
}

function groupJson({ group, agencies, lastRank, mean }: GroupResult): GroupJson {
  return {
    name: group.name,
    sheet: group.sheet,
    agencies: inOrder(agencies, (agency) => agency.rank).map((agency) => ({
      name: agency.agency.name,
      score: toNumber(agency.score),
      maximum: toNumber(agency.maximum),
      index: number(agency.index),
      rank: agency.rank,
      level: agency.level?.name ?? null,
      areas: agency.areas.map((area) => ({
        code: area.area.code,
        name: nameOfArea(area.area),
        score: toNumber(area.score),
        maximum: toNumber(area.maximum),
        subIndex: number(area.subIndex),
        rank: area.rank,
      })),
      lastYear: number(agency.lastYear),
      change: number(agency.change),
    })),
    lastRank,
    mean: {
      score: number(mean.score),
      index: number(mean.index),
      lastYear: number(mean.lastYear),
      change: number(mean.change),
      areas: mean.areas.map(({ area, score, subIndex }) => ({
        code: area.code,
        score: number(score),
        subIndex: number(subIndex),
      })),
    },
  };
}

function number(value: Exact | null): number | null {
  return value === null ? null : toNumber(value);
}
