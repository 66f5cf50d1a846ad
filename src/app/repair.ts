/** Repairs that the checks offer, as changes of cells that a user can look at before accepting them. */
import type { CellChange } from "../hosts/host";
import type { Finding } from "../data/finding";
import { cellAddress, type GridCell, type SheetGrid } from "../data/grid";
import { showFound } from "../strings/show-found";
import { foundIn, readNumber } from "../workbook/numbers";
import { oncePerCell } from "./once-per-cell";

/** One change, with what the user sees of it. */
export interface ShownChange extends CellChange {
  /** As the cell shows it: a text in quotes, a date as a date; "" for a blank cell. */
  readonly shownBefore: string;
  readonly shownAfter: string;
}

/**
 * The change that mends a finding; null where there is none that is safe: no repair, no cell, or a formula, whose
 * source is to be mended by its author.
 */
export function repairOf(finding: Finding, grids: readonly SheetGrid[], decimalMark: "," | "."): ShownChange | null {
  if (finding.repair === null || finding.cell === null) return null;
  const found = cellsByAddress(grids, finding.sheet).get(finding.cell) ?? null;
  if (found !== null && found.formula !== null) return null;
  return shownChange(
    { sheet: finding.sheet, cell: finding.cell, before: found?.value ?? null, after: finding.repair },
    found,
    decimalMark,
  );
}

/** The changes of all findings that have one; a cell that two findings are about is changed once. */
export function repairsOf(
  findings: readonly Finding[],
  grids: readonly SheetGrid[],
  decimalMark: "," | ".",
): readonly ShownChange[] {
  return oncePerCell(findings.map((finding) => repairOf(finding, grids, decimalMark)));
}

/** cell: what stands there now, for its format. */
export function shownChange(change: CellChange, cell: GridCell | null, decimalMark: "," | "."): ShownChange {
  return {
    ...change,
    shownBefore: typeof change.before === "string" ? quoted(change.before) : shownCell(cell, decimalMark),
    shownAfter: shownValue(change.after, decimalMark),
  };
}

function shownCell(cell: GridCell | null, decimalMark: "," | "."): string {
  return cell === null ? "" : showFound(foundIn(readNumber(cell)), decimalMark);
}

function shownValue(value: CellChange["after"], decimalMark: "," | "."): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value).replace(".", decimalMark) : quoted(value);
}

/** "13,5" the text and 13,5 the number must not look alike. */
function quoted(text: string): string {
  return `“${text}”`;
}

const addressed = new WeakMap<SheetGrid, ReadonlyMap<string, GridCell>>();

/** Found by address many times over: made once per sheet that was read. */
function cellsByAddress(grids: readonly SheetGrid[], sheet: string): ReadonlyMap<string, GridCell> {
  const grid = grids.find(({ name }) => name === sheet);
  if (grid === undefined) return new Map();
  let cells = addressed.get(grid);
  if (cells === undefined) {
    cells = new Map(
      grid.rows.flatMap((row, at) =>
        row.flatMap((cell, column) => (cell === null ? [] : [[cellAddress(at, column), cell] as const])),
      ),
    );
    addressed.set(grid, cells);
  }
  return cells;
}
