/** The whole report: the sections that are wanted, then BC Tính toán and Kiểm tra số liệu. */
import type { ReportBlock, ReportDocument, ReportPage } from "../data/blocks";
import type { SheetGrid } from "../data/grid";
import type { Results } from "../scoring/results";
import { reportTexts, type ReportTexts } from "../strings/report.vi";
import { type ChangeRecord, recordSheetKey } from "../workbook/change-record";
import type { SaidFinding } from "../strings/finding-sentence";
import { calculationSheetKey } from "../workbook/own-sheets";
import { calculationPage, staleElsewhere } from "./calculation-sheet";
import { findingsPage } from "./findings-sheet";
import { ledgerOf } from "./ledger";
import { opening } from "./opening";
import type { ReportContext, ReportInformation } from "./report-context";
import type { Section } from "./section";
import { availableSections, officialSections } from "./sections";
import { chooseSheetNames } from "./sheet-names";
import { count } from "./words";

/**
 * grids: the workbook as it was read, for the names that are taken and the check sums of the score columns.
 * identity: of the workbook (ReportDocument).
 * only: keys of the sections wanted (sections.ts), the official ones by default; BC Tính toán and Kiểm tra số liệu
 * always come.
 * record: changes that the user accepted, to stand on Kiểm tra số liệu (readChangeRecord has those of earlier runs).
 */
export function buildReport(
  results: Results,
  information: ReportInformation,
  findings: readonly SaidFinding[],
  grids: readonly SheetGrid[],
  identity: string,
  only: ReadonlySet<string> | null = null,
  record: readonly ChangeRecord[] = [],
  texts: ReportTexts = reportTexts,
): ReportDocument {
  const wanted = only ?? officialSections(results);
  const sections = availableSections(results, texts).filter(({ key }) => wanted.has(key));
  const names = chooseSheetNames(
    new Map([
      ...sections.map(({ key, name }) => [key, name] as const),
      [calculationSheetKey, texts.sheets.calculation],
      [recordSheetKey, texts.sheets.findings],
    ]),
    grids,
  );
  const nameOf = (key: string): string => names.get(key) ?? key;
  const context: ReportContext = { results, information, ledger: ledgerOf(results), texts };
  return {
    identity,
    pages: [
      ...withChartNumbers(
        sections.map((section) => pageOf(section, nameOf(section.key), context)),
        texts,
      ),
      calculationPage(nameOf(calculationSheetKey), context, grids),
      findingsPage(nameOf(recordSheetKey), { findings, record, results, staleLine: staleElsewhere }, texts),
    ],
  };
}

/** Kiểm tra số liệu alone: where errors block the report, or after a check. */
export function buildFindingsReport(
  findings: readonly SaidFinding[],
  grids: readonly SheetGrid[],
  identity: string,
  record: readonly ChangeRecord[] = [],
  texts: ReportTexts = reportTexts,
): ReportDocument {
  const names = chooseSheetNames(new Map([[recordSheetKey, texts.sheets.findings]]), grids, "keep");
  const name = names.get(recordSheetKey) ?? recordSheetKey;
  return { identity, pages: [findingsPage(name, { findings, record, results: null, staleLine: null }, texts)] };
}

function pageOf({ key, role, blocks }: Section, name: string, context: ReportContext): ReportPage {
  const { results, texts } = context;
  return { key, name, role, staleLine: staleElsewhere, blocks: [...opening(results, texts), ...blocks(context)] };
}

/** Charts are numbered through the whole report. */
function withChartNumbers(pages: readonly ReportPage[], { numberedChart }: ReportTexts): readonly ReportPage[] {
  let charts = 0;
  const numbered = (block: ReportBlock): ReportBlock => {
    if (block.kind !== "chart") return block;
    charts += 1;
    return { ...block, title: numberedChart(count(charts), block.title) };
  };
  return pages.map((page) => ({ ...page, blocks: page.blocks.map(numbered) }));
}
