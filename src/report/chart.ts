import type { ChartBlock, SheetRange } from "./report";
import { chartColors } from "./formats";

/** More agencies than this make a bar chart, tall enough to read every name. */
const mostColumns = 40;

export interface ChartData {
  readonly title: string;
  readonly sheet: string;
  /** Row of the headings; the agencies follow right below. */
  readonly headingRow: number;
  readonly agencies: number;
  readonly nameColumn: number;
  readonly longestName: number;
  /** One column, or score and sub-index. */
  readonly series: readonly { readonly column: number; readonly color: keyof typeof chartColors }[];
  /** Some value is below zero, so the axis must not start there. */
  readonly hasNegative: boolean;
}

/** The native chart of a table: clustered columns, or bars for a long list. */
export function chartOf(data: ChartData): Omit<ChartBlock, "kind" | "area" | "widthPixels"> {
  const firstRow = data.headingRow + 1;
  const range = (column: number, row: number, rows: number): SheetRange => ({
    sheet: data.sheet,
    area: { row, column, rows, columns: 1 },
  });
  const isBar = data.agencies > mostColumns;
  const isCrowded = data.agencies > 10;
  // A bar needs room for its label; two series need it twice. A column chart needs room for names on end.
  const heightPixels = isBar
    ? 120 + data.agencies * (data.series.length > 1 ? 30 : 20)
    : 300 + (isCrowded ? Math.min(260, data.longestName * 6) : 60);
  return {
    type: isBar ? "bar" : "column",
    heightPixels,
    title: data.title,
    categories: range(data.nameColumn, firstRow, data.agencies),
    series: data.series.map(({ column, color }) => ({
      name: range(column, data.headingRow, 1),
      values: range(column, firstRow, data.agencies),
      color: chartColors[color],
    })),
    labelSize: 8,
    labelRotation: !isBar && isCrowded ? -90 : 0,
    axisLabelSize: 9,
    categoryRotation: !isBar && isCrowded ? -90 : 0,
    gapWidth: 40,
    overlap: 0,
    valueAxisMinimum: data.hasNegative ? null : 0,
    valueAxisMaximum: null,
    legend: data.series.length > 1 ? "bottom" : "none",
  };
}
