import { chooseSheetNames } from "../../src/report/sheet-names";
import type { SheetGrid } from "../../src/data/grid";

const grid = (name: string, key: string | null = null): SheetGrid => ({
  name,
  visible: true,
  protected: false,
  rows: [],
  mark: key === null ? null : { key, name, rows: 1, columns: 1 },
});
const wanted = new Map([
  ["III.1", "BC III.1"],
  ["findings", "Kiểm tra số liệu"],
]);

describe("names of report sheets", () => {
  it("are the wanted ones where nobody has them", () => {
    expect([...chooseSheetNames(wanted, [grid("Cấp tỉnh")]).values()]).toEqual(["BC III.1", "Kiểm tra số liệu"]);
  });

  it("give way to the user's sheets, whatever their case", () => {
    const names = chooseSheetNames(wanted, [grid("bc iii.1"), grid("BC III.1 (2)"), grid("Kiểm tra số liệu")]);
    expect([...names.values()]).toEqual(["BC III.1 (3)", "Kiểm tra số liệu (2)"]);
  });

  it("stay what the user renamed our sheet to", () => {
    expect(chooseSheetNames(wanted, [grid("Xếp hạng sở", "III.1")]).get("III.1")).toBe("Xếp hạng sở");
  });

  it("are never longer than Excel allows", () => {
    const long = "Một tên trang tính rất dài đến 31";
    const names = chooseSheetNames(new Map([["k", long.slice(0, 31)]]), [grid(long.slice(0, 31))]);
    expect(names.get("k")?.length).toBeLessThanOrEqual(31);
    expect(names.get("k")).toMatch(/ \(2\)$/);
  });
});
