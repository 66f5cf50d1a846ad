/** BC IV.j: one area, group by group: score, sub-index and rank of every agency, and a chart. */
import { nameOfArea } from "../strings/area-name";
import { type Exact, round, toNumber } from "../scoring/exact";
import type { Criterion } from "../scoring/model";
import {
  areaScoreDecimals,
  type AreaResult,
  type GroupResult,
  inOrder,
  printedDecimals,
  type Results,
} from "../scoring/results";
import { fullMaximum } from "../scoring/totals";
import { reportTexts as texts } from "../strings/report.vi";
import { firstAreaColumn, type GroupAddresses } from "./calculation-sheet";
import { chartOf } from "./chart";
import { computed, formats, text } from "./formats";
import { columnRange, reference, rounded } from "./formula";
import { meanCell } from "./mean-cell";
import { addOpening, addStaleLine, ruleNotes } from "./opening";
import type { ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import { type SheetBuilder, startSheet } from "./sheet-builder";
import { asHeading, count, decimal, insideSentence } from "./words";

/** One area of one group; areas of different groups meet by their number. */
export interface GroupArea {
  /** Index in results.groups. */
  readonly group: number;
  /** Index in the group's areas. */
  readonly area: number;
}

/**
 * Area number → the groups that have it, in order. The number is the code's ("3", "III"), or the place in the workbook
 * where codes are no numbers. An area of nothing but bonus and penalty has no table of its own (Computing 3).
 */
export function areasByNumber(results: Results): ReadonlyMap<number, readonly GroupArea[]> {
  const numbers = new Map<number, GroupArea[]>();
  results.groups.forEach(({ group }, groupAt) => {
    group.areas.forEach((area, areaAt) => {
      if (fullMaximum(area).equals(0)) return;
      const number = numberOfCode(area.code) ?? areaAt + 1;
      numbers.set(number, [...(numbers.get(number) ?? []), { group: groupAt, area: areaAt }]);
    });
  });
  return new Map([...numbers].sort(([a], [b]) => a - b));
}

const columnWidths = [9, 50, 22, 22];

export function buildAreaSheet(
  context: ReportContext,
  key: string,
  name: string,
  number: number,
  parts: readonly GroupArea[],
): ReportSheet {
  const { results } = context;
  const sheet = startSheet(name, columnWidths);
  const sections = parts.flatMap((part) => {
    const result = results.groups[part.group];
    const area = result?.group.areas[part.area];
    const addresses = context.addresses[part.group];
    return result === undefined || area === undefined || addresses === undefined
      ? []
      : [{ result, area, addresses, areaAt: part.area }];
  });

  addStaleLine(sheet, context.staleFormula);
  addOpening(sheet, results);
  sheet.line(text(texts.chapterFour, formats.chapter));
  const [first] = sections;
  sheet.line(text(texts.areaSection(number, first === undefined ? "" : heading(first.area)), formats.section));
  for (const note of ruleNotes(results)) sheet.line(text(note, formats.note));
  const headingRows = sections.map(({ result, area, addresses, areaAt }, at) => {
    if (at > 0) {
      sheet.blank();
      sheet.pageBreak();
    }
    return addGroup(context, sheet, `${String(number)}.${String(at + 1)}`, result, area, areaAt, addresses);
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
  context: ReportContext,
  sheet: SheetBuilder,
  number: string,
  result: GroupResult,
  area: Criterion,
  areaAt: number,
  addresses: GroupAddresses,
): number {
  const { results, calculationName } = context;
  const { settings } = results;
  const { group, agencies } = result;
  const areaName = insideSentence(nameOfArea(area));
  const maximum = decimal(fullMaximum(area), areaScoreDecimals, settings);
  const column = firstAreaColumn + areaAt;

  sheet.line(text(texts.areaGroupSection(number, asHeading(group.captionName)), formats.section));
  const criteria = area.children.map((criterion) => nameOfArea(criterion));
  sheet.line(
    text(
      texts.areaIntro(
        insideSentence(area.shortName ?? nameOfArea(area)),
        group.captionName,
        criteria,
        count(criteria.length),
        maximum,
      ),
      formats.paragraph,
    ),
  );
  sheet.blank();

  const ordered = inOrder(
    agencies.flatMap((agency, row) => {
      const inArea = agency.areas[areaAt];
      return inArea === undefined ? [] : [{ name: agency.agency.name, inArea, row }];
    }),
    ({ inArea }) => inArea.rank,
  );
  const headingRow = sheet.table([
    [
      texts.headings.rank,
      group.columnHeading,
      texts.headings.areaScore(areaName, maximum),
      texts.headings.areaSubIndex(areaName),
    ].map((words) => text(words, formats.heading)),
    ...ordered.map(({ name, inArea, row }) => agencyCells(name, inArea, row)),
    meanCells(),
  ]);
  if (agencies.length > 1 && ordered.some(({ inArea }) => inArea.subIndex !== null)) {
    sheet.blank();
    sheet.chart(
      chartOf({
        title: texts.areaCaption(
          count(context.nextChartNumber()),
          insideSentence(area.shortName ?? nameOfArea(area)),
          group.captionName,
          results.year,
        ),
        sheet: sheet.name,
        headingRow,
        columnWidths,
        names: ordered.map(({ name }) => name),
        nameColumn: 1,
        series: [
          { column: 2, color: "score" },
          { column: 3, color: "index" },
        ],
        values: ordered.flatMap(({ inArea: { score, subIndex } }) =>
          [score, ...(subIndex === null ? [] : [subIndex])].map(toNumber),
        ),
      }),
    );
  }
  return headingRow;

  function agencyCells(name: string, inArea: AreaResult, row: number): readonly ReportCell[] {
    const printed = (firstRow: number, value: Exact, decimals: number): ReportCell =>
      computed(
        rounded(reference(firstRow + row, column, calculationName), decimals, settings.rounding),
        toNumber(round(value, decimals, settings.rounding)),
        formats.number,
      );
    return [
      inArea.rank === null
        ? text(texts.noRank, formats.number)
        : computed(reference(addresses.ranksRow + row, column, calculationName), inArea.rank, formats.number),
      text(name, formats.name),
      printed(addresses.scoresRow, inArea.score, areaScoreDecimals),
      inArea.subIndex === null
        ? text(texts.notApplicable, formats.number)
        : printed(addresses.subIndicesRow, inArea.subIndex, printedDecimals),
    ];
  }

  function meanCells(): readonly ReportCell[] {
    const range = (firstRow: number): string =>
      columnRange(column, firstRow, firstRow + agencies.length - 1, calculationName);
    const means = result.mean.areas[areaAt];
    const all = ordered.every(({ inArea }) => inArea.subIndex !== null);
    const having = all ? null : range(addresses.maximaRow);
    return [
      text("", formats.meanNumber),
      text(texts.mean, formats.meanName),
      meanCell(range(addresses.scoresRow), having, means?.score ?? null, settings.rounding),
      meanCell(range(addresses.subIndicesRow), null, means?.subIndex ?? null, settings.rounding),
    ];
  }
}

/** A heading typed in capitals stays as it was typed. */
function heading(area: Criterion): string {
  return asHeading(nameOfArea(area));
}

function numberOfCode(code: string): number | null {
  const trimmed = code.trim().replace(/\.$/, "");
  if (/^\d{1,3}$/.test(trimmed)) return Number(trimmed);
  if (!/^[IVXLC]+$/i.test(trimmed)) return null;
  const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const values = [...trimmed.toUpperCase()].map((letter) => worth[letter] ?? 0);
  return values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
