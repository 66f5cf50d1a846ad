/** Sheets on their way between threads: in pieces, since taking in a whole workbook at once holds up the page. */
import type { SheetGrid } from "../../data/grid";
import type { CellsBlock, Report, ReportCell, ReportSheet } from "../../data/pages";

/** Cells of a piece: some milliseconds for the page. */
const cellsAtOnce = 6000;

export type GridPiece =
  | { readonly kind: "sheet"; readonly sheet: Omit<SheetGrid, "rows"> }
  /** More rows of the sheet that came last. */
  | { readonly kind: "rows"; readonly rows: SheetGrid["rows"] };

export function* gridPieces(grids: readonly SheetGrid[]): Generator<GridPiece> {
  for (const { rows, ...sheet } of grids) {
    yield { kind: "sheet", sheet };
    for (const slice of slicesOf(rows)) yield { kind: "rows", rows: slice };
  }
}

export function gridsOf(pieces: readonly GridPiece[]): readonly SheetGrid[] {
  const grids: (Omit<SheetGrid, "rows"> & { rows: SheetGrid["rows"][number][] })[] = [];
  for (const piece of pieces) {
    if (piece.kind === "sheet") grids.push({ ...piece.sheet, rows: [] });
    else for (const row of piece.rows) grids.at(-1)?.rows.push(row);
  }
  return grids;
}

export type ReportPiece =
  | { readonly kind: "report"; readonly report: Omit<Report, "sheets"> }
  | { readonly kind: "sheet"; readonly sheet: Omit<ReportSheet, "blocks"> }
  /** One more block of the sheet that came last; the cells of a block of cells follow. */
  | { readonly kind: "block"; readonly block: ReportSheet["blocks"][number] }
  | { readonly kind: "rows"; readonly rows: CellsBlock["cells"] };

export function* reportPieces({ sheets, ...report }: Report): Generator<ReportPiece> {
  yield { kind: "report", report };
  for (const { blocks, ...sheet } of sheets) {
    yield { kind: "sheet", sheet };
    for (const block of blocks) {
      if (block.kind !== "cells") {
        yield { kind: "block", block };
        continue;
      }
      yield { kind: "block", block: { ...block, cells: [] } };
      for (const slice of slicesOf(block.cells)) yield { kind: "rows", rows: slice };
    }
  }
}

/** Sheets as they are put together. */
interface OpenSheet {
  readonly sheet: Omit<ReportSheet, "blocks">;
  readonly blocks: ReportSheet["blocks"][number][];
}

export function reportOf(pieces: readonly ReportPiece[]): Report {
  let about: Omit<Report, "sheets"> | null = null;
  const sheets: OpenSheet[] = [];
  let rows: (readonly (ReportCell | null)[])[] = [];
  for (const piece of pieces) {
    switch (piece.kind) {
      case "report":
        about = piece.report;
        break;
      case "sheet":
        sheets.push({ sheet: piece.sheet, blocks: [] });
        break;
      case "block":
        rows = [];
        sheets.at(-1)?.blocks.push(piece.block.kind === "cells" ? { ...piece.block, cells: rows } : piece.block);
        break;
      case "rows":
        for (const row of piece.rows) rows.push(row);
    }
  }
  if (about === null) throw new Error("a report has a beginning");
  return { ...about, sheets: sheets.map(({ sheet, blocks }) => ({ ...sheet, blocks })) };
}

function* slicesOf<Row extends readonly unknown[]>(rows: readonly Row[]): Generator<readonly Row[]> {
  let slice: Row[] = [];
  let cells = 0;
  for (const row of rows) {
    slice.push(row);
    cells += row.length;
    if (cells < cellsAtOnce) continue;
    yield slice;
    slice = [];
    cells = 0;
  }
  if (slice.length > 0) yield slice;
}
