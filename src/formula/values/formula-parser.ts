import { lastColumn, lastRow } from "../../data/cell-address";
import { areaBounds, tokensOf, type FormulaToken } from "../tokens";
import type { AreaReference, Expression } from "./expression";
import { isKnown, isValue } from "./known-functions";

/** What the words of a formula stand for; null where the workbook has nothing of that name that can be computed with. */
export interface FormulaScope {
  /** Index of the formula's own sheet. */
  readonly ownSheet: number;
  sheetNamed(name: string): number | null;
  name(name: string): Expression | null;
  /** The part of an area that is worth looking at: beyond it there are blanks alone. */
  used(area: AreaReference): AreaReference;
}

/** Excel's own limits. */
const longestFormula = 8192;
const deepestNesting = 64;

type Token = Omit<FormulaToken, "kind"> & { readonly kind: FormulaToken["kind"] | "end" };

const end: Token = { kind: "end", text: "", sheet: null, area: "" };

/** From the loosest to the tightest; all of them bind to the left, powers too. */
const levels: readonly (readonly string[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

/** Thrown inside the parser alone. */
const outside = new Error("outside the language");

/**
 * The formula's parts; null for one that is not written right or says anything that the library is not known to
 * compute as Excel does: other functions, structured, external and 3-D references, arrays, arguments left out.
 */
export function parseFormula(formula: string, scope: FormulaScope): Expression | null {
  if (formula.length > longestFormula) return null;
  try {
    return parseTokens(wordsOf(formula), scope);
  } catch (error) {
    if (error === outside) return null;
    throw error;
  }
}

/** The cell or area, with its sheet, that a name stands for; null for a name of anything else. */
export function parseReference(formula: string, scope: FormulaScope): Expression | null {
  const [only, ...others] = wordsOf(formula);
  if (only?.kind !== "area" || only.sheet === null || others.length > 0) return null;
  try {
    return reference(only.area, only.sheet, scope);
  } catch (error) {
    if (error === outside) return null;
    throw error;
  }
}

function wordsOf(formula: string): Token[] {
  return tokensOf(formula).filter(({ kind }) => kind !== "space");
}

/** Where the parser stands in a formula. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly scope: FormulaScope;
  at: number;
  depth: number;
}

function parseTokens(tokens: readonly Token[], scope: FormulaScope): Expression {
  const reading: Reading = { tokens, scope, at: 0, depth: 0 };
  // "=+A1": many type it so.
  if (isOperator(reading, "+")) reading.at++;
  const found = whole(reading);
  if (reading.at < tokens.length || !isValue(found)) throw outside;
  return found;
}

function isOperator({ tokens, at }: Reading, ...texts: readonly string[]): boolean {
  const present = tokens[at];
  return present?.kind === "operator" && texts.includes(present.text);
}

function next(reading: Reading): Token {
  return reading.tokens[reading.at++] ?? end;
}

function closing(reading: Reading): void {
  if (!isOperator(reading, ")")) throw outside;
  reading.at++;
}

function whole(reading: Reading): Expression {
  if (++reading.depth > deepestNesting) throw outside;
  const found = level(reading, 0);
  reading.depth--;
  return found;
}

function level(reading: Reading, index: number): Expression {
  const operators = levels[index];
  if (operators === undefined) return signed(reading);
  let left = level(reading, index + 1);
  while (isOperator(reading, ...operators)) {
    const name = next(reading).text;
    left = operation(name, left, level(reading, index + 1));
  }
  return left;
}

/** The minus before a value binds more tightly than a power: -2^2 is 4. */
function signed(reading: Reading): Expression {
  if (!isOperator(reading, "-")) return percent(reading);
  if (++reading.depth > deepestNesting) throw outside;
  reading.at++;
  const operand = signed(reading);
  reading.depth--;
  if (operand.kind === "constant" && typeof operand.value === "number") {
    return { kind: "constant", value: -operand.value };
  }
  return operation("neg", operand);
}

function percent(reading: Reading): Expression {
  let operand = single(reading);
  for (; isOperator(reading, "%"); reading.at++) operand = operation("%", operand);
  return operand;
}

function single(reading: Reading): Expression {
  const { scope } = reading;
  const { kind, text, sheet, area } = next(reading);
  switch (kind) {
    case "number":
      return numberConstant(text);
    case "text":
      return { kind: "constant", value: text.slice(1, -1).replaceAll('""', '"') };
    case "area":
      return reference(area, sheet, scope);
    case "name":
      if (/^(TRUE|FALSE)$/i.test(text)) return { kind: "constant", value: text.toUpperCase() === "TRUE" };
      return scope.name(text) ?? refuse();
    case "call":
      return call(reading, text.slice(0, -1).toUpperCase());
    case "operator": {
      if (text !== "(") throw outside;
      const inner = whole(reading);
      closing(reading);
      return inner;
    }
    default:
      throw outside;
  }
}

function call(reading: Reading, name: string): Expression {
  const args = [whole(reading)];
  for (; isOperator(reading, ","); args.push(whole(reading))) reading.at++;
  closing(reading);
  return isKnown(name, args) ? { kind: "call", name, args } : refuse();
}

function refuse(): never {
  throw outside;
}

function operation(name: string, ...args: readonly Expression[]): Expression {
  return args.every((arg) => isValue(arg)) ? { kind: "call", name, args } : refuse();
}

/** Excel drops the digits after the fifteenth. */
function numberConstant(text: string): Expression {
  const digits = text.replace(/E.*$/i, "").replace(".", "").replace(/^0+/, "");
  const value = Number(text);
  return digits.length <= 15 && Number.isFinite(value) ? { kind: "constant", value } : refuse();
}

function reference(text: string, sheetName: string | null, scope: FormulaScope): Expression {
  const sheet = sheetName === null ? scope.ownSheet : scope.sheetNamed(sheetName);
  if (sheet === null) throw outside;
  const area = areaBounds(text);
  if (area.bottom > lastRow || area.right > lastColumn) throw outside;
  return text.includes(":")
    ? scope.used({ kind: "area", sheet, ...area })
    : { kind: "cell", sheet, row: area.top, column: area.left };
}
