import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "xlsx";
import { compareAllFormulas, compareFormulas, recalculate, recalculateAll } from "./recalculate";

/** One sheet "S" of the given cells; a cell with a formula holds the cached value beside it. */
function workbook(cells: Record<string, XLSX.CellObject>): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, { ...cells, "!ref": "A1:D10" }, "S");
  return new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

const wrong = workbook({
  A1: { t: "n", v: 2 },
  A2: { t: "n", v: 99, f: "A1+1" },
  A3: { t: "s", v: "3", f: "A1+1" },
  A4: { t: "n", v: 3, f: "A1+1" },
  A5: { t: "s", v: "", f: 'IF(A1=2,"","x")' },
  A6: { t: "s", v: "Cũ", f: '"Mới"' },
  A7: { t: "n", v: 1, f: "1/0" },
});

test("A wrong cached value comes out right: LibreOffice really recalculates", async () => {
  const values = (await recalculate(wrong)).get("S");
  expect(values?.get("A2")).toEqual({ value: 3, type: "number" });
  expect(values?.get("A3")).toEqual({ value: 3, type: "number" });
  expect(values?.get("A6")).toEqual({ value: "Mới", type: "text" });
  expect(values?.get("A7")?.type).toBe("error");
});

test("Every wrong cached value or type is listed with its cell and formula, right ones are not", async () => {
  const found = await compareFormulas(wrong);
  expect(found.map(({ cell }) => cell)).toEqual(["A2", "A3", "A6", "A7"]);
  expect(found[0]).toEqual({
    sheet: "S",
    cell: "A2",
    formula: "A1+1",
    cached: { value: 99, type: "number" },
    recalculated: { value: 3, type: "number" },
  });
});

test("A locale's decimal mark is in force", async () => {
  const marks = workbook({ A1: { t: "s", v: "", f: '2.5&""' } });
  for (const [locale, text] of [
    ["en-US", "2.5"],
    ["vi-VN", "2,5"],
  ] as const) {
    const [values] = await recalculateAll([marks], "soffice", locale);
    expect(values?.get("S")?.get("A1")?.value).toBe(text);
  }
});

test("The sample's formulas hold the values that LibreOffice calculates", async () => {
  const sample = readFileSync(join(__dirname, "..", "..", "assets", "sample-dak-nong-2020.xlsx"));
  const [ofSample, ofWrong] = await compareAllFormulas([sample, wrong]);
  expect(ofSample).toEqual([]);
  expect(ofWrong).toHaveLength(4);
});

test("Without LibreOffice the error says what to install", async () => {
  await expect(recalculateAll([wrong], "no-such-soffice")).rejects.toThrow(/apt-get install libreoffice-calc/);
});
