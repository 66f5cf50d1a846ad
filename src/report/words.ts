/** Small pieces of the official language: numbers, lists and names inside sentences. */
import { type Exact, format } from "../scoring/exact";
import type { Settings } from "../scoring/model";

/** "17.5" or "17,5", as the settings say, without trailing zeros. */
export function decimal(value: Exact, decimals: number, settings: Settings): string {
  return format(value, decimals, settings.rounding, settings.decimalMark);
}

/** Counts stand with two digits in official texts: "05 tiêu chí". */
export function count(value: number): string {
  return String(value).padStart(2, "0");
}

/** "(I), (II) và (III)"; and: that word in the language of the report. */
export function joinedWithAnd(items: readonly string[], and = "và"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1] ?? ""}`;
}

/** Abbreviations that stay in capitals when a heading typed in capitals is put into a sentence. */
const abbreviations =
  /(^|[^\p{L}])(cchc|tthc|qppl|vbqppl|cbccvc|cbcc|ccvc|ubnd|hđnd|cntt|xhh|dvc|dvctt|iso|kt-xh|grdp|sipas)(?=$|[^\p{L}])/gu;

/**
 * A name as it stands inside a sentence: "Công tác chỉ đạo" → "công tác chỉ đạo", "CẢI CÁCH TTHC" → "cải cách TTHC",
 * "CCHC" and "UBND cấp huyện" stay.
 */
export function insideSentence(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "");
  if (letters.length > 8 && letters === letters.toUpperCase()) {
    return name.toLowerCase().replace(abbreviations, (found) => found.toUpperCase());
  }
  const [, second = ""] = [...name.slice(0, 4)];
  const startsWithAbbreviation = second !== second.toLowerCase();
  return startsWithAbbreviation ? name : lowerFirst(name);
}

/** As a heading: the first letter large. */
export function asHeading(name: string): string {
  const [first = ""] = name;
  return first.toUpperCase() + name.slice(first.length);
}

function lowerFirst(name: string): string {
  const [first = ""] = name;
  return first.toLowerCase() + name.slice(first.length);
}
