/** Sheet grids → scoring input and findings (workbook.md, In). Pure; a bad cell is a finding, never an exception. */
import type { ScoringInput } from "../scoring/model";
import { readAgencyList } from "./agency-list";
import { matchAgencies } from "./agency-match";
import type { Book } from "./book";
import { checks } from "./checks";
import { inReadingOrder, type AddFinding, type FindingDraft } from "./finding-list";
import type { Finding, FindingData } from "../data/finding";
import type { SheetGrid } from "../data/grid";
import type { SheetReason, SheetSummary } from "../data/sheet-summary";
import { planGroups } from "./group-plan";
import { readGroup } from "./groups";
import { labelWords } from "./headers";
import { findLabel } from "./labels";
import { readScoreTable, type ScoreTable } from "./score-table";
import type { SettingValues } from "./settings-list";
import { skipColumns } from "./skip-columns";
import { readSettings } from "./settings-sheet";
import { roleOf, type RoledSheet, sheetsOfRole } from "./sheet-role";
import type { WatchedSetting } from "./watched-settings";

/** What the sheet Thông tin says, and the year that the list of agencies names. */
export interface WorkbookInformation extends SettingValues {
  /** The year of the last-year column where its header names one, else the year before the evaluation year. */
  readonly lastYear: number | null;
}

export interface ReadWorkbook {
  readonly input: ScoringInput;
  readonly information: WorkbookInformation;
  /** The cells that the settings were read from. */
  readonly watched: readonly WatchedSetting[];
  /** Every sheet of the workbook, in its order. */
  readonly sheets: readonly SheetSummary[];
  /** Errors first, then warnings, info; within that by sheet, row and column. */
  readonly findings: readonly Finding[];
}

/** Reads a whole workbook. There is always an input; entries in error or blank are missing in it. */
export function readWorkbook(grids: readonly SheetGrid[]): ReadWorkbook {
  const drafts: FindingDraft[] = [];
  const add: AddFinding = (draft) => drafts.push(draft);
  const sheets = grids.map((grid): RoledSheet => ({ grid, role: roleOf(grid) }));

  const settingsGrids = sheetsOfRole(sheets, "settings").map(({ grid }) => grid);
  const settings = readSettings(settingsGrids, add);
  const { year, rankRule, rounding, notApplicableRule, indexCap, decimalMark } = settings.values;
  const lists = sheetsOfRole(sheets, "agencies").map(({ grid, role: { header } }) =>
    readAgencyList(grid, header, year, add),
  );
  const listed = lists.flatMap(({ agencies }) => agencies);

  const tables = readTables(sheets, add);
  const matched = skipColumns(matchAgencies(tables, listed), add);
  const scored = matched.filter(({ agencies }) => agencies.length > 0);
  const groups = planGroups(scored, add).map((group) => readGroup(group, settings, add));
  for (const { table } of scored.length === 0 ? matched : []) {
    const whole = { sheet: table.grid.name, row: null, column: null };
    add({ ...whole, code: "nothing-to-score", data: { says: "nothingToScoreNoAgencies" } });
  }
  reportSheets(sheets, tables, add);
  const book: Book = { listed, formAgencies: formAgencies(sheets), tables: matched, groups, settings };
  drafts.push(...checks.flatMap((check) => check(book)));

  return {
    input: {
      year,
      settings: { rankRule, rounding, notApplicableRule, indexCap, decimalMark },
      groups: groups.map(({ group }) => group),
    },
    information: {
      ...settings.values,
      lastYear: lists.find(({ lastYear }) => lastYear !== null)?.lastYear ?? (year === null ? null : year - 1),
    },
    watched: settings.watched,
    sheets: sheets.map((sheet) => summaryOf(sheet, tables.length > 0)),
    findings: inReadingOrder(
      drafts,
      grids.map(({ name }) => name),
    ),
  };
}

/** Tables with agencies; one without any is only an error where there is nothing else to score. */
function readTables(sheets: readonly RoledSheet[], add: AddFinding): readonly ScoreTable[] {
  return sheetsOfRole(sheets, "scores")
    .filter(({ role }) => role.header.agencies.length > 0)
    .map(({ grid, role }) => readScoreTable(grid, role.header, add))
    .filter((table) => table !== null);
}

function formAgencies(sheets: readonly RoledSheet[]): readonly string[] {
  return sheetsOfRole(sheets, "form").flatMap(({ grid, role }) => {
    const label = findLabel(grid, role.header.firstRow, labelWords.agency);
    return label === null ? [] : [label.value];
  });
}

/** What was not read, and that nothing was where nothing was. */
function reportSheets(sheets: readonly RoledSheet[], tables: readonly ScoreTable[], add: AddFinding): void {
  const scoring = sheetsOfRole(sheets, "scores");
  for (const { grid, role } of sheets) {
    const whole = { sheet: grid.name, row: null, column: null };
    if (role.role === "unknown") add({ ...whole, code: "sheet-skipped", data: { says: "sheetSkipped" } });
    if (role.role === "form") add({ ...whole, code: "sheet-skipped", data: { says: "sheetSkippedForm" } });
    if (role.role !== "scores" || role.header.agencies.length > 0) continue;
    if (tables.length > 0) add({ ...whole, code: "sheet-skipped", data: { says: "sheetSkippedNoAgencies" } });
    else add({ ...whole, code: "nothing-to-score", data: { says: "nothingToScoreNoAgencies" } });
  }
  if (scoring.length > 0) return;
  const forms = sheetsOfRole(sheets, "form").length;
  const data: FindingData = forms > 0 ? { says: "nothingToScoreFormsOnly", forms } : { says: "nothingToScore" };
  add({ code: "nothing-to-score", sheet: sheets[0]?.grid.name ?? "", row: null, column: null, data });
}

function summaryOf({ grid, role }: RoledSheet, hasTables: boolean): SheetSummary {
  const { name } = grid;
  switch (role.role) {
    case "own":
      return { name, role: "own", reason: "own" };
    case "empty":
      return { name, role: "skipped", reason: "empty" };
    case "unknown":
      return { name, role: "skipped", reason: "skipped" };
    case "form":
      return { name, role: "form", reason: "form" };
    case "scores":
      if (role.header.agencies.length === 0 && hasTables) return { name, role: "skipped", reason: "noAgencies" };
      return { name, role: "scores", reason: hiddenReason(grid) };
    case "agencies":
    case "settings":
      return { name, role: role.role, reason: hiddenReason(grid) };
  }
}

function hiddenReason(grid: SheetGrid): SheetReason | null {
  return grid.visible ? null : "hidden";
}
