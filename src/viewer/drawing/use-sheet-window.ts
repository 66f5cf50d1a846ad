/** The scrolled window on a sheet: its size, what it shows, and that it follows the selected cell. */
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { SheetView } from "../model/sheet-view";
import { headHeight, headWidth } from "./grid-sizes";
import { frozenThatFit, type IndexRange, rangeBetween } from "./visible-range";

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface SheetWindow {
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly size: { readonly width: number; readonly height: number };
  readonly onScroll: () => void;
  /** How many of the frozen ones leave room to scroll in. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Near the window: what is to be in the document. */
  readonly rows: IndexRange;
  readonly columns: IndexRange;
}

const rowStep = 4;
const columnStep = 2;
/** Frozen panes may take this share of the window; with more they would leave nothing to scroll in. */
const frozenShare = 0.7;

export function useSheetWindow(sheet: SheetView, active: CellPlace): SheetWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scroll, setScroll] = useState({ left: 0, top: 0 });

  const frozenColumns = frozenThatFit(sheet.columnStarts, sheet.freeze.columns, (size.width - headWidth) * frozenShare);
  const frozenRows = frozenThatFit(sheet.rowStarts, sheet.freeze.rows, (size.height - headHeight) * frozenShare);

  const rows = rangeBetween(sheet.rowStarts, frozenRows, scroll.top, scroll.top + size.height, rowStep);
  const columns = rangeBetween(sheet.columnStarts, frozenColumns, scroll.left, scroll.left + size.width, columnStep);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  // A sheet that comes to the front shows its selected cell; so does every move of the selection.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || size.width === 0) return;
    element.scrollTop = place(
      sheet.rowStarts,
      active.row,
      frozenRows,
      element.scrollTop,
      element.clientHeight - headHeight,
    );
    element.scrollLeft = place(
      sheet.columnStarts,
      active.column,
      frozenColumns,
      element.scrollLeft,
      element.clientWidth - headWidth,
    );
    // Not when cells of the sheet have come: one may be far from the selected one by then.
  }, [sheet.rowStarts, sheet.columnStarts, active, frozenRows, frozenColumns, size.width > 0]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const { scrollLeft, scrollTop } = element;
    // Steps as coarse as the ranges: between them nothing is drawn anew.
    setScroll((before) => {
      const after = { left: Math.floor(scrollLeft / 60) * 60, top: Math.floor(scrollTop / 60) * 60 };
      return after.left === before.left && after.top === before.top ? before : after;
    });
  }, []);
  return { scroller, size, onScroll, frozenRows, frozenColumns, rows, columns };
}

/** Where to scroll to so that a row or column is seen; now: where it stands. */
function place(starts: readonly number[], index: number, frozen: number, now: number, window: number): number {
  if (index < frozen) return now;
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? start;
  const covered = starts[frozen] ?? 0;
  if (start - covered < now) return start - covered;
  return end > now + window ? Math.min(start - covered, end - window) : now;
}
