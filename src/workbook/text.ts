/** Texts of cells, made comparable: what looks the same on the screen is the same here. */
import { cellAt, type GridCell, type SheetGrid } from "../data/grid";
import type { TextCell } from "../data/place";

/** Shown as nothing: joiners, direction marks, soft hyphens, variation selectors, fillers, control characters. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|[^\P{Cc}\s\u0085]/gu;
/** \s has the no-break and the ideographic space among others; a blank Braille cell shows as one, too. */
const spaces = /[\s\u0085\u2800]+/g;
/** Eth and African D for Đ; full-width letters, digits and marks; the stop and comma of the same keyboards. */
const lookalikes = /[\u00D0\u00F0\u0189\u0256\u3001\u3002\uFF01-\uFF5E\uFF61\uFF64]/g;
const folded: Readonly<Record<string, string>> = {
  "\u00D0": "Đ",
  "\u0189": "Đ",
  "\u00F0": "đ",
  "\u0256": "đ",
  "\u3001": ",",
  "\uFF64": ",",
  "\u3002": ".",
  "\uFF61": ".",
};
const fullWidthOffset = 0xff01 - 0x21;
/** Hyphens, dashes and the minus sign; they are one where a number follows. */
const minusSigns = "\u2010-\u2015\u2212\u2796\uFE58\uFE63";
const minusBeforeNumber = new RegExp(`^[${minusSigns}](?=[.,]?\\d)`);

/** Texts of this length and more are cleaned once, however many cells share them. */
const longText = 500;
const mostKept = 200;
const cleanedLongTexts = new Map<string, string>();

/**
 * NFC, nothing invisible, look-alike letters and digits as the usual ones, every run of spaces, no-break spaces and
 * line breaks as one space, none at the ends. A text in usual letters stays as it is, for people read it.
 */
export function cleanText(text: string): string {
  if (text.length < longText) return cleaned(text);
  const known = cleanedLongTexts.get(text);
  if (known !== undefined) return known;
  const result = cleaned(text);
  if (cleanedLongTexts.size >= mostKept) cleanedLongTexts.clear();
  cleanedLongTexts.set(text, result);
  return result;
}

function cleaned(text: string): string {
  return text
    .replace(invisible, "")
    .replace(lookalikes, foldLookalike)
    .replace(spaces, " ")
    .trim()
    .replace(minusBeforeNumber, "-")
    .normalize("NFC");
}

function foldLookalike(character: string): string {
  return folded[character] ?? String.fromCharCode(character.charCodeAt(0) - fullWidthOffset);
}

const unusual = new RegExp(
  `${invisible.source}|${lookalikes.source}|[${minusSigns}]|(?![ \\u00A0])${spaces.source.slice(0, -1)}`,
  "gu",
);

/** Each character that cleaning changes, once, with what it becomes: what a formula that reads the cell must know. */
export function unusualCharacters(text: string): readonly (readonly [character: string, usual: string])[] {
  const isMinus = new RegExp(`[${minusSigns}]`);
  return [...new Set(text.match(unusual) ?? [])].map((character) => [
    character,
    isMinus.test(character) ? "-" : cleanText(character),
  ]);
}

const punctuation = /[\p{P}\p{S}\s]/u;
const punctuationAtStart = /^[\p{P}\p{S}\s]+/u;

/** Cleaned, lower case, without punctuation at the ends: how headers, labels, keys and values are compared. */
export function normalise(text: string): string {
  return withoutEnd(cleanText(text).toLowerCase(), punctuation).replace(punctuationAtStart, "");
}

/**
 * The text without the characters at its end that fit the pattern of one character. An expression such as /[.,]+$/
 * would begin anew at each of them wherever they stand, which takes minutes for a text that is full of them.
 */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0) {
    const start = (text.codePointAt(end - 2) ?? 0) > 0xffff ? end - 2 : end - 1;
    if (!character.test(text.slice(start, end))) break;
    end = start;
  }
  return text.slice(0, end);
}

/** Without any diacritic: only for a few fixed words that people also type without them. */
export function foldDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** Nobody writes a longer name; Excel's own limit of a cell, 32,767, is no bound for texts that are put together. */
export const longestText = 1_000;

/** What a cell says as a heading, name or label, cut where it is absurdly long; "" for blanks, errors and booleans. */
export function textOf(cell: GridCell | null): string {
  if (cell === null || cell.type === "error" || cell.type === "boolean") return "";
  if (typeof cell.value === "string") return shortened(cleanText(cell.value), longestText);
  return typeof cell.value === "number" ? String(cell.value) : "";
}

/** A text that is read as it stands; null for a cell that says nothing. */
export function textCellAt(grid: SheetGrid, row: number, column: number): TextCell | null {
  const cell = cellAt(grid, row, column);
  if (cell === null || cell.type === "error" || isBlank(cell)) return null;
  return { text: shortened(cleanText(String(cell.value ?? "")), longestText), sheet: grid.name, row, column };
}

/** Nothing that a person would see: no cell, an empty string (also a formula's), or spaces. */
export function isBlank(cell: GridCell | null): boolean {
  if (cell === null) return true;
  if (cell.value === null) return cell.formula === null;
  return typeof cell.value === "string" && cell.type !== "error" && cleanText(cell.value) === "";
}

const quotationLength = 60;

/** A cell's text within a message: on one line and not too long. */
export function quote(text: string): string {
  return shortened(cleanText(text), quotationLength);
}

/** Cut to so many characters at most, with a mark where something is left out. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  // A character takes two places at most.
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
