import { layOut } from "../../src/layout/lay-out";
import { buildFindingsReport } from "../../src/report/build-report";
import { type ChangeRecord, readChangeRecord, recordTime } from "../../src/workbook/change-record";
import type { SheetGrid } from "../../src/data/grid";
import { createMemoryHost } from "../app/memory-host";
import { sheet, toCell } from "./grids";

const record: readonly ChangeRecord[] = [
  { time: "21/11/2026 14:05", sheet: "Cấp tỉnh", cell: "F12", before: "“13,5”", after: "13,5" },
  { time: "22/11/2026 09:00", sheet: "Thông tin", cell: "B8", before: "", after: "“Cách hạng”" },
];

async function writtenWith(changes: readonly ChangeRecord[]): Promise<readonly SheetGrid[]> {
  const host = createMemoryHost([sheet("Ghi chú", [["x"]])]);
  await host.writeReport(layOut(buildFindingsReport([], host.grids(), "w", changes)));
  return host.grids();
}

test("what was recorded is read back as it was written", async () => {
  expect(readChangeRecord(await writtenWith(record))).toEqual(record);
});

test("without accepted changes there is no record on the sheet", async () => {
  const grids = await writtenWith([]);
  expect(readChangeRecord(grids)).toEqual([]);
  expect(JSON.stringify(grids)).not.toContain("Các giá trị đã sửa");
});

test("a table of the user's below the program's extent is no part of the record", async () => {
  const grids = (await writtenWith(record)).map((grid) =>
    grid.mark === null
      ? grid
      : { ...grid, rows: [...grid.rows, [3, "23/11/2026 10:00", "A", "B1", "", "1"].map(toCell)] },
  );
  expect(readChangeRecord(grids)).toHaveLength(2);
});

test("a user's sheet that looks like a record is none", async () => {
  const grids = (await writtenWith(record)).map((grid) => ({ ...grid, mark: null }));
  expect(readChangeRecord(grids)).toEqual([]);
});

test("times are written day first, with two digits each", () => {
  expect(recordTime(new Date(2026, 0, 5, 7, 9))).toBe("05/01/2026 07:09");
});
