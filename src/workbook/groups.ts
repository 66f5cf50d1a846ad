/** From planned groups to groups with scores, with the findings about their agencies. */
import Fraction from "fraction.js";
import type { AgencyGroup, AgencyScores, Level } from "../scoring/model";
import { readEntries } from "./entries";
import type { AddFinding } from "./finding-list";
import { cellAt } from "../data/grid";
import type { BookAgency, BookGroup } from "./book";
import type { MatchedAgency } from "./agency-match";
import type { PlannedGroup } from "./group-plan";
import type { ScoreTable } from "./score-table";
import type { WorkbookSettings } from "./settings-sheet";
import type { GroupWords, LevelRow } from "./settings-tables";
import type { TableSource } from "../data/place";
import type { AgencyColumns } from "./table-header";
import { isBlank, normalise, textCellAt } from "./text";

/** Đắk Nông QĐ 1474, in percent; used where the workbook has no levels of its own. */
const defaultLevels: readonly Level[] = [
  ["Cao", 95],
  ["Tương đối cao", 80],
  ["Trung bình", 70],
  ["Tương đối thấp", 60],
  ["Thấp", 0],
].map(([name, atLeast]) => ({ name: String(name), atLeast: new Fraction(Number(atLeast)) }));

/** Reads the scores of one group, from appraised scores or, where there are none, from self scores. */
export function readGroup(planned: PlannedGroup, settings: WorkbookSettings, add: AddFinding): BookGroup {
  const { table } = planned;
  const selfScored = isSelfScored(planned);
  const blankRows = new Map(tablesOf(planned).map((one) => [one, reportBlankRows(one, planned, selfScored, add)]));
  const words = wordsOf(planned.name, settings.groupWords);
  const source: TableSource = {
    sheet: table.grid.name,
    firstRow: table.criteria.firstRow,
    lastRow: table.criteria.lastRow,
    maximumColumn: table.header.maximumColumn,
  };
  const agencies = planned.agencies.map((agency) =>
    readAgency(agency, selfScored, blankRows.get(agency.table) ?? new Set(), add),
  );
  const group: AgencyGroup = {
    name: planned.name,
    columnHeading: words?.columnHeading ?? planned.name,
    captionName: words?.captionName ?? planned.name,
    sheet: table.grid.name,
    areas: table.criteria.areas,
    agencies: agencies.map(({ scores }) => scores),
    levels: levelsOf(planned.name, settings.levels),
    selfScored,
    source,
  };
  return { planned, group, agencies };
}

function readAgency(
  matched: MatchedAgency,
  selfScored: boolean,
  blankRows: ReadonlySet<number>,
  add: AddFinding,
): BookAgency {
  const { table, columns, listed } = matched;
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
  const self = columns.self === null || selfScored ? null : { ...common, column: columns.self, add: ignore };
  const scores: AgencyScores = {
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
  return { matched, scores, hasScores: ownColumn !== null };
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
