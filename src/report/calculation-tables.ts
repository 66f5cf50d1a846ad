/** One group's tables of BC Tính toán: per agency, and per agency and area. */
import type { CellPlace, ColumnKind, ColumnPlace, Places, TableBlock, TableCell, TableRow } from "../data/blocks";
import type { SheetGrid } from "../data/grid";
import { type Exact, toNumber, zero } from "../scoring/exact";
import type { Settings } from "../scoring/model";
import { fullMaximum } from "../scoring/amounts";
import type { AgencyResult, AreaResult, GroupResult } from "../scoring/results";
import type { ReportTexts } from "../strings/report.vi";
import { areaScoreFormula, maximaLeftOut, maximumCells } from "./area-formula";
import { maximumChecks, scoreChecks } from "./check-cells";
import { numberIn, sumOfCells } from "./formula";
import { areaColumn, firstRowOf, type LedgerTable, type Operand, tableId } from "./ledger";
import { countedCells, keyCell, rankCell } from "./rank-cells";

/** What the tables of one group are made from. */
export interface GroupInput {
  readonly result: GroupResult;
  /** In the results, from 0. */
  readonly at: number;
  readonly settings: Settings;
  readonly grids: readonly SheetGrid[];
  readonly texts: ReportTexts;
}

/** In the order in which they stand. */
export function groupTables(input: GroupInput): readonly TableBlock[] {
  const { result, at, settings, texts } = input;
  const { calculation } = texts;
  return [
    summaryTable(input),
    areaTable(input, "score", calculation.scores, (area, { agency }) => {
      const formula = areaScoreFormula(area.area, agency.agency, settings.notApplicableRule, false);
      return sumCell(formula, area.score);
    }),
    maximumTable(input),
    areaTable(input, "index", calculation.subIndices, ({ subIndex }, { place }) => ({
      value: subIndex === null ? "" : toNumber(subIndex),
      formula: ({ cell }) => {
        const maximum = cell(place("maximum"));
        return `IF(${maximum}=0,"",${cell(place("score"))}/${maximum}*100)`;
      },
    })),
    areaTable(input, "key", calculation.keys, ({ subIndex }, { place }) =>
      keyCell(({ cell }) => cell(place("index")), subIndex, settings),
    ),
    countedTable(input),
    areaTable(input, "rank", calculation.ranks, ({ rank }, { place, areaAt }) =>
      rankCell(place("key"), placeOf(at, "counted", 0, areaAt), result.agencies.length, rank),
    ),
  ];
}

/** The checks of a group, now and then: the stale line compares them. */
export function checkColumns({ result, at }: Pick<GroupInput, "result" | "at">): readonly [ColumnPlace, ColumnPlace] {
  // Below the agencies stands the column of the maxima.
  const rows = { table: tableId(at, "summary"), firstRow: 0, lastRow: result.agencies.length };
  return [
    { ...rows, column: "checkNow" },
    { ...rows, column: "checkThen" },
  ];
}

function summaryTable(input: GroupInput): TableBlock {
  const { result, at, settings, grids, texts } = input;
  const { headings, calculation } = texts;
  const column = (key: string, heading: string, kind: ColumnKind = "working"): TableBlock["columns"][number] => ({
    key,
    kind,
    heading,
  });
  const columns = [
    column("order", headings.order, "order"),
    column("name", headings.agency, "name"),
    column("appraised", result.group.selfScored ? headings.selfScored : headings.appraised),
    column("survey", headings.survey),
    column("score", headings.total),
    column("maximum", calculation.maximum),
    column("index", calculation.indexPercent, "workingPercent"),
    column("key", calculation.key),
    column("counted", calculation.counted(settings.rankRule === "dense")),
    column("rank", calculation.rank),
    column("lastYear", headings.lastYear(null)),
    column("checkNow", calculation.checkNow),
    column("checkThen", calculation.checkThen),
  ];
  const counted = countedCells(
    { table: tableId(at, "summary"), row: 0, column: "key" },
    result.agencies.map(({ index }) => index),
    settings,
  );
  const checks = maximumChecks(result, grids);
  const blanks = columns.slice(2, -checks.length).map(() => ({ value: "" }));
  return {
    kind: "table",
    id: tableId(at, "summary"),
    title: calculation.summary,
    underHeading: true,
    columns,
    rows: [
      ...result.agencies.map((agency, row) => summaryRow(input, agency, row, counted[row])),
      { kind: "body", cells: [{ value: "" }, { value: calculation.checkMaxima }, ...blanks, ...checks] },
    ],
  };
}

function summaryRow(
  { result, at, settings, grids }: GroupInput,
  agency: AgencyResult,
  row: number,
  counted: TableCell = { value: "" },
): TableRow {
  const { areas } = result.group;
  const survey = areas
    .map((area) => areaScoreFormula(area, agency.agency, settings.notApplicableRule, true))
    .filter((formula) => formula !== "0")
    .join("+");
  const overAreas =
    (table: LedgerTable): Operand =>
    ({ across }) =>
      `SUM(${across(placeOf(at, table, row, 0), areaColumn(areas.length - 1))})`;
  const key: CellPlace = { table: tableId(at, "summary"), row, column: "key" };
  const firstCounted: CellPlace = { ...key, row: 0, column: "counted" };
  return {
    kind: "body",
    cells: [
      { value: row + 1 },
      { value: agency.agency.name },
      { value: toNumber(agency.appraised), formula: ({ here }) => `${here("score")}-${here("survey")}` },
      sumCell(survey === "" ? "0" : survey, agency.survey),
      { value: toNumber(agency.score), formula: overAreas("score") },
      { value: toNumber(agency.maximum), formula: overAreas("maximum") },
      {
        value: agency.index === null ? "" : toNumber(agency.index),
        formula: ({ here }) => `IF(${here("maximum")}=0,"",${indexFormula(here, settings)})`,
      },
      keyCell(({ here }) => here("index"), agency.index, settings),
      counted,
      rankCell(key, firstCounted, result.agencies.length, agency.rank),
      lastYearCell(agency),
      ...scoreChecks(agency, grids),
    ],
  };
}

function indexFormula(here: Places["here"], { indexCap }: Settings): string {
  const share = `${here("score")}/${here("maximum")}*100`;
  return indexCap === null ? share : `MIN(${String(toNumber(indexCap))},${share})`;
}

/** Where the cell stands that is being made; agencies and areas from 0. */
interface Where {
  readonly agency: AgencyResult;
  readonly agencyAt: number;
  readonly areaAt: number;
  /** The same agency and area in another table. */
  readonly place: (table: LedgerTable) => CellPlace;
}

function areaTable(
  { result, at, texts }: GroupInput,
  table: LedgerTable,
  title: string,
  cell: (area: AreaResult, where: Where) => TableCell,
  above: readonly TableRow[] = [],
): TableBlock {
  const { group, agencies } = result;
  return {
    kind: "table",
    id: tableId(at, table),
    title,
    columns: [
      { key: "order", kind: "order", heading: texts.headings.order },
      { key: "name", kind: "name", heading: texts.headings.agency },
      ...group.areas.map(({ code, name }, area) => ({
        key: areaColumn(area),
        kind: table === "index" ? ("workingPercent" as const) : ("working" as const),
        heading: `${code}. ${name}`,
      })),
    ],
    rows: [
      ...above,
      ...agencies.map((agency, row) => ({
        kind: "body" as const,
        cells: [
          { value: row + 1 },
          { value: agency.agency.name },
          ...agency.areas.map((area, areaAt) =>
            cell(area, { agency, agencyAt: row, areaAt, place: (other) => placeOf(at, other, row, areaAt) }),
          ),
        ],
      })),
    ],
  };
}

function maximumTable(input: GroupInput): TableBlock {
  const { result, at, settings, texts } = input;
  const { calculation } = texts;
  const set: TableRow = {
    kind: "set",
    cells: [
      { value: "" },
      { value: calculation.setMaximum },
      ...result.group.areas.map((area) => sumCell(sumOfCells(maximumCells(area)), fullMaximum(area))),
    ],
  };
  const cell = (area: AreaResult, { agency, place }: Where): TableCell => {
    if (area.maximum.equals(zero)) return { value: toNumber(area.maximum) };
    const whole = { table: tableId(at, "maximum"), row: 0, column: place("maximum").column };
    const leftOut = maximaLeftOut(area.area, agency.agency, settings.notApplicableRule);
    return {
      value: toNumber(area.maximum),
      formula: ({ fixedCell }) =>
        leftOut.length === 0 ? fixedCell(whole) : `ROUND(${fixedCell(whole)}-(${sumOfCells(leftOut)}),10)`,
    };
  };
  return areaTable(input, "maximum", calculation.maxima, cell, [set]);
}

function countedTable(input: GroupInput): TableBlock {
  const { result, at, settings, texts } = input;
  const columns = result.group.areas.map((_, area) =>
    countedCells(
      placeOf(at, "key", 0, area),
      result.agencies.map(({ areas }) => areas[area]?.subIndex ?? null),
      settings,
    ),
  );
  const title = texts.calculation.countedSubIndices(settings.rankRule === "dense");
  return areaTable(input, "counted", title, (_, { areaAt, agencyAt }) => columns[areaAt]?.[agencyAt] ?? { value: "" });
}

function placeOf(group: number, table: LedgerTable, agency: number, area: number): CellPlace {
  return { table: tableId(group, table), row: firstRowOf(table) + agency, column: areaColumn(area) };
}

/** "0" stands for "nothing to add up": a constant, no formula. */
function sumCell(formula: string, exact: Exact): TableCell {
  const value = toNumber(exact);
  return formula === "0" ? { value } : { value, formula };
}

function lastYearCell({ agency }: AgencyResult): TableCell {
  const source = agency.lastYearSource;
  if (agency.lastYear === null || source === null) return { value: "" };
  const value = toNumber(agency.lastYear);
  // A percentage (92,49% in the cell) is no plain number to refer to.
  return source.heldAs === "nothing" ? { value } : { value, formula: numberIn(source) };
}
