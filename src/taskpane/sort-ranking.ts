import type { ShownAgency } from "../app/shown-results";
import type { Sort } from "./state";

/** An agency with its place in workbook order, by which it is opened. */
export interface RankedAgency {
  readonly at: number;
  readonly result: ShownAgency;
}

/** In the order wanted; equal ones in workbook order, those without a value last either way. */
export function sortRanking(agencies: readonly ShownAgency[], { column, ascending }: Sort): readonly RankedAgency[] {
  const direction = ascending ? 1 : -1;
  const names = new Intl.Collator("vi");
  const compare = (a: ShownAgency, b: ShownAgency): number => {
    if (column === "agency") return direction * names.compare(a.name, b.name);
    if (column === "rank") return withNullsLast(a.rank, b.rank, (x, y) => direction * (x - y));
    return withNullsLast(a[column], b[column], (x, y) => direction * (x.value - y.value));
  };
  // Array.sort is stable.
  return agencies.map((result, at) => ({ at, result })).sort((a, b) => compare(a.result, b.result));
}

function withNullsLast<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}
