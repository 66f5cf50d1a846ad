/** BC III.k: the ranking of one group, its levels in words, and its chart. */
import { type Exact, mean, round, toNumber } from "../scoring/exact";
import { type AgencyResult, type GroupResult, indexDecimals, inOrder, printedDecimals } from "../scoring/results";
import { leavesOf } from "../scoring/totals";
import { reportTexts as texts } from "../strings/report.vi";
import { type GroupAddresses, summaryColumns } from "./calculation-sheet";
import { chartOf } from "./chart";
import { computed, formats, text } from "./formats";
import { columnRange, reference, rounded } from "./formula";
import { levelSentences } from "./level-sentences";
import { meanCell } from "./mean-cell";
import { addOpening, addStaleLine, ruleNotes } from "./opening";
import type { ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import { startSheet } from "./sheet-builder";
import { count } from "./words";

/** A computed column: where BC Tính toán has it, and its value. */
interface Column {
  readonly heading: string;
  readonly source: number;
  readonly decimals: number;
  readonly valueOf: (agency: AgencyResult) => Exact | null;
}

/** section: its number in chapter III, from 1. */
export function buildRankingSheet(
  context: ReportContext,
  key: string,
  name: string,
  section: number,
  result: GroupResult,
  addresses: GroupAddresses,
): ReportSheet {
  const { results, information, calculationName } = context;
  const { group, agencies } = result;
  const columns = columnsOf(result);
  const isRanked = agencies.length > 1;
  const columnWidths = columns.length > 2 ? [9, 37, 17, 17, 13, 14] : [9, 50, 22, 22];
  const sheet = startSheet(name, columnWidths);

  addStaleLine(sheet, context.staleFormula);
  addOpening(sheet, results);
  sheet.line(text(texts.chapterThree(results.year), formats.chapter));
  sheet.line(text(texts.rankingSection(section, group.captionName), formats.section));
  for (const sentence of levelSentences(result, results, information.lastYear)) {
    sheet.line(text(sentence, formats.paragraph));
  }
  if (!isRanked) {
    sheet.line(text(texts.singleAgency, formats.paragraph));
    if (information.nationalRank !== null) {
      const rank = texts.nationalRank(information.nationalRank, information.nationalRankLastYear);
      sheet.line(text(rank, formats.paragraph));
    }
  }
  for (const note of ruleNotes(results)) sheet.line(text(note, formats.note));
  sheet.blank();

  const ordered = inOrder(
    agencies.map((agency, row) => ({ agency, row })),
    ({ agency }) => agency.rank,
  );
  const headings = [texts.headings.rank, group.columnHeading, ...columns.map(({ heading }) => heading)];
  const headingRow = sheet.table([
    headings.map((heading) => text(heading, formats.heading)),
    ...ordered.map(({ agency, row }) => agencyCells(agency, row)),
    [text("", formats.meanNumber), text(texts.mean, formats.meanName), ...columns.map((column) => meanOf(column))],
  ]);
  const repeats = sheet.lastTableCrossesPages();
  if (isRanked) {
    sheet.blank();
    sheet.chart(
      chartOf({
        title: texts.rankingCaption(count(context.nextChartNumber()), group.captionName, results.year),
        sheet: name,
        headingRow,
        columnWidths,
        names: ordered.map(({ agency }) => agency.agency.name),
        nameColumn: 1,
        series: [{ column: 1 + columns.length, color: "index" }],
        values: agencies.flatMap(({ index }) => (index === null ? [] : [toNumber(index)])),
      }),
    );
  }
  return sheet.finish({
    key,
    freeze: { rows: 0, columns: 0 },
    repeatRows: repeats ? [headingRow, headingRow] : null,
    repeatColumns: null,
    tabColor: "#2F6DB5",
  });

  function agencyCells(agency: AgencyResult, row: number): readonly ReportCell[] {
    const inSummary = (column: number): string => reference(addresses.summaryRow + row, column, calculationName);
    return [
      agency.rank === null
        ? text(texts.noRank, formats.number)
        : computed(inSummary(summaryColumns.rank), agency.rank, formats.number),
      text(agency.agency.name, formats.name),
      ...columns.map(({ source, decimals, valueOf }) => {
        const value = valueOf(agency);
        if (value === null) return text(texts.notApplicable, formats.number);
        return computed(
          rounded(inSummary(source), decimals, results.settings.rounding),
          toNumber(round(value, decimals, results.settings.rounding)),
          formats.number,
        );
      }),
    ];
  }

  function meanOf({ source, valueOf }: Column): ReportCell {
    const lastRow = addresses.summaryRow + agencies.length - 1;
    const range = (column: number): string => columnRange(column, addresses.summaryRow, lastRow, calculationName);
    const value = mean(agencies.flatMap((agency) => valueOf(agency) ?? []));
    return meanCell(range(source), null, value, results.settings.rounding);
  }
}

function columnsOf({ group }: GroupResult): readonly Column[] {
  const { headings } = texts;
  const hasSurvey = group.areas.flatMap(leavesOf).some((leaf) => leaf.method === "survey");
  const first = group.selfScored ? headings.selfScored : headings.appraised;
  const score: Column = {
    heading: hasSurvey ? headings.total : first,
    source: summaryColumns.score,
    decimals: printedDecimals,
    valueOf: (agency) => agency.score,
  };
  const index: Column = {
    heading: headings.index,
    source: summaryColumns.index,
    decimals: indexDecimals,
    valueOf: (agency) => agency.index,
  };
  if (!hasSurvey) return [score, index];
  return [
    { ...score, heading: first, source: summaryColumns.appraised, valueOf: (agency) => agency.appraised },
    { ...score, heading: headings.survey, source: summaryColumns.survey, valueOf: (agency) => agency.survey },
    score,
    index,
  ];
}
