/**
 * The report as its sections say it: headings, paragraphs, tables and charts, in words and numbers. Nothing here knows
 * a row, a width or a colour: layout/ makes sheets of it, and whatever else a document is to be made of can read it too.
 */

export interface ReportDocument {
  /** What the workbook is to be called by in the marks of the sheets, where it is not called anything yet. */
  readonly identity: string;
  /** In the order in which they are to stand. */
  readonly pages: readonly ReportPage[];
}

/** "index": of whole groups; "working": what the others are computed from; "errors" and "remarks": what checks found. */
export type PageRole = "index" | "area" | "working" | "errors" | "remarks";

export interface ReportPage {
  /** Stable identity over runs: "III.1", "calculation". */
  readonly key: string;
  /** Final: no sheet of the user's has it. */
  readonly name: string;
  readonly role: PageRole;
  /** The line above all others: empty as long as the page is current. null: there is none. */
  readonly staleLine: Formula | null;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock = HeadingBlock | TextBlock | TableBlock | TableChart;

export interface HeadingBlock {
  readonly kind: "heading";
  /** A part stands apart from what is above it. */
  readonly level: "chapter" | "section" | "part";
  readonly text: string;
  /** On a page of its own where it is printed. */
  readonly newPage?: boolean;
}

export interface TextBlock {
  /** A warning stands out; a note is small. */
  readonly kind: "paragraph" | "note" | "warning";
  readonly text: string;
}

export interface TableBlock {
  readonly kind: "table";
  /** What formulas and charts call it by; unique in the document. */
  readonly id: string;
  readonly title?: string;
  /** Belongs to the heading right above it. */
  readonly underHeading?: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Headings repeat on every printed page, only where the table needs several, or stay in sight on the screen too. */
  readonly headings?: "repeated" | "repeatedWhereLong" | "inSight";
  /** Stands instead of a table without rows. */
  readonly whenEmpty?: string;
  /** Small lines right below. */
  readonly footnotes?: readonly string[];
}

/** What a column holds: decides its width and look. */
export type ColumnKind =
  | "order"
  | "rank"
  | "name"
  | "points"
  | "index"
  | "percent"
  | "change"
  /** Unrounded numbers, and percentages that need more decimals to be seen. */
  | "working"
  | "workingPercent"
  | "severity"
  | "sheet"
  | "cell"
  | "agency"
  | "code"
  | "message"
  | "suggestion"
  | "time"
  | "oldValue"
  | "newValue";

export interface TableColumn {
  /** Unique in the table. */
  readonly key: string;
  readonly kind: ColumnKind;
  readonly heading: string;
}

export interface TableRow {
  /** "group": number and name of the rows that follow; "mean" of those above; "set": what holds for all below. */
  readonly kind: "body" | "group" | "mean" | "set";
  /** One for each column; of a group's row the first two. */
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** With a formula: its result, of the type that the formula gives. */
  readonly value: number | string | null;
  readonly formula?: Formula;
  /** To a cell of this workbook. */
  readonly link?: { readonly sheet: string; readonly cell: string };
  readonly tone?: "error" | "warning" | "info";
}

/** The chart of a table's body rows. */
export interface TableChart {
  readonly kind: "chart";
  readonly title: string;
  /** Id of a table above it on the same page. */
  readonly table: string;
  /** Keys of its columns: names along the axis, and what is drawn. */
  readonly names: string;
  readonly series: readonly string[];
}

/**
 * In en-US notation, function prefixes as in a file, without the leading "="; where it refers to a cell of the report it
 * asks where that stands.
 */
export type Formula = string | ((places: Places) => string);

/** A cell of a table; rows count from 0 below the headings. */
export interface CellPlace {
  readonly table: string;
  readonly row: number;
  /** Key of the column. */
  readonly column: string;
}

/** Some rows of a column. */
export interface ColumnPlace {
  readonly table: string;
  readonly column: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** References for a formula, with the sheet's name where that is another one. A RangeError for what does not exist. */
export interface Places {
  /** F12 */
  cell(place: CellPlace): string;
  /** F$12: stays in its row when copied. */
  fixedCell(place: CellPlace): string;
  /** F$12:F$20 */
  column(place: ColumnPlace): string;
  /** F12:K12, from that cell's column to another one. */
  across(first: CellPlace, lastColumn: string): string;
  /** In the row of the cell whose formula asks. */
  here(column: string): string;
  /** The stale line of that page. */
  staleLine(pageKey: string): string;
}
