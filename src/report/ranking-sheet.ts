/** BC III.k: the ranking of one group, its levels in words, and its chart. */
import { toNumber } from "../scoring/exact";
import { type AgencyResult, type GroupResult, inOrder, type Results } from "../scoring/results";
import { leavesOf } from "../scoring/totals";
import { reportTexts as texts } from "../strings/report.vi";
import { chartOf } from "../layout/chart";
import { formats, text } from "../layout/formats";
import { type MeanQuantity, printed } from "./ledger";
import { levelSentences } from "./level-sentences";
import { addOpening, addStaleLine, ruleNotes } from "./opening";
import type { ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";
import { startSheet } from "../layout/sheet-builder";
import { count } from "./words";

interface Column {
  readonly heading: string;
  readonly quantity: MeanQuantity;
}

/** One per group. */
export function rankingSections(results: Results): readonly Section[] {
  return results.groups.map((result, at) => {
    const number = at + 1;
    const key = `III.${String(number)}`;
    return {
      key,
      name: texts.sheets.ranking(number),
      about: result.group.name,
      official: true,
      available: true,
      build: (name, context) => buildRankingSheet(context, key, name, number, result),
    };
  });
}

/** section: its number in chapter III, from 1. */
function buildRankingSheet(
  context: ReportContext,
  key: string,
  name: string,
  section: number,
  result: GroupResult,
): ReportSheet {
  const { results, information, ledger } = context;
  const { rounding } = results.settings;
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

  const ordered = inOrder(agencies, ({ rank }) => rank);
  const headings = [texts.headings.rank, group.columnHeading, ...columns.map(({ heading }) => heading)];
  const headingRow = sheet.table([
    headings.map((heading) => text(heading, formats.heading)),
    ...ordered.map(agencyCells),
    [text("", formats.meanNumber), text(texts.mean, formats.meanName), ...columns.map(meanOf)],
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
        names: ordered.map(({ agency }) => agency.name),
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

  function agencyCells(agency: AgencyResult): readonly ReportCell[] {
    const format = formats.number;
    return [
      printed(ledger.figure("rank", agency), rounding, { format, otherwise: texts.noRank }),
      text(agency.agency.name, formats.name),
      ...columns.map(({ quantity }) =>
        printed(ledger.figure(quantity, agency), rounding, { format, otherwise: texts.notApplicable }),
      ),
    ];
  }

  function meanOf({ quantity }: Column): ReportCell {
    return printed(ledger.mean(quantity, result), rounding, { format: formats.meanNumber, otherwise: "" });
  }
}

function columnsOf({ group }: GroupResult): readonly Column[] {
  const { headings } = texts;
  const hasSurvey = group.areas.flatMap(leavesOf).some((leaf) => leaf.method === "survey");
  const first = group.selfScored ? headings.selfScored : headings.appraised;
  const index: Column = { heading: headings.index, quantity: "index" };
  if (!hasSurvey) return [{ heading: first, quantity: "score" }, index];
  return [
    { heading: first, quantity: "appraised" },
    { heading: headings.survey, quantity: "survey" },
    { heading: headings.total, quantity: "score" },
    index,
  ];
}
