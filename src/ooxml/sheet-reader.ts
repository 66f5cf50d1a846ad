import { days1904 } from "../data/date-system";
import { cellAddress, type GridCell } from "../data/grid";
import { cutToCell } from "../data/sheet-look";
import { followPlaces } from "./cell-places";
import { failure } from "../data/host-error";
import type { ReadingCount } from "./reading-limits";
import type { LayoutFollower } from "./sheet-layout";
import { booleanValue, decimalNumber, wholeNumber } from "./schema-values";
import { shiftFormula } from "../formula/shared-formula";
import { streamXml } from "./xml-stream";
import { unescapeCellText } from "./xml-text";
import { isTrue } from "./xml-tree";

/** What a worksheet part holds of what a SheetGrid says. */
export interface SheetContent {
  readonly rows: (GridCell | null)[][];
  readonly protected: boolean;
  /** Areas ("A1:A9") that array formulas and data tables without a value fill. */
  readonly unknown: readonly string[];
}

export interface SheetReadingContext {
  readonly sheetName: string;
  readonly sharedStrings: readonly string[];
  /** Number format codes by style index. */
  readonly formats: readonly string[];
  /** The workbook's days count from 1904. */
  readonly date1904: boolean;
  /** Of all sheets that are read together. */
  readonly count: ReadingCount;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  format: string;
  /** null where the cell has no <v> at all. */
  value: string | null;
  /** null where the cell has no <is>. */
  inlineText: string | null;
  formula: string | null;
}

interface OpenFormula {
  text: string;
  readonly type: string;
  readonly shared: string;
  /** The cells that an array formula or a data table fills. */
  readonly area: string | null;
}

/** Excel's own limit. */
const longestFormula = 8192;

/**
 * Reads a worksheet part; its layout too, in the same pass, for whoever hands over a follower. A cell that holds nothing
 * but a style is an empty cell.
 */
export function readSheet(text: string, context: SheetReadingContext, layout?: LayoutFollower): SheetContent {
  const places = followPlaces(context.sheetName);
  const grid = growingRows(context);
  const formulaOf = formulaReader(context);
  const unknown: string[] = [];
  let filled: string | null = null;
  let isProtected = false;
  let cell: OpenCell | null = null;
  let formula: OpenFormula | null = null;
  let capture: "v" | "t" | null = null;
  let inReading = false;

  streamXml(text, {
    open(local, attributes) {
      switch (local) {
        case "row":
          places.enterRow(attributes["r"]);
          break;
        case "c":
          places.enterCell(attributes["r"]);
          cell = openCell(places, attributes, context);
          break;
        case "f":
          if (cell) formula = openFormula(attributes);
          break;
        case "v":
          if (cell) {
            cell.value = "";
            capture = "v";
          }
          break;
        case "is":
          if (cell) cell.inlineText = "";
          break;
        case "t":
          if (cell && !inReading) capture = "t";
          break;
        case "rPh":
          inReading = true;
          break;
        case "sheetProtection":
          isProtected = isTrue(attributes["sheet"]);
          break;
      }
      layout?.open(local, attributes, places);
    },
    text(part) {
      if (!cell) return;
      if (formula) formula.text += part;
      else if (capture === "v") cell.value = (cell.value ?? "") + part;
      else if (capture === "t") cell.inlineText = (cell.inlineText ?? "") + part;
    },
    close(local) {
      switch (local) {
        case "f":
          if (cell && formula) {
            cell.formula = formulaOf(cell, formula);
            filled = formula.area;
          }
          formula = null;
          break;
        case "v":
        case "t":
          capture = null;
          break;
        case "rPh":
          inReading = false;
          break;
        case "c":
          if (cell) grid.add(cell);
          if (cell?.value === null && filled !== null) unknown.push(filled);
          filled = null;
          cell = null;
          break;
      }
    },
  });
  return { rows: grid.rows, protected: isProtected, unknown };
}

function openFormula(attributes: Readonly<Record<string, string>>): OpenFormula {
  const type = attributes["t"] ?? "normal";
  const area = type === "array" || type === "dataTable" ? (attributes["ref"] ?? null) : null;
  return { text: "", type, shared: attributes["si"] ?? "", area };
}

function openCell(
  { row, column }: { readonly row: number; readonly column: number },
  attributes: Readonly<Record<string, string>>,
  context: SheetReadingContext,
): OpenCell {
  return {
    row,
    column,
    type: attributes["t"] ?? "n",
    format: context.formats[wholeNumber(attributes["s"] ?? "0") ?? -1] ?? "General",
    value: null,
    inlineText: null,
    formula: null,
  };
}

/** Rows that grow to where cells stand; rows without cells are one and the same until something is put there. */
function growingRows(context: SheetReadingContext): { rows: (GridCell | null)[][]; add(cell: OpenCell): void } {
  const { sheetName: sheet, count } = context;
  const rows: (GridCell | null)[][] = [];
  const emptyRow: (GridCell | null)[] = [];
  const add = (found: OpenCell): void => {
    const value = gridCell(found, context);
    if (value === null) return;
    count.addCell(typeof value.value === "string" ? value.value.length : 0, sheet);
    if (rows.length <= found.row) {
      count.addPlaces(found.row - rows.length, sheet);
      while (rows.length < found.row) rows.push(emptyRow);
      rows.push([]);
    } else if (rows[found.row] === emptyRow) {
      rows[found.row] = [];
    }
    const cells = rows[found.row];
    if (!cells) return;
    count.addPlaces(Math.max(0, found.column - cells.length + 1), sheet);
    while (cells.length <= found.column) cells.push(null);
    // Which of the two is meant cannot be known.
    if (cells[found.column] !== null) {
      throw failure("cellTwice", { sheet, cell: cellAddress(found.row, found.column) });
    }
    cells[found.column] = value;
  };
  return { rows, add };
}

/** Gives each cell its whole formula, that of a cell which shares another's moved to where it stands. */
function formulaReader({ sheetName, count }: SheetReadingContext): (cell: OpenCell, formula: OpenFormula) => string {
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  return (cell, { text, type, shared }) => {
    if (type === "dataTable") return "TABLE()";
    const master = type === "shared" && text === "" ? masters.get(shared) : undefined;
    // Nobody can compute what Excel has no room for: it stays the one text that it is.
    if (master && master.formula.length > longestFormula) return master.formula;
    count.addFormula((master?.formula ?? text).length, sheetName);
    if (master) return shiftFormula(master.formula, cell.row - master.row, cell.column - master.column);
    if (type === "shared" && text !== "") masters.set(shared, { formula: text, row: cell.row, column: cell.column });
    return text;
  };
}

function gridCell(cell: OpenCell, context: SheetReadingContext): GridCell | null {
  const { format, formula, value } = cell;
  const text = (found: string): GridCell | null =>
    found === "" && formula === null ? null : { type: "text", value: cutToCell(found), format, formula };
  const noValue = (): GridCell | null => (formula === null ? null : { type: "number", value: null, format, formula });
  const isEmpty = value === null || value.trim() === "";
  switch (cell.type) {
    case "s":
      return isEmpty ? noValue() : text(sharedText(cell, context));
    case "inlineStr": {
      // A formula's text has been seen in both places.
      const found = cell.inlineText || value;
      return found === null && cell.inlineText === null ? noValue() : text(unescapeCellText(found ?? ""));
    }
    case "str":
      return value === null ? noValue() : text(unescapeCellText(value));
    case "b": {
      if (isEmpty) return noValue();
      const boolean = booleanValue(value);
      return boolean === null ? text(value) : { type: "boolean", value: boolean, format, formula };
    }
    case "e":
      return isEmpty ? noValue() : { type: "error", value: cutToCell(value.trim()), format, formula };
    case "d":
      return isEmpty ? noValue() : (dateCell(cell, context) ?? text(value));
    case "n": {
      if (isEmpty) return noValue();
      const number = decimalNumber(value);
      return number === null ? text(value) : { type: "number", value: number, format, formula };
    }
    default:
      // A kind of cell that the format does not have: its content is shown as it stands, never counted.
      return value === null ? noValue() : text(value);
  }
}

/**
 * A number that is no place in the list means a damaged file, as it does to Excel: were the cell left blank or in error,
 * a lost heading or name could change the ranking without a word.
 */
function sharedText({ row, column, value }: OpenCell, { sheetName, sharedStrings }: SheetReadingContext): string {
  const found = sharedStrings[wholeNumber(value) ?? -1];
  if (found === undefined) throw failure("textMissing", { sheet: sheetName, cell: cellAddress(row, column) });
  return found;
}

const isoDate = /^\s*\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?\s*$/;

/** A date written as ISO 8601 is a number to Excel: days since the end of 1899. */
function dateCell({ value, format, formula }: OpenCell, { date1904 }: SheetReadingContext): GridCell | null {
  // Date.parse takes "1.5" for a day in January.
  if (!isoDate.test(value ?? "")) return null;
  const time = Date.parse(
    /Z|[+-]\d\d:\d\d$/.test(value ?? "") ? (value ?? "") : `${value ?? ""}${value?.includes("T") ? "Z" : ""}`,
  );
  if (Number.isNaN(time)) return null;
  const days = (time - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? days1904 : 0);
  return { type: "number", value: days, format: format === "General" ? "m/d/yyyy" : format, formula };
}
