import type { AreaReference, CellReference, Expression } from "./expression";
import { areaOf } from "./expression";
import { isForeignError, type WorkbookValues } from "./workbook-values";

/** What an area of the workbook holds. */
export interface AreaScan {
  /** Places that were looked at. */
  readonly size: number;
  readonly uncalculated: readonly CellReference[];
  /** Length of the longest text. */
  readonly longest: number;
  /** Does it hold an error that the library does not know? */
  readonly isForeign: boolean;
}

/** Looks at the area's cells, at most so many places. */
export function scanArea(area: AreaReference, values: WorkbookValues, most: number): AreaScan {
  const uncalculated: CellReference[] = [];
  let size = 0;
  let longest = 0;
  let isForeign = false;
  for (const place of placesIn(area)) {
    if (++size > most) break;
    if (values.uncalculated(place) !== null) uncalculated.push(place);
    const value = values.value(place);
    if (value?.type === "text") longest = Math.max(longest, value.value.length);
    isForeign ||= isForeignError(value);
  }
  return { size, uncalculated, longest, isForeign };
}

export function* placesIn({ sheet, top, left, bottom, right }: AreaReference): Iterable<CellReference> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield { kind: "cell", sheet, row, column };
  }
}

/** The cells and areas that a formula names. */
export function areasIn(expression: Expression): AreaReference[] {
  if (expression.kind === "call") return expression.args.flatMap(areasIn);
  const area = areaOf(expression);
  return area === null ? [] : [area];
}

export function areaKey({ sheet, top, left, bottom, right }: AreaReference): string {
  return `${placeKey({ sheet, row: top, column: left })}:${placeKey({ sheet, row: bottom, column: right })}`;
}

export function placeKey({ sheet, row, column }: Omit<CellReference, "kind">): string {
  return `${String(sheet)} ${String(row)} ${String(column)}`;
}
