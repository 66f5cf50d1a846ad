/** BC III.(n+1) So sánh: every agency's index against last year's (Computing 7 and 8). */
import { type Exact, round, toNumber } from "../scoring/exact";
import { type AgencyResult, type GroupResult, inOrder, printedDecimals, type Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { summaryColumns } from "./calculation-sheet";
import { computed, constant, formats, text } from "./formats";
import { columnRange, reference, rounded } from "./formula";
import { comparison } from "./level-sentences";
import { addOpening, addStaleLine } from "./opening";
import type { Area, CellFormat, ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import { startSheet } from "./sheet-builder";
import { asHeading, count, decimal, joinedWithAnd, roman } from "./words";

const columns = { order: 0, name: 1, lastYear: 2, index: 3, change: 4 } as const;

/** True where some agency has a value of last year: without one there is no such sheet. */
export function hasLastYear(results: Results): boolean {
  return results.meanOfAll.lastYear !== null;
}

/** section: its number in chapter III, from 1. */
export function buildComparisonSheet(context: ReportContext, key: string, name: string, section: number): ReportSheet {
  const { results, information, addresses, calculationName } = context;
  const { rounding } = results.settings;
  const sheet = startSheet(name, [7, 48, 16, 16, 20]);

  addStaleLine(sheet, context.staleFormula);
  addOpening(sheet, results);
  sheet.line(text(texts.chapterThree(results.year), formats.chapter));
  sheet.line(text(texts.comparisonSection(section, results.year, information.lastYear), formats.section));
  if (results.meanOfAll.index !== null) {
    const mean = decimal(results.meanOfAll.index, printedDecimals, results.settings);
    const sentence =
      texts.meanOfAllSentence(results.year, mean) + comparison(results.meanOfAll, results, information.lastYear);
    sheet.line(text(sentence + texts.specifically, formats.paragraph));
  }
  sheet.blank();

  const headings = [
    texts.headings.order,
    texts.headings.agency,
    texts.headings.lastYear(information.lastYear),
    texts.headings.year(results.year),
    texts.headings.change,
  ];
  const rows: (readonly (ReportCell | null)[])[] = [headings.map((heading) => text(heading, formats.heading))];
  const merges: Area[] = [];
  const top = sheet.nextRow();
  results.groups.forEach((group, at) => {
    merges.push({ row: top + rows.length, column: columns.name, rows: 1, columns: 4 });
    rows.push([
      text(roman(at + 1), { ...formats.groupRow, horizontal: "center" }),
      text(asHeading(group.group.captionName), formats.groupRow),
      ...[2, 3, 4].map(() => text("", formats.groupRow)),
    ]);
    const ordered = inOrder(
      group.agencies.map((agency, row) => ({ agency, row })),
      ({ agency }) => agency.rank,
    );
    ordered.forEach(({ agency, row }, order) => {
      rows.push(agencyCells(agency, order + 1, (addresses[at]?.summaryRow ?? 0) + row));
    });
    rows.push(meanCells(texts.mean, [at], group.mean));
  });
  if (results.groups.length > 1) {
    const all = results.groups.map((_, at) => at);
    const label = texts.meanOf(joinedWithAnd(all.map((at) => `(${roman(at + 1)})`)));
    rows.push(meanCells(label, all, results.meanOfAll));
  }
  sheet.table(rows, merges);
  for (const note of partialNotes(results, information.lastYear)) sheet.line(text(note, formats.note));

  return sheet.finish({
    key,
    freeze: { rows: 0, columns: 0 },
    repeatRows: [top, top],
    repeatColumns: null,
    tabColor: "#2F6DB5",
  });

  function agencyCells(agency: AgencyResult, order: number, summaryRow: number): readonly ReportCell[] {
    const printed = (column: number, value: Exact | null, otherwise: string): ReportCell =>
      value === null
        ? text(otherwise, formats.number)
        : computed(
            rounded(reference(summaryRow, column, calculationName), printedDecimals, rounding),
            toNumber(round(value, printedDecimals, rounding)),
            formats.number,
          );
    return [
      constant(order, formats.number),
      text(agency.agency.name, formats.name),
      printed(summaryColumns.lastYear, agency.lastYear, ""),
      printed(summaryColumns.index, agency.index, texts.notApplicable),
      changeCell(agency.change, formats.change),
    ];
  }

  function changeCell(change: Exact | null, format: CellFormat): ReportCell {
    if (change === null) return text(texts.notComparable, { ...format, wrap: true });
    const row = top + rows.length;
    const difference = `${reference(row, columns.index)}-${reference(row, columns.lastYear)}`;
    return computed(`ROUND(${difference},${String(printedDecimals)})`, toNumber(change), format);
  }

  function meanCells(label: string, groups: readonly number[], mean: Results["meanOfAll"]): readonly ReportCell[] {
    const average = (column: number): string => {
      const ranges = groups.flatMap((at) => {
        const address = addresses[at];
        if (address === undefined) return [];
        return [columnRange(column, address.summaryRow, address.summaryRow + address.agencies - 1, calculationName)];
      });
      return rounded(`AVERAGE(${ranges.join(",")})`, printedDecimals, rounding);
    };
    const cell = (column: number, value: Exact | null): ReportCell =>
      value === null
        ? text("", formats.meanNumber)
        : computed(average(column), toNumber(round(value, printedDecimals, rounding)), formats.meanNumber);
    return [
      text("", formats.meanNumber),
      text(label, formats.meanName),
      cell(summaryColumns.lastYear, mean.lastYear),
      cell(summaryColumns.index, mean.index),
      changeCell(mean.change, formats.meanChange),
    ];
  }
}

/** Where last year's mean is not over all agencies, over how many it is. */
function partialNotes(results: Results, lastYear: number | null): readonly string[] {
  return results.groups.flatMap(({ group, agencies, mean }: GroupResult) =>
    mean.lastYearCount < agencies.length
      ? [
          `${asHeading(group.captionName)}: ${texts.partialMean(
            texts.lastYear(lastYear),
            count(mean.lastYearCount),
            count(agencies.length),
          )}`,
        ]
      : [],
  );
}
