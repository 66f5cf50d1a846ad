import type { SheetGrid } from "../data/grid";
import { columnNumber } from "./shared-formula";

/** A place in the workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface Reference {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const lastRow = 1048575;
const lastColumn = 16383;

// No sheet's name begins within a word or a run of quotes, so a long one is gone through once. Texts are passed over; then cells, areas, whole columns and whole rows, with their sheet where they name one.
const token =
  /"(?:[^"]|"")*"|(?:(?:(?<!')'((?:[^']|'')+)'|(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*))!)?(?<![\p{L}\p{N}_.])(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))(?![\p{L}\p{N}_.(!])/gu;

/**
 * Formulas of the user's sheets whose values hang on the given cells, directly or through other formulas.
 * References by name or by text (INDIRECT) are not followed.
 */
export function dependentFormulas(grids: readonly SheetGrid[], changed: readonly CellPlace[]): CellPlace[] {
  const formulas = grids
    .filter(({ mark }) => mark === null)
    .flatMap(({ name, rows }) =>
      rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          typeof cell?.formula === "string"
            ? [{ place: { sheet: name, row, column }, references: referencesIn(cell.formula, name) }]
            : [],
        ),
      ),
    );
  const found = new Set<CellPlace>();
  let waiting: readonly CellPlace[] = changed;
  while (waiting.length > 0) {
    const reached = formulas.filter(
      ({ place, references }) =>
        !found.has(place) && references.some((one) => waiting.some((cell) => covers(one, cell))),
    );
    for (const { place } of reached) found.add(place);
    waiting = reached.map(({ place }) => place);
  }
  return [...found];
}

function covers(reference: Reference, cell: CellPlace): boolean {
  return (
    reference.sheet === cell.sheet.toLowerCase() &&
    cell.row >= reference.top &&
    cell.row <= reference.bottom &&
    cell.column >= reference.left &&
    cell.column <= reference.right
  );
}

function referencesIn(formula: string, ownSheet: string): Reference[] {
  return [...formula.matchAll(token)].flatMap((match): Reference[] => {
    const [, quoted, bare, column1, row1, column2, row2, wholeColumn1, wholeColumn2, wholeRow1, wholeRow2] = match;
    const sheet = (quoted?.replaceAll("''", "'") ?? bare ?? ownSheet).toLowerCase();
    const area = (rows: readonly number[], columns: readonly number[]): Reference[] => [
      {
        sheet,
        top: Math.min(...rows),
        bottom: Math.max(...rows),
        left: Math.min(...columns),
        right: Math.max(...columns),
      },
    ];
    const rowsOf = (...texts: readonly string[]): number[] => texts.map((text) => Number(text) - 1);
    if (column1 !== undefined && row1 !== undefined) {
      const columns = [column1, column2 ?? column1].map(columnNumber);
      return area(rowsOf(row1, row2 ?? row1), columns);
    }
    if (wholeColumn1 !== undefined && wholeColumn2 !== undefined) {
      return area([0, lastRow], [wholeColumn1, wholeColumn2].map(columnNumber));
    }
    if (wholeRow1 !== undefined && wholeRow2 !== undefined) return area(rowsOf(wholeRow1, wholeRow2), [0, lastColumn]);
    return [];
  });
}
