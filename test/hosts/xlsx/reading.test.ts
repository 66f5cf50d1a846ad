import * as XLSX from "xlsx";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import type { GridCell, SheetGrid } from "../../../src/data/grid";
import { failed, failureOf } from "../failure-of";
import { sampleReport } from "./sample-report";
import { relationships, richWorkbook, sheetData, smallWorkbook, workbookWithLists, worksheet } from "./sample-workbook";
import { zip, type Parts } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("the library is not needed here"));

async function read(parts: Parts): Promise<SheetGrid> {
  const workbook = await openXlsx(zip(parts), noLibrary);
  const [sheet] = await workbook.readSheets();
  if (!sheet) throw new Error("no sheet");
  return sheet;
}

async function cellsOf(rows: string): Promise<(GridCell | null)[]> {
  const grid = await read(smallWorkbook(sheetData(rows)));
  return [...(grid.rows[0] ?? [])];
}

const row = (...cells: readonly string[]): string => `<row r="1">${cells.join("")}</row>`;
const values = (cells: readonly (GridCell | null)[]) => cells.map((cell) => (cell ? [cell.type, cell.value] : null));

describe("cells", () => {
  it("have the type and value that the file gives them", async () => {
    const cells = await cellsOf(
      row(
        '<c r="A1"><v>95.895</v></c>',
        '<c r="B1" t="n"><v>1.5E-3</v></c>',
        '<c r="C1" t="b"><v>1</v></c>',
        '<c r="D1" t="e"><v>#DIV/0!</v></c>',
        '<c r="E1" t="inlineStr"><is><t xml:space="preserve"> Sở Y tế </t></is></c>',
        '<c r="F1" t="inlineStr"><is><r><t>Sở </t></r><r><rPr><b/></rPr><t>Y tế</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
        '<c r="G1" t="str"><f>A1&amp;"x"</f><v>95.895x</v></c>',
        '<c r="H1" t="d"><v>2020-12-31T12:00:00</v></c>',
      ),
    );
    expect(values(cells)).toEqual([
      ["number", 95.895],
      ["number", 0.0015],
      ["boolean", true],
      ["error", "#DIV/0!"],
      ["text", " Sở Y tế "],
      ["text", "Sở Y tế"],
      ["text", "95.895x"],
      ["number", 44196.5],
    ]);
    expect(cells[6]?.formula).toBe('A1&"x"');
    expect(cells[7]?.format).toBe("m/d/yyyy");
  });

  it.each(["1", "true"])(
    "hold the numbers that they hold where days count from 1904 (%s), and say so",
    async (value) => {
      const parts = smallWorkbook(
        sheetData(
          row('<c r="A1"><v>42855</v></c>', '<c r="B1" t="d"><v>1904-01-02</v></c>', '<c r="C1" t="b"><v>1</v></c>'),
        ),
      );
      const workbook = String(parts["xl/workbook.xml"]).replace(
        "<sheets>",
        `<workbookPr date1904="${value}"/><sheets>`,
      );
      const grid = await read({ ...parts, "xl/workbook.xml": workbook });
      expect(grid.rows[0]?.map((cell) => [cell?.value, cell?.date1904])).toEqual([
        [42855, true],
        [1, true],
        [true, undefined],
      ]);
    },
  );

  it("that hold only a style are empty, however far away", async () => {
    const grid = await read(
      smallWorkbook(
        sheetData(
          `${row('<c r="A1"><v>1</v></c>', '<c r="C1" s="0"/>')}<row r="1048576"><c r="XFD1048576" s="0"/></row>`,
        ),
      ),
    );
    expect(grid.rows).toEqual([[{ type: "number", value: 1, format: "General", formula: null }]]);
  });

  it("at the far end of the sheet are read without filling the memory", async () => {
    const grid = await read(smallWorkbook(sheetData(`<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`)));
    expect(grid.rows[1048575]?.[16383]?.value).toBe(7);
    expect(grid.rows[5]).toEqual([]);
  });

  it("without addresses follow one another", async () => {
    const grid = await read(
      smallWorkbook(sheetData("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")),
    );
    expect(grid.rows.map((cells) => cells.map((cell) => cell?.value))).toEqual([[1, 2], [3]]);
  });

  it("with an empty text constant are empty, with a formula that gives an empty text are not", async () => {
    const cells = await cellsOf(
      row('<c r="A1" t="inlineStr"><is><t></t></is></c>', '<c r="B1" t="str"><f>""</f><v></v></c>'),
    );
    expect(values(cells)).toEqual([null, ["text", ""]]);
  });

  it("with a formula that the file has no value for have the value null where it cannot be computed", async () => {
    const cells = await cellsOf(
      row('<c r="A1"><f>SUM(B1:C1)</f></c>', '<c r="B1" t="str"><f>X()</f></c>', '<c r="C1"><f>1+1</f><v/></c>'),
    );
    expect(values(cells)).toEqual([
      ["number", null],
      ["number", null],
      ["number", null],
    ]);
    expect(cells[0]?.formula).toBe("SUM(B1:C1)");
  });

  it("that share a formula each have their own", async () => {
    const cells = await cellsOf(
      row(
        '<c r="A1"><f t="shared" ref="A1:C1" si="0">A2+$A$2+A$2+LOG10(A2)+\'A1 b\'!A2&amp;"A1"</f><v>1</v></c>',
        '<c r="B1"><f t="shared" si="0"/><v>2</v></c>',
      ),
    );
    expect(cells.map((cell) => cell?.formula)).toEqual([
      "A2+$A$2+A$2+LOG10(A2)+'A1 b'!A2&\"A1\"",
      "B2+$A$2+B$2+LOG10(B2)+'A1 b'!B2&\"A1\"",
    ]);
  });
});

describe("texts in the shared list", () => {
  it("are joined from their runs, without readings, escapes undone", async () => {
    const grid = await read(
      workbookWithLists(
        sheetData(row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="D1" t="s"><v>2</v></c>')),
        `<si><r><t xml:space="preserve">Sở </t></r><r><t>Nội vụ</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D_b &lt; “c”</t></si><si><t><![CDATA[x & y]]></t></si>`,
        "",
      ),
    );
    expect(grid.rows[0]?.map((cell) => cell?.value)).toEqual(["Sở Nội vụ", "a\rb < “c”", undefined, "x & y"]);
  });
});

describe("a sheet's entry without a part, such as a module of macros", () => {
  const withEntry = (sheet: string, ...more: [id: string, kind: string, target: string][]): Record<string, string> => {
    const parts = smallWorkbook(sheetData(row('<c r="A1"><v>7</v></c>')));
    const edited = (path: string, before: string, added: string): string => {
      const text = String(parts[path]);
      expect(text).toContain(before);
      return text.replace(before, added + before);
    };
    const added = /<Relationship .*\/>/s.exec(relationships(...more))?.[0] ?? "";
    return {
      ...Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, String(text)])),
      "xl/workbook.xml": edited("xl/workbook.xml", "</sheets>", sheet),
      "xl/_rels/workbook.xml.rels": edited("xl/_rels/workbook.xml.rels", "</Relationships>", added),
    };
  };

  it.each([
    ["no relationship", withEntry('<sheet name="Module1" sheetId="77"/>')],
    ["an empty relationship", withEntry('<sheet name="Module1" sheetId="77" state="veryHidden" r:id=""/>')],
    ["an unknown relationship", withEntry('<sheet name="Module1" sheetId="77" r:id="rId777"/>')],
    [
      "a relationship to nothing",
      withEntry('<sheet name="Module1" sheetId="77" r:id="rId777"/>', ["rId777", "worksheet", "worksheets/none.xml"]),
    ],
  ])("is a sheet without cells whose name is taken: %s", async (_, parts) => {
    const workbook = await openXlsx(zip(parts), noLibrary);
    const grids = await workbook.readSheets();
    expect(grids.map(({ name, rows }) => [name, rows.length])).toEqual([
      [grids[0]?.name, 1],
      ["Module1", 0],
    ]);
    await workbook.writeReport(sampleReport());
    expect((await workbook.readSheets()).map(({ name }) => name)).toEqual([grids[0]?.name, "Module1", "BC III.1"]);
  });
});

describe("a cell that names a text of the list", () => {
  const withText = (cell: string) => workbookWithLists(sheetData(row(cell)), "<si><t>đầu tiên</t></si>", "");

  it.each([
    '<c r="A1" t="s"/>',
    '<c r="A1" t="s"><v/></c>',
    '<c r="A1" t="s"><v></v></c>',
    '<c r="A1" t="s"><v> </v></c>',
  ])("is blank where it names none: %s", async (cell) => {
    expect((await read(withText(cell))).rows).toEqual([]);
  });

  it.each(["1", "-1", "0.5", "1e0", "0x0", "abc", "99999999999999999999"])(
    "makes the file a damaged one where the list has no text number %s",
    async (index) => {
      expect(await failureOf(read(withText(`<c r="A1" t="s"><v>${index}</v></c>`)))).toEqual(
        failed("textMissing", "Điểm", "A1"),
      );
    },
  );
});

describe("number formats", () => {
  it("come as en-US codes, built-in ones too", async () => {
    const xf = (id: number): string => `<xf numFmtId="${String(id)}" fontId="0" fillId="0" borderId="0"/>`;
    const grid = await read(
      workbookWithLists(
        sheetData(row(...[0, 1, 2, 3, 4, 99].map((style) => `<c s="${String(style)}"><v>1</v></c>`))),
        "",
        `<numFmts><numFmt numFmtId="164" formatCode="0.0&quot; điểm&quot;"/><numFmt numFmtId="165" formatCode="GENERAL"/></numFmts><cellXfs>${[0, 14, 164, 165, 49].map(xf).join("")}</cellXfs>`,
      ),
    );
    expect(grid.rows[0]?.map((cell) => cell?.format)).toEqual([
      "General",
      "m/d/yyyy",
      '0.0" điểm"',
      "General",
      "@",
      "General",
    ]);
  });
});

describe("sheets", () => {
  it("say whether they are protected", async () => {
    const protectedSheet = await read(smallWorkbook(worksheet('<sheetData/><sheetProtection sheet="1" objects="1"/>')));
    const open = await read(smallWorkbook(worksheet('<sheetData/><sheetProtection objects="1"/>')));
    expect([protectedSheet.protected, open.protected]).toEqual([true, false]);
  });

  it("come in the workbook's order with their names; a chart sheet has no cells", async () => {
    const workbook = await openXlsx(zip(richWorkbook), noLibrary);
    const sheets = await workbook.readSheets();
    expect(sheets.map(({ name, visible, rows, mark }) => [name, visible, rows.length, mark])).toEqual([
      ["Điểm", true, 4, null],
      ["Ẩn", false, 1, null],
      ['Đồ thị & "hình"', true, 0, null],
    ]);
    expect(sheets[0]?.rows[0]?.[0]?.format).toBe('0.000" điểm"');
  });

  it("written with prefixes, in the strict dialect and in UTF-16 are read too", async () => {
    const prefixed = smallWorkbook(
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Tổng</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect((await read(prefixed)).rows[0]?.[0]?.value).toBe("Tổng");
    const strict = Object.fromEntries(
      Object.entries(smallWorkbook(sheetData(row('<c r="A1"><v>5</v></c>')))).map(([path, text]) => [
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
    expect((await read(strict)).rows[0]?.[0]?.value).toBe(5);
  });

  it("made by SheetJS read as they were meant", async () => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([
      ["STT", "Tên", 8.5],
      [true, "13,5", null],
    ]);
    XLSX.utils.book_append_sheet(book, sheet, "Bảng chấm điểm");
    for (const bookSST of [true, false]) {
      const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx", bookSST }) as ArrayBuffer);
      const grids = await (await openXlsx(bytes, noLibrary)).readSheets();
      expect(grids[0]?.rows.map((cells) => cells.map((cell) => cell?.value ?? null))).toEqual([
        ["STT", "Tên", 8.5],
        [true, "13,5"],
      ]);
    }
  });
});
