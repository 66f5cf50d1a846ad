import { columnRange, reference, sheetPrefix } from "../../src/data/references";
import { numberIn, quoted, rounded, sumOfCells } from "../../src/report/formula";
import type { CellSource } from "../../src/data/place";

const cell = (row: number, heldAs: CellSource["heldAs"] = "number", sheet = "Cấp tỉnh"): CellSource => ({
  sheet,
  row,
  column: 5,
  heldAs,
});

describe("references", () => {
  it("quote every sheet name and double its apostrophes", () => {
    expect(sheetPrefix("K'rông Nô")).toBe("'K''rông Nô'!");
    expect(reference(11, 5, "BC Tính toán")).toBe("'BC Tính toán'!F12");
    expect(columnRange(27, 0, 9)).toBe("AB$1:AB$10");
    expect(quoted('"x"')).toBe('"""x"""');
  });
});

describe("a sum of score cells", () => {
  it("joins rows that follow one another and skips what stands between (typed parent totals)", () => {
    expect(sumOfCells([9, 10, 11, 13, 15].map((row) => cell(row)))).toBe(
      "SUM('Cấp tỉnh'!F10:F12,'Cấp tỉnh'!F14,'Cấp tỉnh'!F16)",
    );
  });

  it("joins cells of one column only: E2 and G3 are no range", () => {
    const at = (row: number, column: number): CellSource => ({ ...cell(row), column });
    expect(sumOfCells([at(1, 4), at(2, 6)])).toBe("SUM('Cấp tỉnh'!E2,'Cấp tỉnh'!G3)");
  });

  it("reads numbers typed as text apart, because SUM would skip them", () => {
    const formula = sumOfCells([cell(9), cell(10, "text")]);
    expect(formula).toMatch(/^SUM\('Cấp tỉnh'!F10\)\+SUMPRODUCT\(_xlfn\.NUMBERVALUE\(.*'Cấp tỉnh'!F11.*,",","\."\)\)$/);
    expect(numberIn(cell(9))).toBe("'Cấp tỉnh'!F10");
  });

  it("exchanges unusual characters of text cells before it reads them, within the depth that Excel allows", () => {
    const odd = (row: number, from: number, count: number): CellSource => ({
      ...cell(row, "text"),
      unusual: Array.from({ length: count }, (_, at) => [String.fromCodePoint(from + at), "5"]),
    });
    expect(numberIn({ ...cell(9, "text"), unusual: [["\u200e", ""]] })).toContain(
      `LOWER(SUBSTITUTE('Cấp tỉnh'!F10,_xlfn.UNICHAR(8206),""))`,
    );
    const two = sumOfCells([odd(9, 0xff10, 1), odd(10, 0xff11, 1)]);
    expect(two.match(/UNICHAR\(\d+\)/g)).toEqual(["UNICHAR(65296)", "UNICHAR(65297)"]);
    expect(two).toContain("F10:F11");
    const many = sumOfCells([odd(9, 0xe0020, 20), odd(10, 0xe0040, 20), odd(11, 0xe0060, 20)]);
    expect(many.split("SUMPRODUCT").map((part) => part.match(/SUBSTITUTE/g)?.length ?? 0)).toEqual([0, 48, 28]);
  });

  it("of nothing is 0, and no SUM takes more than 255 arguments", () => {
    expect(sumOfCells([])).toBe("0");
    const formula = sumOfCells(Array.from({ length: 300 }, (_, at) => cell(at * 2)));
    expect(formula.split("+")).toHaveLength(2);
  });
});

it("rounding clears the binary remainder first", () => {
  expect(rounded("A1", 3, "half-up")).toBe("ROUND(ROUND(A1,10),3)");
  expect(rounded("A1", 3, "half-even")).toContain("MOD(");
});
