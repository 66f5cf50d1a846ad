/** One sheet as it is to be drawn. All sizes are pixels at 100 %. */
import type { GridCell } from "../../data/grid";
import { type CellStyle, plainStyle } from "./cell-styles";
import type { PlacedChart } from "./drawings";
import { indexMerges, type MergeIndex } from "./merge-index";
import type { CellArea } from "../../data/cell-address";
import type { SheetLayout, SheetLink } from "../../ooxml/sheet-layout";
import { parseLocation } from "./location";
import type { SheetSizes } from "./sheet-sizes";

export interface SheetView {
  readonly name: string;
  /** Rows and columns to draw: the used ones and some blank ones. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows and columns that hold something. */
  readonly used: { readonly rows: number; readonly columns: number };
  /** Where each row and column begins; one more than there are, so that the last entry is the whole extent. */
  readonly rowStarts: readonly number[];
  readonly columnStarts: readonly number[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly showsGridLines: boolean;
  /** No two share a cell. */
  readonly merges: readonly CellArea[];
  readonly charts: readonly PlacedChart[];
  cell(row: number, column: number): GridCell | null;
  style(row: number, column: number): CellStyle;
  /** The merged area that a cell belongs to, or null. */
  mergeAt(row: number, column: number): CellArea | null;
  linkAt(row: number, column: number): SheetLinkTarget | null;
}

/** Where a click on a cell leads: a cell of this workbook; sheet null means this sheet. */
export interface SheetLinkTarget {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
}

export interface SheetSource {
  readonly name: string;
  readonly rows: readonly (readonly (GridCell | null)[])[];
  readonly layout: SheetLayout;
  readonly styles: readonly CellStyle[];
  /** Called with the sheet's sizes: charts are anchored to cells. */
  readonly placeCharts: (sizes: SheetSizes) => readonly PlacedChart[];
}

const blankRows = 20;
const blankColumns = 4;
const smallest = { rows: 40, columns: 20 };
const mostColumns = 16_384;
const mostRows = 1_048_576;

export function buildSheetView({ name, rows, layout, styles, placeCharts }: SheetSource): SheetView {
  const columnStyle = columnStylesOf(layout);
  const style = (row: number, column: number): CellStyle => {
    const own = layout.styles[row]?.[column] ?? layout.rowStyles.get(row) ?? columnStyle(column);
    return styles[own ?? 0] ?? plainStyle;
  };
  const columnWidths = columnWidthsOf(layout);
  const columnWidth = (column: number): number => columnWidths.of(column);
  const rowHeight = (row: number): number => {
    const said = layout.rowHeights.get(row);
    if (said !== undefined) return pixelsOfPoints(said);
    if (layout.hidesRowsByDefault) return 0;
    return Math.max(pixelsOfPoints(layout.defaultRowHeight), contentHeight(rows[row], row, style, columnWidth, merged));
  };
  const merged = indexMerges(layout.merges);
  const links = linksOf(layout);

  const sizes: SheetSizes = { rowStart: growingStarts(rowHeight), columnStart: growingStarts(columnWidth) };
  const charts = placeCharts(sizes);
  const used = usedExtent(rows, layout);
  const chartBottom = Math.max(0, ...charts.map(({ top, height }) => top + height));
  const chartRight = Math.max(0, ...charts.map(({ left, width }) => left + width));
  const rowCount = Math.min(
    mostRows,
    Math.max(smallest.rows, used.rows + blankRows, firstAtOrAfter(sizes.rowStart, chartBottom, mostRows) + 5),
  );
  const columnCount = Math.min(
    mostColumns,
    Math.max(
      smallest.columns,
      used.columns + blankColumns,
      firstAtOrAfter(sizes.columnStart, chartRight, mostColumns) + 2,
    ),
  );

  return {
    name,
    rowCount,
    columnCount,
    used,
    rowStarts: Array.from({ length: rowCount + 1 }, (_, row) => sizes.rowStart(row)),
    columnStarts: Array.from({ length: columnCount + 1 }, (_, column) => sizes.columnStart(column)),
    freeze: layout.freeze,
    showsGridLines: layout.showsGridLines,
    merges: merged.areas,
    charts,
    cell: (row, column) => rows[row]?.[column] ?? null,
    style,
    mergeAt: merged.at,
    linkAt(row, column) {
      const link = links(row, column);
      return link ? parseLocation(link.location ?? "") : null;
    },
  };
}

export function contains(area: CellArea, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** One number for a cell's place: maps of these are quick. */
export function placeKey(row: number, column: number): number {
  return row * mostColumns + column;
}

/** Most links are of one cell; each cell that is drawn is asked for. */
function linksOf(layout: SheetLayout): (row: number, column: number) => SheetLink | undefined {
  const isOfOneCell = ({ area }: SheetLink): boolean => area.top === area.bottom && area.left === area.right;
  const single = new Map(
    layout.links.filter(isOfOneCell).map((link) => [placeKey(link.area.top, link.area.left), link]),
  );
  const wide = layout.links.filter((link) => !isOfOneCell(link));
  return (row, column) => single.get(placeKey(row, column)) ?? wide.find(({ area }) => contains(area, row, column));
}

/** Excel's points at 96 pixels per inch. */
function pixelsOfPoints(points: number): number {
  return Math.max(0, Math.min(546, Math.round((points * 4) / 3)));
}

/** A width in characters of the default font (Calibri 11: 7 pixels), its padding included. */
function pixelsOfCharacters(width: number): number {
  return Math.max(0, Math.min(1790, Math.trunc(width * 7 + 0.5)));
}

function columnWidthsOf(layout: SheetLayout): { of(column: number): number } {
  const otherwise = layout.defaultColumnWidth === null ? 64 : pixelsOfCharacters(layout.defaultColumnWidth);
  const ranges = layout.columns.filter(({ width }) => width !== null);
  const pixelsOf = (width: number | null): number => (width === null ? otherwise : pixelsOfCharacters(width));
  return {
    of(column) {
      const range = ranges.find(({ first, last }) => column >= first && column <= last);
      return pixelsOf(range?.width ?? null);
    },
  };
}

/** The looks of whole columns, by column as far as they are asked for. */
function columnStylesOf(layout: SheetLayout): (column: number) => number | undefined {
  const styled = layout.columns.filter(({ style }) => style !== null);
  const known = new Map<number, number | undefined>();
  return (column) => {
    if (styled.length === 0) return undefined;
    if (!known.has(column)) {
      known.set(column, styled.find(({ first, last }) => column >= first && column <= last)?.style ?? undefined);
    }
    return known.get(column);
  };
}

/** Where row or column n begins, computed as far as it is asked for. */
function growingStarts(sizeOf: (index: number) => number): (index: number) => number {
  const starts = [0];
  return (index) => {
    while (starts.length <= index) starts.push((starts.at(-1) ?? 0) + sizeOf(starts.length - 1));
    return starts[index] ?? 0;
  };
}

function firstAtOrAfter(startOf: (index: number) => number, position: number, limit: number): number {
  if (position <= 0) return 0;
  let index = 0;
  while (index < limit && startOf(index) < position) index++;
  return index;
}

function usedExtent(rows: SheetSource["rows"], layout: SheetLayout): { rows: number; columns: number } {
  const width = Math.max(0, ...[...rows, ...layout.styles].slice(0, 20_000).map((cells) => cells?.length ?? 0));
  return { rows: Math.max(rows.length, layout.styles.length), columns: width };
}

/** Excel fits a row without a height of its own to its wrapped and large texts; widths of letters are estimated. */
function contentHeight(
  cells: readonly (GridCell | null)[] | undefined,
  row: number,
  style: (row: number, column: number) => CellStyle,
  columnWidth: (column: number) => number,
  merged: MergeIndex,
): number {
  let height = 0;
  cells?.forEach((cell, column) => {
    if (!cell || cell.value === null || merged.at(row, column)) return;
    const { size, wrap, bold, rotation } = style(row, column);
    const lineHeight = Math.ceil((size * 4) / 3) * 1.25;
    const letter = ((size * 4) / 3) * (bold ? 0.53 : 0.48);
    const perLine = Math.max(1, Math.floor((columnWidth(column) - 6) / letter));
    const isText = wrap && rotation === 0 && typeof cell.value === "string";
    const lines = isText
      ? cell.value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
      : 1;
    height = Math.max(height, Math.ceil(lines * lineHeight));
  });
  return Math.min(546, height);
}
