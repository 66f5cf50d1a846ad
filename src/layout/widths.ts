/** How wide columns are, in characters of the default font. */
import type { ColumnKind, TableBlock } from "../data/blocks";

const usual: Readonly<Record<ColumnKind, number>> = {
  order: 6,
  rank: 9,
  name: 42,
  points: 17,
  index: 17,
  percent: 16,
  change: 20,
  working: 15,
  workingPercent: 15,
  severity: 12,
  sheet: 22,
  cell: 8,
  agency: 30,
  code: 10,
  message: 70,
  suggestion: 14,
  time: 12,
  oldValue: 30,
  newValue: 10,
};

/** Tables that fill a page of A4 in portrait. */
const filling: Readonly<Record<string, readonly number[]>> = {
  "rank name points index": [9, 50, 22, 22],
  "rank name points points points index": [9, 37, 17, 17, 13, 14],
  "order name percent percent change": [7, 48, 16, 16, 20],
};

/** Of a sheet without tables. */
const textWidth = 103;
/** Wider sheets are printed in landscape. */
const widestPortrait = 120;

/** Columns of a sheet: those of its widest table. */
export function widthsOf(tables: readonly TableBlock[]): readonly number[] {
  const [widest] = [...tables].sort((a, b) => b.columns.length - a.columns.length);
  if (widest === undefined) return [textWidth];
  const kinds = widest.columns.map(({ kind }) => kind);
  return filling[kinds.join(" ")] ?? kinds.map((kind) => usual[kind]);
}

export function orientationOf(widths: readonly number[]): "portrait" | "landscape" {
  return widths.reduce((sum, width) => sum + width, 0) > widestPortrait ? "landscape" : "portrait";
}

/** True where a column takes the next one of the sheet as well: a new value may be longer than the codes above it. */
export function spansTwo(kind: ColumnKind): boolean {
  return kind === "newValue";
}
