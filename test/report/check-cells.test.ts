import { maximumChecks, scoreChecks } from "../../src/report/check-cells";
import { computeResults, type GroupResult } from "../../src/scoring/results";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Cell, errorCell, smallTable } from "../workbook/grids";

function valuesOf(first: Cell): readonly unknown[] {
  const grids = [smallTable({ "Sở A": [first, 35, 39] })];
  const [group] = computeResults(readWorkbook(grids).input, true).groups;
  const [agency] = group?.agencies ?? [];
  if (group === undefined || agency === undefined) throw new Error("no agency was read");
  const pairs = [scoreChecks(agency, grids), maximumChecks(group satisfies GroupResult, grids)];
  return pairs.map(([now, then]) => [now.value, then.value, typeof now.formula, typeof then.formula]);
}

describe("check sums", () => {
  it("weigh numbers by their row, and texts by row and length", () => {
    expect(valuesOf(10)).toEqual([
      [10 + 35 * 2 + 39 * 4, 10 + 35 * 2 + 39 * 4, "string", "undefined"],
      [60 + 20 * 2 + 40 * 3 + 40 * 4 + 40 * 5, 60 + 20 * 2 + 40 * 3 + 40 * 4 + 40 * 5, "string", "undefined"],
    ]);
    expect(valuesOf("10 điểm")[0]).toEqual([7 + 35 * 2 + 39 * 4, 7 + 35 * 2 + 39 * 4, "string", "undefined"]);
  });

  it("are -1 over an error value", () => {
    expect(valuesOf(errorCell("#N/A"))[0]).toEqual([-1, -1, "string", "undefined"]);
  });
});
