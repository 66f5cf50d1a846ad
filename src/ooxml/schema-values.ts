/**
 * Values as the format's schema spells them. JavaScript's Number would also take null, "" and " " for 0 and "0x10" for
 * 16: a blank cell would become a score.
 */

const whole = /^[ \t\r\n]*([0-9]{1,15})[ \t\r\n]*$/;
const decimal = /^[ \t\r\n]*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[ \t\r\n]*$/;

/** An unsigned whole number in plain digits, or null. */
export function wholeNumber(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const digits = whole.exec(text);
  return digits ? Number(digits[1]) : null;
}

/** A number with or without decimals and exponent (xsd:double, but for INF and NaN), or null; null also beyond 1E308. */
export function decimalNumber(text: string | null | undefined): number | null {
  if (text === null || text === undefined || !decimal.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** null for what is neither true nor false. */
export function booleanValue(text: string): boolean | null {
  switch (text.trim()) {
    case "1":
    case "true":
    case "on":
      return true;
    case "0":
    case "false":
    case "off":
      return false;
    default:
      return null;
  }
}
