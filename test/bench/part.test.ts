import { exponentOf, least, numberIn, ratioOf } from "./part";

it("makes ratios and exponents of the least of what was measured", () => {
  const numbers = least([
    { small: 2, large: 90 },
    { small: 3, large: 50 },
  ]);
  expect(numbers).toEqual({ small: 2, large: 50 });
  expect(ratioOf(numbers, "large", "small")).toBe(25);
  expect(exponentOf(numbers, "small", "large", 5)).toBeCloseTo(2, 12);
});

it("does not take for nothing what was not measured", () => {
  expect(() => numberIn({ one: 1 }, "other")).toThrow("other");
});
