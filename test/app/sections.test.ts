import { calculateFrom } from "../../src/app/calculate";
import { inspectionOf } from "../../src/app/inspect";
import { chosenSections, sectionsOf } from "../../src/app/sections";
import { sheet } from "../workbook/grids";
import { rightWorkbook } from "./workbooks";

test("sections are chosen by their sheets' names; a name that none has is told", () => {
  const inspection = inspectionOf(rightWorkbook());
  const all = chosenSections(inspection, "all");
  expect(all).toEqual({ keys: new Set(sectionsOf(inspection).map(({ key }) => key)), unknown: [] });
  expect(chosenSections(inspection, "BC IV.2; BC IX")?.unknown).toEqual(["BC IX"]);
  expect(chosenSections(inspectionOf([]), "all")).toBeNull();
});

test("Trang báo cáo names the sections where nobody chooses; a name that no section has adds nothing", () => {
  const keysWith = (value: string): readonly string[] => {
    const grids = [...rightWorkbook(), sheet("Thông tin", [["Trang báo cáo", value]])];
    const { workbook } = inspectionOf(grids);
    expect(workbook.findings).toEqual([]);
    return calculateFrom(grids, workbook, false).report?.sheets.map(({ key }) => key) ?? [];
  };
  const official = ["III.1", "IV.1", "IV.2", "calculation", "findings"];
  for (const value of ["Chính thức", "BC IV.2", "BC không có"]) expect(keysWith(value)).toEqual(official);
  expect(keysWith("Tất cả")).toEqual(expect.arrayContaining(official));
});
