/**
 * Gives every criterion row its place in the tree. Codes come damaged (1.10 stored as 1.1, 1.1 turned into a date,
 * none at all), so each is read in the sequence of those before and after it.
 */
import { follows, keyOf, lastNumber, numberOfLetters, type Path, startsWith, withLast } from "./code-path";
import { columnName } from "../data/grid";
import { type RawCode } from "./codes";
import { toRoman } from "../data/roman";

export interface CodeRow {
  readonly raw: RawCode;
  /** Scores stand in the row itself: a row without code below it is then its sibling, not its child. */
  readonly hasScores: boolean;
}

export interface PlacedCode {
  /** From the area down, unique but for duplicates: ["1", "2", "10"]. Empty for a heading above the areas. */
  readonly path: readonly string[];
  /** As people write it: "1.2.10", "II". */
  readonly code: string;
  readonly origin: "typed" | "lostZero" | "date" | "inferred";
  /** Index of the first row with this code, or null. */
  readonly duplicateOf: number | null;
}

/** Which kinds of codes a table uses for its upper levels. */
interface Scheme {
  readonly hasRomans: boolean;
  /** "1" stands below "I". */
  readonly numbersBelowRomans: boolean;
  /** "A" is an area, with "I" or "1" below it; otherwise it only heads a section. */
  readonly lettersAreAreas: boolean;
}

interface Position {
  readonly prefix: Path;
  readonly letter: Path;
  readonly previous: Path | null;
  readonly previousHasScores: boolean;
}

/** One placed code per row, in the rows' order. */
export function placeCodes(rows: readonly CodeRow[]): readonly PlacedCode[] {
  const scheme = schemeOf(rows);
  const firstWithKey = new Map<string, number>();
  const isTaken = (path: Path): boolean => firstWithKey.has(keyOf(path));
  const nextCodes = codesAfter(rows, scheme);
  let position: Position = { prefix: [], letter: [], previous: null, previousHasScores: false };

  return rows.map((row, index): PlacedCode => {
    if (isHeading(rows, index, scheme)) {
      position = { ...position, prefix: [], letter: [] };
      return { path: [], code: "", origin: "typed", duplicateOf: null };
    }
    const nextCode = nextCodes[index] ?? null;
    const next = nextCode && { path: typedPath(nextCode.raw, scheme, position), missing: nextCode.missing };
    const nextSibling = (path: Path): Path | null => siblingAfter(rows, index, scheme, position, path);
    const placed = place(row.raw, scheme, position, isTaken, next, nextSibling);
    const key = keyOf(placed.path);
    const duplicateOf = firstWithKey.get(key) ?? null;
    if (duplicateOf === null) firstWithKey.set(key, index);
    position = advance(position, row, placed.path, scheme);
    return { ...placed, duplicateOf };
  });
}

type Placed = Pick<PlacedCode, "path" | "code" | "origin">;

interface NextTyped {
  readonly path: Path;
  /** Rows without a code before it, this one included. */
  readonly missing: number;
}

function place(
  raw: RawCode,
  scheme: Scheme,
  position: Position,
  isTaken: (path: Path) => boolean,
  next: NextTyped | null,
  nextSibling: (path: Path) => Path | null,
): Placed {
  if (raw.kind === "code") {
    const path = typedPath(raw, scheme, position);
    const restored = withLostZero(raw, path, position.previous, isTaken, nextSibling);
    return restored === null
      ? { path, code: raw.text, origin: "typed" }
      : { path: restored, code: showPath(restored, scheme, position), origin: "lostZero" };
  }
  if (raw.kind === "letterBelow") {
    const path = [...numberedAbove(position), raw.letter];
    return { path, code: showPath(path, scheme, position), origin: "typed" };
  }
  const fromDate = raw.kind === "date" ? dateInSequence(raw.candidates, position, isTaken) : null;
  const path = fromDate ?? inferredPath(position, isTaken, next);
  return { path, code: showPath(path, scheme, position), origin: raw.kind === "date" ? "date" : "inferred" };
}

/**
 * A second 1.1, held as a number, is 1.10 (or 1.100) where 1.9 stands directly before it or 1.11 directly after it
 * among its siblings; anywhere else it is 1.1 again.
 */
function withLostZero(
  raw: TypedCode,
  path: Path,
  previous: Path | null,
  isTaken: (path: Path) => boolean,
  nextSibling: (path: Path) => Path | null,
): Path | null {
  if (raw.heldAs !== "number" || raw.parts.length !== 2 || !isTaken(path)) return null;
  for (const zeros of ["0", "00"]) {
    const restored = [...path.slice(0, -1), `${path[path.length - 1] ?? ""}${zeros}`];
    const number = lastNumber(restored);
    if (isTaken(restored)) continue;
    if (previous !== null && startsWith(previous, withLast(restored, number - 1))) return restored;
    const after = nextSibling(restored);
    if (after !== null && keyOf(after) === keyOf(withLast(restored, number + 1))) return restored;
  }
  return null;
}

function dateInSequence(
  candidates: readonly Path[],
  position: Position,
  isTaken: (path: Path) => boolean,
): Path | null {
  const paths = candidates.map((candidate) => [...position.prefix, ...candidate]).filter((path) => !isTaken(path));
  const { previous } = position;
  const hasParent = (path: Path): boolean => isTaken(path.slice(0, -1));
  const following = paths.filter((path) =>
    previous === null ? path.every((part) => part === "1") : follows(previous, path),
  );
  // A day and a month that stand above already are that code again, not 1.1.24 with the year in which it was typed.
  const inFull = candidates.filter(({ length }) => length === 2).map((candidate) => [...position.prefix, ...candidate]);
  const again = inFull.find(isTaken);
  const apart = again === undefined ? paths : paths.filter(({ length }) => length === again.length);
  // 1.2 below area 1 before 2.1 below an area 2 that has no row.
  return following.find(hasParent) ?? following[0] ?? apart.find(hasParent) ?? again ?? null;
}

/** What a row without a code must be: what the next code leaves open, else the next sibling of the row before. */
function inferredPath(position: Position, isTaken: (path: Path) => boolean, next: NextTyped | null): Path {
  const { previous } = position;
  const fits = (path: Path): boolean => !isTaken(path) && (previous === null || follows(previous, path));
  if (next !== null) {
    const before = withLast(next.path, lastNumber(next.path) - next.missing);
    if (lastNumber(before) >= 1 && fits(before)) return before;
    const parent = next.path.slice(0, -1);
    if (next.missing === 1 && parent.length > 0 && fits(parent)) return parent;
  }
  if (previous === null) return [...position.prefix, "1"];
  const sibling = withLast(previous, lastNumber(previous) + 1);
  const isNext = next !== null && keyOf(next.path) === keyOf(sibling);
  const isArea = previous.length === position.prefix.length + 1 && !position.previousHasScores;
  if (isArea && (isNext || next === null)) return [...previous, "1"];
  if (!Number.isNaN(lastNumber(previous)) && !isTaken(sibling) && !isNext) return sibling;
  // Nothing is free between the two codes: 1.2a stands between 1.2 and 1.3, 1.2b behind it.
  const [, base = "", letters = ""] = /^(.*?)([a-z]*)$/.exec(previous[previous.length - 1] ?? "") ?? [];
  for (let number = numberOfLetters(letters); ; number += 1) {
    const path = withLast(previous, `${base}${columnName(number).toLowerCase()}`);
    if (!isTaken(path) && (next === null || keyOf(next.path) !== keyOf(path))) return path;
  }
}

interface NextCode {
  readonly raw: TypedCode;
  readonly missing: number;
}

/** For each row the next one with a code of its own, and how many without one stand before that, it included. */
function codesAfter(rows: readonly CodeRow[], scheme: Scheme): readonly (NextCode | null)[] {
  const found: (NextCode | null)[] = [];
  let next: NextCode | null = null;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const raw = rows[at]?.raw;
    if (next !== null && raw?.kind !== "letterBelow" && raw?.kind !== "code") {
      next = { raw: next.raw, missing: next.missing + 1 };
    }
    found[at] = next;
    if (raw?.kind === "code" && !isHeading(rows, at, scheme)) next = { raw, missing: 0 };
  }
  return found;
}

/** The code of the first row after this one that is not below it, where this one has that path. */
function siblingAfter(
  rows: readonly CodeRow[],
  index: number,
  scheme: Scheme,
  position: Position,
  own: Path,
): Path | null {
  for (let at = index + 1; at < rows.length; at += 1) {
    const raw = rows[at]?.raw;
    if (raw?.kind === "letterBelow") continue;
    if (raw?.kind !== "code" || isHeading(rows, at, scheme)) return null;
    const path = typedPath(raw, scheme, position);
    if (!startsWith(path, own)) return path;
  }
  return null;
}

type TypedCode = Extract<RawCode, { kind: "code" }>;

function typedPath(raw: TypedCode, scheme: Scheme, position: Position): Path {
  if (raw.head === "letter") return raw.parts;
  if (raw.head === "roman") {
    const [head = "", ...rest] = raw.parts;
    return [...position.letter, scheme.numbersBelowRomans ? toRoman(Number(head)) : head, ...rest];
  }
  return [...position.prefix, ...raw.parts];
}

function advance(position: Position, row: CodeRow, path: Path, scheme: Scheme): Position {
  const { raw } = row;
  const previous = path;
  const previousHasScores = row.hasScores;
  if (raw.kind === "code" && raw.head === "letter") return { prefix: path, letter: path, previous, previousHasScores };
  if (raw.kind === "code" && raw.head === "roman" && scheme.numbersBelowRomans) {
    return { ...position, prefix: path.slice(0, position.letter.length + 1), previous, previousHasScores };
  }
  return { ...position, previous, previousHasScores };
}

function schemeOf(rows: readonly CodeRow[]): Scheme {
  const singles = (head: TypedCode["head"]): string[] =>
    rows.flatMap(({ raw }) => (raw.kind === "code" && raw.head === head && raw.parts.length === 1 ? raw.parts : []));
  const [romans, numbers, letters] = [singles("roman"), singles("number"), singles("letter")];
  const tops = romans.length > 0 ? romans : numbers;
  // Areas that are numbered through make the letters mere headings; areas that begin again at 1 stand below them.
  const lettersAreAreas = letters.length > 0 && (tops.length === 0 || beginsAgain(rows, romans.length > 0));
  return { hasRomans: romans.length > 0, numbersBelowRomans: romans.length > 0 && numbers.length > 0, lettersAreAreas };
}

/** Below some letter the areas are numbered from 1 another time. */
function beginsAgain(rows: readonly CodeRow[], hasRomans: boolean): boolean {
  let seenOne = false;
  let isFirst = false;
  for (const { raw } of rows) {
    if (raw.kind !== "code" || raw.parts.length > 1) continue;
    if (raw.head === "letter") isFirst = true;
    if (raw.head !== (hasRomans ? "roman" : "number")) continue;
    const isOne = raw.parts[0] === "1";
    if (isOne && seenOne && isFirst) return true;
    seenOne ||= isOne;
    isFirst = false;
  }
  return false;
}

/** A letter above numbered areas heads a section; one with nothing below it is an area itself (C. Điểm thưởng). */
function isHeading(rows: readonly CodeRow[], index: number, scheme: Scheme): boolean {
  const isLetter = (raw: RawCode | undefined): boolean => raw?.kind === "code" && raw.head === "letter";
  if (!isLetter(rows[index]?.raw) || scheme.lettersAreAreas) return false;
  const next = rows[index + 1]?.raw;
  return next !== undefined && !isLetter(next);
}

/** The numbered row that "a)" belongs to: the row above without its own letter. */
function numberedAbove(position: Position): Path {
  const previous = position.previous ?? [...position.prefix, "1"];
  return /^[a-zđ]$/.test(previous[previous.length - 1] ?? "") ? previous.slice(0, -1) : previous;
}

function showPath(path: Path, scheme: Scheme, position: Position): string {
  const own = path.slice(position.prefix.length);
  const [head = "", ...rest] = own.length === 0 ? path : own;
  const isRomanArea = scheme.hasRomans && !scheme.numbersBelowRomans && path.length === 1 && /^\d+$/.test(head);
  return [isRomanArea ? toRoman(Number(head)) : head, ...rest].join(".");
}
