/** What a cell says where a number is expected; nothing is thrown away and nothing is guessed. */
import type Fraction from "fraction.js";
import { fromCellNumber, parseDecimal, toNumber } from "../scoring/exact";
import type { Found } from "../data/finding";
import type { GridCell } from "../data/grid";
import { formatKind } from "./number-format";
import { serialOf } from "../data/date-system";
import type { CellSource, UnusualCharacters } from "../data/place";
import { cleanText, foldDiacritics, isBlank, longestText, normalise, quote, unusualCharacters } from "./text";

export type NumberReading =
  | { readonly kind: "blank" }
  | {
      readonly kind: "number";
      readonly value: Fraction;
      readonly heldAs: "number" | "text";
      /** As in CellSource. */
      readonly unusual?: UnusualCharacters;
    }
  | { readonly kind: "notApplicable" }
  /** serial: in the 1900 date system. */
  | { readonly kind: "date"; readonly serial: number; readonly format: string }
  | { readonly kind: "percent"; readonly value: Fraction }
  /** No score, maximum or index comes near it: a slip, or a number that stands for something else. */
  | { readonly kind: "tooLarge"; readonly shown: string }
  | { readonly kind: "error"; readonly name: string }
  | { readonly kind: "notCalculated"; readonly formula: string }
  | { readonly kind: "other"; readonly shown: string };

const notApplicableWords = new Set(["khong ap dung", "khong danh gia", "kad", "kdg", "n/a"]);

/** "13,5 điểm", "13.5đ": a number with its unit. */
const numberWithUnit = /^([+-]?[\d.,]+) ?(?:điểm|đ)?\.?$/i;
const percentText = /^([+-]?[\d.,]+) ?%$/;

/** From here on a number is too large, in figures: 1,000,000,000. */
const tooLarge = 1e9;
const tooManyFigures = /^[+-]?0*[1-9]\d{9}/;
/** Excel nests no more than 64 functions in a formula, and each of these takes one. */
const mostUnusual = 20;

const blank: NumberReading = { kind: "blank" };
const notApplicable: NumberReading = { kind: "notApplicable" };

/** Reads one cell; for any cell there is a reading. */
export function readNumber(cell: GridCell | null): NumberReading {
  if (cell === null || isBlank(cell)) return blank;
  const { value } = cell;
  if (value === null) return { kind: "notCalculated", formula: cell.formula ?? "" };
  if (cell.type === "error") return { kind: "error", name: String(value) };
  if (typeof value === "boolean") return { kind: "other", shown: value ? "TRUE" : "FALSE" };
  return typeof value === "number" ? readNumberValue(value, cell) : readText(value);
}

function readNumberValue(value: number, cell: GridCell): NumberReading {
  if (!Number.isFinite(value)) return { kind: "other", shown: String(value) };
  const kind = formatKind(cell.format);
  if (kind !== "date" && Math.abs(value) >= tooLarge) return { kind: "tooLarge", shown: String(value) };
  switch (kind) {
    case "date":
      return { kind: "date", serial: serialOf(cell, value), format: cell.format };
    case "percent":
      return { kind: "percent", value: fromCellNumber(value) };
    case "plain":
      return { kind: "number", value: fromCellNumber(value), heldAs: "number" };
  }
}

function readText(text: string): NumberReading {
  const clean = cleanText(text);
  // No number and no "not applicable" is so long; many cells may share the text.
  if (clean.length > longestText) return { kind: "other", shown: quote(clean) };
  const digits = (numberWithUnit.exec(clean) ?? percentText.exec(clean))?.[1] ?? "";
  if (tooManyFigures.test(digits)) return { kind: "tooLarge", shown: quote(text) };
  const value = numberInText(clean);
  const unusual = value === null ? [] : unusualCharacters(text);
  if (value !== null && unusual.length === 0) return { kind: "number", value, heldAs: "text" };
  if (value !== null && unusual.length <= mostUnusual) return { kind: "number", value, heldAs: "text", unusual };
  if (notApplicableWords.has(foldDiacritics(normalise(text)))) return notApplicable;
  const share = percentText.test(clean) ? parseDecimal(digits) : null;
  return share === null ? { kind: "other", shown: quote(text) } : { kind: "percent", value: share.div(100) };
}

/** "13,5", " 13.5 ", "13,5 điểm" as that number; null for anything else. */
export function numberInText(text: string): Fraction | null {
  const digits = numberWithUnit.exec(cleanText(text))?.[1] ?? "";
  return tooManyFigures.test(digits) ? null : parseDecimal(digits);
}

/** What stands in the cell, for a message. */
export function foundIn(reading: NumberReading): Found {
  switch (reading.kind) {
    case "blank":
      return "";
    case "number":
      return toNumber(reading.value);
    case "notApplicable":
      return "Không áp dụng";
    case "date":
      return { day: reading.serial };
    case "percent":
      return { percent: toNumber(reading.value.mul(100)) };
    case "error":
      return quote(reading.name);
    case "notCalculated":
      return `=${quote(reading.formula)}`;
    case "tooLarge":
    case "other":
      return reading.shown;
  }
}

/** For the source of what was read: how the cell holds its number. */
export function heldBy(reading: NumberReading): Pick<CellSource, "heldAs" | "unusual"> {
  if (reading.kind !== "number") return { heldAs: "nothing" };
  const { heldAs, unusual } = reading;
  return unusual === undefined ? { heldAs } : { heldAs, unusual };
}

/** 95, "95,5" and 95% alike, where a percentage cannot be mistaken. */
export function readPercent(cell: GridCell | null, text: string): Fraction | null {
  const reading = readNumber(cell);
  if (reading.kind === "number") return reading.value;
  if (reading.kind === "percent") return reading.value.mul(100);
  return numberInText(text.replace(/^(≥|>=|từ|trên|dưới|<) ?/i, "").replace(/ ?%? ?(%|trở lên)$/i, ""));
}
