import { days1904 } from "../../workbook/dates";
import type { GridCell } from "../../workbook/grid";
import { failure } from "./failure";
import { columnNumber, shiftFormula } from "./shared-formula";
import { streamXml } from "./xml-stream";
import { unescapeCellText } from "./xml-text";
import { isTrue } from "./xml-tree";

/** What a worksheet part holds of what a SheetGrid says. */
export interface SheetContent {
  readonly rows: (GridCell | null)[][];
  readonly protected: boolean;
}

export interface SheetReadingContext {
  readonly sheetName: string;
  readonly sharedStrings: readonly string[];
  /** Number format codes by style index. */
  readonly formats: readonly string[];
  /** The workbook's days count from 1904. */
  readonly date1904: boolean;
}

/** Places in the grid, empty ones included: more would fill the memory of a browser page. */
const placeLimit = 20_000_000;

interface OpenCell {
  row: number;
  column: number;
  type: string;
  format: string;
  /** null where the cell has no <v> at all. */
  value: string | null;
  inlineText: string;
  formula: string | null;
}

/** Reads a worksheet part. A cell that holds nothing but a style is an empty cell. */
export function readSheet(text: string, context: SheetReadingContext): SheetContent {
  const rows: (GridCell | null)[][] = [];
  const emptyRow: (GridCell | null)[] = [];
  const sharedFormulas = new Map<string, { formula: string; row: number; column: number }>();
  let isProtected = false;
  let places = 0;
  let row = -1;
  let column = -1;
  let cell: OpenCell | null = null;
  let formula: { text: string; type: string; shared: string } | null = null;
  let capture: "v" | "t" | null = null;
  let inReading = false;

  const addCell = (found: OpenCell): void => {
    const value = gridCell(found, context);
    if (value === null) return;
    if (rows.length <= found.row) {
      places += found.row - rows.length;
      while (rows.length < found.row) rows.push(emptyRow);
      rows.push([]);
    } else if (rows[found.row] === emptyRow) {
      rows[found.row] = [];
    }
    const cells = rows[found.row];
    if (!cells) return;
    places += Math.max(0, found.column - cells.length + 1);
    if (places > placeLimit) throw failure("sheetTooLarge", { sheet: context.sheetName });
    while (cells.length <= found.column) cells.push(null);
    cells[found.column] = value;
  };

  streamXml(text, {
    open(local, attributes) {
      switch (local) {
        case "row": {
          row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
          if (!(row >= 0 && row < 1048576)) throw failure("broken");
          column = -1;
          break;
        }
        case "c": {
          // Some writers leave addresses out: the next cell is meant then.
          const address = /^([A-Z]{1,3})([0-9]{1,7})$/.exec(attributes["r"] ?? "");
          if (address) {
            column = columnNumber(address[1] ?? "");
            row = Number(address[2]) - 1;
          } else {
            column++;
          }
          if (row < 0 || row >= 1048576 || column >= 16384) throw failure("broken");
          cell = {
            row,
            column,
            type: attributes["t"] ?? "n",
            format: context.formats[Number(attributes["s"] ?? 0)] ?? "General",
            value: null,
            inlineText: "",
            formula: null,
          };
          break;
        }
        case "f":
          if (cell) formula = { text: "", type: attributes["t"] ?? "normal", shared: attributes["si"] ?? "" };
          break;
        case "v":
          if (cell) {
            cell.value = "";
            capture = "v";
          }
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
    },
    text(part) {
      if (!cell) return;
      if (formula) formula.text += part;
      else if (capture === "v") cell.value = (cell.value ?? "") + part;
      else if (capture === "t") cell.inlineText += part;
    },
    close(local) {
      switch (local) {
        case "f":
          if (cell && formula) cell.formula = wholeFormula(cell, formula, sharedFormulas);
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
          if (cell) addCell(cell);
          cell = null;
          break;
      }
    },
  });

  return { rows, protected: isProtected };
}

function wholeFormula(
  cell: OpenCell,
  formula: { text: string; type: string; shared: string },
  sharedFormulas: Map<string, { formula: string; row: number; column: number }>,
): string {
  if (formula.type === "dataTable") return "TABLE()";
  if (formula.type !== "shared") return formula.text;
  if (formula.text !== "") {
    sharedFormulas.set(formula.shared, { formula: formula.text, row: cell.row, column: cell.column });
    return formula.text;
  }
  const master = sharedFormulas.get(formula.shared);
  return master ? shiftFormula(master.formula, cell.row - master.row, cell.column - master.column) : "";
}

function gridCell(cell: OpenCell, context: SheetReadingContext): GridCell | null {
  const { format, formula, value } = cell;
  const text = (found: string): GridCell | null =>
    found === "" && formula === null ? null : { type: "text", value: found, format, formula };
  const notCalculated = (): GridCell | null =>
    formula === null ? null : { type: "number", value: null, format, formula };
  switch (cell.type) {
    case "s":
      return text(context.sharedStrings[Number(value)] ?? "");
    case "inlineStr":
      // A formula's text has been seen in both places.
      return text(unescapeCellText(cell.inlineText || (value ?? "")));
    case "str":
      return value === null ? notCalculated() : text(unescapeCellText(value));
    case "b":
      return value === null || value === ""
        ? notCalculated()
        : { type: "boolean", value: isTrue(value.trim()), format, formula };
    case "e":
      return value === null || value === "" ? notCalculated() : { type: "error", value: value.trim(), format, formula };
    case "d":
      return dateCell(cell, context) ?? notCalculated();
    default: {
      if (value === null || value.trim() === "") return notCalculated();
      const number = Number(value);
      return Number.isFinite(number) ? { type: "number", value: number, format, formula } : text(value);
    }
  }
}

/** A date written as ISO 8601 is a number to Excel: days since the end of 1899. */
function dateCell({ value, format, formula }: OpenCell, { date1904 }: SheetReadingContext): GridCell | null {
  const time = Date.parse(
    /Z|[+-]\d\d:\d\d$/.test(value ?? "") ? (value ?? "") : `${value ?? ""}${value?.includes("T") ? "Z" : ""}`,
  );
  if (Number.isNaN(time)) return null;
  const days = (time - Date.UTC(1899, 11, 30)) / 86_400_000 - (date1904 ? days1904 : 0);
  return { type: "number", value: days, format: format === "General" ? "m/d/yyyy" : format, formula };
}
