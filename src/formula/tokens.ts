/**
 * The only reader of formula text. No library does it: the best-kept one (@borgar/fx) is 93 KB, unpacked, for what takes
 * a hundred lines here.
 */
import { columnNumber, lastColumn, lastRow, type CellArea } from "../data/cell-address";

/**
 * "sheet": a sheet's name and "!" before something that is no area; "call": a function's name and "("; "other":
 * anything that the language of formulas has, but none of ours looks at, and anything that it has not.
 */
export type TokenKind =
  | "space"
  | "text"
  | "area"
  | "sheet"
  | "number"
  | "call"
  | "name"
  | "quoted"
  | "operator"
  | "other";

/** The texts of a formula's tokens, one after the other, are the formula. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Of an area or "sheet": the name without quotes, with the workbook that stands before it ("[1]Sheet1"), or null. */
  readonly sheet: string | null;
  /** Of an area: "$A$1", "A1:B2", "A:C", "1:3"; of anything else: "". */
  readonly area: string;
}

const word = String.raw`[\p{L}\p{M}\p{N}_.]`;
const name = String.raw`[\p{L}_]${word}*`;
const column = String.raw`\$?[A-Za-z]{1,3}`;
const row = String.raw`\$?[1-9]\d{0,6}`;
const quoted = "'[^']*(?:''[^']*)*'";
const sheet = String.raw`(?:(${quoted})|((?:\[[^[\]]*\])?${name}))!`;

const kinds: readonly TokenKind[] = ["space", "text", "call", "number", "quoted", "name", "operator"];

// What begins a token ends it within the token or in one look to the end of the text, so that no text, however long,
// takes more time than its length says. The last but one takes a run of word characters whole: "1A1" is no cell.
const token = new RegExp(
  [
    String.raw`(\s+)`,
    `("[^"]*(?:""[^"]*)*")`,
    String.raw`(${name}\()`,
    String.raw`((?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?(?!${word}|[$!:]))`,
    `(?:${sheet})?(${column}${row}(?::${column}${row})?|${column}:${column}|${row}:${row})(?!${word}|[$(!])`,
    sheet,
    `(${quoted})`,
    String.raw`(${name}(?!${word}|[$!]))`,
    String.raw`(<=|>=|<>|[-+*/^&=<>%(),])`,
    String.raw`\[[^[\]]*\]`,
    String.raw`(?:${word}|\$)+`,
    String.raw`[\s\S]`,
  ].join("|"),
  "uy",
);

/** Of any text, right or wrong. */
export function tokensOf(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (token.lastIndex = 0; token.lastIndex < formula.length; ) {
    const match = token.exec(formula);
    // Cannot be: the last alternative takes any character.
    if (match === null) break;
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): FormulaToken {
  const [
    text,
    space,
    string,
    call,
    number,
    areaQuoted,
    areaBare,
    area,
    sheetQuoted,
    sheetBare,
    quote,
    plain,
    operator,
  ] = match;
  if (area !== undefined) return { kind: "area", text, sheet: sheetName(areaQuoted, areaBare), area };
  const alone = sheetName(sheetQuoted, sheetBare);
  if (alone !== null) return { kind: "sheet", text, sheet: alone, area: "" };
  const at = [space, string, call, number, quote, plain, operator].findIndex((group) => group !== undefined);
  return { kind: kinds[at] ?? "other", text, sheet: null, area: "" };
}

function sheetName(quotedName: string | undefined, bareName: string | undefined): string | null {
  return quotedName?.slice(1, -1).replaceAll("''", "'") ?? bareName ?? null;
}

/** The cells of a token's area; of whole columns and rows all there are. They may lie outside the sheet ("ZZZ1"). */
export function areaBounds(area: string): CellArea {
  const ends = area.replaceAll("$", "").toUpperCase().split(":");
  const rows = ends.flatMap((end) => (/\d/.test(end) ? [Number(end.replace(/^\D+/, "")) - 1] : []));
  const columns = ends.flatMap((end) => (/\D/.test(end) ? [columnNumber(end.replace(/\d+$/, ""))] : []));
  if (rows.length === 0) rows.push(0, lastRow);
  if (columns.length === 0) columns.push(0, lastColumn);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}
