import { areaScoreFormula, maximaLeftOut, maximumCells } from "../../src/report/area-formula";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Cell, firstGroup, header, sheet } from "../workbook/grids";

/** One area of two parents: 1.1 (two leaves) and 1.2 (a survey, a bonus, a penalty). */
function areaWith(...scores: readonly Cell[]): {
  readonly area: ReturnType<typeof firstGroup>["areas"][number];
  readonly agency: ReturnType<typeof firstGroup>["agencies"][number];
} {
  const rows: readonly (readonly Cell[])[] = [
    ["1", "Lĩnh vực", null, null, null],
    ["1.1", "Một", null, null, null],
    ["1.1.1", "A", 50, null, scores[0] ?? null],
    ["1.1.2", "B", 30, null, scores[1] ?? null],
    ["1.2", "Hai", null, null, null],
    ["1.2.1", "C", 20, "Điều tra xã hội học", scores[2] ?? null],
    ["1.2.2", "D", 2, "Điểm thưởng", scores[3] ?? null],
    ["1.2.3", "E", 2, "Điểm trừ", scores[4] ?? null],
  ];
  const group = firstGroup(readWorkbook([sheet("Điểm", [[...header, "Hình thức đánh giá", "Sở A"], ...rows])]));
  const [area] = group.areas;
  const [agency] = group.agencies;
  if (area === undefined || agency === undefined) throw new Error("no area was read");
  return { area, agency };
}

describe("an area's score as a formula", () => {
  it("adds up its cells, the bonus too, and takes off the penalty", () => {
    const { area, agency } = areaWith(40, 20, 15, 1, 0.5);
    const formula = "SUM('Điểm'!E4:E5,'Điểm'!E7)+'Điểm'!E8-ABS('Điểm'!E9)";
    expect(areaScoreFormula(area, agency, "total", false)).toBe(formula);
    expect(areaScoreFormula(area, agency, "total", true)).toBe("SUM('Điểm'!E7)");
  });

  it("scales a parent up to its own maximum where the rule says so", () => {
    const { area, agency } = areaWith(40, "KAD", 15, 0, 0);
    expect(areaScoreFormula(area, agency, "parent", false)).toContain(
      "(SUM('Điểm'!E4))*(SUM('Điểm'!C4:C5))/(SUM('Điểm'!C4))",
    );
    expect(areaScoreFormula(area, agency, "total", false)).not.toContain("/");
  });

  it("is 0 where nothing is to be added up", () => {
    const { area, agency } = areaWith("KAD", "KAD", "KAD", "KAD", "KAD");
    expect(areaScoreFormula(area, agency, "total", false)).toBe("0");
  });
});

test("an area's maximum leaves out what does not apply, but keeps a parent's that is scaled", () => {
  const { area, agency } = areaWith(40, "KAD", 15, 0, 0);
  expect(maximumCells(area).map(({ row }) => row)).toEqual([3, 4, 6]);
  expect(maximaLeftOut(area, agency, "total").map(({ row }) => row)).toEqual([4]);
  expect(maximaLeftOut(area, agency, "parent")).toEqual([]);
});
