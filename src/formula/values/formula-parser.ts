import { columnNumber } from "../shared-formula";
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
const lastRow = 1048576;
const lastColumn = 16384;

// One after the other, as Excel reads them: text, rows, number, reference with its sheet, function, name, operator.
const token =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?:'(?<quoted>(?:[^']|'')+)'!|(?<bare>[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(?<cells>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)|(?<columns>\$?[A-Z]{1,3}:\$?[A-Z]{1,3})|(?<rows>\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}))(?![\p{L}\p{N}_.(!:[#])|(?<number>(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(?![\p{L}\p{N}_.!:])|(?<call>[A-Z][A-Z0-9.]*)\(|(?<name>[\p{L}_][\p{L}\p{N}_.]*)(?![\p{L}\p{N}_.(!:[#])|(?<operator><=|>=|<>|[-+*/^&=<>%(),]))/iuy;

interface Token {
  readonly kind: "text" | "area" | "number" | "call" | "name" | "operator" | "end";
  readonly text: string;
  readonly sheet: string | null;
}

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
  const tokens = tokensOf(formula);
  if (tokens === null) return null;
  try {
    return parseTokens(tokens, scope);
  } catch (error) {
    if (error === outside) return null;
    throw error;
  }
}

/** The cell or area, with its sheet, that a name stands for; null for a name of anything else. */
export function parseReference(formula: string, scope: FormulaScope): Expression | null {
  const [only, end] = tokensOf(formula) ?? [];
  if (only?.kind !== "area" || only.sheet === null || end?.kind !== "end") return null;
  try {
    return reference(only.text, only.sheet, scope);
  } catch (error) {
    if (error === outside) return null;
    throw error;
  }
}

function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = [];
  const text = formula.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (groups === undefined) return null;
    const area = groups["cells"] ?? groups["columns"] ?? groups["rows"];
    const sheet = groups["quoted"]?.replaceAll("''", "'") ?? groups["bare"] ?? null;
    const found = area === undefined ? plainToken(groups) : ({ kind: "area", text: area, sheet } as const);
    tokens.push(found);
  }
  return [...tokens, { kind: "end", text: "", sheet: null }];
}

function plainToken(groups: Record<string, string | undefined>): Token {
  for (const kind of ["text", "number", "call", "name"] as const) {
    const text = groups[kind];
    if (text !== undefined) return { kind, text, sheet: null };
  }
  return { kind: "operator", text: groups["operator"] ?? "", sheet: null };
}

function parseTokens(tokens: readonly Token[], scope: FormulaScope): Expression {
  let at = 0;
  let depth = 0;
  const next = (): Token => tokens[at++] ?? { kind: "end", text: "", sheet: null };
  const isOperator = (...texts: readonly string[]): boolean => {
    const present = tokens[at];
    return present?.kind === "operator" && texts.includes(present.text);
  };
  const require = (text: string): void => {
    if (!isOperator(text)) throw outside;
    at++;
  };

  const whole = (): Expression => {
    if (++depth > deepestNesting) throw outside;
    const found = level(0);
    depth--;
    return found;
  };
  const level = (index: number): Expression => {
    const operators = levels[index];
    if (operators === undefined) return signed();
    let left = level(index + 1);
    while (isOperator(...operators)) {
      const name = next().text;
      left = operation(name, left, level(index + 1));
    }
    return left;
  };
  // The minus before a value binds more tightly than a power: -2^2 is 4.
  const signed = (): Expression => {
    if (!isOperator("-")) return percent();
    if (++depth > deepestNesting) throw outside;
    at++;
    const operand = signed();
    depth--;
    if (operand.kind === "constant" && typeof operand.value === "number") {
      return { kind: "constant", value: -operand.value };
    }
    return operation("neg", operand);
  };
  const percent = (): Expression => {
    let operand = single();
    for (; isOperator("%"); at++) operand = operation("%", operand);
    return operand;
  };
  const single = (): Expression => {
    const { kind, text, sheet } = next();
    switch (kind) {
      case "number":
        return numberConstant(text);
      case "text":
        return { kind: "constant", value: text.slice(1, -1).replaceAll('""', '"') };
      case "area":
        return reference(text, sheet, scope);
      case "name":
        if (/^(TRUE|FALSE)$/i.test(text)) return { kind: "constant", value: text.toUpperCase() === "TRUE" };
        return scope.name(text) ?? refuse();
      case "call":
        return call(text.toUpperCase());
      case "operator": {
        if (text !== "(") throw outside;
        const inner = whole();
        require(")");
        return inner;
      }
      case "end":
        throw outside;
    }
  };
  const call = (name: string): Expression => {
    const args = [whole()];
    for (; isOperator(","); args.push(whole())) at++;
    require(")");
    return isKnown(name, args) ? { kind: "call", name, args } : refuse();
  };

  // "=+A1": many type it so.
  if (isOperator("+")) at++;
  const found = whole();
  if (tokens[at]?.kind !== "end" || !isValue(found)) throw outside;
  return found;
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
  const ends = text.toUpperCase().replaceAll("$", "").split(":");
  const rows = ends.flatMap((end) => (/\d/.test(end) ? [Number(end.replace(/^[A-Z]+/, "")) - 1] : []));
  const columns = ends.flatMap((end) => (/[A-Z]/.test(end) ? [columnNumber(end.replace(/\d+$/, ""))] : []));
  if (rows.length === 0) rows.push(0, lastRow - 1);
  if (columns.length === 0) columns.push(0, lastColumn - 1);
  const [top, bottom, left, right] = [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)];
  if (bottom >= lastRow || right >= lastColumn) throw outside;
  if (ends.length === 1) return { kind: "cell", sheet, row: top, column: left };
  return scope.used({ kind: "area", sheet, top, left, bottom, right });
}
