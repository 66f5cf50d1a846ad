import { columnKind, headerKey } from "../../src/workbook/headers";
import { cleanText, isBlank, longestText, normalise, quote, shortened, textOf } from "../../src/workbook/text";
import { toCell } from "./grids";

describe("a cleaned text", () => {
  test.each([
    ["Ðiểm tối đa", "Điểm tối đa"],
    ["ÐIỂM Ɖăk ðiểm ɖơn vị", "ĐIỂM Đăk điểm đơn vị"],
    ["Điểm tối đa".normalize("NFD"), "Điểm tối đa"],
    ["Điểm t\u00adối\u00ad đa", "Điểm tối đa"],
    ["\u202aSở\u202c \u2067Y\u2069 tế\ufeff", "Sở Y tế"],
    ["Sở\u200d\u200c Y\u034f t\ufe0fế\u{e0101}\u3164\uffa0\u115f", "Sở Y tế"],
    ["Sở\u001b Y\u0007 tế\u0000", "Sở Y tế"],
    ["Sở\u3000Y\u2800tế\u0085\u2028", "Sở Y tế"],
    ["ＳＴＴ", "STT"],
    ["Nhóm：Ａ（１）", "Nhóm:A(1)"],
    ["55。5 55、5 55｡5", "55.5 55,5 55.5"],
    ["−0,5", "-0,5"],
  ])("%j is %j", (text, clean) => {
    expect(cleanText(text)).toBe(clean);
    expect(cleanText(clean)).toBe(clean);
  });

  test.each(["Lao động – Thương binh", "Sở K'rông Nô", "Tiêu chí ½, m², 5 − 3", "Sở “Y tế” (A)", "٣"])(
    "%j stays as it is written",
    (text) => {
      expect(cleanText(text)).toBe(text);
    },
  );

  test("long texts that many cells share come out the same each time", () => {
    const long = `${"\u200b Sở ".repeat(400)}Ð`;
    expect(cleanText(long)).toBe(`${"Sở ".repeat(400)}Đ`);
    expect(cleanText(long)).toBe(cleanText(long));
  });
});

test("headers and keys are known in any of these spellings", () => {
  expect(columnKind("Ðiểm tối ða")).toBe("maximum");
  expect(columnKind("Điểm\u00ad tối\u200e đa")).toBe("maximum");
  expect(headerKey("Lĩnh vực／Tiêu chí（ðiểm）：")).toBe("lĩnh vực tiêu chí");
  expect(normalise("« ( Sở Y tế. ) 😀 »")).toBe("sở y tế");
  expect(normalise("😀.")).toBe("");
});

test("a cell with nothing that shows is blank", () => {
  expect(isBlank(toCell("\u2060\u00ad\u3164"))).toBe(true);
  expect(isBlank(toCell("-"))).toBe(false);
});

test("a text that is absurdly long is cut, never in the middle of a character", () => {
  expect(textOf(toCell("ắ".repeat(40_000)))).toBe(`${"ắ".repeat(longestText - 1)}…`);
  expect(textOf(toCell("ắ".repeat(longestText)))).toHaveLength(longestText);
  expect(quote("😀".repeat(61))).toBe(`${"😀".repeat(59)}…`);
  expect(quote("😀".repeat(60))).toBe("😀".repeat(60));
  expect(shortened("a b c", 3)).toBe("a…");
});
