/** Sheet grids → scoring input and findings (workbook.md, In). Pure; a bad cell is a finding, never an exception. */
import type { ScoringInput } from "../scoring/model";
import { findingTextsVi, type FindingTexts } from "../strings/findings.vi";
import { readAgencyList, type AgencyListHeader } from "./agency-list";
import { matchAgencies } from "./agency-match";
import { checkListed, checkNames } from "./check-agencies";
import { inReadingOrder, type AddFinding, type FindingDraft } from "./finding-list";
import type { Finding } from "./finding";
import type { SheetGrid } from "../data/grid";
import { planGroups } from "./group-plan";
import { readGroup, reportUnknownGroups } from "./groups";
import { labelWords } from "./headers";
import { findLabel } from "./labels";
import { readScoreTable, type ScoreTable } from "./score-table";
import { readSettings } from "./settings-sheet";
import { roleOf, type SheetRole } from "./sheet-role";
import type { TableHeader } from "./table-header";
import type { WatchedSetting } from "./watched-settings";

export interface SheetSummary {
  readonly name: string;
  readonly role: "scores" | "form" | "agencies" | "settings" | "own" | "skipped";
  /** In words: why it is not read, or that it is hidden; null where there is nothing to say. */
  readonly reason: string | null;
}

export interface ReadWorkbook {
  readonly input: ScoringInput;
  readonly information: {
    readonly province: string | null;
    readonly issuer: string | null;
    readonly nationalRank: string | null;
    readonly nationalRankLastYear: string | null;
    /** The year of the last-year column where its header names one, else the year before the evaluation year. */
    readonly lastYear: number | null;
  };
  /** The cells that the settings were read from. */
  readonly watched: readonly WatchedSetting[];
  /** Every sheet of the workbook, in its order. */
  readonly sheets: readonly SheetSummary[];
  /** Errors first, then warnings, info; within that by sheet, row and column. */
  readonly findings: readonly Finding[];
}

interface RoledSheet {
  readonly grid: SheetGrid;
  readonly role: SheetRole;
}

/** Reads a whole workbook. There is always an input; entries in error or blank are missing in it. */
export function readWorkbook(grids: readonly SheetGrid[], texts: FindingTexts = findingTextsVi): ReadWorkbook {
  const drafts: FindingDraft[] = [];
  const add: AddFinding = (draft) => drafts.push(draft);
  const sheets = grids.map((grid): RoledSheet => ({ grid, role: roleOf(grid) }));

  const settingsGrids = sheets.filter(({ role }) => role.role === "settings").map(({ grid }) => grid);
  const settings = readSettings(settingsGrids, add, texts);
  const lists = withHeader(sheets, "agencies").map(({ grid, header }) =>
    readAgencyList(grid, header, settings.year, add, texts),
  );
  const listed = lists.flatMap(({ agencies }) => agencies);

  const tables = readTables(sheets, add, texts);
  const names = tables.map(({ label, header }) => ({
    group: label?.value ?? null,
    names: header.agencies.map(({ name }) => name),
  }));
  const { matched, unmatchedListed } = matchAgencies(names, listed);
  const [firstListed] = listed;
  if (firstListed !== undefined) {
    checkNames(tables, matched, firstListed.sheet, add, texts);
    checkListed(listed, unmatchedListed, formAgencies(sheets), add, texts);
  }
  const groups = planGroups(tables, matched, add, texts).map((group) => readGroup(group, settings, add, texts));
  reportUnknownGroups(
    groups.map(({ name }) => name),
    settings,
    add,
    texts,
  );
  reportSheets(sheets, tables, add, texts);

  return {
    input: { year: settings.year, settings: settings.settings, groups },
    information: {
      province: settings.province,
      issuer: settings.issuer,
      nationalRank: settings.nationalRank,
      nationalRankLastYear: settings.nationalRankLastYear,
      lastYear:
        lists.find(({ lastYear }) => lastYear !== null)?.lastYear ??
        (settings.year === null ? null : settings.year - 1),
    },
    watched: settings.watched,
    sheets: sheets.map((sheet) => summaryOf(sheet, tables.length > 0, texts)),
    findings: inReadingOrder(
      drafts,
      grids.map(({ name }) => name),
    ),
  };
}

function withHeader(
  sheets: readonly RoledSheet[],
  wanted: "agencies",
): readonly { grid: SheetGrid; header: AgencyListHeader }[];
function withHeader(
  sheets: readonly RoledSheet[],
  wanted: "scores" | "form",
): readonly { grid: SheetGrid; header: TableHeader }[];
function withHeader(sheets: readonly RoledSheet[], wanted: string): readonly { grid: SheetGrid; header: unknown }[] {
  return sheets.flatMap(({ grid, role }) =>
    "header" in role && role.role === wanted ? [{ grid, header: role.header }] : [],
  );
}

/** Tables with agencies; one without any is only an error where there is nothing else to score. */
function readTables(sheets: readonly RoledSheet[], add: AddFinding, texts: FindingTexts): readonly ScoreTable[] {
  return withHeader(sheets, "scores")
    .filter(({ header }) => header.agencies.length > 0)
    .map(({ grid, header }) => readScoreTable(grid, header, add, texts))
    .filter((table) => table !== null);
}

function formAgencies(sheets: readonly RoledSheet[]): readonly string[] {
  return withHeader(sheets, "form").flatMap(({ grid, header }) => {
    const label = findLabel(grid, header.firstRow, labelWords.agency);
    return label === null ? [] : [label.value];
  });
}

/** What was not read, and that nothing was where nothing was. */
function reportSheets(
  sheets: readonly RoledSheet[],
  tables: readonly ScoreTable[],
  add: AddFinding,
  texts: FindingTexts,
): void {
  const scoring = withHeader(sheets, "scores");
  for (const { grid, role } of sheets) {
    const whole = { sheet: grid.name, row: null, column: null };
    if (role.role === "unknown") add({ ...whole, code: "sheet-skipped", message: texts.sheetSkipped });
    if (role.role === "form") add({ ...whole, code: "sheet-skipped", message: texts.sheetSkippedForm });
    if (role.role !== "scores" || role.header.agencies.length > 0) continue;
    if (tables.length > 0) add({ ...whole, code: "sheet-skipped", message: texts.sheetSkippedNoAgencies });
    else add({ ...whole, code: "nothing-to-score", message: texts.nothingToScoreNoAgencies });
  }
  if (scoring.length > 0) return;
  const forms = withHeader(sheets, "form").length;
  const message = forms > 0 ? texts.nothingToScoreFormsOnly({ forms }) : texts.nothingToScore;
  add({ code: "nothing-to-score", sheet: sheets[0]?.grid.name ?? "", row: null, column: null, message });
}

function summaryOf({ grid, role }: RoledSheet, hasTables: boolean, texts: FindingTexts): SheetSummary {
  const { name } = grid;
  switch (role.role) {
    case "own":
      return { name, role: "own", reason: texts.reasonOwn };
    case "empty":
      return { name, role: "skipped", reason: texts.reasonEmpty };
    case "unknown":
      return { name, role: "skipped", reason: texts.reasonSkipped };
    case "form":
      return { name, role: "form", reason: texts.reasonForm };
    case "scores":
      if (role.header.agencies.length === 0 && hasTables)
        return { name, role: "skipped", reason: texts.reasonNoAgencies };
      return { name, role: "scores", reason: hiddenReason(grid, texts) };
    case "agencies":
    case "settings":
      return { name, role: role.role, reason: hiddenReason(grid, texts) };
  }
}

function hiddenReason(grid: SheetGrid, texts: FindingTexts): string | null {
  return grid.visible ? null : texts.reasonHidden;
}
