import { readTabColor } from "../../src/ooxml/sheet-layout";

it.each([
  [
    "whichever quotes stand about it",
    `<worksheet><sheetPr><tabColor rgb='FF112233'/></sheetPr><sheetData/></worksheet>`,
  ],
  ["with a prefix", `<x:worksheet xmlns:x="m"><x:sheetPr><x:tabColor rgb="FF112233"/></x:sheetPr></x:worksheet>`],
  ["of a part whose cells are damaged", `<worksheet><sheetPr><tabColor rgb="FF112233"/></sheetPr><sheetData><broken`],
])("the colour of a tab is read %s", (_, text) => {
  expect(readTabColor(text)).toEqual({ rgb: "FF112233" });
});

it("no colour is read from a comment, or behind where the cells begin", () => {
  expect(readTabColor(`<worksheet><!-- <tabColor rgb="FF112233"/> --><sheetData/></worksheet>`)).toBeNull();
  expect(readTabColor(`<worksheet><sheetData/><tabColor rgb="FF112233"/></worksheet>`)).toBeNull();
});
