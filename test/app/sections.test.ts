import { inspectionOf } from "../../src/app/inspect";
import { chosenSections, sectionsOf } from "../../src/app/sections";
import { rightWorkbook } from "./workbooks";

test("sections are chosen by their sheets' names; a name that none has is told", () => {
  const inspection = inspectionOf(rightWorkbook());
  const all = chosenSections(inspection, "all");
  expect(all).toEqual({ keys: new Set(sectionsOf(inspection).map(({ key }) => key)), unknown: [] });
  expect(chosenSections(inspection, "BC IV.2; BC IX")?.unknown).toEqual(["BC IX"]);
  expect(chosenSections(inspectionOf([]), "all")).toBeNull();
});
