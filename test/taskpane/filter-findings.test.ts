import { inspectionOf } from "../../src/app/inspect";
import { countBySeverity, filterFindings } from "../../src/taskpane/filter-findings";
import { saidFindings } from "../../src/strings/finding-sentence";
import { findingTextsVi } from "../../src/strings/findings.vi";
import { smallTable } from "../workbook/grids";

const { workbook } = inspectionOf([smallTable({ "Sở Nội vụ": [null, 99, "3"], "Sở Tư pháp": [20, 30, null] })]);
const findings = saidFindings(workbook.findings, findingTextsVi, ",");

const cells = (severity: "error" | "warning" | "info" | "all", text: string): readonly (string | null)[] =>
  filterFindings(findings, { severity, text }).map(({ cell }) => cell);

test("severities are counted and filtered", () => {
  expect(countBySeverity(findings)).toEqual({ error: 3, warning: 1, info: 0 });
  expect(cells("warning", "")).toEqual(["D6"]);
  expect(cells("all", "")).toHaveLength(4);
});

test("text is found in agencies, cells and criteria, whatever its accents and capitals", () => {
  expect(cells("all", "so tu phap")).toEqual(["E6"]);
  expect(cells("all", "d4")).toEqual(["D4"]);
  expect(cells("all", "2.1")).toEqual(expect.arrayContaining(["D6", "E6"]));
});

test("both filters hold together", () => {
  expect(cells("error", "nội vụ")).toEqual(["D3", "D4"]);
});
