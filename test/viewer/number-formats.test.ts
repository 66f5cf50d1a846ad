/** Cells are shown as another spreadsheet library (SheetJS) shows them. */
import { SSF } from "xlsx";
import { displayText, narrowedText } from "../../src/viewer/model/display-text";
import { standaloneTextsEn } from "../../src/strings/standalone.en";
import { standaloneTextsVi } from "../../src/strings/standalone.vi";
import type { GridCell } from "../../src/data/grid";

const english = standaloneTextsEn.numbers;
const vietnamese = standaloneTextsVi.numbers;

function cell(value: number | string | boolean, format = "General"): GridCell {
  const type = typeof value === "number" ? "number" : typeof value === "string" ? "text" : "boolean";
  return { type, value, format, formula: null };
}

const inEnglish = (value: number | string | boolean, format?: string): string =>
  displayText(cell(value, format), english).text;

/** No exact halves: SheetJS rounds them in binary, Excel does not (see the test below). */
const values = [
  0,
  1,
  -1,
  0.51,
  100,
  17.6,
  -17.4,
  95.894,
  0.1 + 0.2,
  1 / 3,
  2 / 3,
  -2 / 3,
  1234.5678,
  1234567.891,
  99.9961,
  12345678901,
  123456789012,
  0.0001,
  0.00012346,
  0.00001,
  1e-7,
  1.6e15,
  88.06999999999999,
  4.36,
];

describe("numbers", () => {
  const formats = [
    "General",
    "0",
    "0.0",
    "0.00",
    "0.000",
    "#,##0",
    "#,##0.00",
    "0%",
    "0.00%",
    "0.###",
    "0.00E+00",
    '(+) 0.00;[Red](-) 0.00;"0"',
    "0.0#",
    "000",
    '0" điểm"',
    "#,##0,",
    '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    "[>=90]0.0;[<50]0.00;0",
  ];

  test.each(formats)("in the format %s look as in Excel", (format) => {
    const mine = values.map((value) => inEnglish(value, format));
    const expected = values.map((value) => SSF.format(format, value) as string);
    expect(mine).toEqual(expected);
  });

  test("round halves away from zero by their decimal digits", () => {
    const rounded = [1.005, 2.675, 95.895, 17.5, -17.5, 0.045].map((value) => inEnglish(value, "0.00"));
    expect(rounded).toEqual(["1.01", "2.68", "95.90", "17.50", "-17.50", "0.05"]);
    expect([17.5, -17.5, 0.5].map((value) => inEnglish(value, "0"))).toEqual(["18", "-18", "1"]);
  });

  test("of negative sections have no sign but the section's own", () => {
    const format = '"(+) "General;"(-) "General;0';
    expect([3.41, -1.99, 0].map((value) => inEnglish(value, format))).toEqual(["(+) 3.41", "(-) 1.99", "0"]);
  });

  test("drop a zero before the point, spread over texts and scale their exponents as their format says", () => {
    expect(inEnglish(-2 / 3, "#.##")).toBe("-.67");
    expect(inEnglish(12345, "00-00")).toBe("123-45");
    expect(inEnglish(12345, "##0.0E+0")).toBe("12.3E+3");
  });

  test("are written with the marks of the page's language", () => {
    expect(displayText(cell(1234567.5, "#,##0.00"), vietnamese).text).toBe("1.234.567,50");
    expect(displayText(cell(95.895), vietnamese).text).toBe("95,895");
  });

  test("take the colour that their format gives", () => {
    const format = "0.00;[Red]-0.00";
    expect(displayText(cell(-1, format), english)).toEqual({ text: "-1.00", color: "#FF0000" });
    expect(displayText(cell(1, format), english).color).toBeNull();
  });

  test("lose decimals in a narrow column, and are given up when not even the integer fits", () => {
    expect(narrowedText(cell(2 / 3), 5, english)).toBe("0.667");
    expect(narrowedText(cell(-95.895), 5, english)).toBe("-95.9");
    expect(narrowedText(cell(95.895), 4, vietnamese)).toBe("95,9");
    expect(narrowedText(cell(123456), 4, english)).toBeNull();
    expect(narrowedText(cell(1.25, "0.00"), 3, english)).toBeNull();
  });
});

describe("dates and times", () => {
  const serials = [1, 59, 60, 61, 366, 43831, 43952.5, 44196.999988, 44561.75, 45292.0403];
  const formats = [
    "m/d/yyyy",
    "dd/mm/yyyy",
    "d-mmm",
    "d-mmm-yy",
    "mmmm yyyy",
    "dddd",
    "ddd dd",
    "h:mm",
    "h:mm AM/PM",
    "hh:mm:ss",
    "[h]:mm",
    "mm:ss",
    "yyyy-mm-dd hh:mm",
    '"ngày" dd "tháng" mm "năm" yyyy',
    "[$-42A]dd/mm/yyyy",
  ];

  test.each(formats)("in the format %s look as in Excel", (format) => {
    const mine = serials.map((serial) => inEnglish(serial, format));
    expect(mine).toEqual(serials.map((serial) => SSF.format(format, serial) as string));
  });

  test("are written day first in Vietnamese", () => {
    expect(displayText(cell(43952, "m/d/yyyy"), vietnamese).text).toBe("01/05/2020");
    expect(displayText(cell(43952, "d-mmm"), vietnamese).text).toBe("1-Thg5");
  });

  test("count from 1904 in workbooks that say so", () => {
    expect(displayText(cell(0, "yyyy"), english, true).text).toBe("1904");
  });

  test("before the first day fill the cell", () => {
    expect(inEnglish(-1, "m/d/yyyy")).toMatch(/^#+$/);
  });
});

test("Texts pass through number formats, and a format for texts frames them", () => {
  expect(inEnglish("Không áp dụng", "0.00")).toBe("Không áp dụng");
  expect(inEnglish("Sở Y tế", '0;-0;0;"Đơn vị: "@')).toBe("Đơn vị: Sở Y tế");
});

test("Errors and truth values are shown by their names", () => {
  expect(displayText({ type: "error", value: "#DIV/0!", format: "0.00", formula: "1/0" }, english).text).toBe(
    "#DIV/0!",
  );
  expect(inEnglish(true)).toBe("TRUE");
});

describe("format codes as other programs write them", () => {
  const shown = (code: string, value: number | string = -1234.5): string =>
    displayText(cell(value, code), vietnamese).text;

  test("fractions, long minutes and the machine's own long date", () => {
    expect(shown("# ?/?", 43952.75)).toBe("43952 3/4");
    expect(shown("[mm]:ss", 0)).toBe("00:00");
    expect(shown("[$-F800]dddd, dd mmmm yyyy", 43952)).toBe("Thứ Sáu, 01 Tháng Năm 2020");
    expect(shown("0.000000000000", 0.25)).toBe("0,250000000000");
  });

  test("a code that is none shows the number as it is, and a text too", () => {
    for (const code of ["[", '"', "0E0", "E+0", "STANDARD", "[>x]0", "\\", "0.0 điểm"]) {
      expect([code, shown(code)]).toEqual([code, "-1234,5"]);
      expect([code, shown(code, "Sở Y tế")]).toEqual([code, "Sở Y tế"]);
    }
  });

  test("endless codes and sections end at Excel's 255 characters, soon", () => {
    const pieces = [
      "0",
      "#,",
      ";",
      "0;",
      '"',
      "\\",
      "[h]",
      "[",
      "[>1]0;",
      "# ?/?",
      "?",
      "_",
      "*",
      "m",
      "y/",
      "@",
      "e+0",
      "[Red]",
    ];
    const begun = performance.now();
    for (const piece of pieces) {
      for (const value of [0, -1234.5, 1e300, 1e-300, "Sở Y tế"]) {
        expect(shown(piece.repeat(100_000), value).length).toBeLessThan(2000);
      }
    }
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
