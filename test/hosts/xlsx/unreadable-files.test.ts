import { strToU8, zipSync } from "fflate";
import * as XLSX from "xlsx";
import { HostError } from "../../../src/data/host-error";
import { xlsxMessages } from "../../../src/ooxml/messages";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { relationships, richWorkbook, sheetData, smallWorkbook } from "./sample-workbook";
import { part, zip } from "./zip-helper";

/** The sentence with which reading ends. */
async function sentence(bytes: Uint8Array): Promise<string> {
  try {
    const workbook = await openXlsx(bytes, () => Promise.reject(new Error("not needed")));
    await workbook.readSheets();
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    return (error as HostError).message;
  }
  return "no error";
}

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

describe("a file that cannot be read ends in one sentence", () => {
  it("empty", async () => {
    expect(await sentence(new Uint8Array())).toBe(xlsxMessages.empty.vi);
  });

  it("with a password", async () => {
    expect(await sentence(Uint8Array.from([...compoundFile, ...utf16("EncryptedPackage")]))).toBe(
      xlsxMessages.encrypted.vi,
    );
  });

  it("a zip with a password", async () => {
    const bytes = goodFile.slice();
    directoryEntry(bytes, "xl/workbook.xml").setUint16(8, 1, true);
    expect(await sentence(bytes)).toBe(xlsxMessages.encrypted.vi);
  });

  it("an .xls", async () => {
    expect(await sentence(Uint8Array.from([...compoundFile, ...utf16("Workbook")]))).toBe(xlsxMessages.oldFormat.vi);
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), "A");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xls" }) as ArrayBuffer);
    expect(await sentence(bytes)).toBe(xlsxMessages.oldFormat.vi);
  });

  it("an .xlsb", async () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), "A");
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsb" }) as ArrayBuffer);
    expect(await sentence(bytes)).toBe(xlsxMessages.binaryFormat.vi);
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
    expect(await sentence(bytes)).toBe(xlsxMessages.notWorkbook.vi);
  });

  it("truncated at any place", async () => {
    const whole = zip(richWorkbook);
    for (let length = 4; length < whole.length; length += 997) {
      expect(await sentence(whole.slice(0, length))).toBe(xlsxMessages.truncated.vi);
    }
  });

  it("with a damaged part", async () => {
    const broken = (parts: Record<string, string>) => sentence(zip({ ...smallWorkbook(sheetData("")), ...parts }));
    expect(await broken({ "xl/workbook.xml": "<workbook><sheets>" })).toBe(xlsxMessages.broken.vi);
    expect(await broken({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData></worksheet>" })).toBe(
      xlsxMessages.broken.vi,
    );
    expect(await broken({ "xl/worksheets/sheet1.xml": "" })).toBe(xlsxMessages.broken.vi);
    expect(await broken({ "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })).toBe(
      xlsxMessages.broken.vi,
    );
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
    ).toBe(xlsxMessages.broken.vi);
    const changed = goodFile.slice();
    const entry = directoryEntry(changed, "xl/worksheets/sheet1.xml");
    entry.setUint32(16, 12345, true);
    expect(await sentence(changed)).toBe(xlsxMessages.broken.vi);
  });

  it("a zip bomb: a large part of nothing", async () => {
    const parts = Object.fromEntries(
      Object.entries(smallWorkbook(sheetData(""))).map(([path, text]) => [path, strToU8(text)]),
    );
    const bomb = zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(11 * 1024 * 1024) });
    expect(await sentence(bomb)).toBe(xlsxMessages.tooLarge.vi);
    const harmless = zipSync({ ...parts, "xl/media/a.bin": new Uint8Array(9 * 1024 * 1024) });
    expect(await sentence(harmless)).toBe("no error");
  });

  it("a zip bomb: more than 200 MB in all", async () => {
    const bytes = goodFile.slice();
    directoryEntry(bytes, "xl/worksheets/sheet1.xml").setUint32(24, 201 * 1024 * 1024, true);
    expect(await sentence(bytes)).toBe(xlsxMessages.tooLarge.vi);
  });

  it("a zip bomb: a part larger than it says", async () => {
    const bytes = zip(smallWorkbook(sheetData(" ".repeat(5_000_000))));
    directoryEntry(bytes, "xl/worksheets/sheet1.xml").setUint32(24, 1000, true);
    expect(await sentence(bytes)).toBe(xlsxMessages.tooLarge.vi);
  });

  it("cells strewn over the whole sheet", async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) => `<row r="${String(index + 1)}"><c r="XFD${String(index + 1)}"><v>1</v></c></row>`,
    );
    expect(await sentence(zip(smallWorkbook(sheetData(rows.join("")))))).toBe(
      xlsxMessages.sheetTooLarge.vi.replace("{sheet}", "Điểm"),
    );
  });
});
