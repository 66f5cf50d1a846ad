import type { HostFailureCode, HostFailureOf } from "../src/data/host-failure";
import { hostSentence } from "../src/strings/host-sentence";
import { hostSentencesVi } from "../src/strings/host.vi";

const sheet = "Bảng điểm";
const atWorkbook = { place: null, data: {} };
const atSheet = { place: { sheet, cell: null }, data: {} };
const atCell = { place: { sheet, cell: "F12" }, data: {} };

/** One of each: a code without an example does not compile. */
const examples: { readonly [Code in HostFailureCode]: Omit<HostFailureOf<Code>, "code"> } = {
  fileNotRead: atWorkbook,
  sampleMissing: atWorkbook,
  workerMissing: atWorkbook,
  workerStopped: atWorkbook,
  empty: atWorkbook,
  notWorkbook: atWorkbook,
  oldFormat: atWorkbook,
  binaryFormat: atWorkbook,
  encrypted: atWorkbook,
  truncated: atWorkbook,
  tooLarge: atWorkbook,
  tooManyElements: atWorkbook,
  unknownEncoding: atWorkbook,
  notWritable: atWorkbook,
  broken: atWorkbook,
  someSheetProtected: atWorkbook,
  workbookProtected: atWorkbook,
  readOnly: atWorkbook,
  cellEditing: atWorkbook,
  conflict: atWorkbook,
  exchangeTooLarge: atWorkbook,
  busy: atWorkbook,
  offline: atWorkbook,
  tooOld: atWorkbook,
  sheetTooLarge: atSheet,
  tooMuchContent: atSheet,
  misplacedCells: atSheet,
  nameTaken: atSheet,
  sheetGone: atSheet,
  sheetProtected: atSheet,
  sheetHidden: atSheet,
  sheetTooLargeForExcel: atSheet,
  tooLongForWriting: atSheet,
  cellTwice: atCell,
  textMissing: atCell,
  cellUnknown: atCell,
  cellChanged: atCell,
  cellInArray: atCell,
  badSheetName: { place: null, data: { name: "a/b" } },
  unexpected: { place: null, data: { officeCode: "GeneralException" } },
};

const codes = Object.keys(hostSentencesVi) as HostFailureCode[];

function sentencesOf(code: HostFailureCode): readonly [vietnamese: string, english: string] {
  const failure = { code, ...examples[code] } as HostFailureOf<HostFailureCode>;
  return [hostSentence(failure, "vi"), hostSentence(failure, "en")];
}

it.each(codes)("%s is said in both languages, with the sheet, the cell and the names that it has", (code) => {
  const { place, data } = examples[code];
  const wanted = [place?.sheet, place?.cell, ...Object.values(data)].filter((one) => typeof one === "string");
  for (const sentence of sentencesOf(code)) {
    expect(sentence).toMatch(/^\p{Lu}[^\n]+\.$/u);
    expect(sentence).not.toMatch(/undefined|NaN|null|\[object|[{}]/);
    for (const name of wanted) expect(sentence).toContain(name);
  }
  const [vietnamese, english] = sentencesOf(code);
  expect(vietnamese).toMatch(/[ạảấầẩậắặẹẻếềểệịọỏốồổộớợụủứừửựỳệđ]/);
  expect(english.replaceAll(sheet, "")).not.toMatch(/[ạảấầẩậắặẹẻếềểệịọỏốồổộớợụủứừửựỳệđ]/);
});

it("no two failures are said alike", () => {
  for (const language of [0, 1] as const) {
    expect(new Set(codes.map((code) => sentencesOf(code)[language])).size).toBe(codes.length);
  }
});

it("an error of Excel's without a code is said with a question mark", () => {
  expect(hostSentence({ code: "unexpected", place: null, data: { officeCode: null } }, "vi")).toContain("(mã lỗi ?)");
});

it("names are said as they are, whatever stands in them", () => {
  expect(hostSentence({ code: "sheetGone", place: { sheet: "$& {cell}", cell: null }, data: {} }, "vi")).toContain(
    "“$& {cell}”",
  );
});
