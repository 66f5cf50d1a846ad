/** Small workbooks for tests of what a user can ask for. */
import type { SheetGrid } from "../../src/data/grid";
import { type Cell, serial, sheet, smallTable } from "../workbook/grids";

/** Two agencies, all scores right. */
export function rightWorkbook(): readonly SheetGrid[] {
  return [smallTable({ "Sở Nội vụ": [18, 35, 39], "Sở Tư pháp": [20, 30, 35] })];
}

/** Errors in D3 (a blank) and E4 (above the maximum). */
export function faultyWorkbook(): readonly SheetGrid[] {
  return [smallTable({ "Sở Nội vụ": [null, 35, 39], "Sở Tư pháp": [20, 99, 35] })];
}

/** Scores typed as text in D3 ("18,5") and E4 ("30 điểm"): warnings with a repair. */
export function textWorkbook(): readonly SheetGrid[] {
  return [smallTable({ "Sở Nội vụ": ["18,5", 35, 39], "Sở Tư pháp": [20, "30 điểm", 35] })];
}

/** A date in D3 that can only have been 5.12: its maximum is 6. */
export function dateWorkbook(): readonly SheetGrid[] {
  const cell: Cell = { type: "number", value: serial(2024, 12, 5), format: "d-mmm", formula: null };
  return [
    sheet("Bảng điểm", [
      ["STT", "Tiêu chí", "Điểm tối đa", "Sở Nội vụ", "Sở Tư pháp"],
      ["1", "Chỉ đạo điều hành", null, null, null],
      ["1.1", "Kế hoạch", 6, cell, 5],
      ["1.2", "Báo cáo", 94, 90, 80],
    ]),
  ];
}

export function withInformation(grids: readonly SheetGrid[], rows: readonly (readonly Cell[])[]): readonly SheetGrid[] {
  return [sheet("Thông tin", rows), ...grids];
}
