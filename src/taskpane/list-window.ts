/**
 * A long list of which only what is near the window is in the document: rows of any height, measured when they are
 * there and taken for as high as the others until then. The row that has the keyboard stays, wherever one scrolls.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { indexAt } from "../viewer/drawing/visible-range";

/** A row of the list, or the room that rows take which are not there. */
export type Piece =
  | { readonly kind: "row"; readonly index: number }
  /** before: index of the row that follows. height: pixels. */
  | { readonly kind: "gap"; readonly before: number; readonly height: number };

export interface ListWindow<Container extends HTMLElement> {
  /** The element whose children are the pieces; a row says its index in data-index. */
  readonly container: RefObject<Container | null>;
  readonly pieces: readonly Piece[];
}

/** Shorter lists are there as a whole. */
const shortest = 60;
/** Pixels that are there beyond the window, so that Tab and arrows find the next row. */
const beyond = 300;
/** Rows that are there before the window has been measured. */
const atFirst = 30;

export function isWindowed(count: number): boolean {
  return count > shortest;
}

interface Rows {
  readonly first: number;
  readonly last: number;
}

/** height: what a row is taken for until one was measured, in pixels. key: changes when other rows take their places. */
export function useListWindow<Container extends HTMLElement>(
  count: number,
  height: number,
  key: unknown,
): ListWindow<Container> {
  const container = useRef<Container | null>(null);
  const heights = useRef(new Map<number, number>());
  const [rows, setRows] = useState<Rows>({ first: 0, last: atFirst - 1 });
  const [focused, setFocused] = useState<number | null>(null);
  // Where each row begins changes with what was measured.
  const [measured, setMeasured] = useState(0);
  const windowed = isWindowed(count);

  useMemo(() => {
    heights.current.clear();
  }, [key, count]);
  const starts = useMemo(() => startsOf(count, heights.current, height), [count, height, key, measured]);

  const look = useCallback(() => {
    const element = container.current;
    if (element === null) return;
    const seen = seenRows(element, starts);
    setRows((before) => (seen === null || (seen.first === before.first && seen.last === before.last) ? before : seen));
  }, [starts]);

  useLayoutEffect(() => {
    if (!windowed) return;
    let isOther = false;
    for (const row of container.current?.querySelectorAll(":scope > [data-index]") ?? []) {
      const index = Number(row.getAttribute("data-index"));
      const { height: now } = row.getBoundingClientRect();
      if (now > 0 && Math.abs((heights.current.get(index) ?? 0) - now) > 0.5) {
        heights.current.set(index, now);
        isOther = true;
      }
    }
    if (isOther) setMeasured((times) => times + 1);
    look();
  });
  useEffect(() => {
    if (!windowed) return;
    const element = container.current;
    const onFocus = ({ target }: FocusEvent): void => {
      const row = target instanceof Element ? target.closest("[data-index]") : null;
      setFocused(row === null ? null : Number(row.getAttribute("data-index")));
    };
    // Whatever scrolls: the pane, a dialog, or the page around them.
    document.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    element?.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
      element?.removeEventListener("focusin", onFocus);
    };
  }, [windowed, look]);

  return { container, pieces: windowed ? piecesOf(rows, focused, starts) : allOf(count) };
}

/** Where each row begins, in pixels; one more than there are rows. */
export function startsOf(count: number, heights: ReadonlyMap<number, number>, height: number): readonly number[] {
  const known = [...heights.values()];
  const usual = known.length === 0 ? height : known.reduce((sum, one) => sum + one, 0) / known.length;
  const starts = [0];
  for (let row = 0; row < count; row++) starts.push((starts[row] ?? 0) + (heights.get(row) ?? usual));
  return starts;
}

/** The rows near the window, the focused one, and gaps for all others. */
export function piecesOf(rows: Rows, focused: number | null, starts: readonly number[]): readonly Piece[] {
  const count = starts.length - 1;
  const last = Math.min(rows.last, count - 1);
  const first = Math.max(0, Math.min(rows.first, last));
  const shown = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (focused !== null && focused < first) shown.unshift(focused);
  if (focused !== null && focused > last && focused < count) shown.push(focused);
  const pieces: Piece[] = [];
  let next = 0;
  for (const index of [...shown, count]) {
    const height = (starts[index] ?? 0) - (starts[next] ?? 0);
    if (index > next) pieces.push({ kind: "gap", before: index, height });
    if (index < count) pieces.push({ kind: "row", index });
    next = index + 1;
  }
  return pieces;
}

function allOf(count: number): readonly Piece[] {
  return Array.from({ length: count }, (_, index) => ({ kind: "row", index }));
}

/** null where nothing is laid out. */
function seenRows(container: HTMLElement, starts: readonly number[]): Rows | null {
  const { top, height } = container.getBoundingClientRect();
  if (height === 0) return null;
  const frame = scrollerOf(container)?.getBoundingClientRect();
  const from = Math.max(0, frame?.top ?? 0);
  const to = Math.min(window.innerHeight, frame?.bottom ?? Infinity);
  return { first: indexAt(starts, from - top - beyond), last: indexAt(starts, to - top + beyond) };
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let each = element.parentElement; each !== null; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return null;
}
