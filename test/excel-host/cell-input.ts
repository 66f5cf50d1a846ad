import { invalid } from "./fault";
import { withoutPrefixes } from "./function-prefixes";
import type { CellModel } from "./model";
import type { Json } from "./protocol";

/** What a cell becomes; a number format where Excel would set one of its own accord. */
export type Content = Pick<CellModel, "type" | "value" | "formula" | "calculated" | "quoted"> & {
  readonly numberFormat?: string;
};

const errorNames = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];
const longestText = 32767;
const longestFormula = 8192;

const empty: Content = { type: "empty", value: "", formula: null, calculated: true, quoted: false };

/**
 * What Excel makes of a value or formula that a program writes (README, "Writing values"); null leaves the cell as it
 * is. Everything is read as en-US, whatever the locale.
 */
export function readInput(input: Json, numberFormat: string): Content | null {
  if (input === null) return null;
  if (typeof input === "boolean") return constant("boolean", input);
  if (typeof input === "number") {
    return numberFormat === "@" ? constant("text", String(input)) : constant("number", input);
  }
  if (typeof input !== "string") throw invalid(`not a value for a cell: ${JSON.stringify(input)}`);
  if (input.length > longestText) throw invalid(`text of ${String(input.length)} characters`);
  if (input === "") return empty;
  if (input.startsWith("'")) return { ...constant("text", input.slice(1)), quoted: true };
  if (numberFormat === "@") return constant("text", input);
  if (input.startsWith("=") && input.length > 1) return formulaOf(input.slice(1));
  return readPlainText(input);
}

function readPlainText(text: string): Content {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return constant("boolean", upper === "TRUE");
  if (errorNames.includes(upper)) return constant("error", upper);
  const number = readNumber(trimmed) ?? readDate(trimmed);
  if (number) return number;
  if (/^[+\-@]./.test(text)) return formulaOf(text.startsWith("+") ? text.slice(1) : text);
  return constant("text", text);
}

function readNumber(text: string): Content | null {
  const match = /^([+-]?)\$?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?(%?)$/i.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "", percent = ""] = match ?? [];
  if (!match || (whole === "" && fraction.length < 2)) return null;
  const number = Number(`${sign}${whole.replaceAll(",", "") || "0"}${fraction === "." ? "" : fraction}${exponent}`);
  const format = percent ? (fraction ? "0.00%" : "0%") : whole.includes(",") ? "#,##0" : exponent ? "0.00E+00" : null;
  return {
    ...constant("number", percent ? number / 100 : number),
    ...(format === null ? {} : { numberFormat: format }),
  };
}

/** Month first, as en-US has it: "3/4", "3-4-2020", "2020-03-04", "8:30". */
function readDate(text: string): Content | null {
  const time = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (time && Number(time[2]) < 60) {
    return { ...constant("number", (Number(time[1]) * 60 + Number(time[2])) / 1440), numberFormat: "h:mm" };
  }
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  const full = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : full
      ? [full[3], full[1], full[2]]
      : short
        ? [String(new Date().getFullYear()), short[1], short[2]]
        : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 30 ? 2000 : 1900) : Number(year);
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1) return null;
  const serial = Math.round(date.getTime() / 86_400_000) + 25_569;
  return { ...constant("number", serial), numberFormat: short ? "d-mmm" : "m/d/yyyy" };
}

function constant(type: "number" | "text" | "boolean" | "error", value: number | string | boolean): Content {
  if (type === "number" && !Number.isFinite(value)) throw invalid(`number ${String(value)}`);
  return { type, value, formula: null, calculated: true, quoted: false };
}

function formulaOf(formula: string): Content {
  requireFormula(formula);
  return { type: "number", value: 0, formula: withoutPrefixes(formula), calculated: false, quoted: false };
}

/** Refuses what Excel would surely refuse: en-US separators, balanced brackets and quotes, no two operands in a row. */
function requireFormula(formula: string): void {
  const refuse = (why: string): never => {
    throw invalid(`formula ${why}: =${formula}`);
  };
  if (formula.length > longestFormula) refuse("too long");
  if (/^@?\s*[/*&,;)]/.test(formula)) refuse("begins with an operator");
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')+'!/g, "Sheet!");
  if (code.includes(";") && !/\{[^}]*;[^}]*\}/.test(code)) refuse('with ";" between arguments');
  if ((code.match(/"/g)?.length ?? 0) % 2 !== 0 || code.includes("'")) refuse("with an open quote");
  let depth = 0;
  for (const character of code) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) refuse("with a bracket too many");
  }
  if (depth !== 0) refuse("with an open bracket");
  // Two words side by side are an intersection of ranges to Excel; of anything but references they are a mistake.
  if (
    /[\p{L}\p{N}_)"]\s+[\p{L}\p{N}_("]/u.test(code.replace(/\b(\$?[A-Z]{1,3}\$?\d+)\s+(?=\$?[A-Z]{1,3}\$?\d)/g, "$1:"))
  ) {
    refuse("that is no formula");
  }
  if (/[+\-*/^&=<>,]\s*$/.test(code)) refuse("without its last operand");
}

/** The sheets that a formula names. */
export function sheetsIn(formula: string): string[] {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...code.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu)]
    .map((match) => (match[1] ?? match[2] ?? "").replaceAll("''", "'"))
    .filter((name) => !name.includes("["));
}
