import { toNumber } from "../../src/scoring/exact";
import { computeResults, type Results } from "../../src/scoring/results";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Figure, ledgerOf } from "../../src/report/ledger";
import { smallTable } from "../workbook/grids";

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
  const areaRows = { score: 20, maximum: 30, index: 40, rank: 50 };
  const ledger = ledgerOf("BC", results, [{ result: group, summaryRow: 10, areaRows }]);
  const brief = ({ value, kind, cell }: Figure): readonly unknown[] => [value && toNumber(value), kind, cell];

  it("gives an agency's figures, exact, with their kind and cell", () => {
    expect(brief(ledger.figure("score", second))).toEqual([70, "points", "'BC'!E12"]);
    expect(brief(ledger.figure("rank", second))).toEqual([3, "rank", "'BC'!I12"]);
    expect(brief(ledger.areaFigure("index", second, area))).toEqual([100, "percent", "'BC'!D42"]);
    expect(brief(ledger.areaFigure("index", first, area))).toEqual([null, "percent", "'BC'!D41"]);
  });

  it("gives a group's mean, of an area over those that have it", () => {
    expect(brief(ledger.mean("score", group))).toEqual([70, "points", "AVERAGE('BC'!E$11:E$13)"]);
    const having = `AVERAGEIF('BC'!D$31:D$33,">0",'BC'!D$21:D$23)`;
    expect(brief(ledger.areaMean("score", group, area))).toEqual([35, "points", having]);
  });

  it("knows no agency and no area that the results do not have", () => {
    expect(() => ledger.figure("score", { ...first })).toThrow(RangeError);
    expect(() => ledger.areaFigure("score", first, { ...area })).toThrow(RangeError);
  });
});
