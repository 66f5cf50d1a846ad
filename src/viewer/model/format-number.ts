import { generalNumber, roundToDecimals } from "./decimal-digits";
import type { FormatToken } from "./number-format-code";
import type { NumberLocale } from "./number-locale";

/** A number of 0 or more in one section of a format code; the sign is the caller's. */
export function formatNumber(value: number, tokens: readonly FormatToken[], locale: NumberLocale): string {
  const hasDigits = tokens.some((token) => token.kind === "digit");
  if (!hasDigits) return tokens.map((token) => plainToken(token, value, locale)).join("");

  const percents = tokens.filter((token) => token.kind === "percent").length;
  const point = indexOf(tokens, "point");
  const exponentAt = indexOf(tokens, "exponent");
  const integerEnd = Math.min(point, exponentAt);
  const integerDigits = tokens.flatMap((token, at) => (token.kind === "digit" && at < integerEnd ? [at] : []));
  const firstInteger = integerDigits.at(0) ?? -1;
  const lastInteger = integerDigits.at(-1) ?? -1;
  // A comma between digits groups them by three; each comma after them stands for a thousand.
  const commas = tokens.flatMap((token, at) => (token.kind === "comma" && at < integerEnd ? [at] : []));
  const grouped = commas.some((at) => at > firstInteger && at < lastInteger);
  const thousands = commas.filter((at) => at > lastInteger).length;
  const decimals = tokens.filter((token, at) => token.kind === "digit" && at > point && at < exponentAt).length;
  const scaled = Number((value * 100 ** percents).toPrecision(15)) / 1000 ** thousands;

  const { mantissa, exponent } =
    exponentAt < tokens.length
      ? splitExponent(scaled, integerDigits.length, decimals)
      : { mantissa: scaled, exponent: 0 };
  const { integer, fraction } = roundToDecimals(mantissa, decimals);

  const integerText = integerTexts(tokens, integerEnd, integer === "0" ? "" : integer, grouped, locale);
  let fractionAt = 0;
  const shownFraction = fraction.replace(/0+$/, "").length;
  let exponentDigits = String(Math.abs(exponent)).padStart(
    tokens.filter((token, at) => token.kind === "digit" && at > exponentAt).length,
    "0",
  );
  return tokens
    .map((token, at) => {
      if (token.kind === "comma") return at > firstInteger && at < integerEnd ? "" : plainToken(token, value, locale);
      if (token.kind === "point") return at === point ? locale.decimalMark : ".";
      if (token.kind === "exponent") return `E${exponent < 0 ? "-" : token.plus ? "+" : ""}`;
      if (token.kind !== "digit") return plainToken(token, value, locale);
      if (at < integerEnd) return integerText.get(at) ?? "";
      if (at > exponentAt) {
        const all = exponentDigits;
        exponentDigits = "";
        return all;
      }
      const place = fractionAt++;
      if (place < shownFraction || token.placeholder === "0") return fraction[place] ?? "0";
      return token.placeholder === "?" ? " " : "";
    })
    .join("");
}

function indexOf(tokens: readonly FormatToken[], kind: FormatToken["kind"]): number {
  const found = tokens.findIndex((token) => token.kind === kind);
  return found < 0 ? tokens.length : found;
}

function plainToken(token: FormatToken, value: number, locale: NumberLocale): string {
  switch (token.kind) {
    case "literal":
      return token.text;
    case "general":
    case "text":
      return generalNumber(value).replace(".", locale.decimalMark);
    case "percent":
      return "%";
    case "comma":
      return ",";
    case "point":
      return ".";
    default:
      return "";
  }
}

/** Each integer placeholder's digits, from right to left; the first one takes all that are left. */
function integerTexts(
  tokens: readonly FormatToken[],
  end: number,
  digits: string,
  grouped: boolean,
  locale: NumberLocale,
): Map<number, string> {
  const places = tokens.flatMap((token, at) => (token.kind === "digit" && at < end ? [{ token, at }] : []));
  const texts = new Map<number, string>();
  let rest = digits;
  let written = 0;
  const mark = (text: string): string => {
    const withMark = grouped && written > 0 && written % 3 === 0 ? text + locale.groupMark : text;
    written++;
    return withMark;
  };
  for (const { token, at } of places.reverse()) {
    let text = "";
    if (rest !== "") {
      text = mark(rest.slice(-1));
      rest = rest.slice(0, -1);
    } else if (token.placeholder === "0") text = mark("0");
    else if (token.placeholder === "?") text = " ";
    if (at === places.at(-1)?.at) {
      while (rest !== "") {
        text = mark(rest.slice(-1)) + text;
        rest = rest.slice(0, -1);
      }
    }
    texts.set(at, text);
  }
  return texts;
}

/** 12345 as 1.2345 and 4; with three integer places ("##0.0E+0") the exponent is a multiple of three. */
function splitExponent(value: number, places: number, decimals: number): { mantissa: number; exponent: number } {
  if (value === 0) return { mantissa: 0, exponent: 0 };
  const step = Math.max(1, places);
  const power = Number(value.toExponential(decimals + step - 1).split("e")[1] ?? 0);
  const exponent = Math.floor(power / step) * step;
  return { mantissa: Number((value / 10 ** exponent).toPrecision(15)), exponent };
}
