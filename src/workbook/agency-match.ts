/** Finds each agency of the scoring tables in the agency list. */
import type { ListedAgency } from "./agency-list";
import { agencyKey, isNearName } from "./agency-name";
import { normalise } from "./text";

/** A table as far as its agencies' names go. */
export interface TableNames {
  /** From its label, or null. */
  readonly group: string | null;
  readonly names: readonly string[];
}

export interface AgencyMatches {
  /** matched[table][agency]: the list's row, or null. */
  readonly matched: readonly (readonly (ListedAgency | null)[])[];
  readonly unmatchedListed: readonly ListedAgency[];
}

/** By the same key, else by an alias, else by one typo where nothing else on either side can be meant. */
export function matchAgencies(tables: readonly TableNames[], listed: readonly ListedAgency[]): AgencyMatches {
  const byKey = indexOf(listed, (agency) => [agency.key]);
  const byAlias = indexOf(listed, (agency) => agency.aliases.map(agencyKey));
  const exact = tables.map((table) => matchTable(table, byKey, byAlias));

  const used = new Set(exact.flat().filter((agency) => agency !== null));
  const free = listed.filter((agency) => !used.has(agency));
  const openNames = tables.flatMap(({ names }, at) => names.filter((_, index) => exact[at]?.[index] === null));
  const matched = tables.map(({ names }, at) =>
    names.map((name, index) => exact[at]?.[index] ?? nearMatch(name, free, openNames)),
  );
  const all = new Set(matched.flat());
  return { matched, unmatchedListed: listed.filter((agency) => !all.has(agency)) };
}

type Index = ReadonlyMap<string, readonly ListedAgency[]>;

function indexOf(listed: readonly ListedAgency[], keysOf: (agency: ListedAgency) => readonly string[]): Index {
  const index = new Map<string, ListedAgency[]>();
  for (const agency of listed) {
    for (const key of keysOf(agency)) index.set(key, [...(index.get(key) ?? []), agency]);
  }
  return index;
}

/** One name may stand in several groups of the list; the table's label, or its other agencies, tell which is meant. */
function matchTable(table: TableNames, byKey: Index, byAlias: Index): readonly (ListedAgency | null)[] {
  const candidates = table.names.map((name) => {
    const key = agencyKey(name);
    return byKey.get(key) ?? byAlias.get(key) ?? [];
  });
  const group = table.group ?? commonestGroup(candidates);
  const used = new Set<ListedAgency>();
  return candidates.map((agencies) => {
    const free = agencies.filter((agency) => !used.has(agency));
    const inGroup = free.find((agency) => group !== null && normalise(agency.group ?? "") === normalise(group));
    const agency = inGroup ?? free[0] ?? agencies[0] ?? null;
    if (agency !== null) used.add(agency);
    return agency;
  });
}

function commonestGroup(candidates: readonly (readonly ListedAgency[])[]): string | null {
  const counts = new Map<string, number>();
  for (const agencies of candidates) {
    const [only] = agencies;
    if (agencies.length !== 1 || only === undefined || only.group === null) continue;
    counts.set(only.group, (counts.get(only.group) ?? 0) + 1);
  }
  return [...counts].reduce<readonly [string | null, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    [null, 0],
  )[0];
}

function nearMatch(name: string, free: readonly ListedAgency[], openNames: readonly string[]): ListedAgency | null {
  const near = free.filter((agency) => [agency.name, ...agency.aliases].some((listed) => isNearName(name, listed)));
  const [only] = near;
  if (only === undefined || near.length > 1) return null;
  const rivals = new Set(openNames.filter((other) => isNearName(other, only.name)).map(agencyKey));
  return rivals.size <= 1 ? only : null;
}
