import { memo, type JSX } from "react";
import { cellAddress, columnName } from "../../data/grid";
import type { NumberLocale } from "../model/number-locale";
import type { SheetView } from "../model/sheet-view";
import { type CellBox, cellBoxes } from "./cell-boxes";
import { boxCss, paper, textCss, turnedCss } from "./cell-css";
import { cellId, headHeight, headWidth } from "./grid-sizes";
import { shownText } from "./shown-text";
import type { GridClasses } from "./grid-styles";
import type { IndexRange } from "./visible-range";

/** What all cells of a sheet have in common. */
interface CellSurroundings {
  readonly sheet: SheetView;
  readonly locale: NumberLocale;
  readonly date1904: boolean;
  readonly classes: GridClasses;
}

export interface SheetRowProps extends CellSurroundings {
  readonly row: number;
  /** From the top of the rows' group. */
  readonly top: number;
  readonly frozenColumns: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The selected cell's column where it is in this row. */
  readonly activeColumn: number | null;
}

/** One row: its number and frozen cells stay at the left edge, the others scroll beneath them. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps): JSX.Element {
  const { row, top, frozenColumns, firstColumn, lastColumn, activeColumn, ...surroundings } = props;
  const { sheet, classes } = surroundings;
  const height = (sheet.rowStarts[row + 1] ?? 0) - (sheet.rowStarts[row] ?? 0);
  const frozenWidth = sheet.columnStarts[frozenColumns] ?? 0;
  const frozen = frozenColumns > 0 ? cellBoxes(sheet, row, 0, frozenColumns - 1) : [];
  const scrolled = cellBoxes(sheet, row, firstColumn, lastColumn);
  const isFrozen = (box: CellBox): boolean => box.column < frozenColumns;
  return (
    <div role="row" aria-rowindex={row + 1} className={classes.row} style={{ top, height }}>
      <div className={classes.frozen} style={{ width: headWidth + frozenWidth, height }}>
        <div
          aria-hidden="true"
          className={activeColumn === null ? classes.rowHead : classes.activeRowHead}
          style={{ width: headWidth, height }}
        >
          {row + 1}
        </div>
        {frozen.map((box) => (
          <Cell key={box.column} box={box} isActive={box.column === activeColumn} {...surroundings} />
        ))}
      </div>
      {scrolled.map((box) => (
        // What begins in a frozen column and reaches out of it is drawn a second time, beneath the frozen cells.
        <Cell
          key={box.column}
          box={box}
          isActive={box.column === activeColumn}
          isCopy={isFrozen(box)}
          {...surroundings}
        />
      ))}
    </div>
  );
});

interface CellProps extends CellSurroundings {
  readonly box: CellBox;
  readonly isActive: boolean;
  readonly isCopy?: boolean;
}

const Cell = memo(function Cell(props: CellProps): JSX.Element {
  const { box, isActive, isCopy = false, sheet, locale, date1904, classes } = props;
  const { text, color } = shownText(box, locale, date1904);
  const { merge } = box;
  const address = cellAddress(box.row, box.column);
  const turned = turnedCss(box);
  const hasLink = sheet.linkAt(box.row, box.column) !== null;
  const cell = isCopy
    ? { "aria-hidden": true }
    : {
        role: "gridcell",
        id: cellId(box.row, box.column),
        "aria-colindex": box.column + 1,
        "aria-selected": isActive,
        ...(merge && merge.right > merge.left ? { "aria-colspan": merge.right - merge.left + 1 } : {}),
        ...(merge && merge.bottom > merge.top ? { "aria-rowspan": merge.bottom - merge.top + 1 } : {}),
        // The row and column letters are not read out with a cell, so the selected one says where it is.
        ...(isActive ? { "aria-label": `${address} ${text}` } : {}),
      };
  return (
    <div
      {...cell}
      data-cell={address}
      className={isActive ? classes.activeCell : hasLink ? classes.linkedCell : classes.cell}
      style={boxCss(box, headWidth, sheet.showsGridLines)}
    >
      {text === "" ? null : (
        <div
          className={box.spill.left > 0 || box.spill.right > 0 ? classes.spillingText : classes.text}
          style={textCss(box, color)}
        >
          <span style={turned ?? (box.hidesLines && !isActive ? { backgroundColor: paper } : undefined)}>{text}</span>
        </div>
      )}
    </div>
  );
});

/** The letters above the columns. */
export function ColumnHeads(props: {
  readonly sheet: SheetView;
  readonly frozenColumns: number;
  readonly columns: IndexRange;
  readonly activeColumn: number;
  readonly classes: GridClasses;
}): JSX.Element {
  const { sheet, frozenColumns, columns, activeColumn, classes } = props;
  const head = (column: number): JSX.Element | null => {
    const left = sheet.columnStarts[column] ?? 0;
    const width = (sheet.columnStarts[column + 1] ?? 0) - left;
    if (width === 0) return null;
    return (
      <div
        key={column}
        className={column === activeColumn ? classes.activeColumnHead : classes.columnHead}
        style={{ left: left + headWidth, width, height: headHeight }}
      >
        {columnName(column)}
      </div>
    );
  };
  const indices = (first: number, last: number): number[] =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <div aria-hidden="true" className={classes.row} style={{ top: 0, height: headHeight }}>
      <div
        className={classes.frozen}
        style={{ width: headWidth + (sheet.columnStarts[frozenColumns] ?? 0), height: headHeight }}
      >
        <div className={classes.corner} style={{ width: headWidth, height: headHeight }} />
        {indices(0, frozenColumns - 1).map(head)}
      </div>
      {indices(columns.first, columns.last).map(head)}
    </div>
  );
}
