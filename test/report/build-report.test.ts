import { buildFindingsReport, buildReport } from "../../src/report/build-report";
import { allSections } from "../../src/report/sections";
import type { ReportDocument } from "../../src/data/blocks";
import { contextOf, smallWorkbook } from "./context";

function built(only: ReadonlySet<string> | null = null): ReportDocument {
  const { results, information } = contextOf();
  return buildReport(results, information, [], smallWorkbook, "w", only);
}

describe("the report", () => {
  it("has the official sections in their order, then BC Tính toán and Kiểm tra số liệu", () => {
    const official = allSections(contextOf().results).filter((one) => one.official && one.available);
    const keys = [...official.map(({ key }) => key), "calculation", "findings"];
    expect(built().pages.map(({ key }) => key)).toEqual(keys);
  });

  it("has no section that is not chosen", () => {
    expect(built(new Set(["IV.2"])).pages.map(({ name }) => name)).toEqual([
      "BC IV.2",
      "BC Tính toán",
      "Kiểm tra số liệu",
    ]);
  });

  it("numbers its charts through, whichever are chosen", () => {
    const chartsOf = ({ pages }: ReportDocument): readonly string[] =>
      pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "chart" ? [block.title] : [])));
    expect(chartsOf(built()).map((title) => title.slice(0, 11))).toEqual(["Biểu đồ 01:", "Biểu đồ 02:", "Biểu đồ 03:"]);
    expect(chartsOf(built(new Set(["IV.2"])))).toEqual(["Biểu đồ 01: Chỉ số thể chế Sở năm 2020"]);
  });

  it("calls every table by a name of its own", () => {
    const ids = built().pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? [block.id] : [])),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test("Kiểm tra số liệu alone has no stale line", () => {
  expect(buildFindingsReport([], [], "w").pages).toMatchObject([{ key: "findings", staleLine: null }]);
});
