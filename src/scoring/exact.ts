/**
 * Exact numbers. Scores are decimals and shares of decimals, so every sum, quotient and mean is kept as
 * a fraction of whole numbers: 95.895 never becomes 95.89499…, and 1/3 + 2/3 is 1 (domain.md, Computing 4).
 */
import Fraction from "fraction.js";

export type Exact = Fraction;

export type Rounding = "half-up" | "half-even";

export const zero: Exact = new Fraction(0);
export const hundred: Exact = new Fraction(100);

/** A whole number. */
export function exactOf(whole: number): Exact {
  return new Fraction(whole);
}

/**
 * The decimal that a spreadsheet cell means by its binary number: its 15 significant digits, which is all
 * that Excel itself shows and compares (0.1+0.2 is 0.3). The number must be finite.
 */
export function fromCellNumber(value: number): Exact {
  const known = cellNumbers.get(value);
  if (known !== undefined) return known;
  const exact = new Fraction(plainDecimal(value.toPrecision(15)));
  if (cellNumbers.size >= mostCellNumbers) cellNumbers.clear();
  cellNumbers.set(value, exact);
  return exact;
}

/** The same few hundred scores stand in most cells. */
const cellNumbers = new Map<number, Exact>();
const mostCellNumbers = 10_000;

/** More digits mean no score, and cost time without bound: before and after the decimal mark. */
const mostWholeDigits = 15;
const mostDecimals = 30;

/**
 * "13,5" and "13.5" are 27/2; null for anything that is not one plain decimal number (no thousands marks) of a
 * reasonable length.
 */
export function parseDecimal(text: string): Exact | null {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return null;
  const [whole = "", decimals = ""] = trimmed.replace(/^[+-]?0*/, "").split(/[.,]/);
  let last = decimals.length;
  while (decimals[last - 1] === "0") last -= 1;
  if (whole.length > mostWholeDigits || last > mostDecimals) return null;
  return new Fraction(`${trimmed.startsWith("-") ? "-" : ""}${whole || "0"}.${decimals.slice(0, last) || "0"}`);
}

export function sum(values: Iterable<Exact>): Exact {
  // Over one denominator, and made simple once: decimals have few denominators.
  let above = 0n;
  let below = 1n;
  for (const { s, n, d } of values) {
    if (below % d !== 0n) {
      const factor = d / commonDivisor(below, d);
      above *= factor;
      below *= factor;
    }
    above += s * n * (below / d);
  }
  return new Fraction(above, below);
}

/** Arithmetic mean, unrounded; null of no values. */
export function mean(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : sum(values).div(values.length);
}

/** Rounds to decimals; a half goes away from zero ("Gặp 5 làm tròn lên") or to the even neighbour. */
export function round(value: Exact, decimals: number, rounding: Rounding): Exact {
  const scale = 10n ** BigInt(decimals);
  const scaled = value.n * scale;
  let whole = scaled / value.d;
  const twice = (scaled % value.d) * 2n;
  const isHalf = twice === value.d;
  if (twice > value.d || (isHalf && (rounding === "half-up" || whole % 2n === 1n))) whole += 1n;
  return new Fraction(value.s * whole, scale);
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}

const wholeToDouble = BigInt(Number.MAX_SAFE_INTEGER);

/** The nearest binary number, for JSON and cells; always finite. */
export function toNumber(value: Exact): number {
  // The quotient of two doubles is the nearest double by itself.
  if (value.n <= wholeToDouble && value.d <= wholeToDouble) return Number(value.s * value.n) / Number(value.d);
  // 25 digits after the point fix the nearest double of any score; a direct n/d could overflow for long fractions.
  const scale = 10n ** 25n;
  const whole = (value.n * scale * 2n + value.d) / (value.d * 2n);
  const digits = whole.toString().padStart(26, "0");
  const sign = value.s < 0n ? "-" : "";
  const number = Number(`${sign}${digits.slice(0, -25)}.${digits.slice(-25)}`);
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, number));
}

/** Rounded to decimals and without trailing zeros: "17.5", "100", "97.14" (or with a comma). */
export function format(value: Exact, decimals: number, rounding: Rounding, mark: "," | "." = "."): string {
  const rounded = round(value, decimals, rounding);
  const text = rounded.toString(decimals);
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return plain.replace(".", mark);
}

/** "1e-7" → "0.0000001": fraction.js reads plain decimals only. */
function plainDecimal(text: string): string {
  const match = /^([+-]?)(\d*)\.?(\d*)e([+-]?\d+)$/i.exec(text);
  if (match === null) return text.replace(/^([+-]?)\./, "$10.").replace(/\.$/, "");
  const [, sign = "", whole = "", decimals = "", power = "0"] = match;
  const point = whole.length + Number(power);
  const digits = (whole + decimals)
    .padEnd(point, "0")
    .padStart(whole.length + decimals.length - Math.min(point, 0), "0");
  const at = Math.max(point, 0);
  return `${sign}${digits.slice(0, at) || "0"}.${digits.slice(at) || "0"}`;
}
