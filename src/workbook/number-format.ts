/** Number format codes (en-US notation), as far as they change what a number means. */

export type NumberFormatKind = "date" | "percent" | "plain";

/** Excel's own limit for a format code. */
const longestCode = 255;

const kinds = new Map<string, NumberFormatKind>();

/**
 * Whether a format shows a date or time ("d-mmm", "[h]:mm"), a percentage, or a plain number. Letters within quotes,
 * after a backslash and in brackets ([Red], [$-42A]) are no date parts; elapsed times ([h]) are.
 */
export function formatKind(format: string): NumberFormatKind {
  // Workbooks have a few formats and very many cells.
  let kind = kinds.get(format);
  if (kind === undefined) {
    kind = kindOf(format);
    kinds.set(format, kind);
  }
  return kind;
}

function kindOf(format: string): NumberFormatKind {
  const bare = format
    .slice(0, longestCode)
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./gu, "")
    .replace(/\[(h+|m+|s+)\]/gi, "h")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/general|standard/gi, "");
  const [positive = ""] = bare.split(";");
  if (/[dmyhs]/i.test(positive)) return "date";
  return positive.includes("%") ? "percent" : "plain";
}

/** True for dates that show no day, such as "mmm-yy": Excel then made up the day 1. */
export function showsNoDay(format: string): boolean {
  return /[my]/i.test(format) && !/[dhs]/i.test(format.slice(0, longestCode).replace(/\[[^\]]*\]|"[^"]*"/g, ""));
}
