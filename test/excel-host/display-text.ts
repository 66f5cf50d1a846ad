import { Unsupported } from "./fault";
import type { CellModel } from "./model";

export type Locale = "vi-VN" | "en-US";

/** What the cell shows (Range.text), for the few formats that the tests need. Widths are not looked at ("####"). */
export function displayText(cell: CellModel, locale: Locale): string {
  if (cell.type === "empty") return "";
  if (cell.type === "boolean") return cell.value === true ? "TRUE" : "FALSE";
  if (typeof cell.value !== "number") return String(cell.value);
  return formatNumber(cell.value, cell.look.numberFormat, locale);
}

function formatNumber(value: number, format: string, locale: Locale): string {
  if (format === "General" || format === "@") return localized(generalText(value), locale);
  const fixed = /^(#,##)?0(?:\.(0+))?(%?)$/.exec(format);
  if (fixed) {
    const scaled = fixed[3] ? value * 100 : value;
    const plain = Math.abs(scaled).toFixed(fixed[2]?.length ?? 0);
    const [whole = "", fraction] = plain.split(".");
    const grouped = fixed[1] ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
    const sign = scaled < 0 && Number(plain) !== 0 ? "-" : "";
    return localized(`${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`, locale) + (fixed[3] ?? "");
  }
  if (/^(dd?|mm?|yyyy|[/\-.]|\\)+$/i.test(format)) return dateText(value, format);
  throw new Unsupported(`Range.text for the number format "${format}"`);
}

/** At most 11 characters, as a cell of the usual width shows. */
function generalText(value: number): string {
  const text = String(value);
  return text.length <= 11 || text.includes("e") ? text : String(Number(value.toPrecision(10)));
}

function dateText(serial: number, format: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const [day, month] = [String(date.getUTCDate()), String(date.getUTCMonth() + 1)];
  return format.replaceAll("\\", "").replace(/yyyy|mm?|dd?/gi, (part) => {
    const lower = part.toLowerCase();
    if (lower === "yyyy") return String(date.getUTCFullYear());
    return (lower.startsWith("m") ? month : day).padStart(part.length, "0");
  });
}

function localized(text: string, locale: Locale): string {
  if (locale === "en-US") return text;
  return text.replace(/[.,]/g, (sign) => (sign === "." ? "," : "."));
}
