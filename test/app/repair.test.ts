import { inspectionOf } from "../../src/app/inspect";
import { repairsOf, type ShownChange } from "../../src/app/repair";
import type { SheetGrid } from "../../src/data/grid";
import { formula, smallTable } from "../workbook/grids";
import { dateWorkbook, faultyWorkbook, textWorkbook } from "./workbooks";

function repairs(grids: readonly SheetGrid[]): readonly ShownChange[] {
  return repairsOf(inspectionOf(grids).workbook.findings, grids, ",");
}

test("a score typed as text becomes its number, and the two do not look alike", () => {
  expect(repairs(textWorkbook())).toEqual([
    { sheet: "Bảng điểm", cell: "D3", before: "18,5", after: 18.5, shownBefore: "“18,5”", shownAfter: "18,5" },
    { sheet: "Bảng điểm", cell: "E4", before: "30 điểm", after: 30, shownBefore: "“30 điểm”", shownAfter: "30" },
  ]);
});

test("a score that became a date is shown as that date, not as its serial number", () => {
  const [change] = repairs(dateWorkbook());
  expect(change).toMatchObject({ cell: "D3", after: 5.12, shownBefore: "05/12/2024", shownAfter: "5,12" });
});

test("a formula is never replaced", () => {
  expect(repairs([smallTable({ "Sở A": [formula('"18,5"', "18,5"), 35, 39], "Sở B": [1, 2, 3] })])).toEqual([]);
});

test("findings without a safe repair change nothing", () => {
  expect(repairs(faultyWorkbook())).toEqual([]);
});

test("two findings about one cell change it once", () => {
  const grids = textWorkbook();
  const { findings } = inspectionOf(grids).workbook;
  expect(repairsOf([...findings, ...findings], grids, ",")).toHaveLength(2);
});
