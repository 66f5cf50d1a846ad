/** The whole report: one line per section in the lists below. */
import type { Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { type ChangeRecord, recordSheetKey } from "../workbook/change-record";
import type { Finding } from "../workbook/finding";
import type { SheetGrid } from "../data/grid";
import { calculationSheetKey } from "../workbook/own-sheets";
import { areasByNumber, buildAreaSheet } from "./area-sheet";
import { buildCalculationSheet } from "./calculation-sheet";
import { buildComparisonSheet, hasLastYear } from "./comparison-sheet";
import { buildFindingsSheet } from "./findings-sheet";
import { addOpening } from "./opening";
import { buildRankingSheet } from "./ranking-sheet";
import type { Report, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import type { ReportInformation } from "./report-information";
import { chooseSheetNames } from "./sheet-names";

/** A section that this workbook has: its lasting key, the sheet name it wants, and how it is built. */
interface Section {
  readonly key: string;
  readonly wantedName: string;
  readonly build: (name: string, context: ReportContext) => ReportSheet;
}

const calculationKey = calculationSheetKey;
const findingsKey = recordSheetKey;

/** The sections of chapters III and IV that these results have: what a user can choose from. */
export function reportSections(results: Results): readonly { readonly key: string; readonly name: string }[] {
  return allSections(results).map(({ key, wantedName }) => ({ key, name: wantedName }));
}

/**
 * grids: the workbook as it was read, for the names that are taken and the check sums of the score columns.
 * identity: of the workbook (Report).
 * only: keys of the sections wanted (reportSections), all by default; BC Tính toán and Kiểm tra số liệu always come.
 * record: changes that the user accepted, to stand on Kiểm tra số liệu (readChangeRecord has those of earlier runs).
 */
export function buildReport(
  results: Results,
  information: ReportInformation,
  findings: readonly Finding[],
  grids: readonly SheetGrid[],
  identity: string,
  only: ReadonlySet<string> | null = null,
  record: readonly ChangeRecord[] = [],
): Report {
  const sections = allSections(results).filter(({ key }) => only === null || only.has(key));
  const names = chooseSheetNames(
    new Map([
      ...sections.map(({ key, wantedName }) => [key, wantedName] as const),
      [calculationKey, texts.sheets.calculation],
      [findingsKey, texts.sheets.findings],
    ]),
    grids,
  );
  const nameOf = (key: string): string => names.get(key) ?? key;

  const calculation = buildCalculationSheet(nameOf(calculationKey), results, information, grids, (sheet) => {
    addOpening(sheet, results);
  });
  let charts = 0;
  const context: ReportContext = {
    results,
    information,
    ledger: calculation.ledger,
    staleFormula: calculation.staleFormula,
    nextChartNumber: () => (charts += 1),
  };
  return {
    identity,
    sheets: [
      ...sections.map(({ key, build }) => build(nameOf(key), context)),
      calculation.sheet,
      buildFindingsSheet(findingsKey, nameOf(findingsKey), findings, results, calculation.staleFormula, record),
    ],
  };
}

/** Kiểm tra số liệu alone: where errors block the report, or after a check. */
export function buildFindingsReport(
  findings: readonly Finding[],
  grids: readonly SheetGrid[],
  identity: string,
  record: readonly ChangeRecord[] = [],
): Report {
  const names = chooseSheetNames(new Map([[findingsKey, texts.sheets.findings]]), grids, "keep");
  const name = names.get(findingsKey) ?? findingsKey;
  return { identity, sheets: [buildFindingsSheet(findingsKey, name, findings, null, null, record)] };
}

function allSections(results: Results): readonly Section[] {
  return [...chapterThree(results), ...chapterFour(results)];
}

function chapterThree(results: Results): readonly Section[] {
  const rankings = results.groups.map((result, at): Section => {
    const number = at + 1;
    const key = `III.${String(number)}`;
    return {
      key,
      wantedName: texts.sheets.ranking(number),
      build: (name, context) => buildRankingSheet(context, key, name, number, result),
    };
  });
  const number = results.groups.length + 1;
  const comparison: Section = {
    key: "III.comparison",
    wantedName: texts.sheets.comparison(number),
    build: (name, context) => buildComparisonSheet(context, "III.comparison", name, number),
  };
  return hasLastYear(results) ? [...rankings, comparison] : rankings;
}

function chapterFour(results: Results): readonly Section[] {
  return [...areasByNumber(results)].map(([number, parts]): Section => {
    const key = `IV.${String(number)}`;
    return {
      key,
      wantedName: texts.sheets.area(number),
      build: (name, context) => buildAreaSheet(context, key, name, number, parts),
    };
  });
}
