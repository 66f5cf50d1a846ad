/** What a cell says where a number is expected; nothing is thrown away and nothing is guessed. */
import type Fraction from "fraction.js";
import { fromCellNumber, parseDecimal } from "../scoring/exact";
import type { GridCell } from "./grid";
import { formatKind } from "./number-format";
import { serialOf, showDay } from "./dates";
import { cleanText, foldDiacritics, isBlank, normalise, quote } from "./text";

export type NumberReading =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: Fraction; readonly heldAs: "number" | "text" }
  | { readonly kind: "notApplicable" }
  /** serial: in the 1900 date system. */
  | { readonly kind: "date"; readonly serial: number; readonly format: string }
  | { readonly kind: "percent"; readonly value: Fraction }
  | { readonly kind: "error"; readonly name: string }
  | { readonly kind: "notCalculated"; readonly formula: string }
  | { readonly kind: "other"; readonly shown: string };

const notApplicableWords = new Set(["khong ap dung", "khong danh gia", "kad", "kdg", "n/a"]);

/** "13,5 điểm", "13.5đ": a number with its unit. */
const numberWithUnit = /^([+-]?[\d.,]+) ?(?:điểm|đ)?\.?$/i;
const percentText = /^([+-]?[\d.,]+) ?%$/;

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
  switch (formatKind(cell.format)) {
    case "date":
      return { kind: "date", serial: serialOf(cell, value), format: cell.format };
    case "percent":
      return { kind: "percent", value: fromCellNumber(value) };
    case "plain":
      return { kind: "number", value: fromCellNumber(value), heldAs: "number" };
  }
}

function readText(text: string): NumberReading {
  const value = numberInText(text);
  if (value !== null) return { kind: "number", value, heldAs: "text" };
  if (notApplicableWords.has(foldDiacritics(normalise(text)))) return notApplicable;
  const percent = percentText.exec(withPlainMinus(cleanText(text)));
  const share = percent === null ? null : parseDecimal(percent[1] ?? "");
  return share === null ? { kind: "other", shown: quote(text) } : { kind: "percent", value: share.div(100) };
}

/** "13,5", " 13.5 ", "13,5 điểm" as that number; null for anything else. */
export function numberInText(text: string): Fraction | null {
  const match = numberWithUnit.exec(withPlainMinus(cleanText(text)));
  return match === null ? null : parseDecimal(match[1] ?? "");
}

function withPlainMinus(text: string): string {
  return text.replace(/^[−–]/, "-");
}

/** How a number is printed in messages and repairs: all its decimals, with the given mark. */
export function showNumber(value: Fraction, mark: "," | "."): string {
  return String(value.valueOf()).replace(".", mark);
}

/** What stands in the cell, for a message. */
export function showReading(reading: NumberReading, mark: "," | "."): string {
  switch (reading.kind) {
    case "blank":
      return "";
    case "number":
      return showNumber(reading.value, mark);
    case "notApplicable":
      return "Không áp dụng";
    case "date":
      return showDay(reading.serial);
    case "percent":
      return `${showNumber(reading.value.mul(100), mark)}%`;
    case "error":
      return reading.name;
    case "notCalculated":
      return `=${quote(reading.formula)}`;
    case "other":
      return reading.shown;
  }
}
