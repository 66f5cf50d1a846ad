import type { CellArea } from "../data/cell-address";
import type { SheetGrid } from "../data/grid";
import { areaBounds, tokensOf } from "./tokens";

/** A place in the workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

interface Reference extends CellArea {
  /** In lower case. */
  readonly sheet: string;
}

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
  return tokensOf(formula).flatMap(({ kind, sheet, area }): Reference[] =>
    kind === "area" ? [{ sheet: (sheet ?? ownSheet).toLowerCase(), ...areaBounds(area) }] : [],
  );
}
