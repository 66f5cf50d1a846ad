/** BC IV.j: one area, group by group: score, sub-index and rank of every agency, and a chart. */
import { fromRoman } from "../data/roman";
import { nameOfArea } from "../strings/area-name";
import type { ReportBlock, TableBlock, TableCell, TableChart } from "../data/blocks";
import { toNumber } from "../scoring/exact";
import type { Criterion } from "../scoring/model";
import { type AgencyResult, areaScoreDecimals, type GroupResult, inOrder, type Results } from "../scoring/results";
import { fullMaximum } from "../scoring/amounts";
import type { ReportTexts } from "../strings/report.vi";
import { type AreaQuantity, printed } from "./ledger";
import { ruleNotes } from "./opening";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";
import { asHeading, count, decimal, insideSentence } from "./words";

/** One area of one group; areas of different groups meet by their number. */
interface GroupArea {
  readonly result: GroupResult;
  readonly area: Criterion;
}

/**
 * Area number → the groups that have it, in order. The number is the code's ("3", "III"), or the place in the workbook
 * where codes are no numbers. An area of nothing but bonus and penalty has no table of its own (Computing 3).
 */
function areasByNumber(results: Results): ReadonlyMap<number, readonly GroupArea[]> {
  const numbers = new Map<number, GroupArea[]>();
  results.groups.forEach((result) => {
    result.group.areas.forEach((area, areaAt) => {
      if (fullMaximum(area).equals(0)) return;
      const number = numberOf(area.code) ?? areaAt + 1;
      numbers.set(number, [...(numbers.get(number) ?? []), { result, area }]);
    });
  });
  return new Map([...numbers].sort(([a], [b]) => a - b));
}

/** One per area number. */
export function areaSections(results: Results, texts: ReportTexts): readonly Section[] {
  return [...areasByNumber(results)].map(([number, parts]) => ({
    key: `IV.${String(number)}`,
    name: texts.sheets.area(number),
    about: parts[0] === undefined ? null : nameOfArea(parts[0].area),
    role: "area",
    official: true,
    available: true,
    blocks: (context) => areaBlocks(context, number, parts),
  }));
}

function areaBlocks(context: ReportContext, number: number, parts: readonly GroupArea[]): readonly ReportBlock[] {
  const { texts } = context;
  // A heading typed in capitals stays as it was typed.
  const title = asHeading(parts[0] === undefined ? "" : nameOfArea(parts[0].area));
  return [
    { kind: "heading", level: "chapter", text: texts.chapterFour },
    { kind: "heading", level: "section", text: texts.areaSection(number, title) },
    ...ruleNotes(context),
    ...parts.flatMap((part, at) => groupBlocks(context, number, at, part)),
  ];
}

/** at: which of the area's groups it is, from 0. */
function groupBlocks(context: ReportContext, number: number, at: number, part: GroupArea): readonly ReportBlock[] {
  const { results, texts } = context;
  const { area, result } = part;
  const { captionName } = result.group;
  const shortName = insideSentence(area.shortName ?? nameOfArea(area));
  const maximum = decimal(fullMaximum(area), areaScoreDecimals, results.settings);
  const criteria = area.children.map(nameOfArea);
  const section = `${String(number)}.${String(at + 1)}`;
  const id = `IV.${section}`;
  const chart: TableChart = {
    kind: "chart",
    title: texts.areaCaption(shortName, captionName, results.year),
    table: id,
    names: "name",
    series: ["score", "index"],
  };
  const someHaveIt = result.agencies.some((agency) => context.ledger.areaFigure("index", agency, area).value !== null);
  return [
    {
      kind: "heading",
      level: "section",
      text: texts.areaGroupSection(section, asHeading(captionName)),
      newPage: at > 0,
    },
    { kind: "paragraph", text: texts.areaIntro(shortName, captionName, criteria, count(criteria.length), maximum) },
    areaTable(context, id, part, maximum),
    ...(result.agencies.length > 1 && someHaveIt ? [chart] : []),
  ];
}

function areaTable(
  { results, ledger, texts }: ReportContext,
  id: string,
  { area, result }: GroupArea,
  maximum: string,
): TableBlock {
  const { rounding } = results.settings;
  const areaName = insideSentence(nameOfArea(area));
  const cell = (quantity: AreaQuantity, agency: AgencyResult, otherwise: string): TableCell =>
    printed(ledger.areaFigure(quantity, agency, area), rounding, otherwise);
  const ranked = result.agencies.map((agency) => {
    const { value } = ledger.areaFigure("rank", agency, area);
    return { agency, rank: value === null ? null : toNumber(value) };
  });
  return {
    kind: "table",
    id,
    headings: "repeatedWhereLong",
    columns: [
      { key: "rank", kind: "rank", heading: texts.headings.rank },
      { key: "name", kind: "name", heading: result.group.columnHeading },
      { key: "score", kind: "points", heading: texts.headings.areaScore(areaName, maximum) },
      { key: "index", kind: "index", heading: texts.headings.areaSubIndex(areaName) },
    ],
    rows: [
      ...inOrder(ranked, ({ rank }) => rank).map(({ agency }) => ({
        kind: "body" as const,
        cells: [
          cell("rank", agency, texts.noRank),
          { value: agency.agency.name },
          cell("score", agency, ""),
          cell("index", agency, texts.notApplicable),
        ],
      })),
      {
        kind: "mean",
        cells: [
          { value: "" },
          { value: texts.mean },
          printed(ledger.areaMean("score", result, area), rounding, ""),
          printed(ledger.areaMean("index", result, area), rounding, ""),
        ],
      },
    ],
  };
}

function numberOf(code: string): number | null {
  const trimmed = code.trim().replace(/\.$/, "");
  if (/^\d{1,3}$/.test(trimmed)) return Number(trimmed);
  return fromRoman(trimmed.toUpperCase());
}
