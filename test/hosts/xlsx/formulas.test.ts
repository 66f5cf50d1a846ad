import { computeInWorker } from "../../../src/formula/values/engine-node";
import type { FormulaEngine } from "../../../src/formula/values/engine";
import { shiftFormula } from "../../../src/formula/shared-formula";
import { mentionsSheet, renameSheetInFormula } from "../../../src/formula/sheet-references";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { sheetData, smallWorkbook } from "./sample-workbook";
import { part, unzip, zip } from "./zip-helper";

async function calculated(...formulas: readonly string[]): Promise<unknown[]> {
  const cells = formulas.map((formula) => `<c><f>${formula.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</f></c>`);
  const sheet = sheetData(`<row r="1"><c><v>2</v></c></row><row r="2">${cells.join("")}</row>`);
  const [grid] = await (await openXlsx(zip(smallWorkbook(sheet)), computeInWorker)).readSheets();
  return (grid?.rows[1] ?? []).map((cell) => cell && [cell.type, cell.value]);
}

describe("formulas without a value in the file", () => {
  it("are computed to numbers, texts, booleans and errors", async () => {
    expect(await calculated("A1*2+0.5", 'A1&"7"', "A1<3", "1/0", "SUM(A1,A2)", '""', "B2")).toEqual([
      ["number", 4.5],
      ["text", "27"],
      ["boolean", true],
      ["error", "#DIV/0!"],
      ["number", 6.5],
      ["text", ""],
      ["text", "27"],
    ]);
  });

  it("stay without a value where the library lacks a function", async () => {
    expect(await calculated('_xlfn.NUMBERVALUE("3,5",",",".")', "A1+1")).toEqual([
      ["number", null],
      ["number", 3],
    ]);
  });

  it("stay without a value where an error that only the library makes would be hidden", async () => {
    expect(await calculated('IFERROR(_xlfn.NUMBERVALUE("3,5",",","."),0)')).toEqual([["number", null]]);
    expect(await calculated("IFERROR(1/0,5)")).toEqual([["number", 5]]);
  });
});

it("computing formulas leaves the file as it is", async () => {
  const bytes = zip(smallWorkbook(sheetData("<row><c><f>1+1</f></c></row>")));
  const workbook = await openXlsx(bytes, computeInWorker);
  expect((await workbook.readSheets())[0]?.rows[0]?.[0]?.value).toBe(2);
  expect(workbook.toBytes()).toBe(bytes);
  await workbook.writeReport({ identity: "w", sheets: [] });
  expect(unzip(workbook.toBytes())["xl/worksheets/sheet1.xml"]).toBe(unzip(bytes)["xl/worksheets/sheet1.xml"]);
});

it("a sheet that is too much for the library takes no other sheet's values away", async () => {
  const heavy = sheetData(Array.from({ length: 50 }, () => "<row><c><f>1+1</f></c></row>").join(""));
  const small = smallWorkbook(heavy);
  const also = (path: string, before: string, more: string): Record<string, string> => ({
    [path]: part(small, path).replace(before, more + before),
  });
  const parts = {
    ...small,
    ...also("xl/workbook.xml", "</sheets>", '<sheet name="Khác" sheetId="2" r:id="rId2"/>'),
    ...also(
      "xl/_rels/workbook.xml.rels",
      "</Relationships>",
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>',
    ),
    "xl/worksheets/sheet2.xml": sheetData("<row><c><f>2+3</f></c></row>"),
  };
  const weak: FormulaEngine = (job, deadline) =>
    job.steps.length > 40 ? Promise.reject(new Error("too much")) : computeInWorker(job, deadline);
  const [first, second] = await (await openXlsx(zip(parts), weak)).readSheets();
  expect(first?.rows[0]?.[0]?.value).toBeNull();
  expect(second?.rows[0]?.[0]?.value).toBe(5);
});

describe("a shared formula", () => {
  it.each([
    ["SUM(A1:B$2)+$C3", 1, 1, "SUM(B2:C$2)+$C4"],
    ["SUM(A:A)+SUM($B:C)+SUM(1:$2)", 1, 1, "SUM(B:B)+SUM($B:D)+SUM(2:$2)"],
    ["Diem_A1+A1.5+LOG10(A1)+'Q1 2020'!A1+\"A1\"", 1, 0, "Diem_A1+A1.5+LOG10(A2)+'Q1 2020'!A2+\"A1\""],
    ["ABC!A1+Sheet1!Z9", 0, 1, "ABC!B1+Sheet1!AA9"],
    ["A1", -1, -1, "XFD1048576"],
  ])("%s moves by %d rows and %d columns to %s", (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected);
  });
});

describe("references to a sheet", () => {
  it("are found and renamed with quotes, without, in any case, and never inside texts", () => {
    expect(
      renameSheetInFormula("'BC III.1'!A1+\"'BC III.1'!\"+'bc iii.1'!B2+'BC III.10'!A1", "BC III.1", "Cũ 'x'"),
    ).toBe("'Cũ ''x'''!A1+\"'BC III.1'!\"+'Cũ ''x'''!B2+'BC III.10'!A1");
    expect(renameSheetInFormula("Điểm!A1+XĐiểm!A1", "Điểm", "B")).toBe("'B'!A1+XĐiểm!A1");
    expect(mentionsSheet("SUM('Bảng ''1'''!A1)", "Bảng '1'")).toBe(true);
    expect(mentionsSheet('"Bảng!"', "Bảng")).toBe(false);
  });
});
