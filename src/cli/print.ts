/** Rankings and findings as lines of text. */
import { format } from "../scoring/exact";
import { type GroupResult, indexDecimals, inOrder, printedDecimals, type Results } from "../scoring/results";
import { cliTexts } from "../strings/cli";
import type { SaidFinding } from "../strings/finding-sentence";
import { printable, shortened, widthOf } from "./terminal";

const texts = cliTexts.vi;
/** Of a name: wider than any real one, so that no row runs out of sight. */
const nameColumns = 100;
/** Of rank, agency, score, index, level and change: figures end under one another. */
const isFigure = [true, false, true, true, false, true];

export function rankingLines(results: Results): readonly string[] {
  const lines = results.provisional ? [texts.provisional] : [];
  return [...lines, ...results.groups.flatMap((group) => groupLines(group, results))];
}

function groupLines({ group, agencies, mean }: GroupResult, { settings }: Results): readonly string[] {
  const { rounding, decimalMark } = settings;
  const show = (value: Parameters<typeof format>[0] | null, decimals: number): string =>
    value === null ? "–" : format(value, decimals, rounding, decimalMark);
  const { columns } = texts;
  const rows = [
    [columns.rank, columns.agency, columns.score, columns.index, columns.level, columns.change],
    ...inOrder(agencies, (agency) => agency.rank).map((agency) => [
      agency.rank === null ? "–" : String(agency.rank),
      nameOf(agency.agency.name),
      show(agency.score, printedDecimals),
      show(agency.index, indexDecimals),
      agency.level === null ? "–" : nameOf(agency.level.name),
      agency.change === null ? "" : `${agency.change.gt(0) ? "+" : ""}${show(agency.change, printedDecimals)}`,
    ]),
    ["", texts.mean, show(mean.score, printedDecimals), show(mean.index, printedDecimals), "", ""],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? "")))) ?? [];
  return [
    "",
    nameOf(group.name),
    ...rows.map((row) =>
      row
        .map((cell, column) => {
          const gap = " ".repeat((widths[column] ?? 0) - widthOf(cell));
          return isFigure[column] === true ? gap + cell : cell + gap;
        })
        .join("  ")
        .trimEnd(),
    ),
  ];
}

function nameOf(name: string): string {
  return shortened(printable(name), nameColumns);
}

export function findingLine(finding: SaidFinding): string {
  const place = finding.cell === null ? finding.sheet : `${finding.sheet}!${finding.cell}`;
  return `${texts.severity[finding.severity]} [${finding.code}] ${place}: ${finding.message}`;
}
