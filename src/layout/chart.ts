import { pixelsOf } from "./sheet-builder";
import type { ChartBlock, SheetRange } from "../data/pages";
import { chartColors } from "./formats";

/** More agencies than this make a bar chart, tall enough to read every name. */
const mostColumns = 40;
/** Up to so many agencies have room for their names side by side. */
const mostUprightNames = 10;
/** Pixels of a letter at the size of the axis labels, and of a line of them. */
const letter = 5.6;
const lineHeight = 15;

export interface ChartData {
  readonly title: string;
  readonly sheet: string;
  readonly columnWidths: readonly number[];
  /** Row of the headings; the agencies follow right below. */
  readonly headingRow: number;
  readonly names: readonly string[];
  readonly nameColumn: number;
  /** One column, or score and sub-index. */
  readonly series: readonly { readonly column: number; readonly color: keyof typeof chartColors }[];
  /** All values of all series, for the axis. */
  readonly values: readonly number[];
}

/** The native chart of a table: clustered columns, or bars for a long list. */
export function chartOf(data: ChartData): Omit<ChartBlock, "kind" | "area" | "widthPixels"> {
  const agencies = data.names.length;
  const firstRow = data.headingRow + 1;
  const range = (column: number, row: number, rows: number): SheetRange => ({
    sheet: data.sheet,
    area: { row, column, rows, columns: 1 },
  });
  const type = agencies > mostColumns ? "bar" : "column";
  const isCrowded = type === "column" && agencies > mostUprightNames;
  const plotMargins = marginsOf(data, type, isCrowded);
  const plotHeight = type === "bar" ? agencies * (data.series.length > 1 ? 30 : 20) : 240;
  const lowest = Math.min(...data.values);
  const highest = Math.max(...data.values);
  return {
    type,
    heightPixels: plotMargins.top + plotHeight + plotMargins.bottom,
    title: data.title,
    categories: range(data.nameColumn, firstRow, agencies),
    series: data.series.map(({ column, color }) => ({
      name: range(column, data.headingRow, 1),
      values: range(column, firstRow, agencies),
      color: chartColors[color],
    })),
    labelSize: 8,
    labelRotation: isCrowded ? -90 : 0,
    axisLabelSize: 9,
    categoryRotation: isCrowded ? -90 : 0,
    gapWidth: 40,
    overlap: 0,
    plotMargins,
    valueAxisMinimum: lowest < 0 ? null : 0,
    // A sixth above the highest value for its label.
    valueAxisMaximum: lowest < 0 || highest < 10 ? null : Math.ceil((highest * 1.17) / 20) * 20,
    legend: data.series.length > 1 ? "bottom" : "none",
  };
}

function marginsOf(data: ChartData, type: ChartBlock["type"], isCrowded: boolean): ChartBlock["plotMargins"] {
  const width = pixelsOf(data.columnWidths);
  const longest = Math.max(...data.names.map((name) => name.length));
  const top = data.title.length * 11 > width ? 64 : 46;
  const legend = data.series.length > 1 ? 34 : 8;
  if (type === "bar") {
    return { top, right: 24, bottom: 26 + legend, left: Math.min(width * 0.45, longest * letter + 16) };
  }
  const side = { right: 16, left: 46 };
  const slot = (width - side.left - side.right) / data.names.length;
  // Names on end need their length, names side by side their lines.
  const names = isCrowded
    ? Math.min(300, longest * letter + 12)
    : Math.min(300, Math.ceil((longest * letter) / slot + 0.5) * lineHeight + 8);
  return { top, ...side, bottom: names + legend };
}
