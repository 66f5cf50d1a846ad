import { mergeClasses } from "@fluentui/react-components";
import { type JSX, type KeyboardEvent, type MouseEvent, useEffect } from "react";
import type { StandaloneTexts } from "../../strings/standalone.vi";
import { type CellArea, parseCellAddress } from "../../data/cell-address";
import type { SheetView } from "../model/sheet-view";
import { ChartDrawing } from "./chart-drawing";
import { cellId, headHeight, headWidth } from "./grid-sizes";
import { useGridStyles } from "./grid-styles";
import { keyTarget } from "./key-target";
import { ColumnHeads, SheetRow } from "./sheet-row";
import { type CellPlace, useSheetWindow } from "./use-sheet-window";
import type { IndexRange } from "./visible-range";

export interface SheetGridProps {
  readonly sheet: SheetView;
  readonly active: CellPlace;
  readonly date1904: boolean;
  readonly texts: StandaloneTexts;
  readonly onSelect: (place: CellPlace) => void;
  /** The rows and columns in sight have changed: their cells are needed. */
  readonly onLook: (rows: IndexRange, columns: IndexRange) => void;
  /** A click or Enter on a cell that links to another. */
  readonly onFollow: (place: CellPlace) => void;
}

/** A sheet to look at and move about in. Only what is near the window is in the document. */
export function SheetGrid({ sheet, active, date1904, texts, onSelect, onLook, onFollow }: SheetGridProps): JSX.Element {
  const classes = useGridStyles();
  const { scroller, size, onScroll, frozenRows, frozenColumns, rows, columns } = useSheetWindow(sheet, active);
  useEffect(() => {
    if (size.width > 0) onLook(rows, columns);
  }, [onLook, size.width > 0, rows.first, rows.last, columns.first, columns.last]);
  const frozenHeight = sheet.rowStarts[frozenRows] ?? 0;
  const frozenWidth = sheet.columnStarts[frozenColumns] ?? 0;
  const width = (sheet.columnStarts.at(-1) ?? 0) + headWidth;
  const height = (sheet.rowStarts.at(-1) ?? 0) + headHeight;

  const onClick = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target.closest("[data-cell]") : null;
    const place = parseCellAddress(element?.getAttribute("data-cell") ?? "");
    if (!place) return;
    if (sheet.linkAt(place.row, place.column)) onFollow(place);
    else onSelect(place);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && sheet.linkAt(active.row, active.column)) {
      event.preventDefault();
      onFollow(active);
      return;
    }
    const page = Math.max(40, size.height - headHeight - frozenHeight);
    const target = keyTarget(event, sheet, active, page);
    if (!target) return;
    event.preventDefault();
    onSelect(target);
  };

  const row = (index: number, top: number): JSX.Element => (
    <SheetRow
      key={index}
      sheet={sheet}
      row={index}
      top={top}
      frozenColumns={frozenColumns}
      firstColumn={columns.first}
      lastColumn={columns.last}
      activeColumn={index === active.row ? active.column : null}
      locale={texts.numbers}
      date1904={date1904}
      classes={classes}
    />
  );
  const drawn = drawnRows(sheet, { frozenRows, frozenColumns }, rows, columns);
  const isDrawn = drawn.includes(active.row) || active.row < frozenRows;
  const isColumnDrawn =
    active.column < frozenColumns || (active.column >= columns.first && active.column <= columns.last);

  return (
    <div ref={scroller} className={classes.scroller} onScroll={onScroll}>
      <div className={classes.canvas} style={{ width, height }}>
        <div
          role="grid"
          tabIndex={0}
          aria-label={texts.grid(sheet.name)}
          aria-readonly="true"
          aria-rowcount={sheet.rowCount}
          aria-colcount={sheet.columnCount}
          aria-activedescendant={isDrawn && isColumnDrawn ? cellId(active.row, active.column) : undefined}
          className={classes.grid}
          onClick={onClick}
          onKeyDown={onKeyDown}
        >
          <div
            role="rowgroup"
            className={mergeClasses(classes.frozenRows, frozenRows > 0 && classes.frozenRowsLine)}
            style={{ height: headHeight + frozenHeight, width }}
          >
            <ColumnHeads
              sheet={sheet}
              frozenColumns={frozenColumns}
              columns={columns}
              activeColumn={active.column}
              classes={classes}
            />
            {shownRows(sheet, 0, frozenRows - 1).map((index) => row(index, headHeight + (sheet.rowStarts[index] ?? 0)))}
          </div>
          <div role="rowgroup" className={classes.body} style={{ top: headHeight, height: height - headHeight }}>
            {drawn.map((index) => row(index, sheet.rowStarts[index] ?? 0))}
          </div>
        </div>
        <div
          className={classes.charts}
          style={{ transform: `translate(${String(headWidth)}px, ${String(headHeight)}px)` }}
        >
          {chartsNear(sheet, rows, size.height).map((placed, index) => (
            <ChartDrawing key={index} placed={placed} texts={texts} />
          ))}
        </div>
        <FrozenColumnLine width={frozenWidth} />
      </div>
    </div>
  );
}

/** A line at the right edge of frozen columns; it scrolls with them, that is, not at all. */
function FrozenColumnLine({ width }: { readonly width: number }): JSX.Element | null {
  if (width === 0) return null;
  return (
    <div style={{ position: "absolute", inset: 0, pointerEvents: "none", zIndex: 3 }}>
      <div
        style={{ position: "sticky", left: headWidth + width - 1, width: 1, height: "100%", background: "#9A9A9A" }}
      />
    </div>
  );
}

/** A chart of a whole country is thousands of shapes: it is drawn when it is two screens away. */
function chartsNear({ charts, rowStarts }: SheetView, rows: IndexRange, height: number): SheetView["charts"] {
  const top = (rowStarts[rows.first] ?? 0) - 2 * height;
  const bottom = (rowStarts[rows.last + 1] ?? 0) + 2 * height;
  return charts.filter((chart) => chart.top < bottom && chart.top + chart.height > top);
}

function shownRows(sheet: SheetView, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let row = first; row <= last; row++) {
    if ((sheet.rowStarts[row + 1] ?? 0) > (sheet.rowStarts[row] ?? 0)) rows.push(row);
  }
  return rows;
}

/** The rows near the window, and before them those whose merged cells reach down into it. */
function drawnRows(
  sheet: SheetView,
  { frozenRows, frozenColumns }: { readonly frozenRows: number; readonly frozenColumns: number },
  rows: IndexRange,
  columns: IndexRange,
): number[] {
  const isInSight = ({ left, right }: CellArea): boolean =>
    left < frozenColumns || (left <= columns.last && right >= columns.first);
  const reaching = sheet.merges.filter(
    (area) => area.top >= frozenRows && area.top < rows.first && area.bottom >= rows.first && isInSight(area),
  );
  const before = [...new Set(reaching.map(({ top }) => top))].sort((one, other) => one - other);
  return [...before, ...shownRows(sheet, rows.first, rows.last)];
}
