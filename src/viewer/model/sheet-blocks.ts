/**
 * A sheet in pieces: its outline, and blocks of cells that are asked for when they come into sight. All of it is plain
 * data: the workbook lives in a worker, and a whole sheet at once would hold up the page that takes it in.
 */
import type { CellArea } from "../../data/cell-address";
import type { GridCell } from "../../data/grid";
import { type CellStyle, plainStyle } from "./cell-styles";
import { indexMerges } from "./merge-index";
import { placeKey, type SheetLinkTarget, type SheetView } from "./sheet-view";

/** What is drawn of a sheet wherever one looks. */
export type SheetOutline = Omit<SheetView, "cell" | "style" | "mergeAt" | "linkAt">;

/** Counted in blocks from the upper left one. */
export interface BlockPlace {
  readonly row: number;
  readonly column: number;
}

export interface SheetBlock extends BlockPlace {
  /** Row by row, blockColumns each; the last rows and columns of a sheet's last blocks are missing. */
  readonly cells: readonly (readonly (GridCell | null)[])[];
  /** Index into styles, for every cell. */
  readonly looks: readonly (readonly number[])[];
  readonly styles: readonly CellStyle[];
  readonly links: readonly (SheetLinkTarget & { readonly at: { readonly row: number; readonly column: number } })[];
}

/** Rows and columns of a block: some 2,000 cells take a page a millisecond or two. */
export const blockRows = 64;
export const blockColumns = 32;

export function outlineOf(sheet: SheetView): SheetOutline {
  const { name, rowCount, columnCount, used, rowStarts, columnStarts } = sheet;
  const { freeze, showsGridLines, merges, charts } = sheet;
  return { name, rowCount, columnCount, used, rowStarts, columnStarts, freeze, showsGridLines, merges, charts };
}

export function blockOf(sheet: SheetView, { row, column }: BlockPlace): SheetBlock {
  const styles: CellStyle[] = [];
  const known = new Map<CellStyle, number>();
  const lookOf = (style: CellStyle): number => {
    const look = known.get(style) ?? styles.push(style) - 1;
    known.set(style, look);
    return look;
  };
  const rows = indices(row * blockRows, Math.min(sheet.rowCount, (row + 1) * blockRows));
  const columns = indices(column * blockColumns, Math.min(sheet.columnCount, (column + 1) * blockColumns));
  return {
    row,
    column,
    cells: rows.map((atRow) => columns.map((atColumn) => sheet.cell(atRow, atColumn))),
    looks: rows.map((atRow) => columns.map((atColumn) => lookOf(sheet.style(atRow, atColumn)))),
    styles,
    links: rows.flatMap((atRow) =>
      columns.flatMap((atColumn) => {
        const link = sheet.linkAt(atRow, atColumn);
        return link === null ? [] : [{ ...link, at: { row: atRow, column: atColumn } }];
      }),
    ),
  };
}

export function blockKey({ row, column }: BlockPlace): string {
  return `${String(row)}/${String(column)}`;
}

/** The sheet as far as its blocks have come; cells of others are blank. */
export function sheetOfBlocks(outline: SheetOutline, blocks: ReadonlyMap<string, SheetBlock>): SheetView {
  const blockAt = (row: number, column: number): SheetBlock | undefined =>
    blocks.get(blockKey({ row: Math.floor(row / blockRows), column: Math.floor(column / blockColumns) }));
  return {
    ...outline,
    cell: (row, column) => blockAt(row, column)?.cells[row % blockRows]?.[column % blockColumns] ?? null,
    style(row, column) {
      const block = blockAt(row, column);
      return block?.styles[block.looks[row % blockRows]?.[column % blockColumns] ?? 0] ?? plainStyle;
    },
    mergeAt: mergesOf(outline.merges),
    linkAt: (row, column) => linksOf(blockAt(row, column)).get(placeKey(row, column)) ?? null,
  };
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Where a text may run over its neighbours from, and some room to scroll: in cells. */
const margin = 40;

/** The blocks that a window shows, with those around it. Frozen rows and columns are always in sight. */
export function blocksAround(
  { rowCount, columnCount, freeze }: SheetOutline,
  rows: Range,
  columns: Range,
): readonly BlockPlace[] {
  const blocksOf = ({ first, last }: Range, frozen: number, count: number, size: number): readonly number[] => {
    const wanted = [
      ...indices(Math.max(0, first - margin), Math.min(count, last + 1 + margin)),
      ...indices(0, Math.min(count, frozen)),
    ];
    return [...new Set(wanted.map((index) => Math.floor(index / size)))];
  };
  const across = blocksOf(columns, freeze.columns, columnCount, blockColumns);
  return blocksOf(rows, freeze.rows, rowCount, blockRows).flatMap((row) => across.map((column) => ({ row, column })));
}

/** Made once for an outline: blocks that come make the sheet anew, its merged cells stay. */
const knownMerges = new WeakMap<readonly CellArea[], SheetView["mergeAt"]>();

function mergesOf(merges: readonly CellArea[]): SheetView["mergeAt"] {
  const mergeAt = knownMerges.get(merges) ?? indexMerges(merges).at;
  knownMerges.set(merges, mergeAt);
  return mergeAt;
}

const knownLinks = new WeakMap<SheetBlock, ReadonlyMap<number, SheetLinkTarget>>();
const noLinks: ReadonlyMap<number, SheetLinkTarget> = new Map();

function linksOf(block: SheetBlock | undefined): ReadonlyMap<number, SheetLinkTarget> {
  if (block === undefined || block.links.length === 0) return noLinks;
  const links =
    knownLinks.get(block) ?? new Map(block.links.map((link) => [placeKey(link.at.row, link.at.column), link]));
  knownLinks.set(block, links);
  return links;
}

function indices(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
}
