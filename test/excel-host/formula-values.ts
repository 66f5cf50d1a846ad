import { cellAddress, type GridCell } from "../../src/data/grid";
import type { Excelize } from "./excelize";
import { quoteSheetName, sameSheetName } from "../../src/data/sheet-name";
import { unpackedLimit } from "../../src/ooxml/zip-archive";

/** A formula that the file has no value for. */
export interface UncalculatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

export interface CalculatedValue {
  readonly type: GridCell["type"];
  readonly value: number | string | boolean;
}

const errorNames = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
const functionName = /([A-Z][A-Z0-9.]*)\s*\(/g;
const errorTraps = new Set(["IFERROR", "IFNA", "ISERROR", "ISERR", "ISNA", "AGGREGATE", "ERROR.TYPE"]);

/**
 * Computes formulas in a copy of the workbook: a value for each cell, or null where the library cannot tell.
 * Numbers have the 15 digits that Excel shows.
 */
export function calculateFormulas(
  excelize: Excelize,
  workbook: Uint8Array,
  cells: readonly UncalculatedCell[],
  all: { readonly formulas: readonly string[]; readonly sheets: readonly string[] },
): (CalculatedValue | null)[] {
  const limits = { UnzipSizeLimit: unpackedLimit, UnzipXMLSizeLimit: unpackedLimit, RawCellValue: true };
  const file = excelize.OpenReader(workbook, limits);
  if (file.error) return cells.map(() => null);
  const scratch = scratchSheet(all.sheets);
  if (file.NewSheet(scratch).error) return cells.map(() => null);

  const calculate = (formula: string): { value: string; error: string | null } => {
    file.SetCellFormula(scratch, "A1", formula);
    return file.CalcCellValue(scratch, "A1", { RawCellValue: true });
  };
  // A function that the library lacks is an error to it, and IFERROR would make a wrong number of that.
  const functions = new Set(all.formulas.flatMap(functionsIn));
  const hidesErrors = [...functions].some((name) => errorTraps.has(name));
  if (hidesErrors && [...functions].some((name) => isUnsupported(calculate(`${name}()`)))) return cells.map(() => null);

  return cells.map(({ sheet, row, column }) => {
    const address = cellAddress(row, column);
    const result = file.CalcCellValue(sheet, address, { RawCellValue: true });
    if (result.error) return errorValue(result);
    const type = calculate(`TYPE(${quoteSheetName(sheet)}!${address})`).value;
    return typedValue(result.value, type);
  });
}

function functionsIn(formula: string): string[] {
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/_xlfn\.|_xlws\./gi, "");
  return [...withoutTexts.toUpperCase().matchAll(functionName)].map((match) => match[1] ?? "");
}

function isUnsupported(result: { error: string | null }): boolean {
  return result.error?.startsWith("not support") ?? false;
}

function errorValue(result: { value: string; error: string | null }): CalculatedValue | null {
  if (isUnsupported(result)) return null;
  const name = errorNames.find((error) => error === result.error || error === result.value);
  return name === undefined ? null : { type: "error", value: name };
}

/** The library gives every value as text; Excel's TYPE says what it is. */
function typedValue(text: string, type: string): CalculatedValue | null {
  switch (type) {
    case "1": {
      const number = Number(text);
      return text !== "" && Number.isFinite(number) ? { type: "number", value: number } : null;
    }
    case "2":
      return { type: "text", value: text };
    case "4":
      return { type: "boolean", value: text === "TRUE" };
    default:
      return null;
  }
}

function scratchSheet(taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = `scratch ${String(number)}`;
    if (!taken.some((other) => sameSheetName(other, name))) return name;
  }
}
