import { formats, text } from "../../src/layout/formats";
import type { ReportSheet } from "../../src/data/pages";
import { heightOf, startSheet } from "../../src/layout/sheet-builder";

/** The lines that a text takes below each other on a sheet of that many letters' width. */
function lines(value: string, width = 100): readonly string[] {
  const sheet = startSheet("A", [width]);
  sheet.line(text(value, formats.paragraph));
  return textsOf(finished(sheet));
}

function finished(sheet: ReturnType<typeof startSheet>): ReportSheet {
  return sheet.finish({
    key: "k",
    freeze: { rows: 0, columns: 0 },
    repeatRows: null,
    repeatColumns: null,
    tabColor: "#000000",
  });
}

function textsOf({ blocks }: ReportSheet): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "cells" ? block.cells.map(([cell]) => String(cell?.value)) : []));
}

const tall = (line: string, width = 100): number => heightOf(text(line, formats.paragraph), width);

describe("a text that no row is tall enough for", () => {
  test("without a space is cut where a row is full, and nothing of it is lost", () => {
    const word = "ắ".repeat(40_000);
    const parts = lines(word);
    expect(parts.join("")).toBe(word);
    expect(parts.every((part) => tall(part) <= 400)).toBe(true);
    // All rows but the last are nearly full.
    expect(parts.slice(0, -1).every((part) => tall(part) > 300)).toBe(true);
  });

  test("goes on after a space or a semicolon where it has one", () => {
    const words = "Sở Y tế; Sở Nội vụ ".repeat(2_000);
    const parts = lines(words);
    expect(parts.join(" ").replace(/\s+/g, " ")).toBe(words.trim());
    expect(parts.slice(0, -1).every((part) => /(;|Sở|Y|tế;|Nội|vụ)$/.test(part))).toBe(true);
  });

  test("after one short word is not cut letter by letter", () => {
    expect(lines(`Sở ${"x".repeat(10_000)}`).length).toBeLessThan(10);
  });

  test("keeps marks with their letters and characters whole", () => {
    for (const letter of ["a\u0301", "😀"]) {
      for (const shift of ["", "b"]) {
        const parts = lines(shift + letter.repeat(5_000));
        expect(parts.join("")).toBe(shift + letter.repeat(5_000));
        expect(parts.filter((part) => /^[\p{M}\uDC00-\uDFFF]/u.test(part))).toEqual([]);
      }
    }
  });

  test("takes no more than a cell holds, however wide the sheet", () => {
    const parts = lines("x".repeat(100_000), 20_000);
    expect(parts.every((part) => part.length <= 32_767)).toBe(true);
    expect(parts.join("")).toHaveLength(100_000);
  });
});

test("no row of a table is taller than Excel allows", () => {
  const sheet = startSheet("A", [10]);
  sheet.table([[text("x".repeat(30_000), formats.name)], [text("Sở Y tế", formats.name)]]);
  const heights = [...finished(sheet).rowHeights.values()];
  expect(heights[0]).toBe(400);
  expect(heights[1]).toBeLessThan(60);
});
