/** Which rows and columns a scrolled window shows: pure arithmetic on where each begins. */

export interface IndexRange {
  readonly first: number;
  /** Inside the range; below first where nothing is shown. */
  readonly last: number;
}

/** The last index that begins at or before the position. */
export function indexAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What is seen between two positions and a bit more on both sides, in whole steps, so that small movements of the
 * window leave the range alone. Indices below `from` (frozen ones) are left out.
 */
export function rangeBetween(
  starts: readonly number[],
  from: number,
  top: number,
  bottom: number,
  step: number,
): IndexRange {
  const count = starts.length - 1;
  const first = Math.floor(indexAt(starts, Math.max(0, top)) / step) * step;
  const last = (Math.floor(indexAt(starts, Math.max(0, bottom)) / step) + 1) * step;
  return { first: Math.max(from, first - step), last: Math.min(count - 1, last) };
}

/** As many leading rows or columns as may stay fixed without filling the window. */
export function frozenThatFit(starts: readonly number[], frozen: number, room: number): number {
  const count = Math.min(frozen, starts.length - 1);
  return (starts[count] ?? 0) <= room ? count : 0;
}

/** The next row or column from `index` in a direction that is not hidden; `index` itself where there is none. */
export function nextShown(starts: readonly number[], index: number, direction: 1 | -1): number {
  const count = starts.length - 1;
  for (let next = index + direction; next >= 0 && next < count; next += direction) {
    if ((starts[next + 1] ?? 0) > (starts[next] ?? 0)) return next;
  }
  return index;
}
