import { type Exact, zero } from "./exact";
import type { Level } from "./model";

/**
 * The level (Xếp loại) of an index in percent, rounded to 3 decimals beforehand (Computing 6). Levels stand highest
 * first. A lowest level that starts at 0 also covers an index below 0; below any other lowest level there is none.
 */
export function levelOf(index: Exact, levels: readonly Level[]): Level | null {
  const reached = levels.find((level) => index.gte(level.atLeast));
  if (reached !== undefined) return reached;
  const lowest = levels[levels.length - 1];
  return lowest !== undefined && lowest.atLeast.lte(zero) ? lowest : null;
}
