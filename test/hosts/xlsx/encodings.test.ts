import { strToU8, unzipSync, zipSync } from "fflate";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { decodeXml, encodeXml } from "../../../src/ooxml/xml-text";
import { failed, failureIn, failureOf } from "../failure-of";
import { sampleReport } from "./sample-report";
import { sheetData, smallWorkbook } from "./sample-workbook";

const noLibrary = (): Promise<never> => Promise.reject(new Error("not needed"));

type Encoder = (text: string) => Uint8Array;
const utf16 =
  (littleEndian: boolean): Encoder =>
  (text) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
    return new Uint8Array(view.buffer);
  };
const utf32: Encoder = (text) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]));
const latin1: Encoder = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const withMark =
  (encode: Encoder): Encoder =>
  (text) =>
    encode(`\uFEFF${text}`);

const declared = (encoding: string | null, content = "Bảng Đ"): string =>
  `<?xml version="1.0"${encoding === null ? "" : ` encoding="${encoding}"`} standalone="yes"?><a b="${content}"/>`;

describe("the encoding of a part", () => {
  it.each<[string, Encoder, string | null]>([
    ["UTF-8 without declaration", strToU8, null],
    ["UTF-8", strToU8, "utf-8"],
    ["UTF-8 with a mark", withMark(strToU8), "UTF-8"],
    ["a mark of UTF-8 against its declaration", withMark(strToU8), "ISO-8859-1"],
    ["UTF-16, little end first, with a mark", withMark(utf16(true)), "UTF-16"],
    ["UTF-16, big end first, with a mark", withMark(utf16(false)), "UTF-16BE"],
    ["UTF-16, little end first, without a mark", utf16(true), "UTF-16"],
    ["UTF-16, big end first, without a mark", utf16(false), "UTF-16"],
    ["UTF-16 without a mark or a declaration", utf16(false), null],
    ["UTF-16 that says it were UTF-8", withMark(utf16(true)), "UTF-8"],
    ["UTF-8 that says it were UTF-16", strToU8, "UTF-16"],
    ["UTF-8 that says it were UTF-16LE", strToU8, "utf-16le"],
  ])("is seen: %s", (_, encode, encoding) => {
    expect(decodeXml(encode(declared(encoding)))).toBe(declared(encoding));
  });

  it("is declared: Western, Vietnamese, Japanese", () => {
    expect(decodeXml(latin1(declared("ISO-8859-1", "Café")))).toBe(declared("ISO-8859-1", "Café"));
    // A letter and its tone mark, as the Vietnamese page of Windows has them.
    const vietnamese = decodeXml(Uint8Array.from([...latin1(declared("windows-1258", "S")), 0xf5, 0xd2]));
    expect(vietnamese.normalize("NFC")).toBe(`${declared("windows-1258", "S")}ở`);
    const quoted = "<?xml version='1.0' encoding = 'Shift_JIS' ?><a>";
    expect(decodeXml(Uint8Array.from([...latin1(quoted), 0x93, 0xfa]))).toBe(`${quoted}日`);
  });

  it.each<[string, Uint8Array]>([
    ["an unknown name", strToU8(declared("x-tcvn"))],
    ["UTF-32", utf32(declared("UTF-32"))],
    ["EBCDIC", Uint8Array.of(0x4c, 0x6f, 0xa7, 0x94, 0x93)],
  ])("that nobody knows is refused in a sentence of its own: %s", (_, bytes) => {
    expect(failureIn(() => decodeXml(bytes))).toEqual(failed("unknownEncoding"));
  });

  it("that the bytes are not in is damage", () => {
    expect(failureIn(() => decodeXml(latin1(declared("UTF-8", "Café"))))).toEqual(failed("broken"));
    expect(failureIn(() => decodeXml(latin1(declared(null, "Café"))))).toEqual(failed("broken"));
    expect(failureIn(() => decodeXml(utf16(true)("<a>").slice(0, 5)))).toEqual(failed("broken"));
  });

  it("is UTF-8 in what we write, and said to be", () => {
    const written = (encoding: string | null): string => new TextDecoder().decode(encodeXml(declared(encoding)));
    for (const encoding of ["UTF-16", "utf-16be", "ISO-8859-1", "us-ascii", "utf8"]) {
      expect(written(encoding)).toBe(declared("UTF-8"));
    }
    expect(written("utf-8")).toBe(declared("utf-8"));
    expect(written(null)).toBe(declared(null));
  });
});

describe("a workbook with parts in other encodings", () => {
  const cells = sheetData('<row r="1"><c r="A1" t="inlineStr"><is><t>Sở Y tế</t></is></c></row>');
  const as = (encoding: string, text: string): string => text.replace('encoding="UTF-8"', `encoding="${encoding}"`);
  const parts = Object.fromEntries(
    Object.entries(smallWorkbook(cells)).map(([path, text]) => [path, withMark(utf16(false))(as("UTF-16BE", text))]),
  );

  it("is read", async () => {
    const [sheet] = await (await openXlsx(zipSync(parts), noLibrary)).readSheets();
    expect([sheet?.name, sheet?.rows[0]?.[0]?.value]).toEqual(["Điểm", "Sở Y tế"]);
  });

  it("has UTF-8 in the parts that are written; the others stay byte for byte", async () => {
    const workbook = await openXlsx(zipSync(parts), noLibrary);
    await workbook.writeReport(sampleReport());
    const after = unzipSync(workbook.toBytes());
    expect(after["xl/worksheets/sheet1.xml"]).toEqual(parts["xl/worksheets/sheet1.xml"]);
    expect(after["_rels/.rels"]).toEqual(parts["_rels/.rels"]);
    for (const path of ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]) {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(after[path]);
      expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"')).toBe(true);
    }
    expect((await workbook.readSheets()).map(({ name }) => name)).toEqual(["Điểm", "BC III.1"]);
  });

  it("is refused where an encoding is unknown", async () => {
    const strange = { ...parts, "xl/workbook.xml": strToU8(declared("VISCII")) };
    const opening = openXlsx(zipSync(strange), noLibrary);
    expect(await failureOf(opening)).toEqual(failed("unknownEncoding"));
  });
});

it("a part that begins with two byte order marks is the same text without either", () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, ...strToU8("<a>Đ</a>")]);
  expect(decodeXml(bytes)).toBe("<a>Đ</a>");
});
