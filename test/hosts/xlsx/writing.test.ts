import * as XLSX from "xlsx";
import type { Report } from "../../../src/data/pages";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { failed, failureOf } from "../failure-of";
import { agencies, cell, sampleReport, sampleSheet } from "./sample-report";
import { richWorkbook, sheetData, smallWorkbook, workbookWithLists } from "./sample-workbook";
import { schemaErrors, schemasArePresent } from "./schema-helper";
import { looseEnds, part, unzip, zip, type Parts } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("the library is not needed for writing"));

async function written(parts: Parts, report: Report): Promise<Parts> {
  const workbook = await openXlsx(zip(parts), noLibrary);
  await workbook.writeReport(report);
  return unzip(workbook.toBytes());
}

const twoSheets = sampleReport({}, { key: "IV.1", name: "BC IV.1", charts: ["bar"] });

describe("a report written into a user's workbook", () => {
  it("leaves the file as it is until something is written", async () => {
    const bytes = zip(richWorkbook);
    expect((await openXlsx(bytes, noLibrary)).toBytes()).toBe(bytes);
  });

  it("leaves every part of the user's byte for byte, validations with “<” and charts among them", async () => {
    const after = await written(richWorkbook, twoSheets);
    const changed = Object.keys(richWorkbook).filter((path) => after[path] !== richWorkbook[path]);
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
    ]);
    expect(Object.keys(after).filter((path) => richWorkbook[path] === undefined)).toEqual([
      "xl/charts/chart3.xml",
      "xl/charts/chart4.xml",
      "xl/charts/chart5.xml",
      "xl/drawings/_rels/drawing3.xml.rels",
      "xl/drawings/_rels/drawing4.xml.rels",
      "xl/drawings/drawing3.xml",
      "xl/drawings/drawing4.xml",
      "xl/worksheets/_rels/sheet3.xml.rels",
      "xl/worksheets/_rels/sheet4.xml.rels",
      "xl/worksheets/sheet3.xml",
      "xl/worksheets/sheet4.xml",
    ]);
  });

  it("leaves a part alone that has the name of the new styles but belongs to nobody", async () => {
    const before = { ...smallWorkbook(sheetData("")), "xl/styles.xml": "<styleSheet/>" };
    const after = await written(before, twoSheets);
    expect(after["xl/styles.xml"]).toBe("<styleSheet/>");
    expect(part(after, "xl/styles1.xml")).toContain("<cellXfs");
    expect(part(after, "xl/_rels/workbook.xml.rels")).toContain('Target="styles1.xml"');
    expect(part(after, "[Content_Types].xml").match(/PartName="\/xl\/styles1?\.xml"/g)).toHaveLength(1);
  });

  it("changes nothing in workbook.xml but the lists of sheets and names", async () => {
    const without = (text: string) => text.replace(/<sheet .*<\/definedNames>/s, "");
    const after = part(await written(richWorkbook, twoSheets), "xl/workbook.xml");
    const before = part(richWorkbook, "xl/workbook.xml");
    expect(without(after)).toBe(without(before));
    const lists = /<sheets>(.*)<\/sheets><definedNames>(.*)<\/definedNames>/s;
    const [, oldSheets = "", oldNames = ""] = lists.exec(before) ?? [];
    const [, newSheets = "", newNames = ""] = lists.exec(after) ?? [];
    expect(newSheets).toBe(
      `${oldSheets}<sheet name="BC III.1" sheetId="10" r:id="rId7"/><sheet name="BC IV.1" sheetId="11" r:id="rId8"/>`,
    );
    expect(newNames).toBe(
      `${oldNames}<definedName name="_PARINDEX_WORKBOOK" hidden="1">&quot;w&quot;</definedName>` +
        `<definedName name="_PARINDEX" localSheetId="3" hidden="1">&quot;2|III.1|BC III.1|75|4|w|10|&quot;</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="3">&apos;BC III.1&apos;!$3:$3</definedName>`.replaceAll(
          "&apos;",
          "'",
        ) +
        `<definedName name="_PARINDEX" localSheetId="4" hidden="1">&quot;2|IV.1|BC IV.1|50|4|w|11|&quot;</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="4">'BC IV.1'!$3:$3</definedName>`,
    );
  });

  it("only appends to styles.xml", async () => {
    const after = part(await written(richWorkbook, twoSheets), "xl/styles.xml");
    const before = part(richWorkbook, "xl/styles.xml");
    const cellXfs = (text: string) => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(text)?.[1] ?? "";
    expect(cellXfs(after).startsWith(cellXfs(before))).toBe(true);
    const ending = (text: string) => text.slice(text.indexOf("<cellStyles"));
    expect(ending(after)).toBe(ending(before));
    for (const [, list = "", count, inside = ""] of after.matchAll(
      /<(fonts|fills|borders|cellXfs)\b[^>]*?count="(\d+)"[^>]*>(.*?)<\/\1>/gs,
    )) {
      const entries = inside.match(new RegExp(`<${list === "cellXfs" ? "xf" : list.slice(0, -1)}[ >]`, "g"));
      expect([list, entries?.length]).toEqual([list, Number(count)]);
    }
  });

  it("leaves no loose ends: every part typed, reached, and there", async () => {
    expect(looseEnds(await written(richWorkbook, twoSheets))).toEqual({ orphans: [], missing: [], untyped: [] });
  });

  it("keeps the user's sheets first and in front", async () => {
    const workbook = await openXlsx(zip(richWorkbook), noLibrary);
    await workbook.writeReport(twoSheets);
    const names = (await workbook.readSheets()).map(({ name }) => name);
    expect(names).toEqual(["Điểm", "Ẩn", 'Đồ thị & "hình"', "BC III.1", "BC IV.1"]);
    const after = unzip(workbook.toBytes());
    expect(part(after, "xl/workbook.xml")).toContain('activeTab="1"');
    expect(part(after, "xl/worksheets/sheet3.xml")).not.toContain("tabSelected");
  });

  it("refuses a name that a sheet of the user's has, in any case, and changes nothing", async () => {
    const workbook = await openXlsx(zip(richWorkbook), noLibrary);
    expect(await failureOf(workbook.writeReport(sampleReport({ name: "ĐIỂM" })))).toEqual(failed("nameTaken", "ĐIỂM"));
    expect(unzip(workbook.toBytes())).toEqual(richWorkbook);
  });
});

describe("what is written is valid", () => {
  const check = schemasArePresent ? it : it.skip;
  if (!schemasArePresent) console.warn("schemas/ooxml is not there: validity is not checked");

  const books: [string, Parts][] = [
    ["a rich workbook", richWorkbook],
    ["a workbook without styles and names", smallWorkbook(sheetData(""))],
    ["a workbook with an empty style sheet", workbookWithLists(sheetData(""), "", "")],
    [
      "a workbook with an empty list of names",
      smallWorkbook(sheetData(""), {
        "xl/workbook.xml": part(smallWorkbook(""), "xl/workbook.xml").replace(
          "</sheets>",
          "</sheets><definedNames/><calcPr/>",
        ),
      }),
    ],
  ];
  check.each(books)("in %s", async (_, parts) => {
    const after = await written(parts, twoSheets);
    const changed = Object.keys(after).filter(
      (path) => after[path] !== parts[path] && /^xl\/(?!_rels).*(?<!\.rels)$/.test(path),
    );
    expect(changed.length).toBeGreaterThan(6);
    expect(changed.map((path) => schemaErrors(path, after[path] ?? "")).filter((errors) => errors !== "")).toEqual([]);
    expect(looseEnds(after)).toEqual({ orphans: [], missing: [], untyped: [] });
  });

  it("in a workbook with prefixes: new elements carry them", async () => {
    const prefixed = Object.fromEntries(
      Object.entries(workbookWithLists(sheetData(""), "", "")).map(([path, text]) => [
        path,
        /^xl\/(workbook|styles)/.test(path)
          ? text.replace(/<(\/?)([a-z])/gi, "<$1x:$2").replace("xmlns=", "xmlns:x=")
          : text,
      ]),
    );
    const after = await written(prefixed, twoSheets);
    for (const path of ["xl/workbook.xml", "xl/styles.xml"]) {
      expect(
        part(after, path)
          .match(/<\/?[a-z]+(?!:)[ >/]/gi)
          ?.filter((tag) => !tag.includes("x:")),
      ).toBeUndefined();
    }
    if (schemasArePresent) expect(schemaErrors("xl/styles.xml", part(after, "xl/styles.xml"))).toBe("");
  });

  it("in a strict workbook: new parts speak the strict dialect", async () => {
    const strict = Object.fromEntries(
      Object.entries(smallWorkbook(sheetData(""))).map(([path, text]) => [
        path,
        text
          .replaceAll(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
          )
          .replaceAll(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
          ),
      ]),
    );
    const after = await written(strict, twoSheets);
    const ours = Object.entries(after).filter(([path, text]) => path.startsWith("xl/") && text !== strict[path]);
    const transitional = /http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument|drawingml)/;
    expect(ours.filter(([, text]) => transitional.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe("cells", () => {
  const reportOf = (...cells: ReturnType<typeof cell>[]): Report => ({
    identity: "w",
    sheets: [
      { ...sampleSheet({ charts: [] }), blocks: [{ kind: "cells", row: 0, column: 0, cells: [cells], merges: [] }] },
    ],
  });
  const sheetXml = async (...cells: ReturnType<typeof cell>[]) =>
    part(await written(smallWorkbook(sheetData("")), reportOf(...cells)), "xl/worksheets/sheet2.xml");

  it("with a formula have a cached value of its real type", async () => {
    const xml = await sheetXml(
      cell(95.895, {}, "SUM(A1:A3)"),
      cell("Sở Y tế", {}, "'Điểm'!B1&\"<\""),
      cell("", {}, '""'),
      cell(true, {}, "1=1"),
      cell(null, {}, "B1"),
    );
    expect(xml).toContain('<c r="A1" s="1"><f>SUM(A1:A3)</f><v>95.895</v></c>');
    expect(xml).toContain('<c r="B1" s="1" t="str"><f>\'Điểm\'!B1&amp;&quot;&lt;&quot;</f><v>Sở Y tế</v></c>');
    expect(xml).toContain('<c r="C1" s="1" t="str"><f>&quot;&quot;</f><v></v></c>');
    expect(xml).toContain('<c r="D1" s="1" t="b"><f>1=1</f><v>1</v></c>');
    expect(xml).toContain('<c r="E1" s="1"><f>B1</f></c>');
  });

  it("with text stay text, whatever it begins with and contains", async () => {
    const texts = ["=1+1", "+84", "-5", "@x", "8,5", " hai  cách ", "dòng 1\ndòng 2", "_x0041_", "<&>\"'", "a\u0001b"];
    const workbook = await openXlsx(zip(smallWorkbook(sheetData(""))), noLibrary);
    await workbook.writeReport(reportOf(...texts.map((text) => cell(text))));
    const [, sheet] = await workbook.readSheets();
    expect(sheet?.rows[0]?.map((found) => [found?.type, found?.value, found?.formula])).toEqual(
      texts.map((text) => ["text", text.replace("\u0001", ""), null]),
    );
    const other = XLSX.read(workbook.toBytes(), { type: "array" }).Sheets["BC III.1"] as XLSX.WorkSheet;
    expect(texts.map((_, index) => (other[XLSX.utils.encode_cell({ r: 0, c: index })] as XLSX.CellObject).t)).toEqual(
      texts.map(() => "s"),
    );
  });

  it("with text that looks like a formula stay text when they are edited", async () => {
    const after = await written(smallWorkbook(sheetData("")), reportOf(cell("=1+1"), cell("1+1")));
    expect(part(after, "xl/styles.xml").match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  it("without a finite number are blank rather than damage", async () => {
    const xml = await sheetXml(cell(Number.NaN), cell(Number.POSITIVE_INFINITY), cell(null));
    expect(xml).toContain(
      '<row r="1" ht="40" customHeight="1"><c r="A1" s="1"/><c r="B1" s="1"/><c r="C1" s="1"/></row>',
    );
  });

  it("link to places in the workbook", async () => {
    const xml = await sheetXml({ ...cell("xem"), link: { sheet: "Điểm \"'1'\"", cell: "F12" } });
    expect(xml).toContain("<hyperlink ref=\"A1\" location=\"'Điểm &quot;''1''&quot;'!F12\"/>");
  });

  it("read back as they were written, by this program and by another", async () => {
    const workbook = await openXlsx(zip(richWorkbook), noLibrary);
    await workbook.writeReport(twoSheets);
    const sheet = (await workbook.readSheets()).find(({ name }) => name === "BC III.1");
    expect(sheet?.mark).toEqual({ key: "III.1", name: "BC III.1", rows: 75, columns: 4 });
    expect(sheet?.rows[3]?.map((found) => [found?.value, found?.formula, found?.format])).toEqual([
      [1, "RANK(C4,$C$4:$C$25)", "General"],
      [agencies[0], null, "General"],
      [95.895, null, "General"],
      [95.895, "ROUND(C4/100*100,3)", "0.00"],
    ]);
    const other = XLSX.read(workbook.toBytes(), { type: "array" }).Sheets["BC III.1"] as XLSX.WorkSheet;
    expect((other["D4"] as XLSX.CellObject).t).toBe("n");
    expect((other["D4"] as XLSX.CellObject).v).toBe(95.895);
    expect(other["!merges"]).toHaveLength(1);
  });
});

describe("charts", () => {
  it("are native, with title, labels on every bar, references and their values", async () => {
    const after = await written(smallWorkbook(sheetData("")), sampleReport());
    const column = part(after, "xl/charts/chart1.xml");
    expect(column).toContain("<a:t>Biểu đồ 01: Kết quả Chỉ số CCHC của các đơn vị cấp tỉnh năm 2020</a:t>");
    expect(column).toContain('<c:barDir val="col"/>');
    expect(column).toContain(
      '<c:f>\'BC III.1\'!$C$4:$C$25</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="22"/><c:pt idx="0"><c:v>95.895</c:v></c:pt>',
    );
    expect(column).toContain(
      '<c:f>\'BC III.1\'!$B$4:$B$25</c:f><c:strCache><c:ptCount val="22"/><c:pt idx="0"><c:v>Văn phòng UBND tỉnh</c:v></c:pt>',
    );
    expect(column).toContain("<c:f>'BC III.1'!$C$3</c:f>");
    expect(column).toContain('<c:showVal val="1"/>');
    expect(column).toContain('<c:max val="100"/><c:min val="0"/>');
    expect(column).toContain('rot="-2700000"');
    expect(/<c:dLbls>.*<\/c:dLbls>/s.exec(column)?.[0]).toContain('rot="-5400000"');
    const bar = part(after, "xl/charts/chart2.xml");
    expect(bar).toContain('<c:barDir val="bar"/>');
    expect(bar).toContain('<c:orientation val="maxMin"/>');
    expect(bar).toContain('<c:crosses val="max"/>');
    expect(bar).not.toContain("smooth");
    expect(bar.match(/<c:invertIfNegative val="0"\/><c:dLbls>/g)).toHaveLength(2);
  });
});
