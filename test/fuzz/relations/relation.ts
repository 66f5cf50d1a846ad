/** A change of a workbook after which certain things must be as before. */
import { deepStrictEqual } from "node:assert";
import type { AgencyJson, GroupJson, ResultsJson } from "../../../src/app/results-json";
import type { Drawn } from "../drawn-workbook";
import type { Scoring } from "../scoring";

export interface Picks {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface Subject {
  readonly scoring: Scoring;
  /** The workbook as drawn; not to be changed (copyOf). */
  readonly drawn: Drawn;
  readonly json: ResultsJson;
}

/** Reads and computes a changed workbook. */
export type Evaluate = (bytes: Uint8Array) => Promise<ResultsJson>;

export interface Relation {
  readonly name: string;
  /** Throws where it does not hold. False: it says nothing about this workbook. */
  holds(subject: Subject, picks: Picks, evaluate: Evaluate): Promise<boolean>;
}

type Numbers = Omit<GroupJson, "sheet">;

/** The groups by name, agencies by name: what hangs on no order of columns and sheets. */
export function byName({ year, groups, meanOfAll }: ResultsJson): unknown {
  return {
    year,
    meanOfAll,
    groups: groups
      .map(
        ({ name, agencies, lastRank, mean }): Numbers => ({
          name: visible(name),
          agencies: [...agencies].map(withVisibleName).sort((one, other) => (one.name < other.name ? -1 : 1)),
          lastRank,
          mean,
        }),
      )
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

function withVisibleName(agency: AgencyJson): AgencyJson {
  return {
    ...agency,
    name: visible(agency.name),
    areas: agency.areas.map((area) => ({ ...area, name: visible(area.name) })),
  };
}

/** As it looks: composed, with single spaces. */
export function visible(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** In the order of the results: equal ranks stay in workbook order. */
export function inOrder({ year, groups, meanOfAll }: ResultsJson): unknown {
  return {
    year,
    meanOfAll,
    groups: groups.map(({ name, agencies, lastRank, mean }) => ({
      name: visible(name),
      agencies: agencies.map(withVisibleName),
      lastRank,
      mean,
    })),
  };
}

/** What an agency's place hangs on: no points, no maxima. */
export function shares({ groups }: ResultsJson): unknown {
  return groups.map(({ name, agencies, lastRank, mean }) => ({
    name,
    agencies: agencies.map((agency) => ({
      name: agency.name,
      index: agency.index,
      rank: agency.rank,
      level: agency.level,
      areas: agency.areas.map(({ code, subIndex, rank }) => ({ code, subIndex, rank })),
      change: agency.change,
    })),
    lastRank,
    index: mean.index,
    subIndices: mean.areas.map(({ subIndex }) => subIndex),
  }));
}

export function same(actual: unknown, expected: unknown): void {
  deepStrictEqual(actual, expected);
}

/** Each agency's index by "group/agency". */
export function indices({ groups }: ResultsJson): ReadonlyMap<string, AgencyJson> {
  return new Map(
    groups.flatMap(({ name, agencies }) => agencies.map((agency) => [`${name}/${agency.name}`, agency] as const)),
  );
}

/** A permutation of the list, chosen by the picks. */
export function shuffled<T>(list: readonly T[], { a, b }: Picks): T[] {
  const rest = [...list];
  const result: T[] = [];
  for (let step = 0; rest.length > 0; step++) {
    const [taken] = rest.splice((a + step * (b % 97)) % rest.length, 1);
    if (taken !== undefined) result.push(taken);
  }
  return result;
}
