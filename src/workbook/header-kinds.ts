/** Which columns of a header row are known ones, and where agencies may begin. */
import { type ColumnKind, standsRight } from "./columns";
import { columnKind } from "./headers";

/** Of one row, by column. */
export type Texts = readonly string[];
/** The kinds of known columns, by column. */
export type Kinds = ReadonlyMap<number, ColumnKind>;

export function kindsOf(texts: Texts, below: Texts = []): Kinds {
  const kinds = new Map<number, ColumnKind>();
  for (let column = 0; column < Math.max(texts.length, below.length); column += 1) {
    const [top, bottom] = [texts[column] ?? "", below[column] ?? ""];
    const kind = columnKind(top) ?? columnKind(bottom) ?? columnKind(`${top} ${bottom}`);
    if (kind !== null) kinds.set(column, kind);
  }
  return kinds;
}

export function hasNeeded(kinds: Kinds): boolean {
  return [...kinds.values()].some((kind) => kind === "code" || kind === "name" || kind === "maximum");
}

export function isComplete(kinds: Kinds): boolean {
  const found = new Set(kinds.values());
  return found.has("code") && found.has("name") && found.has("maximum");
}

/**
 * The first column in which an agency may stand: right of the last known column. Notes and sums at the far right, and
 * other known columns with nothing unknown after them, do not push it.
 */
export function boundary(kinds: Kinds, texts: Texts): number {
  let lastUnknown = -1;
  texts.forEach((text, column) => {
    if (text !== "" && !kinds.has(column)) lastUnknown = column;
  });
  let start = 0;
  for (const [column, kind] of kinds) {
    const isNeeded = kind === "code" || kind === "name" || kind === "maximum";
    const pushes = isNeeded || (!standsRight(kind) && column < lastUnknown);
    if (pushes) start = Math.max(start, column + 1);
  }
  return start;
}
