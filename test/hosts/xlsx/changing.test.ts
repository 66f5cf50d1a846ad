import { computeInWorker } from "../../../src/formula/values/engine-node";
import { HostError } from "../../../src/data/host-error";
import type { CellChange } from "../../../src/hosts/host";
import { openXlsx, type XlsxWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import type { GridCell } from "../../../src/data/grid";
import { failed, failureOf } from "../failure-of";
import { sampleReport } from "./sample-report";
import { richWorkbook, sheetData, smallWorkbook, workbookWithLists } from "./sample-workbook";
import { schemaErrors, schemasArePresent } from "./schema-helper";
import { looseEnds, part, unzip, zip, type Parts } from "./zip-helper";

const sheetPath = "xl/worksheets/sheet1.xml";
const open = (parts: Parts): Promise<XlsxWorkbook> => openXlsx(zip(parts), computeInWorker);
const change = (cell: string, before: CellChange["before"], after: CellChange["after"]): CellChange => ({
  sheet: "Điểm",
  cell,
  before,
  after,
});

async function changed(parts: Parts, ...changes: readonly CellChange[]): Promise<Parts> {
  const workbook = await open(parts);
  await workbook.changeCells(changes);
  const after = unzip(workbook.toBytes());
  expect(looseEnds(after)).toEqual({ orphans: [], missing: [], untyped: [] });
  if (schemasArePresent) expect(schemaErrors(sheetPath, part(after, sheetPath))).toBe("");
  return after;
}

async function cellsOf(parts: Parts): Promise<(GridCell["value"] | undefined)[][]> {
  const [grid] = await (await open(parts)).readSheets();
  return (grid?.rows ?? []).map((cells) => cells.map((cell) => cell?.value));
}

const rows = (xml: string): string => /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? "";

describe("accepted changes", () => {
  it("change the cell's value and type, and nothing else in the file", async () => {
    const before = smallWorkbook(
      sheetData(
        '<row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>13,5</t></is></c><c r="B1"><v>2</v></c><c r="C1" t="b"><v>1</v></c></row>',
      ),
    );
    const after = await changed(
      before,
      change("A1", "13,5", 13.5),
      change("B1", 2, " 1.10 <=>"),
      change("C1", true, null),
    );
    expect(rows(part(after, sheetPath))).toBe(
      '<row r="1" spans="1:3"><c r="A1"><v>13.5</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> 1.10 &lt;=&gt;</t></is></c><c r="C1"/></row>',
    );
    expect({ ...after, [sheetPath]: "" }).toEqual({ ...before, [sheetPath]: "" });
  });

  it("keep the cell's style, and drop what belonged to its old value", async () => {
    const before = workbookWithLists(
      sheetData('<row r="1"><c r="A1" s="1" t="s" cm="1" vm="2"><v>0</v></c></row>'),
      "<si><t>8,5</t></si>",
      '<cellXfs count="2"><xf/><xf/></cellXfs>',
    );
    const after = await changed(before, change("A1", "8,5", 8.5));
    expect(rows(part(after, sheetPath))).toBe('<row r="1"><c r="A1" s="1"><v>8.5</v></c></row>');
  });

  it("reach cells and rows that the file does not name yet, in their places", async () => {
    const after = await changed(
      smallWorkbook(sheetData('<row r="2"><c r="B2"><v>1</v></c></row><row r="5"/>')),
      ...["A1", "C2", "A2", "B5", "A5", "D9", "D3"].map((cell) => change(cell, null, cell)),
    );
    const addresses = [...rows(part(after, sheetPath)).matchAll(/<(?:row|c) r="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses).toEqual(["1", "A1", "2", "A2", "B2", "C2", "3", "D3", "5", "A5", "B5", "9", "D9"]);
  });

  it("text that looks like a formula stays text", async () => {
    const after = await changed(
      smallWorkbook(sheetData('<row r="1"><c r="A1"><v>1</v></c></row>')),
      change("A1", 1, "=1+1"),
    );
    expect(await cellsOf(after)).toEqual([["=1+1"]]);
    expect(part(after, sheetPath)).not.toContain("<f>");
  });

  it("drop a formula, and give those that shared it their own", async () => {
    const shared =
      '<c r="A2"><f t="shared" ref="A2:A4" si="0">A1*2</f><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>4</v></c></row>' +
      '<row r="4"><c r="A4"><f t="shared" si="0"/><v>8</v></c></row>';
    const before = smallWorkbook(sheetData(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2">${shared}`));
    const after = await changed(before, change("A2", 2, 5));
    expect(part(after, sheetPath)).toContain('<c r="A2"><v>5</v></c>');
    expect(part(after, sheetPath)).toContain("<f>A2*2</f>");
    expect(part(after, sheetPath)).toContain("<f>A3*2</f>");
    expect(await cellsOf(after)).toEqual([[1], [5], [10], [20]]);
  });

  it("bring the formulas that hang on them up to date, on other sheets too, and ask Excel to do the same", async () => {
    const after = await changed(richWorkbook, change("A2", 4, 40));
    expect((await cellsOf(after))[3]).toEqual([48]);
    expect(part(after, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
    expect(part(after, "xl/calcChain.xml")).toBe(richWorkbook["xl/calcChain.xml"]);
  });

  it("leave the order of calculation out where a formula went", async () => {
    const after = await changed(richWorkbook, change("A4", 12, 13));
    expect(after["xl/calcChain.xml"]).toBeUndefined();
    expect((await cellsOf(after))[3]).toEqual([13]);
  });
});

describe("changes that cannot be made leave the whole file alone", () => {
  const locked = smallWorkbook(
    sheetData('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>').replace(
      "</sheetData>",
      '</sheetData><sheetProtection sheet="1"/>',
    ),
  );
  const array = smallWorkbook(
    sheetData(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    ),
  );
  const plain = smallWorkbook(sheetData('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'));

  it.each<[string, Parts, CellChange, object]>([
    ["another value than was read", plain, change("B1", 3, 4), failed("cellChanged", "Điểm", "B1")],
    ["text where there was a number", plain, change("B1", "2", 4), failed("cellChanged", "Điểm", "B1")],
    ["a sheet that is gone", plain, { ...change("B1", 2, 4), sheet: "Khác" }, failed("sheetGone", "Khác")],
    ["no address", plain, change("B0", null, 4), failed("cellUnknown", "Điểm", "B0")],
    ["a protected sheet", locked, change("B1", 2, 4), failed("sheetProtected", "Điểm")],
    ["a part of an array formula", array, change("A2", 1, 4), failed("cellInArray", "Điểm", "A1")],
  ])("%s", async (_, parts, bad, failure) => {
    const workbook = await open(parts);
    const bytes = workbook.toBytes();
    const failing = workbook.changeCells([change("A1", 1, 9), bad]);
    expect(await failureOf(failing)).toEqual(failure);
    expect(workbook.toBytes()).toBe(bytes);
  });

  it("on a protected sheet, cells that were unlocked for it can be changed", async () => {
    const styles = '<cellXfs count="2"><xf/><xf applyProtection="1"><protection locked="0"/></xf></cellXfs>';
    const unlocked = {
      ...locked,
      ...workbookWithLists(part(locked, sheetPath).replace('r="B1"', 'r="B1" s="1"'), "", styles),
    };
    expect(await cellsOf(await changed(unlocked, change("B1", 2, 4)))).toEqual([[1, 4]]);
  });
});

describe("a sheet of the user's that is added", () => {
  it("stands after their last one, before the report, and holds plain values", async () => {
    const workbook = await open(smallWorkbook(sheetData("")));
    await workbook.writeReport(sampleReport({}));
    await workbook.addUserSheet("Thông tin", [["THÔNG TIN"], [], ["Năm", 2025, null, "=1+1"]]);
    const grids = await workbook.readSheets();
    expect(grids.map(({ name, mark }) => [name, mark?.key])).toEqual([
      ["Điểm", undefined],
      ["Thông tin", undefined],
      ["BC III.1", "III.1"],
    ]);
    expect(grids[1]?.rows.map((cells) => cells.map((cell) => cell && [cell.value, cell.formula]))).toEqual([
      [["THÔNG TIN", null]],
      [],
      [["Năm", null], [2025, null], null, ["=1+1", null]],
    ]);
    const parts = unzip(workbook.toBytes());
    expect(looseEnds(parts)).toEqual({ orphans: [], missing: [], untyped: [] });
    if (schemasArePresent) {
      expect(schemaErrors("xl/worksheets/sheet3.xml", part(parts, "xl/worksheets/sheet3.xml"))).toBe("");
      expect(schemaErrors("xl/workbook.xml", part(parts, "xl/workbook.xml"))).toBe("");
    }
  });

  it.each(["điểm", "a/b", "'a", "", "x".repeat(32), "History"])("not under the name “%s”", async (name) => {
    await expect((await open(smallWorkbook(sheetData("")))).addUserSheet(name, [])).rejects.toBeInstanceOf(HostError);
  });
});

describe("own sheets that a report does not have", () => {
  it("stay with their marks, before the written ones, where the caller says so", async () => {
    const workbook = await open(smallWorkbook(sheetData("")));
    await workbook.writeReport(sampleReport({}, { key: "IV.1", name: "BC IV.1" }));
    const done: string[] = [];
    await workbook.writeReport(sampleReport({ key: "findings", name: "Kiểm tra số liệu", charts: [] }), {
      otherOwnSheets: "keep",
      onProgress: (count, all) => done.push(`${String(count)}/${String(all)}`),
    });
    await workbook.writeReport(sampleReport({}), { otherOwnSheets: "keep" });
    expect((await workbook.readSheets()).map(({ name, mark }) => [name, mark?.key])).toEqual([
      ["Điểm", undefined],
      ["BC IV.1", "IV.1"],
      ["Kiểm tra số liệu", "findings"],
      ["BC III.1", "III.1"],
    ]);
    expect(done).toEqual(["1/1"]);
    expect(looseEnds(unzip(workbook.toBytes()))).toEqual({ orphans: [], missing: [], untyped: [] });
  });
});

describe("looking at a cell", () => {
  it("is remembered and leaves the file as it is", async () => {
    const workbook = await open(smallWorkbook(sheetData("")));
    const bytes = workbook.toBytes();
    expect(workbook.selection()).toBeNull();
    await workbook.selectCell("điểm", "F12");
    expect(workbook.selection()).toEqual({ sheet: "Điểm", cell: "F12" });
    expect(await failureOf(workbook.selectCell("Mất", "A1"))).toEqual(failed("sheetGone", "Mất"));
    expect(workbook.toBytes()).toBe(bytes);
    const stop = await workbook.onUserChange(() => undefined);
    stop();
  });
});
