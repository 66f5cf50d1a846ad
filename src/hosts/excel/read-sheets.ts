import { countedFrom1904 } from "../../data/date-system";
import type { GridCell, SheetGrid } from "../../data/grid";
import { cellsRead } from "../../workbook/own-sheets";
import { failure } from "../../data/host-error";
import { plainMark } from "../own-sheets";
import { gridCell, type RawCells } from "./cell-values";
import { isTooLarge } from "./excel-errors";
import type { SeenSheet } from "./standing-sheets";

/** Excel on the web refuses a response of more than 5 MB; what cannot be known before is guessed on the safe side. */
const responseBytes = 4_500_000;
const guessedBytesPerCell = 100;
/** Excel reads no more in one go; a sheet larger than that has a cell somewhere far away. */
const mostCells = 5_000_000;

/** Whole rows of a sheet, to be read in one go. */
interface Piece {
  readonly sheet: SeenSheet;
  readonly row: number;
  readonly rows: number;
}

interface ReadPiece {
  readonly piece: Piece;
  readonly raw: RawCells;
}

/**
 * The grids of all sheets: one round trip, and one more for every 5 MB. The program's own sheets come without the cells
 * that nobody reads and that would double the load.
 */
export async function readGrids(context: Excel.RequestContext, sheets: readonly SeenSheet[]): Promise<SheetGrid[]> {
  const read = sheets.map(partRead).filter(({ rows }) => rows > 0);
  const tooLarge = read.find(({ rows, columns }) => rows * columns > mostCells);
  if (tooLarge) throw failure("sheetTooLargeForExcel", { sheet: tooLarge.name });
  const wanted = read.map((sheet) => ({ sheet, row: 0, rows: sheet.rows }));
  const dates: DateSystem = { is1904: null, isUnknown: false };
  const pieces = await readPieces(context, wanted, guessedBytesPerCell, dates);
  return sheets.map((sheet) =>
    gridOf(
      sheet,
      pieces.filter(({ piece }) => piece.sheet.id === sheet.id),
      dates.is1904 === true,
    ),
  );
}

/** As if the sheet were no larger than what is read of it. */
function partRead(sheet: SeenSheet): SeenSheet {
  const part = sheet.mark === null ? "all" : cellsRead(sheet.mark);
  if (part === "all") return sheet;
  const most = part === "first" ? 1 : 0;
  return { ...sheet, rows: Math.min(most, sheet.rows), columns: Math.min(most, sheet.columns) };
}

/** Reads as much as fits, learns from it how large cells are, and goes on with the rest. */
async function readPieces(
  context: Excel.RequestContext,
  wanted: readonly Piece[],
  bytesPerCell: number,
  dates: DateSystem,
): Promise<ReadPiece[]> {
  if (wanted.length === 0) return [];
  const [now, later] = firstPieces(wanted, responseBytes / bytesPerCell);
  const read = await readNow(context, now, dates);
  if (read === null) {
    const [only, ...others] = now;
    if (only?.rows === 1 && others.length === 0) throw failure("sheetTooLargeForExcel", { sheet: only.sheet.name });
    // So that at least half as much is asked for the next time, however small the sheets are.
    const cells = cellsIn(now);
    return readPieces(context, wanted, Math.max(bytesPerCell * 2, (responseBytes / Math.max(1, cells)) * 2), dates);
  }
  const measured = later.length === 0 ? 0 : JSON.stringify(read.map(({ raw }) => raw)).length / cellsIn(now);
  // Cells further on may be longer than those so far.
  return [...read, ...(await readPieces(context, later, Math.max(20, measured * 1.2), dates))];
}

function cellsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { sheet, rows }) => sum + rows * sheet.columns, 0);
}

/** Splits off what fits into so many cells: at least a row. */
function firstPieces(wanted: readonly Piece[], cells: number): [now: Piece[], later: Piece[]] {
  const now: Piece[] = [];
  let left = cells;
  for (const [index, piece] of wanted.entries()) {
    const { sheet, row, rows } = piece;
    const fitting = Math.min(rows, Math.max(now.length === 0 ? 1 : 0, Math.floor(left / sheet.columns)));
    if (fitting > 0) now.push({ sheet, row, rows: fitting });
    left -= fitting * sheet.columns;
    if (fitting === rows) continue;
    const rest = { sheet, row: row + fitting, rows: rows - fitting };
    return [now, [rest, ...wanted.slice(index + 1)]];
  }
  return [now, []];
}

/** Whether the workbook's days count from 1904: asked for in the same request as the cells. */
interface DateSystem {
  /** null until Excel has said it. */
  is1904: boolean | null;
  /** Excel could not say it, and is asked no more. */
  isUnknown: boolean;
}

/** null where Excel says, one way or the other, that this is too much at a time. */
async function readNow(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  dates: DateSystem,
): Promise<ReadPiece[] | null> {
  const isAsking = dates.is1904 === null && !dates.isUnknown;
  const asked = pieces.map((piece) => {
    const sheet = context.workbook.worksheets.getItem(piece.sheet.id);
    const range = sheet.getRangeByIndexes(piece.row, 0, piece.rows, piece.sheet.columns).untrack();
    range.load({ values: true, formulas: true, numberFormat: true, valueTypes: true });
    return { piece, range };
  });
  // The first day of 1904 is number 0 there, and number 1462 elsewhere.
  const firstDay = isAsking ? context.workbook.functions.date(1904, 1, 1) : null;
  firstDay?.load({ value: true });
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return null;
    if (!isAsking) throw error;
    // To read with the usual date system is better than not to read.
    dates.isUnknown = true;
    return readNow(context, pieces, dates);
  }
  if (firstDay !== null) dates.is1904 = firstDay.value === 0;
  // Too large an area comes back as null instead of an error on some builds.
  const isWhole = (values: unknown): boolean => Array.isArray(values);
  if (!asked.every(({ range }) => isWhole(range.values) && isWhole(range.formulas))) return null;
  return asked.map(({ piece, range }) => ({
    piece,
    raw: { values: range.values, formulas: range.formulas, formats: range.numberFormat, types: range.valueTypes },
  }));
}

function gridOf(sheet: SeenSheet, pieces: readonly ReadPiece[], date1904: boolean): SheetGrid {
  const rows = pieces.flatMap(({ piece, raw }) =>
    Array.from({ length: piece.rows }, (_, row) => rowOf(raw, row, piece.sheet.columns)),
  );
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return {
    name: sheet.name,
    visible: sheet.visible,
    protected: sheet.protected,
    rows: date1904 ? countedFrom1904(rows) : rows,
    mark: plainMark(sheet.mark),
  };
}

/** Up to the last cell that holds something. */
function rowOf(raw: RawCells, row: number, columns: number): (GridCell | null)[] {
  const cells = Array.from({ length: columns }, (_, column) => gridCell(raw, row, column));
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}
