/**
 * BC Tính toán: agency × area, unrounded. The bridge between the score cells and the report's tables, so that every
 * printed number can be traced; also where the sheet notices that scores or settings have changed since (the stale line).
 */
import { type Exact, fromCellNumber, round, sum, toNumber, zero } from "../scoring/exact";
import type { Criterion, Settings } from "../scoring/model";
import { type AgencyResult, type GroupResult, indexDecimals, type Results } from "../scoring/results";
import { fullMaximum } from "../scoring/totals";
import { reportTexts as texts } from "../strings/report.vi";
import { type SheetGrid, cellAt } from "../data/grid";
import { calculationSheetKey } from "../workbook/own-sheets";
import type { AgencySource, CellSource, TableSource } from "../data/place";
import { areaScoreFormula, maximaLeftOut, maximumCells } from "./area-formula";
import { computed, constant, formats, text } from "../layout/formats";
import { longestFormula, numberIn, rounded, sumOfCells } from "./formula";
import { absolute, columnRange, fixedRow, reference, rowRange, sheetPrefix } from "../data/references";
import { firstAreaColumn, type GroupPlaces, type Ledger, ledgerOf, summaryColumns } from "./ledger";
import type { CellFormat, ReportCell, ReportSheet } from "../data/pages";
import type { ReportInformation } from "./report-information";
import { type SheetBuilder, startSheet } from "../layout/sheet-builder";
import { staleFormula } from "./stale-formula";
import { asHeading, roman } from "./words";

export interface CalculationSheet {
  readonly sheet: ReportSheet;
  readonly ledger: Ledger;
  /** Formula of the stale line, for every report sheet. */
  readonly staleFormula: string;
}

const number: CellFormat = formats.number;
const percent: CellFormat = { ...formats.number, numberFormat: "0.0000" };
const staleCell = absolute(0, 0);

export function buildCalculationSheet(
  name: string,
  results: Results,
  { watched, fingerprint }: Pick<ReportInformation, "watched" | "fingerprint">,
  grids: readonly SheetGrid[],
  opening: (sheet: SheetBuilder) => void,
): CalculationSheet {
  const areaCount = Math.max(0, ...results.groups.map((group) => group.group.areas.length));
  const columns = Math.max(summaryColumns.checkThen + 1, firstAreaColumn + areaCount);
  const sheet = startSheet(name, [6, 42, ...Array.from({ length: columns - 2 }, () => 15)], "landscape");
  const checks: CheckArea[] = [];

  // The stale line comes first (A1); its formula is known once all checks have their places.
  const firstLine = sheet.nextRow();
  sheet.blank();
  opening(sheet);
  sheet.line(text(texts.calculation.title(results.year), formats.chapter));
  sheet.line(text(texts.calculation.explanation, formats.note));
  sheet.line(text(texts.calculation.checkExplanation, formats.note));
  const groups = results.groups.map((group, at) => {
    sheet.blank();
    if (at > 0) sheet.pageBreak();
    return buildGroup(sheet, group, at, results.settings, grids, checks);
  });

  const changed = checks.map(({ first, last }) => {
    const now = columnRange(summaryColumns.checkNow, first, last);
    const then = columnRange(summaryColumns.checkThen, first, last);
    return `SUMPRODUCT(--(ABS(${now}-${then})>0.00001))`;
  });
  const finished = sheet.finish({
    key: calculationSheetKey,
    freeze: { rows: 0, columns: 2 },
    repeatRows: null,
    repeatColumns: [0, 1],
    tabColor: "#7F8FA3",
  });
  const staleLine = computed(staleFormula(changed, watched, fingerprint), "", formats.stale);
  const firstRow = [staleLine, ...finished.columnWidths.slice(1).map(() => null)];
  return {
    sheet: {
      ...finished,
      blocks: [
        {
          kind: "cells",
          row: firstLine,
          column: 0,
          cells: [firstRow],
          merges: [{ row: firstLine, column: 0, rows: 1, columns: finished.columnWidths.length }],
        },
        ...finished.blocks,
      ],
      rowHeights: new Map([...finished.rowHeights, [firstLine, 20]]),
    },
    ledger: ledgerOf(name, results, groups),
    // An empty text stays an empty text when it is referred to.
    staleFormula: `${sheetPrefix(name)}${staleCell}&""`,
  };
}

interface CheckArea {
  readonly first: number;
  readonly last: number;
}

function buildGroup(
  sheet: SheetBuilder,
  result: GroupResult,
  at: number,
  settings: Settings,
  grids: readonly SheetGrid[],
  checks: CheckArea[],
): GroupPlaces {
  const { group, agencies } = result;
  const heading = texts.calculation.group(roman(at + 1), asHeading(group.captionName), group.sheet);
  sheet.line(text(heading, formats.section));

  // Every matrix has a title line, a heading row and a row per agency, so all places are known beforehand.
  const title = 1;
  const head = 1;
  const gap = 1;
  const rows = agencies.length;
  const summaryRow = sheet.nextRow() + title + head;
  const checkMaximaRow = summaryRow + rows;
  const scoresRow = checkMaximaRow + 1 + gap + title + head;
  const setMaximumRow = scoresRow + rows + gap + title + head;
  const maximaRow = setMaximumRow + 1;
  const subIndicesRow = maximaRow + rows + gap + title + head;
  const keysRow = subIndicesRow + rows + gap + title + head;
  const ranksRow = keysRow + rows + gap + title + head;
  const lastArea = firstAreaColumn + group.areas.length - 1;

  addMatrix(sheet, texts.calculation.summary, summaryHeadings(group.selfScored), [
    ...agencies.map((agency, row) => summaryCells(agency, row)),
    checkMaximaCells(result, grids),
  ]);
  checks.push({ first: summaryRow, last: checkMaximaRow });
  sheet.blank();
  addAreaMatrix(texts.calculation.scores, (agency, area) =>
    computedOrConstant(
      areaScoreFormula(area.area, agency.agency, settings.notApplicableRule, false),
      toNumber(area.score),
      number,
    ),
  );
  sheet.blank();
  addMaxima();
  sheet.blank();
  addAreaMatrix(texts.calculation.subIndices, (_, area, { row, column }) => {
    const maximum = reference(maximaRow + row, column);
    const formula = `IF(${maximum}=0,"",${reference(scoresRow + row, column)}/${maximum}*100)`;
    return computed(formula, area.subIndex === null ? "" : toNumber(area.subIndex), percent);
  });
  sheet.blank();
  addAreaMatrix(texts.calculation.keys, (_, area, { row, column }) => {
    const subIndex = reference(subIndicesRow + row, column);
    return keyCell(subIndex, area.subIndex, settings);
  });
  sheet.blank();
  addAreaMatrix(texts.calculation.ranks, (_, area, { row, column }) =>
    rankCell(column, keysRow, row, rows, area.rank, settings),
  );
  return {
    result,
    summaryRow,
    areaRows: { score: scoresRow, maximum: maximaRow, index: subIndicesRow, rank: ranksRow },
  };

  function addAreaMatrix(
    matrixTitle: string,
    cell: (
      agency: AgencyResult,
      area: AgencyResult["areas"][number],
      where: { readonly row: number; readonly column: number },
    ) => ReportCell,
  ): void {
    addMatrix(
      sheet,
      matrixTitle,
      areaHeadings(group.areas),
      agencies.map((agency, row) => [
        constant(row + 1, number),
        text(agency.agency.name, formats.name),
        ...agency.areas.map((area, column) => cell(agency, area, { row, column: firstAreaColumn + column })),
      ]),
    );
  }

  function addMaxima(): void {
    const setRow = [
      text("", number),
      text(texts.calculation.setMaximum, formats.meanName),
      ...group.areas.map((area) =>
        computedOrConstant(sumOfCells(maximumCells(area)), toNumber(fullMaximum(area)), formats.meanNumber),
      ),
    ];
    const agencyRows = agencies.map((agency, row) => [
      constant(row + 1, number),
      text(agency.agency.name, formats.name),
      ...agency.areas.map((area, column) => {
        const whole = fixedRow(setMaximumRow, firstAreaColumn + column);
        const leftOut = maximaLeftOut(area.area, agency.agency, settings.notApplicableRule);
        const formula = area.maximum.equals(zero)
          ? "0"
          : leftOut.length === 0
            ? whole
            : `ROUND(${whole}-(${sumOfCells(leftOut)}),10)`;
        return computedOrConstant(formula, toNumber(area.maximum), number);
      }),
    ]);
    addMatrix(sheet, texts.calculation.maxima, areaHeadings(group.areas), [setRow, ...agencyRows]);
  }

  function summaryCells(agency: AgencyResult, row: number): readonly ReportCell[] {
    const here = (column: number): string => reference(summaryRow + row, column);
    const score = `SUM(${rowRange(scoresRow + row, firstAreaColumn, lastArea)})`;
    const maximum = `SUM(${rowRange(maximaRow + row, firstAreaColumn, lastArea)})`;
    const survey = group.areas
      .map((area) => areaScoreFormula(area, agency.agency, settings.notApplicableRule, true))
      .filter((formula) => formula !== "0")
      .join("+");
    const share = `${here(summaryColumns.score)}/${here(summaryColumns.maximum)}*100`;
    const index = settings.indexCap === null ? share : `MIN(${String(toNumber(settings.indexCap))},${share})`;
    return [
      constant(row + 1, number),
      text(agency.agency.name, formats.name),
      computed(`${here(summaryColumns.score)}-${here(summaryColumns.survey)}`, toNumber(agency.appraised), number),
      computedOrConstant(survey === "" ? "0" : survey, toNumber(agency.survey), number),
      computed(score, toNumber(agency.score), number),
      computed(maximum, toNumber(agency.maximum), number),
      computed(
        `IF(${here(summaryColumns.maximum)}=0,"",${index})`,
        agency.index === null ? "" : toNumber(agency.index),
        percent,
      ),
      keyCell(here(summaryColumns.index), agency.index, settings),
      rankCell(summaryColumns.key, summaryRow, row, rows, agency.rank, settings),
      lastYearCell(agency),
      ...checkCells(scoreColumnCells(agency), grids),
    ];
  }
}

function summaryHeadings(selfScored: boolean): readonly string[] {
  const { headings, calculation } = texts;
  return [
    headings.order,
    headings.agency,
    selfScored ? headings.selfScored : headings.appraised,
    headings.survey,
    headings.total,
    calculation.maximum,
    calculation.indexPercent,
    calculation.key,
    calculation.rank,
    headings.lastYear(null),
    calculation.checkNow,
    calculation.checkThen,
  ];
}

function areaHeadings(areas: readonly Criterion[]): readonly string[] {
  return [texts.headings.order, texts.headings.agency, ...areas.map((area) => `${area.code}. ${area.name}`)];
}

function addMatrix(
  sheet: SheetBuilder,
  title: string,
  headings: readonly string[],
  rows: readonly (readonly ReportCell[])[],
): void {
  sheet.keepTogether(rows.length);
  sheet.line(text(title, { ...formats.paragraph, bold: true }));
  sheet.table([headings.map((heading) => text(heading, formats.heading)), ...rows]);
}

/** "0" stands for "nothing to add up": a constant, no formula. A formula too long for Excel stays a value as well. */
function computedOrConstant(formula: string, value: number, format: CellFormat): ReportCell {
  return formula === "0" || formula.length > longestFormula
    ? constant(value, format)
    : computed(formula, value, format);
}

function keyCell(unrounded: string, value: Exact | null, settings: Settings): ReportCell {
  return computed(
    `IF(${unrounded}="","",${rounded(unrounded, indexDecimals, settings.rounding)})`,
    value === null ? "" : toNumber(round(value, indexDecimals, settings.rounding)),
    number,
  );
}

/** Rank among the keys of one column. MATCH finds each value's first place, so that equal values count once (dense). */
function rankCell(
  column: number,
  firstRow: number,
  row: number,
  rows: number,
  rank: number | null,
  settings: Settings,
): ReportCell {
  const keys = columnRange(column, firstRow, firstRow + rows - 1);
  const own = reference(firstRow + row, column);
  if (rows < 2) return text("", number);
  const distinct =
    settings.rankRule === "dense"
      ? `*(MATCH(${keys},${keys},0)=ROW(${keys})-ROW(${fixedRow(firstRow, column)})+1)`
      : "";
  return computed(
    `IF(${own}="","",1+SUMPRODUCT((${keys}<>"")*(${keys}>${own})${distinct}))`,
    rank === null ? "" : rank,
    number,
  );
}

function lastYearCell(agency: AgencyResult): ReportCell {
  const source = agency.agency.lastYearSource as CellSource | null;
  if (agency.agency.lastYear === null || source === null) return text("", number);
  // A percentage (92,49% in the cell) is no plain number to refer to.
  if (source.heldAs === "nothing") return constant(toNumber(agency.agency.lastYear), number);
  return computed(numberIn(source), toNumber(agency.agency.lastYear), number);
}

interface ColumnCells {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** From the agency's own entries: a group may have agencies on several sheets, with other rows. */
function scoreColumnCells({ agency }: AgencyResult): ColumnCells {
  const { sheet, scoreColumn } = agency.source as AgencySource;
  const rows = [...agency.entries.values()].map((entry) => (entry.source as CellSource).row);
  return { sheet, column: scoreColumn, firstRow: Math.min(...rows), lastRow: Math.max(...rows) };
}

function checkMaximaCells({ group }: GroupResult, grids: readonly SheetGrid[]): readonly ReportCell[] {
  const { sheet, maximumColumn, firstRow, lastRow } = group.source as TableSource;
  const blanks = Array.from({ length: summaryColumns.checkNow - 2 }, () => text("", formats.number));
  return [
    text("", formats.number),
    text(texts.calculation.checkMaxima, formats.name),
    ...blanks,
    ...checkCells({ sheet, column: maximumColumn, firstRow, lastRow }, grids),
  ];
}

/**
 * A weighted sum of a column, computed now and kept from the time of the calculation: numbers by their row, texts by
 * row and length. A column that holds an error value has -1 until that is mended.
 */
function checkCells(
  { sheet, column, firstRow, lastRow }: ColumnCells,
  grids: readonly SheetGrid[],
): readonly [ReportCell, ReportCell] {
  const range = columnRange(column, firstRow, lastRow, sheet);
  const weight = `(ROW(${range})-ROW(${reference(firstRow, column, sheet)})+1)`;
  const formula = `IFERROR(ROUND(SUMPRODUCT(${weight},${range})+SUMPRODUCT(ISTEXT(${range})*${weight}*LEN(${range})),6),-1)`;
  const value = checkValue(
    grids.find((grid) => grid.name === sheet),
    { sheet, column, firstRow, lastRow },
  );
  return [computed(formula, value, formats.number), constant(value, formats.number)];
}

function checkValue(grid: SheetGrid | undefined, { column, firstRow, lastRow }: ColumnCells): number {
  const parts: Exact[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cell = grid === undefined ? null : cellAt(grid, row, column);
    if (cell === null) continue;
    // A formula that nobody could compute will be an error value where it is computed.
    if (cell.type === "error" || cell.value === null) return -1;
    const weight = row - firstRow + 1;
    if (cell.type === "number" && typeof cell.value === "number") parts.push(fromCellNumber(cell.value).mul(weight));
    if (cell.type === "text" && typeof cell.value === "string") parts.push(zero.add(cell.value.length * weight));
  }
  return toNumber(round(sum(parts), 6, "half-up"));
}
