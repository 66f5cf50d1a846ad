import { inspect, inspectionOf, resultsOf } from "../../src/app/inspect";
import { runCalculation } from "../../src/app/run-calculation";
import { sectionsOf } from "../../src/app/sections";
import { findingTextsEn } from "../../src/strings/findings.en";
import type { SheetGrid } from "../../src/workbook/grid";
import { createMemoryHost } from "./memory-host";
import { faultyWorkbook, rightWorkbook, withInformation } from "./workbooks";

test("the fingerprint changes with a score and with a rule, and with nothing that results do not depend on", async () => {
  const host = createMemoryHost(rightWorkbook());
  const first = (await inspect(host)).fingerprint;
  host.type("Bảng điểm", "H20", "ghi chú riêng");
  expect((await inspect(host)).fingerprint).toBe(first);
  host.type("Bảng điểm", "D3", 17.5);
  expect((await inspect(host)).fingerprint).not.toBe(first);
  const ruled = withInformation(rightWorkbook(), [["Cách xếp hạng", "Cách hạng"]]);
  expect(inspectionOf(ruled).fingerprint).not.toBe(first);
});

test("a report in the workbook is current until its own formula says that scores have changed", async () => {
  const host = createMemoryHost(rightWorkbook());
  expect((await inspect(host)).report).toBe("none");
  await runCalculation(host, { provisional: false });
  expect((await inspect(host)).report).toBe("current");
  const stale = host.grids().map(
    (grid): SheetGrid =>
      grid.mark?.key === "calculation"
        ? {
            ...grid,
            rows: [
              [{ type: "text", value: "Điểm đã thay đổi", format: "General", formula: "A" }],
              ...grid.rows.slice(1),
            ],
          }
        : grid,
  );
  expect(inspectionOf(stale).report).toBe("stale");
});

test("results for showing count blanks as 0 where there are errors, and are none without a table", () => {
  expect(resultsOf(inspectionOf(faultyWorkbook()))?.provisional).toBe(true);
  expect(resultsOf(inspectionOf(rightWorkbook()))?.provisional).toBe(false);
  expect(resultsOf(inspectionOf([]))).toBeNull();
});

test("the sections to choose from say what they are about", () => {
  expect(sectionsOf(inspectionOf(rightWorkbook()))).toEqual([
    { key: "III.1", name: "BC III.1", about: "Bảng điểm" },
    { key: "IV.1", name: "BC IV.1", about: "Chỉ đạo điều hành" },
    { key: "IV.2", name: "BC IV.2", about: "Thể chế" },
  ]);
});

test("findings come in the language that was asked for", () => {
  const [finding] = inspectionOf(faultyWorkbook(), findingTextsEn).workbook.findings;
  expect(finding?.message).toMatch(/has no score for criterion 1\.1/);
});
