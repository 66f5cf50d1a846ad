/** From planned groups to groups with scores, with the findings about their agencies. */
import Fraction from "fraction.js";
import type { AgencyGroup, AgencyScores, Level } from "../scoring/model";
import { agencyKey } from "./agency-name";
import { checkSums } from "./check-sums";
import { readEntries } from "./entries";
import type { AddFinding } from "./finding-list";
import { cellAddress, cellAt } from "../data/grid";
import type { MatchedAgency } from "./agency-match";
import type { PlannedGroup } from "./group-plan";
import type { ScoreTable } from "./score-table";
import type { WorkbookSettings } from "./settings-sheet";
import type { GroupWords, LevelRow } from "./settings-tables";
import type { TableSource } from "../data/place";
import type { AgencyColumns } from "./table-header";
import { isBlank, normalise, quote, textCellAt } from "./text";

/** Đắk Nông QĐ 1474, in percent; used where the workbook has no levels of its own. */
const defaultLevels: readonly Level[] = [
  ["Cao", 95],
  ["Tương đối cao", 80],
  ["Trung bình", 70],
  ["Tương đối thấp", 60],
  ["Thấp", 0],
].map(([name, atLeast]) => ({ name: String(name), atLeast: new Fraction(Number(atLeast)) }));

/** Reads the scores of one group, from appraised scores or, where there are none, from self scores. */
export function readGroup(group: PlannedGroup, settings: WorkbookSettings, add: AddFinding): AgencyGroup {
  const { table } = group;
  const selfScored = isSelfScored(group);
  if (selfScored) {
    const data = { says: "nothingToScoreSelfOnly", group: group.name } as const;
    add({ code: "nothing-to-score", sheet: table.grid.name, row: null, column: null, data });
  }
  reportDuplicates(group, add);
  const blankRows = new Map(tablesOf(group).map((one) => [one, reportBlankRows(one, group, selfScored, add)]));
  const words = wordsOf(group.name, settings.groupWords);
  const source: TableSource = {
    sheet: table.grid.name,
    firstRow: table.criteria.firstRow,
    lastRow: table.criteria.lastRow,
    maximumColumn: table.header.maximumColumn,
  };
  return {
    name: group.name,
    columnHeading: words?.columnHeading ?? group.name,
    captionName: words?.captionName ?? group.name,
    sheet: table.grid.name,
    areas: table.criteria.areas,
    agencies: group.agencies.map((agency) =>
      readAgency(agency, selfScored, blankRows.get(agency.table) ?? new Set(), add),
    ),
    levels: levelsOf(group.name, settings.levels),
    selfScored,
    source,
  };
}

function readAgency(
  { table, columns, listed }: MatchedAgency,
  selfScored: boolean,
  blankRows: ReadonlySet<number>,
  add: AddFinding,
): AgencyScores {
  const { grid, criteria } = table;
  const { name, headerRow, headerColumn } = columns;
  const ownColumn = selfScored ? columns.self : columns.appraised;
  const scoreColumn = ownColumn ?? headerColumn;
  const common = { grid, criteria, agency: name, column: scoreColumn, add };
  const header = { row: headerRow, column: headerColumn };
  const entries = readEntries({
    ...common,
    hasScores: ownColumn !== null,
    header,
    reportBlanks: !selfScored,
    blankRows,
  });
  if (ownColumn !== null) checkSums({ ...common, entries });
  const self = columns.self === null || selfScored ? null : { ...common, column: columns.self, add: ignore };
  return {
    name,
    entries,
    lastYear: listed?.lastYear ?? null,
    lastYearSource: listed?.lastYearSource ?? null,
    self: selfScored
      ? entries
      : self && readEntries({ ...self, hasScores: true, header, reportBlanks: false, blankRows }),
    texts: agencyTexts(table, columns),
    source: { sheet: grid.name, headerRow, scoreColumn },
  };
}

function ignore(): void {
  // What is wrong with self scores beside appraised ones changes no result.
}

function agencyTexts({ grid, criteria }: ScoreTable, { texts }: AgencyColumns): AgencyScores["texts"] {
  return new Map(
    [...texts].map(([kind, column]) => {
      const cells = criteria.all.flatMap(({ criterion, row }) => {
        const cell = row === null ? null : textCellAt(grid, row, column);
        return cell === null ? [] : [[criterion.id, cell] as const];
      });
      return [kind, new Map(cells)] as const;
    }),
  );
}

/** Self scores stand in only where no appraised score stands anywhere in the group. */
function isSelfScored({ agencies }: PlannedGroup): boolean {
  const hasAny = (pick: (agency: MatchedAgency) => number | null): boolean =>
    agencies.some((agency) => hasScores(agency.table, pick(agency)));
  return (
    agencies.some(({ columns }) => columns.self !== null) &&
    !hasAny(({ columns }) => columns.appraised) &&
    hasAny(({ columns }) => columns.self)
  );
}

function hasScores({ grid, criteria }: ScoreTable, column: number | null): boolean {
  return column !== null && criteria.leaves.some(({ row }) => row !== null && !isBlank(cellAt(grid, row, column)));
}

/** A row without any agency's score is one thing to put right, not one for each of 168 agencies. */
const fewestForBlankRow = 3;

function reportBlankRows(
  table: ScoreTable,
  group: PlannedGroup,
  selfScored: boolean,
  add: AddFinding,
): ReadonlySet<number> {
  const blankRows = new Set<number>();
  const { grid, criteria } = table;
  const columns = group.agencies
    .filter((agency) => agency.table === table)
    .map((agency) => agency.columns.appraised)
    .filter((column) => column !== null && hasScores(table, column)) as readonly number[];
  const [firstColumn] = columns;
  if (selfScored || firstColumn === undefined || columns.length < fewestForBlankRow) return blankRows;
  for (const { criterion, row } of criteria.leaves) {
    if (row === null || !columns.every((column) => isBlank(cellAt(grid, row, column)))) continue;
    if (isCovered(table, criterion.id, columns)) continue;
    blankRows.add(criterion.id);
    const data = { says: "scoreMissingRow", criterion: criterion.code, count: columns.length } as const;
    add({ code: "score-missing", sheet: grid.name, row, column: firstColumn, criterion: criterion.code, data });
  }
  return blankRows;
}

/** Something stands at a row above it, perhaps "not applicable": then each agency's cell is looked at by itself. */
function isCovered({ grid, criteria }: ScoreTable, leaf: number, columns: readonly number[]): boolean {
  const ancestors = criteria.parents.filter(({ criterion }) => contains(criterion, leaf));
  return ancestors.some(
    ({ row }) => row !== null && columns.some((column) => typeof cellAt(grid, row, column)?.value === "string"),
  );
}

function contains(
  criterion: { readonly id: number; readonly children: ScoreTable["criteria"]["areas"] },
  id: number,
): boolean {
  return criterion.id === id || criterion.children.some((child) => contains(child, id));
}

function tablesOf(group: PlannedGroup): readonly ScoreTable[] {
  return [...new Set(group.agencies.map(({ table }) => table))];
}

function reportDuplicates(group: PlannedGroup, add: AddFinding): void {
  const seen = new Map<unknown, MatchedAgency>();
  for (const agency of group.agencies) {
    const identity = agency.listed ?? agencyKey(agency.columns.name);
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, agency);
      continue;
    }
    const { name, headerRow, headerColumn } = agency.columns;
    const cell = cellAddress(first.columns.headerRow, first.columns.headerColumn);
    const at = first.table === agency.table ? cell : `${first.table.grid.name}!${cell}`;
    const data = { says: "agencyDuplicate", agency: name, group: group.name, first: at } as const;
    add({
      code: "agency-duplicate",
      sheet: agency.table.grid.name,
      row: headerRow,
      column: headerColumn,
      agency: name,
      data,
    });
  }
}

function wordsOf(group: string, words: readonly GroupWords[]): GroupWords | null {
  return words.find((one) => normalise(one.group) === normalise(group)) ?? null;
}

/** The group's own levels, else those for all groups, else the default; highest first. */
function levelsOf(group: string, rows: readonly LevelRow[]): readonly Level[] {
  const own = rows.filter((row) => row.group !== null && normalise(row.group) === normalise(group));
  const common = rows.filter((row) => row.group === null);
  const chosen = own.length > 0 ? own : common;
  if (chosen.length === 0) return defaultLevels;
  return chosen.map(({ level }) => level).sort((a, b) => b.atLeast.compare(a.atLeast));
}

/** Names of groups in Thông tin that no group of the workbook has. */
export function reportUnknownGroups(groups: readonly string[], settings: WorkbookSettings, add: AddFinding): void {
  const known = new Set(groups.map(normalise));
  const rows = [...settings.levels, ...settings.groupWords];
  const reported = new Set<string>();
  for (const { group, place } of rows) {
    if (group === null || known.has(normalise(group)) || groups.length === 0) continue;
    const key = `${place.sheet} ${String(place.column)} ${normalise(group)}`;
    if (reported.has(key)) continue;
    reported.add(key);
    const data = { says: "groupNameUnknown", found: quote(group), known: groups } as const;
    add({ code: "setting-unknown", ...place, data });
  }
}
