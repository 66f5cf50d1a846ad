/** Exact fractions on BigInt: all that the independent calculation needs. The denominator is positive. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

export type Rounding = "half-up" | "half-even";

export const ZERO: Rational = { over: 0n, under: 1n };

export function whole(value: number): Rational {
  return { over: BigInt(value), under: 1n };
}

/** "13.4658" or "-0.5". */
export function decimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) {
    throw new Error(`Not a decimal: ${text}`);
  }
  const [, sign = "", units = "0", fraction = ""] = match;
  const over = BigInt(units + fraction);
  return { over: sign === "-" ? -over : over, under: 10n ** BigInt(fraction.length) };
}

/** In lowest terms: unreduced, the mean of 168 agencies would have tens of thousands of digits. */
function reduced({ over, under }: Rational): Rational {
  let divisor = over < 0n ? -over : over;
  let rest = under;
  while (rest !== 0n) {
    [divisor, rest] = [rest, divisor % rest];
  }
  return { over: over / divisor, under: under / divisor };
}

export function plus(a: Rational, b: Rational): Rational {
  return reduced({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
}

export function times(a: Rational, b: Rational): Rational {
  return reduced({ over: a.over * b.over, under: a.under * b.under });
}

export function minus(a: Rational, b: Rational): Rational {
  return plus(a, times(b, whole(-1)));
}

export function dividedBy(a: Rational, b: Rational): Rational {
  if (b.over === 0n) {
    throw new Error("Division by zero");
  }
  const sign = b.over < 0n ? -1n : 1n;
  return reduced({ over: a.over * b.under * sign, under: a.under * b.over * sign });
}

/** Below 0, 0, or above 0. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(a: Rational): Rational {
  return { over: a.over < 0n ? -a.over : a.over, under: a.under };
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(plus, ZERO);
}

export function mean(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : dividedBy(sum(values), whole(values.length));
}

/** Half goes away from zero (half-up) or to the even neighbour. */
export function round(value: Rational, decimals: number, rounding: Rounding): Rational {
  const scale = 10n ** BigInt(decimals);
  const magnitude = absolute(value);
  const floor = (magnitude.over * scale) / magnitude.under;
  const twiceRest = 2n * (magnitude.over * scale - floor * magnitude.under);
  const tie = twiceRest === magnitude.under;
  const up = tie ? rounding === "half-up" || floor % 2n === 1n : twiceRest > magnitude.under;
  const rounded = floor + (up ? 1n : 0n);
  return { over: value.over < 0n ? -rounded : rounded, under: scale };
}

/** The nearest double, by way of 25 decimals. */
export function toNumber(value: Rational): number {
  const scaled = (absolute(value).over * 10n ** 25n) / value.under;
  const digits = scaled.toString().padStart(26, "0");
  return Number(`${value.over < 0n ? "-" : ""}${digits.slice(0, -25)}.${digits.slice(-25)}`);
}
