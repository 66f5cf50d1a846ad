import { longestFormula } from "../../src/data/references";
import { fingerprintInFormula, staleFormula } from "../../src/report/stale-formula";
import type { WatchedSetting } from "../../src/workbook/watched-settings";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Cell, sheet, smallTable } from "../workbook/grids";

const watchedIn = (...rows: readonly (readonly Cell[])[]): readonly WatchedSetting[] =>
  readWorkbook([sheet("Thông tin", rows), smallTable({ "Sở A": [20, 40, 40] })]).watched;
const formulaOf = (...rows: readonly (readonly Cell[])[]): string =>
  staleFormula(["A1"], watchedIn(...rows), "0123abcd");

describe("the stale line's formula", () => {
  it("carries the fingerprint of the calculation", () => {
    expect(fingerprintInFormula(formulaOf(["Tỉnh", "Đắk Nông"]))).toBe("0123abcd");
    expect(fingerprintInFormula('IF(A1=0,"","x")')).toBeNull();
  });

  it("never grows longer than Excel takes: what is too much is not watched", () => {
    const levels = Array.from({ length: 300 }, (_, at): Cell[] => [`Mức ${String(at)}`, 300 - at]);
    const formula = formulaOf(
      ["Cách xếp hạng", "Liền kề"],
      [],
      ["Xếp loại", "Từ (%)"],
      ...levels,
      [],
      ["Nhóm", "Tên cột đơn vị"],
      ["a", "b"],
    );
    expect(formula.length).toBeLessThanOrEqual(longestFormula);
    expect(formula).toContain('", Cách xếp hạng"');
    expect(formula).not.toContain('", Xếp loại"');
    expect(formula).toContain('", Nhóm"');
  });

  it("says a long text in pieces, and nothing that a file could not hold", () => {
    const formula = formulaOf(["Tỉnh", `${'"'.repeat(400)}\r\n_x0041_`]);
    const literals = [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = ""]) => text);
    expect(Math.max(...literals.map(({ length }) => length))).toBeLessThanOrEqual(255);
    expect(formula).toContain("&CHAR(13)&CHAR(10)&");
    expect(literals.join("")).toContain("_x0041_");
    expect(literals.some((text) => text.includes("_x0041_"))).toBe(false);
    expect(formulaOf(["Tỉnh", "a\uD800"])).not.toContain("Tỉnh");
  });

  it("sees a level that is inserted between the others, and not the setting that stands below them", () => {
    const formula = formulaOf(["Xếp loại", "Từ (%)"], ["Cao", 90], ["Thấp", 0], ["Tỉnh", "Đắk Nông"]);
    expect(formula).toContain("ROWS('Thông tin'!$A$1:$A$3)=3");
    expect(formula.match(/\$B\$4/g)).toHaveLength(1);
  });

  it("watches each cell up to the first sheet that gives the setting", () => {
    const table = smallTable({ "Sở A": [20, 40, 40] });
    const sheets = [
      sheet("Một", [
        ["Cách xếp hạng", "lạ"],
        ["Làm tròn", "Nửa lên"],
      ]),
      sheet("Hai", [
        ["Cách xếp hạng", "Liền kề"],
        ["Làm tròn", "Nửa chẵn"],
      ]),
    ];
    const { watched } = readWorkbook([...sheets, table]);
    expect(watched.map(({ label, cells }) => [label, ...cells.map((cell) => cell.sheet)])).toEqual([
      ["Cách xếp hạng", "Một", "Hai"],
      ["Làm tròn", "Một"],
    ]);
  });
});
