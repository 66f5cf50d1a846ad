/** Texts of cells, made comparable: what looks the same on the screen is the same here. */
import type { GridCell } from "./grid";

const zeroWidth = /[\u200B-\u200D\u2060]/g;
const punctuationAtEnds = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu;

/** NFC, every run of spaces, no-break spaces and line breaks as one space, none at the ends. */
export function cleanText(text: string): string {
  return text.replace(zeroWidth, "").replace(/\s+/g, " ").trim().normalize("NFC");
}

/** Cleaned, lower case, without punctuation at the ends: how headers, labels, keys and values are compared. */
export function normalise(text: string): string {
  return cleanText(text).toLowerCase().replace(punctuationAtEnds, "");
}

/** Without any diacritic: only for a few fixed words that people also type without them. */
export function foldDiacritics(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** What a cell says as a heading, name or label; "" for blanks, errors and booleans. */
export function textOf(cell: GridCell | null): string {
  if (cell === null || cell.type === "error" || cell.type === "boolean") return "";
  if (typeof cell.value === "string") return cleanText(cell.value);
  return typeof cell.value === "number" ? String(cell.value) : "";
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
  const clean = [...cleanText(text)];
  return clean.length <= quotationLength
    ? clean.join("")
    : `${clean
        .slice(0, quotationLength - 1)
        .join("")
        .trimEnd()}…`;
}
