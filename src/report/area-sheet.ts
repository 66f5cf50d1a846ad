/** BC IV.j: one area, group by group: score, sub-index and rank of every agency, and a chart. */
import { toNumber } from "../scoring/exact";
import type { Criterion } from "../scoring/model";
import { areaScoreDecimals, type AgencyResult, type GroupResult, inOrder, type Results } from "../scoring/results";
import { fullMaximum } from "../scoring/totals";
import { reportTexts as texts } from "../strings/report.vi";
import { chartOf } from "../layout/chart";
import { formats, text } from "../layout/formats";
import { type AreaQuantity, type Figure, printed } from "./ledger";
import { addOpening, addStaleLine, ruleNotes } from "./opening";
import type { ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";
import { type SheetBuilder, startSheet } from "../layout/sheet-builder";
import { asHeading, count, decimal, insideSentence, numberOfRoman } from "./words";

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
export function areaSections(results: Results): readonly Section[] {
  return [...areasByNumber(results)].map(([number, parts]) => {
    const key = `IV.${String(number)}`;
    return {
      key,
      name: texts.sheets.area(number),
      about: parts[0]?.area.name ?? null,
      official: true,
      available: true,
      build: (name, context) => buildAreaSheet(context, key, name, number, parts),
    };
  });
}

const columnWidths = [9, 50, 22, 22];

function buildAreaSheet(
  context: ReportContext,
  key: string,
  name: string,
  number: number,
  parts: readonly GroupArea[],
): ReportSheet {
  const { results } = context;
  const sheet = startSheet(name, columnWidths);

  addStaleLine(sheet, context.staleFormula);
  addOpening(sheet, results);
  sheet.line(text(texts.chapterFour, formats.chapter));
  const [first] = parts;
  sheet.line(text(texts.areaSection(number, first === undefined ? "" : heading(first.area)), formats.section));
  for (const note of ruleNotes(results)) sheet.line(text(note, formats.note));
  const headingRows = parts.map((part, at) => {
    if (at > 0) {
      sheet.blank();
      sheet.pageBreak();
    }
    return addGroup(context, sheet, `${String(number)}.${String(at + 1)}`, part);
  });
  const [onlyHeading] = headingRows;
  const repeats = headingRows.length === 1 && sheet.lastTableCrossesPages();
  return sheet.finish({
    key,
    freeze: { rows: 0, columns: 0 },
    // Tables of several groups have headings of their own (other maxima): repeating one above another would be wrong.
    repeatRows: repeats && onlyHeading !== undefined ? [onlyHeading, onlyHeading] : null,
    repeatColumns: null,
    tabColor: "#3C8D6B",
  });
}

/** Gives the row of the table's headings. */
function addGroup(
  { results, ledger, nextChartNumber }: ReportContext,
  sheet: SheetBuilder,
  number: string,
  { result, area }: GroupArea,
): number {
  const { rounding } = results.settings;
  const { group, agencies } = result;
  const areaName = insideSentence(area.name);
  const shortName = insideSentence(area.shortName ?? area.name);
  const maximum = decimal(fullMaximum(area), areaScoreDecimals, results.settings);

  sheet.line(text(texts.areaGroupSection(number, asHeading(group.captionName)), formats.section));
  const criteria = area.children.map((criterion) => criterion.name);
  const intro = texts.areaIntro(shortName, group.captionName, criteria, count(criteria.length), maximum);
  sheet.line(text(intro, formats.paragraph));
  sheet.blank();

  const figure = (quantity: AreaQuantity, agency: AgencyResult): Figure => ledger.areaFigure(quantity, agency, area);
  const ordered = inOrder(agencies, (agency) => rankNumber(figure("rank", agency)));
  const headings = [
    texts.headings.rank,
    group.columnHeading,
    texts.headings.areaScore(areaName, maximum),
    texts.headings.areaSubIndex(areaName),
  ];
  const headingRow = sheet.table([
    headings.map((words) => text(words, formats.heading)),
    ...ordered.map(agencyCells),
    meanCells(),
  ]);
  if (agencies.length > 1 && agencies.some((agency) => figure("index", agency).value !== null)) {
    sheet.blank();
    sheet.chart(
      chartOf({
        title: texts.areaCaption(count(nextChartNumber()), shortName, group.captionName, results.year),
        sheet: sheet.name,
        headingRow,
        columnWidths,
        names: ordered.map(({ agency }) => agency.name),
        nameColumn: 1,
        series: [
          { column: 2, color: "score" },
          { column: 3, color: "index" },
        ],
        values: agencies
          .flatMap((agency) => [figure("score", agency).value, figure("index", agency).value])
          .flatMap((value) => (value === null ? [] : [toNumber(value)])),
      }),
    );
  }
  return headingRow;

  function agencyCells(agency: AgencyResult): readonly ReportCell[] {
    const cell = (quantity: AreaQuantity, otherwise: string): ReportCell =>
      printed(figure(quantity, agency), rounding, { format: formats.number, otherwise });
    return [
      cell("rank", texts.noRank),
      text(agency.agency.name, formats.name),
      cell("score", ""),
      cell("index", texts.notApplicable),
    ];
  }

  function meanCells(): readonly ReportCell[] {
    const options = { format: formats.meanNumber, otherwise: "" };
    return [
      text("", formats.meanNumber),
      text(texts.mean, formats.meanName),
      printed(ledger.areaMean("score", result, area), rounding, options),
      printed(ledger.areaMean("index", result, area), rounding, options),
    ];
  }
}

function rankNumber({ value }: Figure): number | null {
  return value === null ? null : toNumber(value);
}

/** A heading typed in capitals stays as it was typed. */
function heading(area: Criterion): string {
  return asHeading(area.name);
}

function numberOf(code: string): number | null {
  const trimmed = code.trim().replace(/\.$/, "");
  if (/^\d{1,3}$/.test(trimmed)) return Number(trimmed);
  return numberOfRoman(trimmed);
}
