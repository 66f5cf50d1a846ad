/**
 * The report as data: what is to stand in the workbook. Plain, complete and free of any host:
 * every position, width, text, formula and colour is decided here, so that both hosts write the same.
 * Rows and columns count from 0. Sheet names are final (no sheet of the user's has them).
 */

export interface Report {
  /** What the workbook is to be called by in the marks of these sheets, where it is not called anything yet. */
  readonly identity: string;
  /** In the order in which they are to stand after the user's sheets. */
  readonly sheets: readonly ReportSheet[];
}

export interface ReportSheet {
  /** Stable identity over runs: "III.1", "IV.2", "calculation", "findings". */
  readonly key: string;
  readonly name: string;
  /** In characters of the default font, from column A on. */
  readonly columnWidths: readonly number[];
  /** In points; rows not named keep the default height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** From top to bottom. Blocks do not overlap. */
  readonly blocks: readonly Block[];
  /** Rows and columns that stay in sight; zeros for none. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly page: PageSetup;
  /** "#RRGGBB" */
  readonly tabColor: string;
}

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  /** First and last row to repeat on every printed page, or null. */
  readonly repeatRows: readonly [number, number] | null;
  /** First and last column to repeat, or null. */
  readonly repeatColumns: readonly [number, number] | null;
  /** A page break stands above each of these rows. */
  readonly breaksAbove: readonly number[];
  /** Always A4, one page wide, as many pages long as it takes; page number in the footer. */
}

export type Block = CellsBlock | ChartBlock;

/** A rectangle of cells: a table, or lines of text. Its cells are the program's, blank ones too. */
export interface CellsBlock {
  readonly kind: "cells";
  readonly row: number;
  readonly column: number;
  /** Rows of equal length. null: nothing in that cell, no format. */
  readonly cells: readonly (readonly (ReportCell | null)[])[];
  /** Absolute areas inside the block. */
  readonly merges: readonly Area[];
}

export interface ReportCell {
  /** With a formula: the computed value (the cached result), of the type that the formula gives. */
  readonly value: number | string | boolean | null;
  /** en-US notation, function prefixes as in the file (_xlfn.NUMBERVALUE), without the leading "="; null for a constant. */
  readonly formula: string | null;
  readonly format: CellFormat;
  /** A link to a cell of this workbook. */
  readonly link: { readonly sheet: string; readonly cell: string } | null;
}

export interface CellFormat {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** In points; default 11. */
  readonly size?: number;
  /** "#RRGGBB" */
  readonly color?: string;
  /** "#RRGGBB" background */
  readonly fill?: string;
  /** Thin borders on all four sides, "#RRGGBB". */
  readonly border?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wrap?: boolean;
  /** en-US number format code; default General. */
  readonly numberFormat?: string;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ChartBlock {
  readonly kind: "chart";
  /** Cell area that the chart covers; it moves but does not stretch with the cells. */
  readonly area: Area;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** "column": clustered columns; "bar": horizontal bars, first category on top. */
  readonly type: "column" | "bar";
  readonly title: string;
  /** Agency names. */
  readonly categories: SheetRange;
  readonly series: readonly ChartSeries[];
  /** Data labels on every bar, general number format. */
  readonly labelSize: number;
  /** Degrees of the data labels, 0 or -90. */
  readonly labelRotation: number;
  readonly axisLabelSize: number;
  /** Degrees of the category labels, 0 or -90…90. */
  readonly categoryRotation: number;
  readonly gapWidth: number;
  readonly overlap: number;
  /** Room around the bars for title, axis labels and legend, in pixels: left to itself Excel shortens long names. */
  readonly plotMargins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly valueAxisMinimum: number | null;
  readonly valueAxisMaximum: number | null;
  readonly legend: "none" | "bottom";
}

export interface ChartSeries {
  /** The header cell that names the series. */
  readonly name: SheetRange;
  readonly values: SheetRange;
  /** "#RRGGBB" */
  readonly color: string;
}

export interface SheetRange {
  readonly sheet: string;
  readonly area: Area;
}

export const fontName = "Times New Roman";

/** Rows and columns, from A1 on, that the sheet's blocks cover: the extent of its mark. */
export function extentOf(sheet: ReportSheet): { readonly rows: number; readonly columns: number } {
  let rows = 0;
  let columns = 0;
  for (const block of sheet.blocks) {
    const area =
      block.kind === "chart"
        ? block.area
        : { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 };
    rows = Math.max(rows, area.row + area.rows);
    columns = Math.max(columns, area.column + area.columns);
  }
  return { rows, columns };
}
