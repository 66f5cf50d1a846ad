import { readWorkbook } from "../../src/workbook/read-workbook";
import {
  codes,
  entryOf,
  entryText,
  errorCell,
  firstGroup,
  formatted,
  formula,
  header,
  readScore,
  serial,
  sheet,
  smallTable,
  withCode,
  type Cell,
  sentenceOf,
} from "./grids";

const scoreOf = (cell: Cell, maximum: Cell = 2, method: string | null = null): string =>
  entryText(firstGroup(readScore(cell, maximum, method)), "Sở A", "1.1");

const findingsOf = (cell: Cell, maximum: Cell = 2, method: string | null = null) =>
  readScore(cell, maximum, method).findings.filter(({ cell: at }) => at === "E3");

describe("a score cell", () => {
  test("with a number within the maximum is taken exactly, and nothing is said", () => {
    expect(findingsOf(1.5)).toEqual([]);
    expect(scoreOf(0.1 + 0.2)).toBe("0.3");
    expect(scoreOf(formula("SUM(1,1)", 2))).toBe("2");
  });

  test.each<Cell>([1e9, -1e300, "9".repeat(310)])("with %p holds no score", (cell) => {
    const result = readScore(cell, 1e8, "Điểm trừ");
    expect(withCode(result, "score-not-a-number")).toMatchObject([{ severity: "error", cell: "E3" }]);
    expect(sentenceOf(withCode(result, "score-not-a-number")[0])).toContain("quá mức");
    expect(scoreOf(cell, 1e8, "Điểm trừ")).toBe("missing");
  });

  test.each<Cell>([1e300, "1".repeat(310)])("a parent and a total with %p are told from their sums", (cell) => {
    const read = readWorkbook([
      sheet("Điểm", [
        [...header, "Sở A"],
        ["1", "Chỉ đạo điều hành", cell, cell],
        ["1.1", "Kế hoạch", 100, 90],
        [null, "Tổng cộng", cell, cell],
      ]),
    ]);
    expect(codes(read).filter((code) => code.includes("mismatch"))).toEqual([
      "maximum-sum-mismatch C2",
      "parent-score-mismatch D2",
      "maximum-sum-mismatch C4",
      "parent-score-mismatch D4",
    ]);
  });

  test("keeps the address of its number and how the cell holds it", () => {
    const read = readScore("1,5");
    expect(entryOf(firstGroup(read), "Sở A", "1.1")?.source).toEqual({
      sheet: "Điểm",
      row: 2,
      column: 4,
      heldAs: "text",
    });
    expect(entryOf(firstGroup(read), "Sở B", "1.1")?.source).toEqual({
      sheet: "Điểm",
      row: 2,
      column: 5,
      heldAs: "number",
    });
    expect(entryOf(firstGroup(readScore("mười")), "Sở A", "1.1")?.source).toMatchObject({ heldAs: "nothing" });
  });

  test("above the maximum is an error that names both numbers, and is left out", () => {
    const [finding] = findingsOf(3);
    expect(finding).toEqual({
      code: "score-above-maximum",
      severity: "error",
      sheet: "Điểm",
      cell: "E3",
      agency: "Sở A",
      criterion: "1.1",
      data: { says: "scoreAboveMaximum", score: 3, maximum: 2, criterion: "1.1" },
      repair: null,
    });
    expect(scoreOf(3)).toBe("missing");
    expect(findingsOf(0.1 + 0.2, 0.3)).toEqual([]);
  });

  test("below zero is an error unless it is a penalty", () => {
    expect(findingsOf(-0.5)).toMatchObject([{ code: "score-negative" }]);
    expect(scoreOf(-0.5)).toBe("missing");
    expect(findingsOf(-0.5, 2, "Điểm trừ")).toEqual([]);
    expect(findingsOf(0.5, -2, "Điểm trừ")).toEqual([]);
    expect(scoreOf(-0.5, 2, "Điểm trừ")).toBe("-0.5");
    expect(findingsOf(-0.5, 2, "Điểm thưởng")).toMatchObject([{ code: "score-negative" }]);
  });

  test("of bonus or penalty is bounded by the absolute value of its maximum", () => {
    expect(findingsOf(-2.5, -2, "Điểm trừ")).toMatchObject([{ code: "score-above-maximum" }]);
    expect(findingsOf(2.5, -2, "Điểm trừ")).toMatchObject([{ code: "score-above-maximum" }]);
    expect(findingsOf(3, 2, "Điểm thưởng")).toMatchObject([{ code: "score-above-maximum" }]);
    expect(findingsOf(2, 2, "Điểm thưởng")).toEqual([]);
  });

  test("with a number as text is read and can be repaired", () => {
    const [finding] = findingsOf("1,5 điểm");
    expect(finding).toMatchObject({ code: "score-is-text", severity: "warning", repair: 1.5 });
    expect(sentenceOf(finding)).toContain('"1,5 điểm"');
    expect(scoreOf("1,5 điểm")).toBe("1.5");
    expect(findingsOf("3,5")).toMatchObject([{ code: "score-above-maximum" }]);
  });

  test("left blank is missing, and is an error", () => {
    expect(findingsOf(null)).toMatchObject([{ code: "score-missing", agency: "Sở A", criterion: "1.1" }]);
    expect(findingsOf("  ")).toMatchObject([{ code: "score-missing" }]);
    expect(scoreOf(null)).toBe("missing");
  });

  test.each<Cell>(["Không áp dụng", "Không đánh giá", "KAD", "KĐG", "N/A"])(
    "saying %s is not applicable, without a finding",
    (cell) => {
      expect(scoreOf(cell)).toBe("not applicable");
      expect(findingsOf(cell)).toEqual([]);
    },
  );

  test.each<Cell>(["mười", "1.2.3", "-", true])("saying %p is no number", (cell) => {
    expect(findingsOf(cell)).toMatchObject([{ code: "score-not-a-number" }]);
    expect(scoreOf(cell)).toBe("missing");
  });

  test("with a percentage is an error that says so", () => {
    const [finding] = findingsOf(formatted(0.85, "0%"));
    expect(finding).toMatchObject({ code: "score-not-a-number", repair: null });
    expect(sentenceOf(finding)).toContain("85%");
    expect(sentenceOf(findingsOf("85%")[0])).toContain("phần trăm");
  });

  test("with an error value, or a formula that was never calculated, is said to be so", () => {
    expect(findingsOf(errorCell("#DIV/0!"))).toMatchObject([{ code: "cell-error" }]);
    expect(findingsOf(errorCell("#N/A"))).toMatchObject([{ code: "cell-error" }]);
    const [finding] = findingsOf(formula("SUM(F1:F2)", null));
    expect(finding).toMatchObject({ code: "formula-not-calculated" });
    expect(sentenceOf(finding)).toContain("=SUM(F1:F2)");
    expect(scoreOf(formula("SUM(F1:F2)", null))).toBe("missing");
  });
});

describe("a score that became a date", () => {
  const firstOfMay = formatted(serial(2024, 5, 1), "d-mmm");

  test("is repaired when one of day.month and month.day lies within the maximum", () => {
    expect(findingsOf(firstOfMay, 2)).toMatchObject([{ code: "score-became-date", repair: 1.5 }]);
    expect(findingsOf(formatted(serial(2024, 1, 5), "dd/mm/yyyy"), 2)).toMatchObject([{ repair: 1.5 }]);
    expect(findingsOf(formatted(serial(2024, 2, 2), "d-mmm"), 3)).toMatchObject([{ repair: 2.2 }]);
    expect(scoreOf(firstOfMay)).toBe("missing");
  });

  test("is not repaired when both or none lie within it", () => {
    expect(findingsOf(firstOfMay, 10)).toMatchObject([{ code: "score-became-date", repair: null }]);
    expect(findingsOf(firstOfMay, 1)).toMatchObject([{ code: "score-became-date", repair: null }]);
    expect(findingsOf(formatted(0.0625, "h:mm"), 2)).toMatchObject([{ code: "score-became-date", repair: null }]);
  });

  test("is also one without a day", () => {
    expect(findingsOf(formatted(serial(2024, 5, 1), "mmm-yy"), 2)).toMatchObject([
      { code: "score-became-date", repair: 1.5 },
    ]);
  });

  test("is not said to be above the maximum", () => {
    expect(findingsOf(firstOfMay).map(({ code }) => code)).toEqual(["score-became-date"]);
  });
});

describe("blanks", () => {
  test("of a whole column are one finding at the agency's name, with their number", () => {
    const read = readWorkbook([smallTable({ "Sở A": [20, 40, 40], "Sở B": [null, null, null] })]);
    const missing = withCode(read, "score-missing");
    expect(missing).toMatchObject([{ cell: "E1", agency: "Sở B", criterion: null }]);
    expect(sentenceOf(missing[0])).toContain("3 ô");
    expect(entryText(firstGroup(read), "Sở B", "1.2")).toBe("missing");
  });

  test("of a whole row are one finding at the criterion", () => {
    const read = readWorkbook([
      smallTable({ "Sở A": [1, null, 1], "Sở B": [1, null, 1], "Sở C": [1, null, 1], "Sở D": [null, null, null] }),
    ]);
    expect(withCode(read, "score-missing")).toMatchObject([
      { cell: "G1", agency: "Sở D" },
      { cell: "D4", agency: null, criterion: "1.2" },
    ]);
  });
});

describe("not applicable on a parent", () => {
  const table = (first: Cell, second: Cell): ReturnType<typeof readWorkbook> =>
    readWorkbook([
      sheet("Điểm", [
        [...header, "Sở A", "Sở B"],
        ["1", "Một", 60, "Không áp dụng", null],
        ["1.1", "Kế hoạch", 20, first, 20],
        ["1.2", "Báo cáo", 40, second, 40],
        ["2", "Hai", 40, 40, 40],
      ]),
    ]);

  test("covers the blank leaves below it", () => {
    const group = firstGroup(table(null, null));
    expect(["1", "1.1", "1.2"].map((code) => entryText(group, "Sở A", code))).toEqual(Array(3).fill("not applicable"));
    expect(entryText(group, "Sở B", "1.1")).toBe("20");
    expect(codes(table(null, null))).toEqual([]);
  });

  test("wins over scores below it, with one warning", () => {
    const read = table(10, 20);
    expect(withCode(read, "parent-score-mismatch")).toMatchObject([{ cell: "D2", agency: "Sở A", criterion: "1" }]);
    expect(entryText(firstGroup(read), "Sở A", "1.1")).toBe("not applicable");
  });
});

describe("typed sums", () => {
  const table = (area: Cell, total: Cell, last: Cell = 40): ReturnType<typeof readWorkbook> =>
    readWorkbook([
      sheet("Điểm", [
        [...header, "Sở A"],
        ["1", "Một", 60, area],
        ["1.1", "Kế hoạch", 20, 10.25],
        ["1.2", "Báo cáo", 40, "KAD"],
        ["2", "Hai", 40, last],
        [null, "TỔNG ĐIỂM", 100, total],
      ]),
    ]);

  test("of parents and totals are compared with the sums", () => {
    expect(codes(table(10.25, 50.25))).toEqual([]);
    expect(withCode(table(11, 50.25), "parent-score-mismatch")).toMatchObject([
      { cell: "D2", criterion: "1", severity: "warning" },
    ]);
    expect(withCode(table(10.25, 51), "parent-score-mismatch")).toMatchObject([{ cell: "D6", criterion: null }]);
  });

  test("that are equal with 3 decimals are no mismatch", () => {
    expect(codes(table(10.2502, 50.2501))).toEqual([]);
  });

  test("are not compared where a score is missing", () => {
    expect(withCode(table(10.25, 99, null), "parent-score-mismatch")).toEqual([]);
  });

  test("count a penalty as points off, however it is typed", () => {
    const read = readWorkbook([
      sheet("Điểm", [
        [...header, "Hình thức đánh giá", "Sở A", "Sở B"],
        ["1", "Một", 100, null, 49.5, 49],
        ["1.1", "Kế hoạch", 100, null, 50, 50],
        ["1.2", "Chậm", 2, "Điểm trừ", 0.5, -1],
      ]),
    ]);
    expect(codes(read)).toEqual([]);
  });
});
