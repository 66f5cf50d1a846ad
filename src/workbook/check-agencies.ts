/** The agencies of the tables against the agency list. */
import type { FindingData } from "../data/finding";
import type { ListedAgency } from "./agency-list";
import type { MatchedTable } from "./agency-match";
import { agencyKey } from "./agency-name";
import type { AddFinding } from "./finding-list";
import { normalise } from "./text";

/** Reports names that the list does not have, and names that it writes in another way. */
export function checkNames(tables: readonly MatchedTable[], listSheet: string, add: AddFinding): void {
  for (const { table, columns, listed } of tables.flatMap(({ agencies }) => agencies)) {
    const { name, rawName, headerRow, headerColumn } = columns;
    const place = { sheet: table.grid.name, row: headerRow, column: headerColumn, agency: name };
    if (listed === null) {
      add({ ...place, code: "agency-unknown", data: { says: "agencyUnknown", agency: name, list: listSheet } });
    } else if (listed.rawName !== rawName) {
      add({
        ...place,
        code: "agency-name-variant",
        data:
          listed.name === name
            ? { says: "agencyNameLooksAlike", agency: name }
            : { says: "agencyNameVariant", agency: name, listed: listed.name },
      });
    }
  }
}

/** Reports agencies of the list without a column anywhere; a whole group without one is said once. */
export function checkListed(
  listed: readonly ListedAgency[],
  unmatched: readonly ListedAgency[],
  formAgencies: readonly string[],
  add: AddFinding,
): void {
  const withForm = new Set(formAgencies.map(agencyKey));
  const withoutScores = unmatched.filter(
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
      add({ code: "agency-unknown", sheet, row, column, agency: isWholeGroup ? null : name, data });
    }
  }
}
