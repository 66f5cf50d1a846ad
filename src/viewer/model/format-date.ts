import type { FormatToken } from "./number-format-code";
import type { NumberLocale } from "./number-locale";

const dayLength = 86_400;
const lastSerial = 2_958_465;

/**
 * A serial number (days since the end of 1899) as a date or time; null where it is none: Excel fills such a cell
 * with "#". Points and digits after seconds are their fractions.
 */
export function formatDate(serial: number, tokens: readonly FormatToken[], locale: NumberLocale): string | null {
  if (serial < 0 || serial >= lastSerial + 1) return null;
  const fractionDigits = tokens.filter((token) => token.kind === "digit").length;
  // Rounded to what is shown, so that 59.9999 seconds are a full minute.
  const unit = 10 ** fractionDigits;
  const seconds = Math.round(serial * dayLength * unit) / unit;
  const day = Math.floor(seconds / dayLength);
  const ofDay = seconds - day * dayLength;
  const date = calendarDay(day);
  const halfDays = tokens.some((token) => token.kind === "date" && /^A/.test(token.part));
  const hour = Math.floor(ofDay / 3600);
  const shownHour = halfDays ? hour % 12 || 12 : hour;
  const two = (value: number, part: string): string => String(value).padStart(part.length > 1 ? 2 : 1, "0");

  const datePart = (part: string): string => {
    switch (part[0]) {
      case "y":
        return part.length <= 2 ? String(date.year % 100).padStart(2, "0") : String(date.year);
      case "m":
        if (part.length <= 2) return two(date.month, part);
        if (part.length === 3) return locale.shortMonths[date.month - 1] ?? "";
        return part.length === 5 ? (locale.months[date.month - 1]?.[0] ?? "") : (locale.months[date.month - 1] ?? "");
      case "d":
        if (part.length <= 2) return two(date.day, part);
        return (part.length === 3 ? locale.shortDays : locale.days)[date.weekday] ?? "";
      case "h":
        return two(shownHour, part);
      case "n":
        return two(Math.floor(ofDay / 60) % 60, part);
      case "s":
        return two(Math.floor(ofDay) % 60, part);
      case "A":
        return hour < 12 ? locale.morning : locale.afternoon;
      default:
        return String(Math.floor(seconds / ({ "[h]": 3600, "[m]": 60 }[part] ?? 1)));
    }
  };

  let fraction = (ofDay % 1).toFixed(fractionDigits).slice(2);
  return tokens
    .map((token) => {
      switch (token.kind) {
        case "date":
          return datePart(token.part);
        case "literal":
          return token.text;
        case "point":
          return fractionDigits > 0 ? locale.decimalMark : ".";
        case "comma":
          return ",";
        case "digit": {
          const digit = fraction.slice(0, 1);
          fraction = fraction.slice(1);
          return digit;
        }
        default:
          return "";
      }
    })
    .join("");
}

/** Excel counts a 29 February 1900 that never was, and calls day 0 the 0 January 1900. */
function calendarDay(serial: number): { year: number; month: number; day: number; weekday: number } {
  const weekday = (serial + 6) % 7;
  if (serial === 0) return { year: 1900, month: 1, day: 0, weekday };
  if (serial === 60) return { year: 1900, month: 2, day: 29, weekday };
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * dayLength * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}
