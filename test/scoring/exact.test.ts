import fc from "fast-check";
import Fraction from "fraction.js";
import { format, fromCellNumber, mean, parseDecimal, round, sum, toNumber } from "../../src/scoring/exact";

describe("exact numbers", () => {
  it("read a cell's binary number as the decimal that Excel shows", () => {
    expect(fromCellNumber(0.1 + 0.2).equals("0.3")).toBe(true);
    expect(fromCellNumber(17.989000000000001).equals("17.989")).toBe(true);
    expect(fromCellNumber(1e-7).equals("0.0000001")).toBe(true);
    expect(fromCellNumber(-0.5).equals("-0.5")).toBe(true);
    expect(fromCellNumber(1.5e16).equals("15000000000000000")).toBe(true);
  });

  it("read decimals with a comma or a point, and nothing else", () => {
    expect(parseDecimal("13,5")?.equals("13.5")).toBe(true);
    expect(parseDecimal(" 13.5 ")?.equals("13.5")).toBe(true);
    expect(parseDecimal("-0,25")?.equals("-0.25")).toBe(true);
    expect(parseDecimal(",5")?.equals("0.5")).toBe(true);
    for (const text of ["", "1.2.3", "1,2,3", "abc", "1/2", "0.(3)", "1e3", "--1", "5 0"]) {
      expect(parseDecimal(text)).toBeNull();
    }
  });

  it("take a decimal of any length for its worth, and one with too many digits for none", () => {
    const zeros = "0".repeat(200_000);
    expect(parseDecimal(`${zeros}13,5${zeros}`)?.equals("13.5")).toBe(true);
    expect(parseDecimal("-0,0")?.equals(0)).toBe(true);
    for (const text of ["1".repeat(16), "1".repeat(200_000), `0,${"3".repeat(31)}`, `0.${zeros}1`]) {
      expect(parseDecimal(text)).toBeNull();
    }
  });

  it("come out finite, however large", () => {
    expect(toNumber(new Fraction(10n ** 400n))).toBe(Number.MAX_VALUE);
    expect(toNumber(new Fraction(-(10n ** 400n)))).toBe(-Number.MAX_VALUE);
    expect(toNumber(new Fraction(10n ** 400n, 10n ** 400n + 1n))).toBe(1);
  });

  it("add up to what adding one after the other gives, over any denominators", () => {
    const fraction = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
      .map(([n, d]) => new Fraction(n, d));
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 12 }), (parts) => {
        const byOne = parts.reduce((total, part) => total.add(part), new Fraction(0));
        expect(sum(parts).equals(byOne)).toBe(true);
      }),
    );
  });

  it("add and average without a binary remainder", () => {
    const parts = ["17.5", "12", "17.945", "9", "14", "10.5", "14.95"].map((text) => new Fraction(text));
    expect(toNumber(sum(parts))).toBe(95.895);
    expect(toNumber(mean([new Fraction(1, 3), new Fraction(2, 3)]) ?? new Fraction(0))).toBe(0.5);
    expect(mean([])).toBeNull();
  });

  it("round a half up, away from zero, or to the even neighbour", () => {
    const half = new Fraction("86.8445");
    expect(format(half, 3, "half-up")).toBe("86.845");
    expect(format(half, 3, "half-even")).toBe("86.844");
    expect(format(new Fraction("86.8435"), 3, "half-even")).toBe("86.844");
    expect(format(new Fraction("-2.5"), 0, "half-up")).toBe("-3");
    expect(format(new Fraction("-2.5"), 0, "half-even")).toBe("-2");
    expect(format(new Fraction("86.84449999999999"), 3, "half-up")).toBe("86.844");
  });

  it("drop trailing zeros and take the mark asked for", () => {
    expect(format(new Fraction("17.500"), 3, "half-up", ",")).toBe("17,5");
    expect(format(new Fraction(100), 2, "half-up", ",")).toBe("100");
    expect(format(new Fraction(-1, 1000), 2, "half-up")).toBe("0");
  });

  it("come out as the nearest binary number", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 }), (n, d) => {
        expect(toNumber(new Fraction(n, d))).toBe(n / d + 0);
      }),
    );
  });

  it("round to at most half a unit away, and rounding twice changes nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 8), max: 10 ** 8 }),
        fc.integer({ min: 1, max: 10 ** 5 }),
        fc.constantFrom("half-up" as const, "half-even" as const),
        (n, d, rounding) => {
          const value = new Fraction(n, d);
          const rounded = round(value, 3, rounding);
          expect(rounded.sub(value).abs().mul(2000).lte(1)).toBe(true);
          expect(round(rounded, 3, rounding).equals(rounded)).toBe(true);
          expect(rounded.mul(1000).d).toBe(1n);
        },
      ),
    );
  });
});
