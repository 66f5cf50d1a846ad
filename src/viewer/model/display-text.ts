/** What a cell shows: its value in its number format, as Excel would write it in the given language. */
import { addLocale, format, formatColor, isDateFormat } from "numfmt";
import type { GridCell } from "../../data/grid";
import { sectionFor } from "./format-sections";
import { generalNumber } from "./general-number";
import type { NumberLocale } from "./number-locale";

export interface DisplayText {
  readonly text: string;
  /** From [Red] in the format; null: the font's colour. */
  readonly color: string | null;
}

/** date1904: the workbook counts days from 1904 (old Excel for Mac). */
export function displayText(cell: GridCell, locale: NumberLocale, date1904 = false): DisplayText {
  const { value } = cell;
  if (value === null) return { text: "", color: null };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", color: null };
  if (cell.type === "error") return { text: String(value), color: null };
  return typeof value === "number" ? numberText(value, cell.format, locale, date1904) : textText(value, cell.format);
}

function numberText(value: number, code: string, locale: NumberLocale, date1904: boolean): DisplayText {
  const general = { text: generalText(value, locale), color: null };
  if (code === "General") return general;
  try {
    const { section, showsSign } = sectionFor(value, knownCode(code, locale));
    if (section === undefined || section.code === "") return { text: "", color: null };
    if (isDateFormat(section.code)) return shown(section.code, date1904 ? value + 1462 : value, locale);
    const { text, color } = shown(section.code, asDecimal(Math.abs(value), section.code), locale);
    return { text: value < 0 && showsSign ? `-${text}` : text, color };
  } catch {
    // A code that is none: Excel itself would not have taken it.
    return general;
  }
}

function textText(value: string, code: string): DisplayText {
  if (code === "General" || code === "@") return { text: value, color: null };
  try {
    return shown(code.slice(0, longestCode), value, null);
  } catch {
    return { text: value, color: null };
  }
}

/** Throws where the code is none. */
function shown(code: string, value: number | string, locale: NumberLocale | null): DisplayText {
  const text = format(code, value, {
    ...(locale === null ? {} : { locale: localeTag(locale) }),
    dateErrorNumber: false,
    dateSpanLarge: false,
    overflow: "#".repeat(10),
  });
  return { text, color: colors[String(formatColor(code, value)).toLowerCase()] ?? null };
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

function generalText(value: number, locale: NumberLocale): string {
  return generalNumber(value).replace(".", locale.decimalMark);
}

/** Excel's own limit for a format code. */
const longestCode = 255;

/** [$-F800] and [$-F400], the machine's own long date and time, are the page's here. */
function knownCode(code: string, locale: NumberLocale): string {
  const known = code.slice(0, longestCode).replace(/\[\$-F[48]00\]/gi, "");
  return /^m\/d\/yyyy(?= |$)/.test(known) ? known.replace("m/d/yyyy", locale.shortDate) : known;
}

/**
 * 1.005 is a little less in binary, and numfmt rounds that; Excel sees fifteen decimal digits. Lifted by less than these
 * can tell, it is rounded as they say; where a code shows more digits than that, the lift would show.
 */
function asDecimal(value: number, code: string): number {
  if (Number.isInteger(value) || (code.match(/[0#?]/g) ?? []).length > 9) return value;
  return Number(value.toPrecision(15)) * (1 + 2 * Number.EPSILON);
}

const tags = new Map<NumberLocale, string>();

/** The name under which numfmt knows the language of the page. */
function localeTag(locale: NumberLocale): string {
  const known = tags.get(locale);
  if (known !== undefined) return known;
  const tag = `page${String(tags.size)}`;
  const { decimalMark, groupMark, months, shortMonths, days, shortDays, morning, afternoon } = locale;
  addLocale(
    {
      decimal: decimalMark,
      group: groupMark,
      mmmm: [...months],
      mmm: [...shortMonths],
      dddd: [...days],
      ddd: [...shortDays],
      ampm: [morning, afternoon],
    },
    tag,
  );
  tags.set(locale, tag);
  return tag;
}

const colors: Readonly<Record<string, string>> = {
  black: "#000000",
  blue: "#0000FF",
  cyan: "#00FFFF",
  green: "#00FF00",
  magenta: "#FF00FF",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};
