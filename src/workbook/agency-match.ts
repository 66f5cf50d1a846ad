/** Finds each agency of the scoring tables in the agency list. */
import type { ListedAgency } from "./agency-list";
import { agencyKey, isNearName } from "./agency-name";
import type { ScoreTable } from "./score-table";
import type { AgencyColumns } from "./table-header";
import { normalise } from "./text";

/** An agency's columns in a table, with its row of the agency list. */
export interface MatchedAgency {
  readonly table: ScoreTable;
  readonly columns: AgencyColumns;
  readonly listed: ListedAgency | null;
}

export interface MatchedTable {
  readonly table: ScoreTable;
  readonly agencies: readonly MatchedAgency[];
}

/** By the same key, else by an alias, else by one typo where nothing else on either side can be meant. */
export function matchAgencies(tables: readonly ScoreTable[], listed: readonly ListedAgency[]): readonly MatchedTable[] {
  const byKey = indexOf(listed, (agency) => [agency.key]);
  const byAlias = indexOf(listed, (agency) => agency.aliases.map(agencyKey));
  const exact = tables.map((table) => matchTable(table, byKey, byAlias));

  const used = new Set(exact.flatMap(({ agencies }) => agencies.map((agency) => agency.listed)));
  const free = listed.filter((agency) => !used.has(agency));
  const openNames = exact.flatMap(({ agencies }) =>
    agencies.flatMap((agency) => (agency.listed === null ? [agency.columns.name] : [])),
  );
  return exact.map(({ table, agencies }) => ({
    table,
    agencies: agencies.map((agency) => ({
      ...agency,
      listed: agency.listed ?? nearMatch(agency.columns.name, free, openNames),
    })),
  }));
}

/** Agencies of the list that no table has. */
export function withoutTable(
  listed: readonly ListedAgency[],
  tables: readonly MatchedTable[],
): readonly ListedAgency[] {
  const found = new Set(tables.flatMap(({ agencies }) => agencies.map((agency) => agency.listed)));
  return listed.filter((agency) => !found.has(agency));
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
function matchTable(table: ScoreTable, byKey: Index, byAlias: Index): MatchedTable {
  const named = table.header.agencies.map((columns) => {
    const key = agencyKey(columns.name);
    return { columns, candidates: byKey.get(key) ?? byAlias.get(key) ?? [] };
  });
  const group = table.label?.value ?? commonestGroup(named.map(({ candidates }) => candidates));
  const used = new Set<ListedAgency>();
  const agencies = named.map(({ columns, candidates }): MatchedAgency => {
    const free = candidates.filter((agency) => !used.has(agency));
    const inGroup = free.find((agency) => group !== null && normalise(agency.group ?? "") === normalise(group));
    const listed = inGroup ?? free[0] ?? candidates[0] ?? null;
    if (listed !== null) used.add(listed);
    return { table, columns, listed };
  });
  return { table, agencies };
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
