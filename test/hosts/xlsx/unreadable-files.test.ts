import { strToU8, zipSync } from "fflate";
import * as XLSX from "xlsx";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { failed, failureOf } from "../failure-of";
import { relationships, richWorkbook, sheetData, smallWorkbook } from "./sample-workbook";
import { part, zip } from "./zip-helper";

const open = async (bytes: Uint8Array): Promise<unknown> =>
  (await openXlsx(bytes, () => Promise.reject(new Error("not needed")))).readSheets();

/** The code of the failure with which reading ends. */
const code = async (bytes: Uint8Array): Promise<string> => (await failureOf(open(bytes))).code;

const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)];
const goodFile = zip(smallWorkbook(sheetData("")));

/** Where the directory entry of a part begins, to make it lie. */
function directoryEntry(bytes: Uint8Array, name: string): DataView {
  const wanted = strToU8(name);
  for (let at = 0; at < bytes.length - 46; at++) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    if (view.getUint32(0, true) === 0x02014b50 && wanted.every((byte, index) => bytes[at + 46 + index] === byte))
      return view;
  }
  throw new Error("no such entry");
}

describe("a file that cannot be read is refused with a code that says why", () => {
  it("empty", async () => {
    expect(await code(new Uint8Array())).toBe("empty");
  });

  it("with a password", async () => {
    expect(await code(Uint8Array.from([...compoundFile, ...utf16("EncryptedPackage")]))).toBe("encrypted");
  });

  it("a zip with a password", async () => {
    const bytes = goodFile.slice();
    directoryEntry(bytes, "xl/workbook.xml").setUint16(8, 1, true);
    expect(await code(bytes)).toBe("encrypted");
  });

  it("an .xls", async () => {
    expect(await code(Uint8Array.from([...compoundFile, ...utf16("Workbook")]))).toBe("oldFormat");
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), "A");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xls" }) as ArrayBuffer);
    expect(await code(bytes)).toBe("oldFormat");
  });

  it("an .xlsb", async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), "A");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsb" }) as ArrayBuffer);
    expect(await code(bytes)).toBe("binaryFormat");
  });

  it.each([
    ["text", strToU8("STT;Tên\n1;Sở Y tế")],
    ["a single byte", Uint8Array.of(80)],
    ["a zip with something else", zip({ "a.txt": "b" })],
    ["an empty zip", zipSync({})],
    [
      "a text document",
      zip({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(["rId1", "officeDocument", "word/document.xml"]),
        "word/document.xml": '<w:document xmlns:w="x"/>',
      }),
    ],
  ])("no workbook: %s", async (_, bytes) => {
    expect(await code(bytes)).toBe("notWorkbook");
  });

  it("truncated at any place", async () => {
    const whole = zip(richWorkbook);
    for (let length = 4; length < whole.length; length += 997) {
      expect(await code(whole.slice(0, length))).toBe("truncated");
    }
  });

  it("with a damaged part", async () => {
    const broken = (parts: Record<string, string>) => code(zip({ ...smallWorkbook(sheetData("")), ...parts }));
    expect(await broken({ "xl/workbook.xml": "<workbook><sheets>" })).toBe("broken");
    expect(await broken({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData></worksheet>" })).toBe("broken");
    expect(await broken({ "xl/worksheets/sheet1.xml": "" })).toBe("broken");
    expect(await broken({ "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })).toBe("broken");
    const twice = relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet1.xml"],
    );
    expect(
      await broken({
        "xl/workbook.xml": part(smallWorkbook(""), "xl/workbook.xml").replace(
          "</sheets>",
          '<sheet name="B" sheetId="9" r:id="rId2"/></sheets>',
        ),
        "xl/_rels/workbook.xml.rels": twice,
      }),
    ).toBe("broken");
    const changed = goodFile.slice();
    const entry = directoryEntry(changed, "xl/worksheets/sheet1.xml");
    entry.setUint32(16, 12345, true);
    expect(await code(changed)).toBe("broken");
  });

  it("a zip bomb: a large part of nothing", async () => {
    const parts = Object.fromEntries(
      Object.entries(smallWorkbook(sheetData(""))).map(([path, text]) => [path, strToU8(text)]),
    );
    const bomb = zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(11 * 1024 * 1024) });
    expect(await code(bomb)).toBe("tooLarge");
    const harmless = zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(9 * 1024 * 1024) });
    await open(harmless);
  });

  it("a zip bomb: more than 200 MB in all", async () => {
    const bytes = goodFile.slice();
    directoryEntry(bytes, "xl/worksheets/sheet1.xml").setUint32(24, 201 * 1024 * 1024, true);
    expect(await code(bytes)).toBe("tooLarge");
  });

  it("a zip bomb: a part larger than it says", async () => {
    const bytes = zip(smallWorkbook(sheetData(" ".repeat(5_000_000))));
    directoryEntry(bytes, "xl/worksheets/sheet1.xml").setUint32(24, 1000, true);
    expect(await code(bytes)).toBe("tooLarge");
  });

  it("cells strewn over the whole sheet", async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) => `<row r="${String(index + 1)}"><c r="XFD${String(index + 1)}"><v>1</v></c></row>`,
    );
    expect(await failureOf(open(zip(smallWorkbook(sheetData(rows.join(""))))))).toEqual(
      failed("sheetTooLarge", "Điểm"),
    );
  });
});
