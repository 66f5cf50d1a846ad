/** BC III.(n+1) So sánh: every agency's index against last year's (Computing 7 and 8). */
import { type Exact, toNumber } from "../scoring/exact";
import { type AgencyResult, type GroupResult, inOrder, printedDecimals, type Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { computed, constant, formats, text } from "../layout/formats";
import { reference } from "../data/references";
import { type Figure, printed } from "./ledger";
import { comparison } from "./level-sentences";
import { addOpening, addStaleLine } from "./opening";
import type { Area, CellFormat, ReportCell, ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";
import type { Section } from "./section";
import { startSheet } from "../layout/sheet-builder";
import { asHeading, count, decimal, joinedWithAnd, roman } from "./words";

const columns = { order: 0, name: 1, lastYear: 2, index: 3, change: 4 } as const;

/** One, where some agency has a value of last year. */
export function comparisonSections(results: Results): readonly Section[] {
  const key = "III.comparison";
  const number = results.groups.length + 1;
  return [
    {
      key,
      name: texts.sheets.comparison(number),
      about: null,
      official: true,
      available: results.meanOfAll.lastYear !== null,
      build: (name, context) => buildComparisonSheet(context, key, name, number),
    },
  ];
}

/** section: its number in chapter III, from 1. */
function buildComparisonSheet(context: ReportContext, key: string, name: string, section: number): ReportSheet {
  const { results, information, ledger } = context;
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
    inOrder(group.agencies, ({ rank }) => rank).forEach((agency, order) => {
      rows.push(agencyCells(agency, order + 1));
    });
    rows.push(meanCells(texts.mean, ledger.mean("lastYear", group), ledger.mean("index", group), group.mean.change));
  });
  if (results.groups.length > 1) {
    const label = texts.meanOf(joinedWithAnd(results.groups.map((_, at) => `(${roman(at + 1)})`)));
    const { change } = results.meanOfAll;
    rows.push(meanCells(label, ledger.meanOfAll("lastYear"), ledger.meanOfAll("index"), change));
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

  function agencyCells(agency: AgencyResult, order: number): readonly ReportCell[] {
    const cell = (figure: Figure, otherwise: string): ReportCell =>
      printed(figure, rounding, { format: formats.number, otherwise, decimals: printedDecimals });
    return [
      constant(order, formats.number),
      text(agency.agency.name, formats.name),
      cell(ledger.figure("lastYear", agency), ""),
      cell(ledger.figure("index", agency), texts.notApplicable),
      changeCell(agency.change, formats.change),
    ];
  }

  function changeCell(change: Exact | null, format: CellFormat): ReportCell {
    if (change === null) return text(texts.notComparable, { ...format, wrap: true });
    const row = top + rows.length;
    const difference = `${reference(row, columns.index)}-${reference(row, columns.lastYear)}`;
    return computed(`ROUND(${difference},${String(printedDecimals)})`, toNumber(change), format);
  }

  function meanCells(label: string, lastYear: Figure, index: Figure, change: Exact | null): readonly ReportCell[] {
    const options = { format: formats.meanNumber, otherwise: "" };
    return [
      text("", formats.meanNumber),
      text(label, formats.meanName),
      printed(lastYear, rounding, options),
      printed(index, rounding, options),
      changeCell(change, formats.meanChange),
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
