/** BC III.k: the ranking of one group, its levels in words, and its chart. */
import type { ReportBlock, TableBlock, TableColumn, TextBlock } from "../data/blocks";
import { type GroupResult, inOrder, type Results } from "../scoring/results";
import { leavesOf } from "../scoring/amounts";
import type { ReportTexts } from "../strings/report.vi";
import { type MeanQuantity, printed } from "./ledger";
import { levelSentences } from "./level-sentences";
import { ruleNotes } from "./opening";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";

/** One per group. */
export function rankingSections(results: Results, texts: ReportTexts): readonly Section[] {
  return results.groups.map((result, at) => {
    const number = at + 1;
    const key = `III.${String(number)}`;
    return {
      key,
      name: texts.sheets.ranking(number),
      about: result.group.name,
      role: "index",
      official: true,
      available: true,
      blocks: (context) => rankingBlocks(context, key, number, result),
    };
  });
}

/** number: of the group in chapter III, from 1. */
function rankingBlocks(
  context: ReportContext,
  id: string,
  number: number,
  result: GroupResult,
): readonly ReportBlock[] {
  const { results, texts } = context;
  const { captionName } = result.group;
  const isRanked = result.agencies.length > 1;
  return [
    { kind: "heading", level: "chapter", text: texts.chapterThree(results.year) },
    { kind: "heading", level: "section", text: texts.rankingSection(number, captionName) },
    ...levelSentences(result, context).map((text): TextBlock => ({ kind: "paragraph", text })),
    ...(isRanked ? [] : aboutOneAgency(context)),
    ...ruleNotes(context),
    rankingTable(context, id, result),
    ...(isRanked
      ? [
          {
            kind: "chart" as const,
            title: texts.rankingCaption(captionName, results.year),
            table: id,
            names: "name",
            series: ["index"],
          },
        ]
      : []),
  ];
}

/** A group of one has no rank in itself, but perhaps in the country. */
function aboutOneAgency({ information, texts }: ReportContext): readonly TextBlock[] {
  const { nationalRank, nationalRankLastYear } = information;
  const alone: TextBlock = { kind: "paragraph", text: texts.singleAgency };
  if (nationalRank === null) return [alone];
  return [alone, { kind: "paragraph", text: texts.nationalRank(nationalRank, nationalRankLastYear) }];
}

function rankingTable({ results, ledger, texts }: ReportContext, id: string, result: GroupResult): TableBlock {
  const { rounding } = results.settings;
  const columns = columnsOf(result, texts);
  return {
    kind: "table",
    id,
    headings: "repeatedWhereLong",
    columns: [
      { key: "rank", kind: "rank", heading: texts.headings.rank },
      { key: "name", kind: "name", heading: result.group.columnHeading },
      ...columns,
    ],
    rows: [
      ...inOrder(result.agencies, ({ rank }) => rank).map((agency) => ({
        kind: "body" as const,
        cells: [
          printed(ledger.figure("rank", agency), rounding, texts.noRank),
          { value: agency.agency.name },
          ...columns.map(({ key }) => printed(ledger.figure(key, agency), rounding, texts.notApplicable)),
        ],
      })),
      {
        kind: "mean",
        cells: [
          { value: "" },
          { value: texts.mean },
          ...columns.map(({ key }) => printed(ledger.mean(key, result), rounding, "")),
        ],
      },
    ],
  };
}

interface FigureColumn extends TableColumn {
  readonly key: MeanQuantity;
}

function columnsOf({ group }: GroupResult, { headings }: ReportTexts): readonly FigureColumn[] {
  const hasSurvey = group.areas.flatMap(leavesOf).some((leaf) => leaf.method === "survey");
  const first = group.selfScored ? headings.selfScored : headings.appraised;
  const index: FigureColumn = { key: "index", kind: "index", heading: headings.index };
  if (!hasSurvey) return [{ key: "score", kind: "points", heading: first }, index];
  return [
    { key: "appraised", kind: "points", heading: first },
    { key: "survey", kind: "points", heading: headings.survey },
    { key: "score", kind: "points", heading: headings.total },
    index,
  ];
}
