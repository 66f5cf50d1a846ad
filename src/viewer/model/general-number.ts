/** Numbers as digits: what Excel shows of a number comes from its 15 significant decimal digits. */

interface DecimalDigits {
  readonly integer: string;
  readonly fraction: string;
}

/** A number of 0 or more rounded half up to so many decimals: {integer: "1", fraction: "01"} for 1.005 and 2. */
function roundToDecimals(value: number, decimals: number): DecimalDigits {
  const { digits, point } = significantDigits(value);
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits;
  const integerLength = Math.max(point, 1);
  const whole = padded.padEnd(integerLength + decimals + 1, "0");
  const kept = whole.slice(0, integerLength + decimals);
  const rounded = (whole[integerLength + decimals] ?? "0") >= "5" ? addOne(kept) : kept;
  const cut = rounded.length - decimals;
  return { integer: rounded.slice(0, cut).replace(/^0+(?=\d)/, ""), fraction: rounded.slice(cut) };
}

/** Fifteen digits and where the decimal point stands among them: 12.5 has its point after 2. */
function significantDigits(value: number): { digits: string; point: number } {
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  return { digits: mantissa.replace(".", ""), point: value === 0 ? 1 : Number(exponent) + 1 };
}

function addOne(digits: string): string {
  return String(BigInt(digits) + 1n).padStart(digits.length, "0");
}

/**
 * A number in the format General with "." as its decimal mark: at most 11 characters besides the sign, as in a column
 * that is wide enough; very large and very small numbers as 1.5E+12.
 */
export function generalNumber(value: number, width = 11): string {
  if (value < 0) return `-${generalNumber(-value, width)}`;
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Number(value.toPrecision(15))));
  if (exponent >= width) return scientific(value, width);
  // The digits left beside "123." or "0."; below 0.0001 only what can be written in full stays as it is.
  const decimals = Math.max(0, Math.min(width - 2, width - 1 - Math.max(exponent + 1, 1)));
  const { integer, fraction } = roundToDecimals(value, decimals);
  const shown = trimZeros(integer, fraction);
  if (integer.length > width) return scientific(value, width);
  if (exponent < -4 && Number(shown) !== Number(value.toPrecision(15))) return scientific(value, width);
  return shown;
}

function scientific(value: number, width: number): string {
  const exponentOf = (text: string): string => text.split("e")[1] ?? "+0";
  const first = value.toExponential(5);
  const exponentLength = Math.max(2, exponentOf(first).length - 1) + 2;
  const decimals = Math.max(0, Math.min(5, width - exponentLength - 2));
  const [mantissa = "", power = "+0"] = value.toExponential(decimals).split("e");
  const [integer = "", fraction = ""] = mantissa.split(".");
  return `${trimZeros(integer, fraction)}E${power.slice(0, 1)}${power.slice(1).padStart(2, "0")}`;
}

function trimZeros(integer: string, fraction: string): string {
  const kept = fraction.replace(/0+$/, "");
  return kept === "" ? integer : `${integer}.${kept}`;
}
