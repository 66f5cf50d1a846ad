/** What a cell shows: its value in its number format, as Excel would write it in the given language. */
import type { GridCell } from "../../data/grid";
import { generalNumber } from "./decimal-digits";
import { formatDate } from "./format-date";
import { formatNumber } from "./format-number";
import { formatSections, type FormatSection } from "./number-format-code";
import type { NumberLocale } from "./number-locale";

export interface DisplayText {
  readonly text: string;
  /** From [Red] in the format; null: the font's colour. */
  readonly color: string | null;
}

/** date1904: the workbook counts days from 1904 (old Excel for Mac). */
export function displayText(cell: GridCell, locale: NumberLocale, date1904 = false): DisplayText {
  const { value, format } = cell;
  if (value === null) return { text: "", color: null };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", color: null };
  if (cell.type === "error") return { text: String(value), color: null };
  return typeof value === "number" ? numberText(value, format, locale, date1904) : textText(value, format);
}

/**
 * The number in so many characters, decimals rounded away as Excel does in a narrow column;
 * null for a format with decimals of its own, or where not even the integer fits.
 */
export function narrowedText(cell: GridCell, width: number, locale: NumberLocale): string | null {
  if (typeof cell.value !== "number" || cell.format !== "General") return null;
  const narrowed = generalNumber(cell.value, Math.min(11, width - (cell.value < 0 ? 1 : 0)));
  return narrowed.length <= width ? narrowed.replace(".", locale.decimalMark) : null;
}

function numberText(value: number, format: string, locale: NumberLocale, date1904: boolean): DisplayText {
  if (format === "General") return { text: generalNumber(value).replace(".", locale.decimalMark), color: null };
  const localized = /^m\/d\/yyyy(?= |$)/.test(format) ? format.replace("m/d/yyyy", locale.shortDate) : format;
  const sections = formatSections(localized);
  const { section, showsSign } = sectionFor(value, sections);
  if (!section) return { text: "", color: null };
  if (section.tokens.some((token) => token.kind === "date")) {
    const text = formatDate(date1904 ? value + 1462 : value, section.tokens, locale);
    return { text: text ?? "#".repeat(10), color: section.color };
  }
  const text = formatNumber(Math.abs(value), section.tokens, locale);
  return { text: value < 0 && showsSign ? `-${text}` : text, color: section.color };
}

function sectionFor(
  value: number,
  sections: readonly FormatSection[],
): { section: FormatSection | undefined; showsSign: boolean } {
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections;
  const [first, second, third] = numeric;
  if (numeric.some(({ condition }) => condition !== null)) {
    const met = numeric.find(({ condition }) => condition?.(value) ?? false);
    const section = met ?? numeric.find(({ condition }, index) => condition === null && index > 0) ?? numeric.at(-1);
    return { section, showsSign: section === first || section?.condition === null };
  }
  if (value < 0 && second) return { section: second, showsSign: false };
  if (value === 0 && third) return { section: third, showsSign: false };
  return { section: first, showsSign: true };
}

function textText(value: string, format: string): DisplayText {
  if (format === "General" || format === "@") return { text: value, color: null };
  const sections = formatSections(format);
  const section = sections[3] ?? sections.find(({ tokens }) => tokens.some((token) => token.kind === "text"));
  if (!section) return { text: value, color: null };
  const text = section.tokens
    .map((token) => (token.kind === "text" ? value : token.kind === "literal" ? token.text : ""))
    .join("");
  return { text, color: section.color };
}
