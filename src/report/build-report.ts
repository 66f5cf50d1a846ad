/** The whole report: the sections that are wanted, then BC Tính toán and Kiểm tra số liệu. */
import type { Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { type ChangeRecord, recordSheetKey } from "../workbook/change-record";
import type { Finding } from "../workbook/finding";
import type { SheetGrid } from "../data/grid";
import { calculationSheetKey } from "../workbook/own-sheets";
import { buildCalculationSheet } from "./calculation-sheet";
import { buildFindingsSheet } from "./findings-sheet";
import { addOpening } from "./opening";
import type { Report } from "../data/pages";
import type { ReportContext } from "./report-context";
import type { ReportInformation } from "./report-information";
import { availableSections, officialSections } from "./sections";
import { chooseSheetNames } from "./sheet-names";

const calculationKey = calculationSheetKey;
const findingsKey = recordSheetKey;

/**
 * grids: the workbook as it was read, for the names that are taken and the check sums of the score columns.
 * identity: of the workbook (Report).
 * only: keys of the sections wanted (sections.ts), the official ones by default; BC Tính toán and Kiểm tra số liệu always come.
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
  const wanted = only ?? officialSections(results);
  const sections = availableSections(results).filter(({ key }) => wanted.has(key));
  const names = chooseSheetNames(
    new Map([
      ...sections.map(({ key, name }) => [key, name] as const),
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
