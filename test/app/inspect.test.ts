import { inspect, inspectionOf, resultsOf } from "../../src/app/inspect";
import { runCalculation } from "../../src/app/run-calculation";
import { sectionsOf } from "../../src/app/sections";
import { cellAt, type GridCell, type SheetGrid } from "../../src/data/grid";
import { createMemoryHost, type MemoryHost } from "./memory-host";
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

/** The grids with another first cell on BC Tính toán. */
function withLine(grids: readonly SheetGrid[], line: (present: GridCell) => GridCell): readonly SheetGrid[] {
  return grids.map((grid) => {
    const present = cellAt(grid, 0, 0);
    if (grid.mark?.key !== "calculation" || present === null) return grid;
    return { ...grid, rows: [[line(present)], ...grid.rows.slice(1)] };
  });
}

describe("a report in the workbook", () => {
  const calculated = async (): Promise<MemoryHost> => {
    const host = createMemoryHost(rightWorkbook());
    expect((await inspect(host)).report).toBe("none");
    await runCalculation(host, { provisional: false });
    return host;
  };

  it("is current until its own formula says that scores have changed", async () => {
    const grids = (await calculated()).grids();
    expect(inspectionOf(grids).report).toBe("current");
    const stale = withLine(grids, (line) => ({ ...line, value: "Điểm đã thay đổi" }));
    expect(inspectionOf(stale).report).toBe("stale");
  });

  it("is stale after a change, though nobody has computed that formula since", async () => {
    const host = await calculated();
    host.type("Bảng điểm", "D3", 17.5);
    expect((await inspect(host)).report).toBe("stale");
    host.type("Bảng điểm", "D3", 18);
    expect((await inspect(host)).report).toBe("current");
    const uncomputed = withLine(host.grids(), (line) => ({ ...line, value: null }));
    expect(inspectionOf(uncomputed).report).toBe("current");
  });

  it("of an earlier version goes by that formula alone", async () => {
    const host = await calculated();
    host.type("Bảng điểm", "D3", 17.5);
    const earlier = withLine(host.grids(), (line) => ({ ...line, formula: 'IF(1=1,"","x")' }));
    expect(inspectionOf(earlier).report).toBe("current");
    expect(inspectionOf(withLine(earlier, (line) => ({ ...line, value: "x" }))).report).toBe("stale");
  });
});

test("results for showing count blanks as 0 where there are errors, and are none without a table", () => {
  expect(resultsOf(inspectionOf(faultyWorkbook()))?.provisional).toBe(true);
  expect(resultsOf(inspectionOf(rightWorkbook()))?.provisional).toBe(false);
  expect(resultsOf(inspectionOf([]))).toBeNull();
});

test("the sections to choose from say what they are about", () => {
  const official = sectionsOf(inspectionOf(rightWorkbook())).filter(({ byDefault }) => byDefault);
  expect(official).toEqual([
    { key: "III.1", name: "BC III.1", about: "Bảng điểm", byDefault: true },
    { key: "IV.1", name: "BC IV.1", about: "Chỉ đạo điều hành", byDefault: true },
    { key: "IV.2", name: "BC IV.2", about: "Thể chế", byDefault: true },
  ]);
});
