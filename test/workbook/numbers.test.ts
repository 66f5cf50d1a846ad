import { toNumber } from "../../src/scoring/exact";
import { serialOf } from "../../src/data/date-system";
import { decimalsOfDate } from "../../src/workbook/dates";
import { dayOfSerial } from "../../src/data/date-system";
import { showFound, showNumber } from "../../src/strings/show-found";
import { formatKind, showsNoDay } from "../../src/workbook/number-format";
import { numberInText, readNumber } from "../../src/workbook/numbers";
import { errorCell, exact, formatted, formula, serial, toCell, type Cell } from "./grids";

function readingOf(cell: Cell): string {
  const reading = readNumber(toCell(cell));
  return reading.kind === "number" ? `${showNumber(toNumber(reading.value), ".")} as ${reading.heldAs}` : reading.kind;
}

describe("reading a number", () => {
  test.each<[Cell, string]>([
    [17.5, "17.5 as number"],
    [0.1 + 0.2, "0.3 as number"],
    [formula("SUM(A1:A2)", 3), "3 as number"],
    ["13,5", "13.5 as text"],
    ["13.5", "13.5 as text"],
    [" 13,5 ", "13.5 as text"],
    ["\u00a013,5\u00a0", "13.5 as text"],
    ["13,5 điểm", "13.5 as text"],
    ["13,5 điểm".normalize("NFD"), "13.5 as text"],
    ["13,5đ", "13.5 as text"],
    ["13,5 Điểm", "13.5 as text"],
    ["−0,5", "-0.5 as text"],
    ["–0,5", "-0.5 as text"],
    ["\uff0d0\uff0c5", "-0.5 as text"],
    ["‑0,5 điểm", "-0.5 as text"],
    ["５５，５", "55.5 as text"],
    ["５５．５　đ", "55.5 as text"],
    ["55。5", "55.5 as text"],
    ["\u200e13,5", "13.5 as text"],
    ["\u202d13,5\u202c", "13.5 as text"],
    ["13\u00ad,5\ufe0f", "13.5 as text"],
    ["13,5\u2800", "13.5 as text"],
    ["13,5\tðiểm", "13.5 as text"],
    [999_999_999.5, "999999999.5 as number"],
    ["999999999,5", "999999999.5 as text"],
    [`0,${"3".repeat(30)}`, `${String(1 / 3)} as text`],
    [1e-300, "0 as number"],
  ])("%p is %s", (cell, expected) => {
    expect(readingOf(cell)).toBe(expected);
  });

  test.each<Cell>([
    "mười",
    "1.2.3",
    "-",
    "13,5,1",
    "2 - 3",
    true,
    "điểm",
    "1e3",
    "13½",
    "13²",
    "١٣",
    `0,${"3".repeat(31)}`,
  ])("%p is no number", (cell) => {
    expect(readingOf(cell)).toBe("other");
  });

  test.each<Cell>([
    "Không áp dụng",
    "không áp  dụng ",
    "khong ap dung",
    "KHÔNG ĐÁNH GIÁ",
    "KAD",
    "kđg",
    "KĐG",
    "N/A",
    "n/a",
    "Không áp dụng".normalize("NFD"),
    "(Không áp dụng)",
  ])("%p is not applicable", (cell) => {
    expect(readingOf(cell)).toBe("notApplicable");
  });

  test.each<Cell>([
    1e9,
    -1e9,
    1e300,
    "1000000000",
    "11111111111",
    "-9999999999,5 điểm",
    formatted(1e9, "0%"),
    "1000000000%",
  ])("%p is too large", (cell) => {
    expect(readingOf(cell)).toBe("tooLarge");
    expect(numberInText(String(cell))).toBeNull();
  });

  test("a text longer than any number is none, and costs no arithmetic", () => {
    expect(readingOf(`${"0".repeat(400)}13,5${"0".repeat(400)}`)).toBe("13.5 as text");
    expect(readingOf("1".repeat(310))).toBe("tooLarge");
    expect(readingOf(`-${"9".repeat(32_000)},5 điểm`)).toBe("other");
    expect(readingOf(`${" ".repeat(5_000)}13,5`)).toBe("13.5 as text");
  });

  test("characters that a formula must exchange go with the reading", () => {
    const reading = readNumber(toCell("\u200e−５,5 điểm"));
    expect(reading).toMatchObject({
      unusual: [
        ["\u200e", ""],
        ["−", "-"],
        ["５", "5"],
      ],
    });
    expect(readNumber(toCell("13,5\u00a0điểm"))).not.toHaveProperty("unusual");
    const allFormats = String.fromCodePoint(...Array.from({ length: 30 }, (_, at) => 0xe0020 + at));
    expect(readingOf(`13,5${allFormats}`)).toBe("other");
  });

  test.each<Cell>([null, "", "  ", "\u00a0", "\u200b\u3164\u2800", formula('IF(A1="","",A1)', "")])(
    "%p is blank",
    (cell) => {
      expect(readingOf(cell)).toBe("blank");
    },
  );

  test("percentages, dates, errors and formulas without a value are told apart", () => {
    expect(readingOf(formatted(0.85, "0%"))).toBe("percent");
    expect(readingOf("85%")).toBe("percent");
    expect(readingOf("85,5 %")).toBe("percent");
    expect(readingOf(formatted(45_413, "d-mmm"))).toBe("date");
    expect(readingOf(formatted(0.5, "h:mm"))).toBe("date");
    expect(readingOf(errorCell("#DIV/0!"))).toBe("error");
    expect(readingOf(formula("B1+1", null))).toBe("notCalculated");
  });
});

describe("number formats", () => {
  test.each([
    "d-mmm",
    "dd/mm/yyyy",
    "mmm-yy",
    "[$-42A]d mmmm yyyy",
    "h:mm",
    "[h]:mm:ss",
    "m/d/yy h:mm",
    "[$-F400]h:mm:ss AM/PM",
  ])("%s shows a date or time", (format) => {
    expect(formatKind(format)).toBe("date");
  });

  test.each([
    "General",
    "0.00",
    "#,##0.00",
    "@",
    '0.0" đ"',
    '0.0 "điểm (hay)"',
    "[Red]0.0",
    "0.00E+00",
    "0.0\\d",
    "_-* #,##0_-",
    "[$₫-42A]#,##0",
    "[Red]-0.0;[Blue]0",
  ])("%s shows a plain number", (format) => {
    expect(formatKind(format)).toBe("plain");
  });

  test("a percent sign within quotes makes no percentage", () => {
    expect(formatKind("0.0%")).toBe("percent");
    expect(formatKind('0.0"%"')).toBe("plain");
  });

  test("mmm-yy shows no day", () => {
    expect(showsNoDay("mmm-yy")).toBe(true);
    expect(showsNoDay("d-mmm")).toBe(false);
  });
});

describe("dates", () => {
  test("serial numbers follow the 1900 date system, before and after its 29 February", () => {
    expect(dayOfSerial(1)).toEqual({ day: 1, month: 1, year: 1900 });
    expect(dayOfSerial(59)).toEqual({ day: 28, month: 2, year: 1900 });
    expect(dayOfSerial(61)).toEqual({ day: 1, month: 3, year: 1900 });
    expect(dayOfSerial(45_413)).toEqual({ day: 1, month: 5, year: 2024 });
    expect(showFound({ day: serial(2024, 5, 1) }, ",")).toBe("01/05/2024");
  });

  test("1 May may have been typed 1.5 or 5.1, and 5 May only 5.5", () => {
    expect(decimalsOfDate(serial(2024, 5, 1), "d-mmm")).toEqual(["1.5", "5.1"]);
    expect(decimalsOfDate(serial(2024, 5, 5), "d-mmm")).toEqual(["5.5"]);
  });

  test("a date without a day may also be a decimal that is no day: 1.32 is January 1932", () => {
    expect(decimalsOfDate(serial(1932, 1, 1), "mmm-yy")).toEqual(["1.1", "1.32", "32.1"]);
  });

  test("times alone give no decimals", () => {
    expect(decimalsOfDate(0.5, "h:mm")).toEqual([]);
  });
});

test("numbers in messages have a decimal comma", () => {
  expect(showNumber(toNumber(exact(95.895)), ",")).toBe("95,895");
});

test("in a workbook whose days count from 1904, 0 is its first day and nothing before it is one", () => {
  const cell = { ...formatted(0, "d-mmm"), date1904: true } as const;
  expect(showFound({ day: serialOf(cell, 0) }, ",")).toBe("01/01/1904");
  expect(dayOfSerial(serialOf(cell, -1))).toBeNull();
  expect(dayOfSerial(serialOf(formatted(0, "d-mmm"), 0))).toBeNull();
});
