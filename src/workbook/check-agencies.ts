/** The agencies of the tables against the agency list. */
import type { FindingData } from "../data/finding";
import type { ListedAgency } from "./agency-list";
import { type MatchedAgency, withoutTable } from "./agency-match";
import type { Check } from "./book";
import { agencyKey } from "./agency-name";
import { cellAddress } from "../data/grid";
import type { FindingDraft } from "./finding-list";
import { normalise } from "./text";

/** Names that the list does not have, and names that it writes in another way. */
export const checkNames: Check = ({ tables, listed: list }) => {
  const [first] = list;
  const found: FindingDraft[] = [];
  if (first === undefined) return found;
  for (const { table, columns, listed } of tables.flatMap(({ agencies }) => agencies)) {
    const { name, rawName, headerRow, headerColumn } = columns;
    const place = { sheet: table.grid.name, row: headerRow, column: headerColumn, agency: name };
    if (listed === null) {
      found.push({
        ...place,
        code: "agency-unknown",
        data: { says: "agencyUnknown", agency: name, list: first.sheet },
      });
    } else if (listed.rawName !== rawName) {
      found.push({
        ...place,
        code: "agency-name-variant",
        data:
          listed.name === name
            ? { says: "agencyNameLooksAlike", agency: name }
            : { says: "agencyNameVariant", agency: name, listed: listed.name },
      });
    }
  }
  return found;
};

/** Agencies of the list without a column anywhere; a whole group without one is said once. */
export const checkListed: Check = ({ listed, tables, formAgencies }) => {
  const found: FindingDraft[] = [];
  const withForm = new Set(formAgencies.map(agencyKey));
  const withoutScores = withoutTable(listed, tables).filter(
    ({ key, aliases }) => ![key, ...aliases.map(agencyKey)].some((one) => withForm.has(one)),
  );
  const groupOf = (agency: ListedAgency): string => normalise(agency.group ?? "");
  const byGroup = new Map<string, ListedAgency[]>();
  for (const agency of withoutScores) byGroup.set(groupOf(agency), [...(byGroup.get(groupOf(agency)) ?? []), agency]);
  for (const agencies of byGroup.values()) {
    const [first] = agencies;
    if (first === undefined) continue;
    const isWholeGroup =
      first.group !== null &&
      agencies.length > 1 &&
      agencies.length === listed.filter((agency) => groupOf(agency) === groupOf(first)).length;
    const told = isWholeGroup ? [first] : agencies;
    for (const { name, sheet, row, column, group } of told) {
      const data: FindingData =
        isWholeGroup && group !== null
          ? { says: "groupWithoutScores", group, count: agencies.length }
          : { says: "agencyWithoutScores", agency: name };
      found.push({ code: "agency-unknown", sheet, row, column, agency: isWholeGroup ? null : name, data });
    }
  }
  return found;
};

/** Agencies that one list names twice in a group. */
export const checkListedTwice: Check = ({ listed }) => {
  const first = new Map<string, ListedAgency>();
  return listed.flatMap((agency): FindingDraft[] => {
    const key = `${agency.sheet}\n${agency.key}\n${normalise(agency.group ?? "")}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, agency);
      return [];
    }
    const { name, sheet, row, column } = agency;
    const data = { says: "agencyListedTwice", agency: name, first: cellAddress(other.row, other.column) } as const;
    return [{ code: "agency-duplicate", sheet, row, column, agency: name, data }];
  });
};

/** Agencies with two columns in one group. */
export const checkDuplicates: Check = ({ groups }) =>
  groups.flatMap(({ planned }) => {
    const seen = new Map<ListedAgency | string, MatchedAgency>();
    return planned.agencies.flatMap((agency): FindingDraft[] => {
      const identity = agency.listed ?? agencyKey(agency.columns.name);
      const first = seen.get(identity);
      if (first === undefined) {
        seen.set(identity, agency);
        return [];
      }
      const { name, headerRow: row, headerColumn: column } = agency.columns;
      const cell = cellAddress(first.columns.headerRow, first.columns.headerColumn);
      const at = first.table === agency.table ? cell : `${first.table.grid.name}!${cell}`;
      const data = { says: "agencyDuplicate", agency: name, group: planned.name, first: at } as const;
      return [{ code: "agency-duplicate", sheet: agency.table.grid.name, row, column, agency: name, data }];
    });
  });
