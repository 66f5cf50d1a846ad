/** The arithmetic of the scrolled sheet: which rows are seen, where keys lead, how far texts reach. */
import { keyTarget } from "../../src/viewer/drawing/key-target";
import { cellBoxes } from "../../src/viewer/drawing/cell-boxes";
import { frozenThatFit, indexAt, nextShown, rangeBetween } from "../../src/viewer/drawing/visible-range";
import { openPackage } from "../../src/ooxml/package-parts";
import { openWorkbookView } from "../../src/viewer/model/workbook-view";
import type { SheetView } from "../../src/viewer/model/sheet-view";
import { smallWorkbook, styleSheet } from "../standalone/small-workbook";

const text = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Row 3 is hidden, B5:C6 merged; a long text in A1, a number in D1. */
const sheet: SheetView = openWorkbookView(
  openPackage(
    smallWorkbook({
      sheet:
        `<sheetData><row r="1">${text("A1", "Bảng điểm thẩm định")}<c r="D1"><v>1</v></c></row><row r="3" hidden="1"/>` +
        `<row r="8">${text("F8", "cuối")}</row></sheetData><mergeCells><mergeCell ref="B5:C6"/></mergeCells>`,
      styles: styleSheet({ looks: [["", ""]] }),
    }),
  ),
).sheet(0);

const starts = [0, 20, 40, 40, 60, 80, 100];

test("Positions find their row; hidden rows are found by none", () => {
  expect([0, 19, 20, 40, 59, 1000].map((position) => indexAt(starts, position))).toEqual([0, 0, 1, 3, 3, 5]);
});

test("A window has the rows that it shows and some more, but never frozen ones", () => {
  const many = Array.from({ length: 501 }, (_, index) => index * 20);
  const { first, last } = rangeBetween(many, 5, 4000, 4600, 8);
  expect(first).toBeLessThanOrEqual(200);
  expect(first).toBeGreaterThan(180);
  expect(last).toBeGreaterThanOrEqual(230);
  expect(last).toBeLessThan(250);
  expect(rangeBetween(many, 5, 0, 600, 8).first).toBe(5);
  expect(rangeBetween(many, 5, 9900, 10_500, 8).last).toBe(499);
});

test("Panes that would fill the window are not frozen", () => {
  expect(frozenThatFit(starts, 2, 50)).toBe(2);
  expect(frozenThatFit(starts, 2, 39)).toBe(0);
});

test("Steps pass over hidden rows and stop at the edges", () => {
  expect(nextShown(starts, 1, 1)).toBe(3);
  expect(nextShown(starts, 3, -1)).toBe(1);
  expect(nextShown(starts, 0, -1)).toBe(0);
  expect(nextShown(starts, 5, 1)).toBe(5);
});

test("Keys move as in Excel: over hidden rows, over merged areas as one, to the beginning and the last used cell", () => {
  const press = (key: string, row: number, column: number, ctrlKey = false): unknown =>
    keyTarget({ key, ctrlKey, metaKey: false, altKey: false }, sheet, { row, column }, 100);
  expect(press("ArrowDown", 1, 0)).toEqual({ row: 3, column: 0 });
  expect(press("ArrowRight", 5, 0)).toEqual({ row: 4, column: 1 });
  expect(press("ArrowRight", 4, 1)).toEqual({ row: 4, column: 3 });
  expect(press("ArrowDown", 4, 1)).toEqual({ row: 6, column: 1 });
  expect(press("PageDown", 0, 0)).toEqual({ row: 6, column: 0 });
  expect(press("PageUp", 6, 0)).toEqual({ row: 0, column: 0 });
  expect(press("Home", 6, 4, true)).toEqual({ row: 0, column: 0 });
  expect(press("End", 0, 0, true)).toEqual({ row: 7, column: 5 });
  expect(press("a", 0, 0)).toBeNull();
});

test("A text runs over blank neighbours up to the next cell, also when its own cell is out of the window", () => {
  const [box] = cellBoxes(sheet, 0, 0, 5);
  expect(box?.spill).toEqual({ left: 0, right: 128 });
  expect(cellBoxes(sheet, 0, 2, 5).map(({ column }) => column)).toEqual([0, 2, 3, 4, 5]);
  expect(cellBoxes(sheet, 0, 4, 5).map(({ column }) => column)).toEqual([4, 5]);
});

test("A merged area is one box of its whole size", () => {
  const boxes = cellBoxes(sheet, 4, 0, 3);
  expect(boxes.map(({ column, width, height }) => [column, width, height])).toEqual([
    [0, 64, 20],
    [1, 128, 40],
    [3, 64, 20],
  ]);
  expect(cellBoxes(sheet, 5, 0, 3).map(({ column }) => column)).toEqual([0, 3]);
});
