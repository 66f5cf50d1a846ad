/** Criterion codes as they are written: "1.2.1", "1.1.", "I", "II.3", "a)", the number 1.1, a date. */
import { serialOf } from "../data/date-system";
import { codesOfDate } from "./dates";
import type { GridCell } from "../data/grid";
import { fromRoman } from "../data/roman";
import { formatKind } from "./number-format";
import { isBlank, textOf, withoutEnd } from "./text";

export type RawCode =
  | {
      readonly kind: "code";
      readonly head: "number" | "roman" | "letter";
      /** Numbers as text without leading zeros; a Roman head as a number; a letter at the end as it is. */
      readonly parts: readonly string[];
      /** As people write it, for messages: "1.1", "II". */
      readonly text: string;
      /** What follows the code in its cell ("I. Công tác chỉ đạo"), "" where nothing does. */
      readonly rest: string;
      /** A number cannot hold the last zero of 1.10; a text says what was typed. */
      readonly heldAs: "number" | "text";
    }
  /** "a)": belongs to the numbered code above it. */
  | { readonly kind: "letterBelow"; readonly letter: string }
  | { readonly kind: "date"; readonly serial: number; readonly candidates: readonly (readonly string[])[] }
  /** A bullet, a heading: something, but no code. */
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "blank" };

// Ten levels are enough for any criteria set, and bound what a hostile code can cost.
const numeric = /^\d{1,3}(\.\d{1,3}){0,9}$/;
const romanWithNumbers = /^([IVX]{1,10})((?:\.\d{1,3}){0,9})$/;
const letterAlone = /^[A-HK-U]$/;
const numericWithLetter = /^(\d{1,3}(?:\.\d{1,3}){1,9})\.?([a-zđ])$/;
const withName = /^((?:\d{1,3}|[IVX]{1,10})(?:\.\d{1,3}){0,9})\s*[.:)–-]\s*(\p{L}.*)$/u;
const leadingWord = /^(lĩnh vực|tiêu chí|mục|phần)(?: số)? (?=\d|[IVX]+(?![\p{L}]))/iu;

const blank: RawCode = { kind: "blank" };

/** Reads the cell of the code column. */
export function readCode(cell: GridCell | null): RawCode {
  if (cell === null || isBlank(cell)) return blank;
  if (typeof cell.value === "number" && formatKind(cell.format) === "date") {
    const serial = serialOf(cell, cell.value);
    return { kind: "date", serial, candidates: codesOfDate(serial, cell.format) };
  }
  if (typeof cell.value === "number") {
    const code = parseCode(String(Number(cell.value.toPrecision(15))));
    return code.kind === "code" ? { ...code, heldAs: "number" } : code;
  }
  const text = textOf(cell);
  return text === "" ? { kind: "unreadable", text: String(cell.value ?? cell.formula) } : parseCode(text);
}

/** Reads a code as text, already cleaned. */
export function parseCode(text: string): RawCode {
  const plain = text
    .replace(leadingWord, "")
    .replace(/(\d) ?, ?(?=\d)/g, "$1.")
    .replace(/ ?\. ?(?=\d)/g, ".")
    .replace(/^\(/, "");
  const bare = withoutEnd(plain, /[.,)\/: ]/);
  if (numeric.test(bare)) return numberCode(bare, "");
  const roman = romanWithNumbers.exec(bare);
  if (roman !== null && fromRoman(roman[1] ?? "") !== null) return romanCode(bare, "");
  if (letterAlone.test(bare))
    return { kind: "code", head: "letter", parts: [bare], text: bare, rest: "", heldAs: "text" };
  if (/^[a-zđ]$/.test(bare)) return { kind: "letterBelow", letter: bare };
  const lettered = numericWithLetter.exec(bare);
  if (lettered !== null) {
    const parts = [...withoutZeros(lettered[1] ?? ""), lettered[2] ?? ""];
    return { kind: "code", head: "number", parts, text: parts.join("."), rest: "", heldAs: "text" };
  }
  const named = withName.exec(plain);
  const [, code = "", rest = ""] = named ?? [];
  if (numeric.test(code)) return numberCode(code, rest);
  if (code !== "" && fromRoman(code.split(".")[0] ?? "") !== null) return romanCode(code, rest);
  return { kind: "unreadable", text };
}

function numberCode(code: string, rest: string): RawCode {
  const parts = withoutZeros(code);
  return { kind: "code", head: "number", parts, text: parts.join("."), rest, heldAs: "text" };
}

function romanCode(code: string, rest: string): RawCode {
  const [head = "", ...others] = code.split(".");
  return {
    kind: "code",
    head: "roman",
    parts: [String(fromRoman(head)), ...others.map(withoutZero)],
    text: code,
    rest,
    heldAs: "text",
  };
}

function withoutZeros(code: string): string[] {
  return code.split(".").map(withoutZero);
}

/** "01" as "1". */
function withoutZero(part: string): string {
  return String(Number(part));
}
