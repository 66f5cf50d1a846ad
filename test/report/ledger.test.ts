import { toNumber } from "../../src/scoring/exact";
import { computeResults, type Results } from "../../src/scoring/results";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Figure, ledgerOf } from "../../src/report/ledger";
import { sheet, smallTable } from "../workbook/grids";
import { namedPlaces } from "./named-places";

function resultsOf(): Results {
  const table = smallTable({ "Sở A": [20, 40, "KAD"], "Sở B": [10, 20, 40], "Sở C": [20, 30, 30] });
  return computeResults(readWorkbook([table]).input, false);
}

describe("the ledger", () => {
  const results = resultsOf();
  const [group] = results.groups;
  if (group === undefined) throw new Error("no group was read");
  const [first, second] = group.agencies;
  const [, area] = group.group.areas;
  if (first === undefined || second === undefined || area === undefined) throw new Error("the table is too small");
  const ledger = ledgerOf(results);
  const brief = ({ value, kind, operand }: Figure): readonly unknown[] => [
    value && toNumber(value),
    kind,
    operand(namedPlaces),
  ];

  it("gives an agency's figures, exact, with their kind and cell", () => {
    expect(brief(ledger.figure("score", second))).toEqual([70, "points", "calculation.1.summary score[1]"]);
    expect(brief(ledger.figure("rank", second))).toEqual([3, "rank", "calculation.1.summary rank[1]"]);
    expect(brief(ledger.areaFigure("index", second, area))).toEqual([100, "percent", "calculation.1.index area 2[1]"]);
    expect(brief(ledger.areaFigure("index", first, area))).toEqual([null, "percent", "calculation.1.index area 2[0]"]);
  });

  it("gives a group's mean, of an area over those that have it", () => {
    expect(brief(ledger.mean("score", group))).toEqual([70, "points", "AVERAGE(calculation.1.summary score[0:2])"]);
    const having = `AVERAGEIF(calculation.1.maximum area 2[1:3],">0",calculation.1.score area 2[0:2])`;
    expect(brief(ledger.areaMean("score", group, area))).toEqual([35, "points", having]);
  });

  it("gives an area's mean over those with nothing but its bonus, where nobody has a maximum", () => {
    const table = sheet("Điểm", [
      ["STT", "Tiêu chí", "Điểm tối đa", "Hình thức đánh giá", "Sở A", "Sở B", "Sở C", "Sở D"],
      ["1", "Thể chế", 90, null, null, null, null, null],
      ["1.1", "Văn bản", 90, null, 55, 50, 45, 40],
      ["2", "Hiện đại hóa", 10, null, null, "KAD", null, null],
      ["2.1", "Mạng", 10, null, "KAD", null, "KAD", "KAD"],
      ["2.2", "Sáng kiến", 2, "Điểm thưởng", 1, null, 2, 0],
    ]);
    const bonus = computeResults(readWorkbook([table]).input, false);
    const [group] = bonus.groups;
    const [, area] = group?.group.areas ?? [];
    if (group === undefined || area === undefined) throw new Error("the table is too small");
    const cells = "calculation.1.score area 2";
    const formula = `(SUM(${cells}[0:0])+SUM(${cells}[2:3]))/3`;
    expect(brief(ledgerOf(bonus).areaMean("score", group, area))).toEqual([1, "points", formula]);
  });

  it("knows no agency and no area that the results do not have", () => {
    expect(() => ledger.figure("score", { ...first })).toThrow(RangeError);
    expect(() => ledger.areaFigure("score", first, { ...area })).toThrow(RangeError);
  });
});
