import { inspectionOf, resultsOf } from "../../src/app/inspect";
import { showResults } from "../../src/app/shown-results";
import { sortRanking } from "../../src/taskpane/sort-ranking";
import type { SortColumn } from "../../src/taskpane/state";
import { sheet, smallTable } from "../workbook/grids";

const results = resultsOf(
  inspectionOf([
    smallTable({
      "Sở Xây dựng": [20, 40, 30],
      "Ban Dân tộc": [20, 40, 40],
      "Đài truyền hình": [20, 40, 30],
      "Sở Y tế": [1, 1, 1],
    }),
    sheet("Danh sách", [
      ["STT", "Tên đơn vị", "Nhóm", "Năm 2019"],
      [1, "Sở Xây dựng", "A", 91],
      [2, "Ban Dân tộc", "A", 99],
      [3, "Đài truyền hình", "A", null],
      [4, "Sở Y tế", "A", 1],
    ]),
  ]),
);
const group = results === null ? undefined : showResults(results).groups[0];

const order = (column: SortColumn, ascending: boolean): readonly string[] =>
  sortRanking(group?.agencies ?? [], { column, ascending }).map(({ result }) => result.name);

test("by rank, equal ranks stay in workbook order both ways", () => {
  expect(order("rank", true)).toEqual(["Ban Dân tộc", "Sở Xây dựng", "Đài truyền hình", "Sở Y tế"]);
  expect(order("rank", false)).toEqual(["Sở Y tế", "Sở Xây dựng", "Đài truyền hình", "Ban Dân tộc"]);
});

test("names are sorted as Vietnamese sorts them, Đ after D and before S", () => {
  expect(order("agency", true)).toEqual(["Ban Dân tộc", "Đài truyền hình", "Sở Xây dựng", "Sở Y tế"]);
});

test("agencies without a last year stand last, whichever way changes are sorted", () => {
  expect(order("change", true).at(-1)).toBe("Đài truyền hình");
  expect(order("change", false)).toEqual(["Sở Y tế", "Ban Dân tộc", "Sở Xây dựng", "Đài truyền hình"]);
});

test("every row keeps the agency's place in the workbook", () => {
  expect(sortRanking(group?.agencies ?? [], { column: "index", ascending: false }).map(({ at }) => at)).toEqual([
    1, 0, 2, 3,
  ]);
});
