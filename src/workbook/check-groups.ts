/** The groups of the workbook against the agency list, the scores and the sheet Thông tin. */
import type { MatchedAgency, MatchedTable } from "./agency-match";
import type { Check } from "./book";
import type { FindingDraft } from "./finding-list";
import { normalise, quote } from "./text";

/** Tables whose label contradicts the agency list. */
export const checkLabels: Check = ({ tables }) =>
  tables.flatMap((table) => (table.table.label === null ? [] : mismatches(table, table.table.label.value)));

/** The label wins; what the list says is reported once for each of its groups, at the first agency concerned. */
function mismatches({ table, agencies }: MatchedTable, label: string): readonly FindingDraft[] {
  const byGroup = new Map<string, MatchedAgency[]>();
  for (const agency of agencies) {
    const group = agency.listed?.group ?? null;
    if (group === null || normalise(group) === normalise(label)) continue;
    byGroup.set(group, [...(byGroup.get(group) ?? []), agency]);
  }
  return [...byGroup].flatMap(([listed, [first, ...others]]): FindingDraft[] => {
    if (first === undefined) return [];
    const { name, headerRow: row, headerColumn: column } = first.columns;
    const data = { says: "groupMismatch", first: name, others: others.length, listed, label } as const;
    const agency = others.length === 0 ? name : null;
    return [{ code: "group-mismatch", sheet: table.grid.name, row, column, agency, data }];
  });
}

/** Groups that have self scores alone. */
export const checkSelfScored: Check = ({ groups }) =>
  groups.flatMap(({ group: { name, sheet, selfScored } }): FindingDraft[] =>
    selfScored
      ? [
          {
            code: "nothing-to-score",
            sheet,
            row: null,
            column: null,
            data: { says: "nothingToScoreSelfOnly", group: name },
          },
        ]
      : [],
  );

/** Names of groups in Thông tin that no group of the workbook has, once for each column. */
export const checkGroupNames: Check = ({ groups, settings }) => {
  const names = groups.map(({ group }) => group.name);
  const known = new Set(names.map(normalise));
  const reported = new Set<string>();
  return [...settings.levels, ...settings.groupWords].flatMap(({ group, place }): FindingDraft[] => {
    if (group === null || known.has(normalise(group)) || names.length === 0) return [];
    const key = `${place.sheet} ${String(place.column)} ${normalise(group)}`;
    if (reported.has(key)) return [];
    reported.add(key);
    return [
      { code: "setting-unknown", ...place, data: { says: "groupNameUnknown", found: quote(group), known: names } },
    ];
  });
};
