/** Which merged area a cell belongs to. Takes a damaged or hostile sheet's areas too: any number, of any size. */
import type { CellArea } from "../../data/cell-address";

export interface MergeIndex {
  /** Areas of which no two share a cell, in the order of their first rows. */
  readonly areas: readonly CellArea[];
  at(row: number, column: number): CellArea | null;
}

const columns = 16_384;

export function indexMerges(merges: readonly CellArea[]): MergeIndex {
  const areas = withoutOverlaps(merges);
  const levels = new Map<number, Map<number, CellArea[]>>();
  for (const area of areas) {
    const level = levelOf(area);
    const blocks = levels.get(level) ?? new Map<number, CellArea[]>();
    levels.set(level, blocks);
    for (let block = area.top >> level; block <= area.bottom >> level; block++) {
      const known = blocks.get(block);
      if (known) known.push(area);
      else blocks.set(block, [area]);
    }
  }
  let last: { readonly row: number; readonly areas: readonly CellArea[] } = { row: -1, areas: [] };
  const areasOf = (row: number): readonly CellArea[] => {
    if (last.row !== row) {
      const near = [...levels].flatMap(([level, blocks]) => blocks.get(row >> level) ?? []);
      const found = near.filter(({ top, bottom }) => top <= row && bottom >= row);
      last = { row, areas: found.sort((one, other) => one.left - other.left) };
    }
    return last.areas;
  };
  return { areas, at: (row, column) => reaching(areasOf(row), column) };
}

/** An area lies in two neighbouring blocks of 2^level rows at most, so that the tallest costs as little as a cell. */
function levelOf({ top, bottom }: CellArea): number {
  return Math.ceil(Math.log2(bottom - top + 1));
}

/** areas: of one row, from left to right. */
function reaching(areas: readonly CellArea[], column: number): CellArea | null {
  let low = 0;
  let high = areas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((areas[middle]?.left ?? columns) <= column) low = middle + 1;
    else high = middle;
  }
  const area = areas[low - 1];
  return area && area.right >= column ? area : null;
}

/** Excel mends such a file by taking merges away; here the upper one of two stays. */
function withoutOverlaps(merges: readonly CellArea[]): CellArea[] {
  const ordered = [...merges].sort((one, other) => one.top - other.top || one.left - other.left);
  // The last row that each column is taken to.
  const takenTo = new Int32Array(columns).fill(-1);
  return ordered.filter(({ top, left, bottom, right }) => {
    for (let column = left; column <= right; column++) if ((takenTo[column] ?? -1) >= top) return false;
    takenTo.fill(bottom, left, right + 1);
    return true;
  });
}
