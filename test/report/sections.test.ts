import { computeResults, type Results } from "../../src/scoring/results";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { allSections, availableSections, sectionNames, wantedSections } from "../../src/report/sections";
import { smallTable } from "../workbook/grids";

const results: Results = computeResults(readWorkbook([smallTable({ "Sở A": [20, 40, 40] })]).input, false);

describe("the list of sections", () => {
  it("has each section once, and says which have no input", () => {
    const keys = allSections(results).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const comparison = allSections(results).filter(({ key }) => key === "III.comparison");
    expect(comparison).toMatchObject([{ available: false, official: true }]);
    expect(availableSections(results)).not.toContain(comparison[0]);
  });

  it("is chosen from by sheet names, beside the official ones", () => {
    const official = availableSections(results).flatMap(({ key, official }) => (official ? [key] : []));
    for (const wanted of ["", "official", "Chính thức", "bc  iii.1 ; BC IV.2;", "BC III.2 So sánh"]) {
      expect([wanted, wantedSections(wanted, results)]).toEqual([wanted, { keys: new Set(official), unknown: [] }]);
    }
    const all = new Set(availableSections(results).map(({ key }) => key));
    expect(wantedSections("ALL", results)).toEqual({ keys: all, unknown: [] });
    expect(wantedSections("Tất cả".normalize("NFD"), results)).toEqual({ keys: all, unknown: [] });
  });

  it("tells the names that no section has", () => {
    expect(wantedSections("BC III.1;BC Mục tiu; x", results).unknown).toEqual(["BC Mục tiu", "x"]);
    expect(sectionNames(results)).toContain("BC III.1");
  });
});
