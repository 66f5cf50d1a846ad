import { nearestName } from "../../src/cli/nearest-name";

const names = ["report", "round", "gather", "template", "last-year"];

test.each([
  ["reprot", "report"],
  ["REPORT", "report"],
  ["repor", "report"],
  ["rond", "round"],
  ["lastyear", "last-year"],
  ["r", null],
  ["", null],
  ["báo-cáo", null],
  ["x".repeat(100_000), null],
])("%p is nearest to %p", (typed, name) => {
  expect(nearestName(typed, names)).toBe(name);
});

test("case and accents are no difference, and the first of two equally near ones is taken", () => {
  expect(nearestName("bc muc tieu", ["BC IV.1", "BC Mục tiêu"])).toBe("BC Mục tiêu");
  expect(nearestName("BC IV.9", ["BC IV.1", "BC IV.2"])).toBe("BC IV.1");
});
