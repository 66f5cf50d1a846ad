/** BC III.(n+1) So sánh: every agency's index against last year's (Computing 7 and 8). */
import { toRoman } from "../data/roman";
import type { ReportBlock, TableBlock, TableCell, TableRow, TextBlock } from "../data/blocks";
import { type Exact, toNumber } from "../scoring/exact";
import { type AgencyResult, type GroupResult, inOrder, printedDecimals, type Results } from "../scoring/results";
import type { ReportTexts } from "../strings/report.vi";
import { type Figure, printed } from "./ledger";
import { comparison } from "./level-sentences";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";
import { asHeading, count, decimal, joinedWithAnd } from "./words";

const id = "III.comparison";

/** One, where some agency has a value of last year. */
export function comparisonSections(results: Results, texts: ReportTexts): readonly Section[] {
  const number = results.groups.length + 1;
  return [
    {
      key: id,
      name: texts.sheets.comparison(number),
      about: null,
      role: "index",
      official: true,
      available: results.meanOfAll.lastYear !== null,
      blocks: (context) => comparisonBlocks(context, number),
    },
  ];
}

/** number: of the section in chapter III, from 1. */
function comparisonBlocks(context: ReportContext, number: number): readonly ReportBlock[] {
  const { results, information, texts } = context;
  return [
    { kind: "heading", level: "chapter", text: texts.chapterThree(results.year) },
    {
      kind: "heading",
      level: "section",
      text: texts.comparisonSection(number, results.year, information.lastYear),
    },
    ...meanSentence(context),
    comparisonTable(context),
  ];
}

function meanSentence(context: ReportContext): readonly TextBlock[] {
  const { results, texts } = context;
  const { meanOfAll, settings, year } = results;
  if (meanOfAll.index === null) return [];
  const mean = decimal(meanOfAll.index, printedDecimals, settings);
  const sentence = texts.meanOfAllSentence(year, mean) + comparison(meanOfAll, context);
  return [{ kind: "paragraph", text: sentence + texts.specifically }];
}

function comparisonTable(context: ReportContext): TableBlock {
  const { results, information, ledger, texts } = context;
  const { headings } = texts;
  const rows = results.groups.flatMap((group, at): readonly TableRow[] => [
    { kind: "group", cells: [{ value: toRoman(at + 1) }, { value: asHeading(group.group.captionName) }] },
    ...inOrder(group.agencies, ({ rank }) => rank).map((agency, order) => agencyRow(context, agency, order + 1)),
    meanRow(context, texts.mean, ledger.mean("lastYear", group), ledger.mean("index", group), group.mean.change),
  ]);
  if (results.groups.length > 1) {
    const all = joinedWithAnd(
      results.groups.map((_, at) => `(${toRoman(at + 1)})`),
      texts.and,
    );
    const { change } = results.meanOfAll;
    rows.push(meanRow(context, texts.meanOf(all), ledger.meanOfAll("lastYear"), ledger.meanOfAll("index"), change));
  }
  return {
    kind: "table",
    id,
    headings: "repeated",
    columns: [
      { key: "order", kind: "order", heading: headings.order },
      { key: "name", kind: "name", heading: headings.agency },
      { key: "lastYear", kind: "percent", heading: headings.lastYear(information.lastYear) },
      { key: "index", kind: "percent", heading: headings.year(results.year) },
      { key: "change", kind: "change", heading: headings.change },
    ],
    rows,
    footnotes: partialNotes(context),
  };
}

function agencyRow({ results, ledger, texts }: ReportContext, agency: AgencyResult, order: number): TableRow {
  const { rounding } = results.settings;
  return {
    kind: "body",
    cells: [
      { value: order },
      { value: agency.agency.name },
      printed(ledger.figure("lastYear", agency), rounding, "", printedDecimals),
      printed(ledger.figure("index", agency), rounding, texts.notApplicable, printedDecimals),
      changeCell(agency.change, texts),
    ],
  };
}

function meanRow(
  { results, texts }: ReportContext,
  label: string,
  lastYear: Figure,
  index: Figure,
  change: Exact | null,
): TableRow {
  const { rounding } = results.settings;
  return {
    kind: "mean",
    cells: [
      { value: "" },
      { value: label },
      printed(lastYear, rounding, ""),
      printed(index, rounding, ""),
      changeCell(change, texts),
    ],
  };
}

function changeCell(change: Exact | null, texts: ReportTexts): TableCell {
  if (change === null) return { value: texts.notComparable };
  return {
    value: toNumber(change),
    formula: ({ here }) => `ROUND(${here("index")}-${here("lastYear")},${String(printedDecimals)})`,
  };
}

/** Where last year's mean is not over all agencies, over how many it is. */
function partialNotes({ results, information, texts }: ReportContext): readonly string[] {
  return results.groups.flatMap(({ group, agencies, mean }: GroupResult) => {
    if (mean.lastYearCount >= agencies.length) return [];
    const last = texts.lastYear(information.lastYear);
    const note = texts.partialMean(last, count(mean.lastYearCount), count(agencies.length));
    return [`${asHeading(group.captionName)}: ${note}`];
  });
}
