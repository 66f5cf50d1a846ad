import { quoteSheetName } from "../../data/sheet-name";
import { areaAddress } from "../sheet-references";
import { cellAddress } from "../../data/grid";
import type { Operand, Step } from "./step";
import type { CellReference } from "./expression";

/** Excel shows and compares fifteen digits, and rounds what it shows. */
const digits = 15;

/** A step in the library's words. stepOf: the step that a cell's value comes from. */
export function stepFormula({ name, args }: Step, stepOf: (place: CellReference) => number | null): string {
  const operands = args.map((arg) => operandText(arg, stepOf));
  const [first = "", second = ""] = operands;
  switch (name) {
    case null:
      return first;
    case "neg":
      return `-${first}`;
    case "%":
      return `${first}%`;
    case "ROUND":
    case "ROUNDUP":
    case "ROUNDDOWN":
      return roundedTo(name, first, Number(args[1]?.kind === "constant" ? args[1].value : 0));
    case "INT":
      return roundedTo(name, first, null);
    default:
      return /^[A-Z]/.test(name) ? `${name}(${operands.join(",")})` : `${first}${name}${second}`;
  }
}

/**
 * The library rounds the binary number: ROUND(1.005,2) is 1 to it. Shifted by the decimals and cut to fifteen digits
 * first, halves and whole numbers are what they look like, as in Excel.
 */
function roundedTo(name: string, number: string, decimals: number | null): string {
  const power = `10^${String(Math.abs(decimals ?? 0))}`;
  const [shift, back] = (decimals ?? 0) < 0 ? ["/", "*"] : ["*", "/"];
  const shifted = `(${number}${shift}${power})`;
  const shown = `ROUND(${shifted},${String(digits - 1)}-INT(LOG10(ABS(${shifted}))))`;
  const whole = decimals === null ? `${name}(${shown})` : `${name}(${shown},0)`;
  return `IF(${number}=0,0,${whole}${back}${power})`;
}

function operandText(operand: Operand, stepOf: (place: CellReference) => number | null): string {
  switch (operand.kind) {
    case "constant":
      return constantText(operand.value);
    case "step":
      return stepAddress(operand.step);
    case "cell": {
      const step = stepOf(operand);
      return step === null
        ? `${sheetPrefix(operand.sheet)}${cellAddress(operand.row, operand.column)}`
        : stepAddress(step);
    }
    case "area": {
      const { sheet, top, left, bottom, right } = operand;
      const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
      return sheetPrefix(sheet) + areaAddress(area);
    }
  }
}

function constantText(value: number | string | boolean): string {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === "boolean") return String(value).toUpperCase();
  return value < 0 || Object.is(value, -0) ? `(${String(value)})` : String(value);
}

export function stepAddress(step: number): string {
  return `A${String(step + 1)}`;
}

/** The first sheet of the library's workbook is for the steps. */
export function sheetPrefix(sheet: number): string {
  return `${quoteSheetName(engineSheet(sheet + 1))}!`;
}

/** The steps' sheet, before their addresses. */
export const stepSheet = "'Sheet1'!";

/** The names that the library gives to its sheets. */
export function engineSheet(index: number): string {
  return `Sheet${String(index + 1)}`;
}
