/** Which agency columns make one group (workbook.md, In 1): by label, else by the agency list, else by sheet. */
import type { Criterion } from "../scoring/model";
import type { MatchedAgency, MatchedTable } from "./agency-match";
import type { AddFinding } from "./finding-list";
import type { ScoreTable } from "./score-table";
import { cleanText, normalise } from "./text";

export interface PlannedGroup {
  readonly name: string;
  /** Its first table: where its criteria stand. */
  readonly table: ScoreTable;
  readonly agencies: readonly MatchedAgency[];
}

/** The groups in the order in which they appear. */
export function planGroups(tables: readonly MatchedTable[], add: AddFinding): readonly PlannedGroup[] {
  return joinParts(tables.flatMap(splitTable), add);
}

/** A table is one group, or several where the list says so and no label stands above it. */
function splitTable({ table, agencies }: MatchedTable): readonly PlannedGroup[] {
  if (table.label !== null) {
    return [{ name: table.label.value, table, agencies }];
  }
  const names = new Map<string, string>();
  for (const { listed } of agencies) {
    const group = listed?.group ?? null;
    if (group !== null && !names.has(normalise(group))) names.set(normalise(group), group);
  }
  const [first] = names.keys();
  if (first === undefined) return [{ name: cleanText(table.grid.name) || table.grid.name, table, agencies }];
  return [...names].map(([key, name]) => ({
    name,
    table,
    // An agency that the list does not place goes with the first group; a finding names it.
    agencies: agencies.filter(
      ({ listed }) => normalise(listed?.group ?? "") === key || ((listed?.group ?? null) === null && key === first),
    ),
  }));
}

/** Tables of one group with the same criteria set are one group; with another set, a group of their own. */
function joinParts(parts: readonly PlannedGroup[], add: AddFinding): readonly PlannedGroup[] {
  const joined: { group: PlannedGroup; readonly key: string }[] = [];
  for (const part of parts) {
    const key = normalise(part.name);
    const sameName = joined.filter((other) => other.key === key);
    const twin = sameName.find(({ group }) => hasSameCriteria(group.table, part.table));
    const [other] = sameName;
    if (twin !== undefined) {
      twin.group = { ...twin.group, agencies: [...twin.group.agencies, ...part.agencies] };
    } else if (other === undefined) {
      joined.push({ group: part, key });
    } else {
      const as = `${part.name} (${String(sameName.length + 1)})`;
      joined.push({ group: { ...part, name: as }, key });
      const data = { says: "groupWithTwoSets", group: part.name, other: other.group.table.grid.name, as } as const;
      add({ code: "group-mismatch", sheet: part.table.grid.name, row: null, column: null, data });
    }
  }
  return joined.map(({ group }) => group);
}

/** The same codes, methods and maxima in the same order: then ids and columns of one table fit the other. */
function hasSameCriteria(a: ScoreTable, b: ScoreTable): boolean {
  if (a === b) return true;
  const [left, right] = [a.criteria.all, b.criteria.all];
  return left.length === right.length && left.every(({ criterion }, at) => isSame(criterion, right[at]?.criterion));
}

function isSame(a: Criterion, b: Criterion | undefined): boolean {
  if (b === undefined || a.id !== b.id || a.code !== b.code || a.method !== b.method) return false;
  const sameMaximum = a.maximum === null || b.maximum === null ? a.maximum === b.maximum : a.maximum.equals(b.maximum);
  return (
    sameMaximum &&
    a.children.length === b.children.length &&
    a.children.every((child, at) => child.id === b.children[at]?.id)
  );
}
