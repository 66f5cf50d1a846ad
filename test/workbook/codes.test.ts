import { placeCodes } from "../../src/workbook/code-sequence";
import { fromRoman, toRoman } from "../../src/data/roman";
import { parseCode, readCode } from "../../src/workbook/codes";
import { formatted, serial, toCell, type Cell } from "./grids";

/** The codes that a column of cells is read as; a row without a code has a name and scores unless told. */
function read(cells: readonly Cell[], hasScores: readonly boolean[] = []): readonly string[] {
  const rows = cells.map((cell, at) => ({ raw: readCode(toCell(cell)), hasScores: hasScores[at] ?? true }));
  return placeCodes(rows).map(({ path, code, duplicateOf }) => {
    const whole = path.join(".");
    return `${code}${whole === code ? "" : ` (${whole})`}${duplicateOf === null ? "" : " again"}`;
  });
}

const day = (month: number, dayOfMonth: number, format = "d-mmm"): Cell =>
  formatted(serial(2024, month, dayOfMonth), format);

describe("a code as it is written", () => {
  test.each([
    ["1.1.", "1.1"],
    ["1.1", "1.1"],
    ["1,1", "1.1"],
    ["1. 1", "1.1"],
    ["01", "1"],
    ["2.3.4)", "2.3.4"],
    ["II.", "II"],
    ["II.3", "II.3"],
    ["Lĩnh vực 3", "3"],
    ["1.1.a", "1.1.a"],
  ])("%s is %s", (text, code) => {
    expect(parseCode(text)).toMatchObject({ kind: "code", text: code });
  });

  test("a name in the same cell is kept apart", () => {
    expect(parseCode("I. Công tác chỉ đạo")).toMatchObject({ kind: "code", text: "I", rest: "Công tác chỉ đạo" });
  });

  test.each(["Phụ lục", "-", "IIII", "2020", "Ghi chú: 1"])("%s is no code", (text) => {
    expect(parseCode(text).kind).toBe("unreadable");
  });

  test("Roman numerals go both ways", () => {
    expect([1, 4, 9, 14, 20].map(toRoman)).toEqual(["I", "IV", "IX", "XIV", "XX"]);
    expect(fromRoman("XIV")).toBe(14);
    expect(["I", "IV", "IX", "XIV", "XXXIX"].map(fromRoman)).toEqual([1, 4, 9, 14, 39]);
    expect(["VX", "IIII", "K", "C", "iv", ""].map(fromRoman)).toEqual([null, null, null, null, null, null]);
  });
});

describe("codes in sequence", () => {
  test("number cells are codes", () => {
    expect(read([1, 1.1, 1.2, 2, 2.1])).toEqual(["1", "1.1", "1.2", "2", "2.1"]);
  });

  test("1.1 after 1.9 is 1.10, and 1.2 after 1.19 is 1.20", () => {
    const nine = Array.from({ length: 9 }, (_, at) => Number(`1.${String(at + 1)}`));
    expect(read([1, ...nine, 1.1, 1.11]).slice(-3)).toEqual(["1.9", "1.10", "1.11"]);
    const teens = Array.from({ length: 9 }, (_, at) => `1.${String(at + 11)}`);
    expect(read([1, ...nine, "1.10", ...teens, 1.2, 2]).slice(-3)).toEqual(["1.19", "1.20", "2"]);
  });

  test("1.1 after the children of 1.9 is 1.10, and its own children follow", () => {
    const nine = Array.from({ length: 9 }, (_, at) => `1.${String(at + 1)}`);
    expect(read(["1", ...nine, "1.9.1", "1.9.2", 1.1, "1.10.1"]).slice(-2)).toEqual(["1.10", "1.10.1"]);
  });

  test("1.1 is 1.10 when 1.11 goes on, though 1.9 is not there", () => {
    expect(read(["1", "1.1", "1.8", 1.1, "1.11"])).toEqual(["1", "1.1", "1.8", "1.10", "1.11"]);
    expect(read(["1", "1.1", "1.8", 1.1, "1.10.1", "a)", "1.11"]).slice(3)).toEqual([
      "1.10",
      "1.10.1",
      "1.10.1.a",
      "1.11",
    ]);
  });

  test("1.1 after 1.99 is 1.100, below a Roman area too", () => {
    expect(read(["I", 1.1, "1.10", "1.99", 1.1, "II"])).toEqual(["I (1)", "1.1", "1.10", "1.99", "1.100", "II (2)"]);
    expect(read(["1", 1.1, 1.1, 1.101])).toEqual(["1", "1.1", "1.100", "1.101"]);
    expect(read(["1", 1.1, 1.9, 1.1, 1.11, 1.99, 1.1, 1.101]).slice(3)).toEqual([
      "1.10",
      "1.11",
      "1.99",
      "1.100",
      "1.101",
    ]);
  });

  test.each<[string, readonly Cell[]]>([
    ["before the next area", ["1", 1.1, 1.2, 1.2, 2]],
    ["at the end", ["1", 1.1, 1.2, 1.1]],
    ["at the beginning", ["1", 1.1, 1.1, 1.2]],
    ["in the middle", ["1", 1.1, 1.2, 1.2, 1.3]],
    ["where 1.10 stands already", ["1", 1.1, 1.9, "1.10", 1.1, 1.11]],
    ["where 1.9 belongs to what stands before the area above", ["1", 1.1, 1.9, "2", 1.1]],
    ["where a row of another place stands before 1.11", ["1", 1.1, 1.8, 1.1, "2", "1.11"]],
    ["as a text before 1.11", ["1", "1.1", "1.9", "1.1", "1.11"]],
    ["as a text at the third level", ["1", "1.1", "1.1.1", "1.1.9", "1.1.1", "1.1.11"]],
    ["as a text at the fourth level", ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.9", "1.1.1.1", "1.1.1.11"]],
    ["with a Roman head", ["I", "I.1", "I.9", "I.1", "II"]],
    ["below a Roman area", ["I", 1.1, 1.2, 1.2, "II"]],
    ["as a whole number below a Roman area", ["I", 1, 9, 1, 11, "II"]],
    ["of an area below letters that head sections", ["A", "I", "1.1", "II", "B", "III", "I", "3.1"]],
  ])("a second code %s stays a duplicate", (_, cells) => {
    expect(read(cells).filter((code) => code.endsWith(" again"))).toHaveLength(1);
  });

  test("dates are the codes that the sequence asks for", () => {
    expect(read(["1", day(1, 1), day(2, 1), "1.3"])).toEqual(["1", "1.1", "1.2", "1.3"]);
    expect(read(["1", day(1, 1), day(1, 2), "1.3"])).toEqual(["1", "1.1", "1.2", "1.3"]);
    expect(read(["2", "2.1", "2.1.1", formatted(serial(2002, 1, 2), "dd/mm/yyyy"), day(2, 2)])).toEqual([
      "2",
      "2.1",
      "2.1.1",
      "2.1.2",
      "2.2",
    ]);
    const nine = Array.from({ length: 9 }, (_, at) => `1.${String(at + 1)}`);
    expect(read(["1", ...nine, day(10, 1)]).slice(-1)).toEqual(["1.10"]);
  });

  test("the same day and month once more is the same code, whatever the year", () => {
    expect(read(["1", day(1, 1), day(1, 1), "1.2"])).toEqual(["1", "1.1", "1.1 again", "1.2"]);
    expect(read(["1", "1.1", day(1, 1), "1.2"])).toEqual(["1", "1.1", "1.1 again", "1.2"]);
  });

  test("a date that fits nowhere is read by its place", () => {
    expect(read(["1", "1.1", day(9, 8), "1.3"])).toEqual(["1", "1.1", "1.2", "1.3"]);
  });

  test("rows without a code take the code that is left open", () => {
    expect(read(["1", "1.1", null, "1.3"])).toEqual(["1", "1.1", "1.2", "1.3"]);
    expect(read(["1", "1.1", null, null, "1.4"])).toEqual(["1", "1.1", "1.2", "1.3", "1.4"]);
    expect(read(["1", "1.1", null, "1.1.2"])).toEqual(["1", "1.1", "1.1.1", "1.1.2"]);
    expect(read(["1", "1.1", "1.1.1", null, "1.2.1"])).toEqual(["1", "1.1", "1.1.1", "1.2", "1.2.1"]);
    expect(read(["1", "1.1", null, "2.1"])).toEqual(["1", "1.1", "2", "2.1"]);
    expect(read(["1", "1.1", null, "2"])).toEqual(["1", "1.1", "1.2", "2"]);
    expect(read([null, "1.1"])).toEqual(["1", "1.1"]);
    expect(read(["1", "1.1", null])).toEqual(["1", "1.1", "1.2"]);
  });

  test("rows without a code below an area that has no scores are its criteria", () => {
    expect(read(["1", null, null, "2", null], [false, true, true, false, true])).toEqual([
      "1",
      "1.1",
      "1.2",
      "2",
      "2.1",
    ]);
  });

  test("a row without a code between two neighbours stands between them", () => {
    expect(read(["1", "1.1", null, "1.2"])).toEqual(["1", "1.1", "1.1a", "1.2"]);
    expect(read(["1", "1.1", null, null, "1.2"])).toEqual(["1", "1.1", "1.1a", "1.1b", "1.2"]);
  });

  test("any number of them get short codes, no two the same", () => {
    const codes = read(["1", "1.1", ...Array.from({ length: 20_000 }, () => null), "1.2"]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.at(-2)).toBe("1.1acof");
  });
});

describe("upper levels", () => {
  test("Roman areas have criteria with numbers", () => {
    expect(read(["I", "1.1", "1.2", "II", "2.1", "II.2"])).toEqual([
      "I (1)",
      "1.1",
      "1.2",
      "II (2)",
      "2.1",
      "II.2 (2.2)",
    ]);
  });

  test("single numbers below Roman areas are their criteria, and may begin again", () => {
    expect(read(["I", "1", "1.1", "2", "II", "1", "1.1"])).toEqual([
      "I",
      "1 (I.1)",
      "1.1 (I.1.1)",
      "2 (I.2)",
      "II",
      "1 (II.1)",
      "1.1 (II.1.1)",
    ]);
  });

  test("letters above areas numbered through are headings; a letter alone is an area", () => {
    expect(read(["A", "I", "1.1", "B", "II", "2.1", "C"])).toEqual(["", "I (1)", "1.1", "", "II (2)", "2.1", "C"]);
  });

  test("a letter that is an area holds nothing of the section after it", () => {
    expect(read(["A", "1", "B", "C", "2"])).toEqual(["", "1", "B", "", "2"]);
  });

  test("letters above numbers that begin again are the areas", () => {
    expect(read(["A", "1", "1.1", "B", "1", "1.1"])).toEqual([
      "A",
      "1 (A.1)",
      "1.1 (A.1.1)",
      "B",
      "1 (B.1)",
      "1.1 (B.1.1)",
    ]);
  });

  test("small letters belong to the number above them", () => {
    expect(read(["1", "1.1", "a)", "b)", "1.2"])).toEqual(["1", "1.1", "1.1.a", "1.1.b", "1.2"]);
  });
});
