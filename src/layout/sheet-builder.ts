import { countPages } from "./printed-pages";
import type { Area, Block, CellFormat, ChartBlock, PageSetup, ReportCell, ReportSheet } from "../data/pages";

/** Builds one report sheet from top to bottom: the only place that keeps count of rows. */
export interface SheetBuilder {
  readonly name: string;
  /** The row that the next block starts in, from 0. */
  nextRow(): number;
  /** One line across all columns, as tall as its text needs; long texts go on in further lines. */
  line(cell: ReportCell): void;
  blank(): void;
  /** A table; gives the row of its first line. Rows are as tall as their texts need. */
  table(cells: readonly (readonly (ReportCell | null)[])[], merges?: readonly Area[]): number;
  /** True where the last table goes on on a further printed page. */
  lastTableCrossesPages(): boolean;
  /** A chart across all columns, below what stands so far; on a new page where it would be cut in two. */
  chart(chart: Omit<ChartBlock, "kind" | "area" | "widthPixels">): void;
  pageBreak(): void;
  /** A new page, where that many rows of a table (with title and headings) would not fit on this one. */
  keepTogether(tableRows: number): void;
  finish(rest: SheetFrame): ReportSheet;
}

export interface SheetFrame {
  readonly key: string;
  readonly freeze: ReportSheet["freeze"];
  readonly repeatRows: PageSetup["repeatRows"];
  readonly repeatColumns: PageSetup["repeatColumns"];
  readonly tabColor: string;
}

const defaultRowPixels = 20;
const defaultRowPoints = 15;
const tableRowPoints = 19;
/** Excel allows no taller row. */
const tallestRow = 400;

export function startSheet(
  name: string,
  columnWidths: readonly number[],
  orientation: PageSetup["orientation"] = "portrait",
): SheetBuilder {
  const blocks: Block[] = [];
  const rowHeights = new Map<number, number>();
  const breaksAbove: number[] = [];
  const totalWidth = columnWidths.reduce((sum, width) => sum + width, 0);
  let row = 0;

  const pages = countPages(pixelsOf(columnWidths), orientation);
  let tableCrossesPages = false;
  const breakHere = (): void => {
    if (row > 0 && pages.breakHere()) breaksAbove.push(row);
  };

  const addCells = (cells: readonly (readonly (ReportCell | null)[])[], merges: readonly Area[]): number => {
    const first = row;
    blocks.push({ kind: "cells", row: first, column: 0, cells, merges });
    row += cells.length;
    return first;
  };

  return {
    name,
    nextRow: () => row,
    line(cell) {
      for (const part of partsThatFit(cell, totalWidth)) {
        rowHeights.set(row, heightOf(part, totalWidth));
        pages.use(heightOf(part, totalWidth));
        const rest = columnWidths.slice(1).map(() => null);
        const merge = { row, column: 0, rows: 1, columns: columnWidths.length };
        addCells([[part, ...rest]], columnWidths.length > 1 ? [merge] : []);
      }
    },
    blank() {
      row += 1;
      pages.use(defaultRowPoints);
    },
    table(cells, merges = []) {
      tableCrossesPages = false;
      cells.forEach((cellsOfRow, at) => {
        const merged = merges.filter((area) => area.row === row + at && area.columns > 1);
        const height = tableRowHeight(cellsOfRow, columnWidths, new Set(merged.map(({ column }) => column)));
        rowHeights.set(row + at, height);
        if (pages.ends(height)) tableCrossesPages = true;
        pages.use(height);
      });
      return addCells(cells, merges);
    },
    lastTableCrossesPages: () => tableCrossesPages,
    chart(chart) {
      const points = (chart.heightPixels / defaultRowPixels + 1) * defaultRowPoints;
      if (!pages.fits(points)) breakHere();
      pages.use(points);
      const rows = Math.ceil(chart.heightPixels / defaultRowPixels) + 1;
      const area = { row, column: 0, rows, columns: columnWidths.length };
      blocks.push({ kind: "chart", ...chart, area, widthPixels: pixelsOf(columnWidths) });
      row += rows;
    },
    pageBreak: breakHere,
    keepTogether(tableRows) {
      // Title and wrapped headings take about four rows more.
      const points = Math.min((tableRows + 4) * tableRowPoints, pages.height);
      if (!pages.fits(points)) breakHere();
    },
    finish: ({ key, freeze, repeatRows, repeatColumns, tabColor }) => ({
      key,
      name,
      columnWidths,
      rowHeights,
      blocks,
      freeze,
      page: { orientation, repeatRows, repeatColumns, breaksAbove },
      tabColor,
    }),
  };
}

/** Screen width of columns given in characters (7 pixels each and 5 of padding, Excel's own rule). */
export function pixelsOf(columnWidths: readonly number[]): number {
  return columnWidths.reduce((sum, width) => sum + Math.round(width * 7) + 5, 0);
}

/** In points. merged: columns whose cell goes on over others, and so needs no height of its own. */
function tableRowHeight(
  cells: readonly (ReportCell | null)[],
  columnWidths: readonly number[],
  merged: ReadonlySet<number>,
): number {
  const heights = cells.map((cell, column) =>
    cell === null || merged.has(column) ? 0 : heightOf(cell, columnWidths[column] ?? 10),
  );
  return Math.min(tallestRow, Math.max(tableRowPoints, ...heights));
}

/** Height in points that a cell's text needs in a column of that many characters. */
export function heightOf(
  cell: { readonly value: ReportCell["value"]; readonly format: CellFormat },
  width: number,
): number {
  const size = cell.format.size ?? 11;
  const lines =
    cell.format.wrap === true && typeof cell.value === "string" ? linesOf(cell.value, width, cell.format) : 1;
  return Math.ceil(lines * size * 1.32 + 4);
}

function linesOf(value: string, width: number, format: CellFormat): number {
  // An average Vietnamese letter of Times New Roman is about 0.43 em wide, 0.46 in bold; a point is 4/3 pixel.
  const letter = (format.size ?? 11) * (4 / 3) * (format.bold === true ? 0.5 : 0.465);
  const capacity = Math.max(1, Math.floor((width * 7 - 4) / letter));
  let lines = 0;
  for (const paragraph of value.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(" ")) {
      if (used > 0 && used + 1 + word.length > capacity) {
        lines += 1;
        used = 0;
      }
      // A word longer than the line breaks inside itself.
      lines += Math.floor(Math.max(0, word.length - 1) / capacity);
      used += (used > 0 ? 1 : 0) + word.length;
    }
  }
  return lines;
}

/** Excel's own limit for the text of a cell. */
const longestLine = 32_767;
/** A text up to here is looked at as a whole for each of its rows; of an endless one, about two rows at a time. */
const lookAhead = 16_384;

/** A text too tall for one row goes on in the next, cut after a semicolon or a space, or within an endless word. */
function partsThatFit(cell: ReportCell, width: number): readonly ReportCell[] {
  if (typeof cell.value !== "string" || cell.formula !== null) return [cell];
  const height = (text: string): number => heightOf({ value: text, format: cell.format }, width);
  const parts: ReportCell[] = [];
  let rest = cell.value;
  let twoRows = 1_024;
  for (;;) {
    let start = rest.length <= lookAhead ? rest : rest.slice(0, twoRows);
    let points = height(start);
    while (start.length < rest.length && points <= tallestRow) {
      start = rest.slice(0, start.length * 2);
      points = height(start);
    }
    if (points <= tallestRow && start.length <= longestLine) break;
    const share = Math.min(longestLine, Math.floor((start.length * tallestRow * 0.9) / points));
    const cut = placeToCut(start, share);
    twoRows = 2 * cut;
    parts.push({ ...cell, value: rest.slice(0, cut).trim() });
    rest = rest.slice(cut).trim();
  }
  return [...parts, { ...cell, value: rest }];
}

/** At share or somewhat before it: after a semicolon, at a space, or between two letters. */
function placeToCut(text: string, share: number): number {
  const semicolon = text.lastIndexOf(";", share);
  if (semicolon > share / 2) return semicolon + 1;
  const space = text.lastIndexOf(" ", share);
  if (space > share / 2) return space;
  // Marks stay with their letter, and the halves of a character together.
  const least = Math.max(1, share - 10);
  let cut = Math.max(1, share);
  while (cut > least && /[\p{M}\uDC00-\uDFFF]/u.test(text[cut] ?? "")) cut -= 1;
  return cut;
}
