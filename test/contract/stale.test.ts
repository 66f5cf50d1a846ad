/** Whether the workbook's report is current is told alike by both hosts, whoever wrote it. */
import { computeInWorker } from "../../src/formula/values/engine-node";
import { inspect } from "../../src/app/inspect";
import { runCalculation } from "../../src/app/run-calculation";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetGrid } from "../../src/data/grid";
import { cellsRead } from "../../src/workbook/own-sheets";
import { agencyListRows, informationRows, scoreTable, toBytes } from "../fixtures/fixture";
import { smallGroup } from "../fixtures/plain";
import { loadClient } from "../excel-host/node-client";
import { openExcelHost } from "../excel-host/xlsx-file";
import { loadExcelizeInJest } from "../excel-host/load-excelize-in-jest";
import { usePage } from "./excel-file";
import { calculateWithLibreOffice } from "./libreoffice-calculator";

/** A workbook that is open at two places. */
interface TwoSides {
  /** The host on this side, or on the other; it sees what was done on either. */
  here(): Promise<WorkbookHost>;
  there(): Promise<WorkbookHost>;
  change(sheet: string, cell: string, before: string | number, after: string | number): Promise<void>;
}

const sides = {
  "an .xlsx file": async (bytes: Uint8Array): Promise<TwoSides> => {
    let present = await openXlsx(bytes, computeInWorker);
    const reopened = async (): Promise<WorkbookHost> => (present = await openXlsx(present.toBytes(), computeInWorker));
    const change: TwoSides["change"] = (sheet, cell, before, after) =>
      present.changeCells([{ sheet, cell, before, after }]);
    return { here: reopened, there: reopened, change };
  },
  Excel: async (bytes: Uint8Array): Promise<TwoSides> => {
    const excel = await openExcelHost(bytes, loadExcelizeInJest, { calculator: calculateWithLibreOffice });
    const pages = [loadClient(excel), loadClient(excel)].map((client) => {
      usePage(client);
      const host = openExcel();
      return async (): Promise<WorkbookHost> => {
        usePage(client);
        return host;
      };
    });
    const [here = openNothing, there = openNothing] = pages;
    const change: TwoSides["change"] = async (sheet, cell, _before, after) => {
      excel.userEdits(sheet, cell, after);
    };
    return { here, there, change };
  },
};

function openNothing(): never {
  throw new Error("two pages were opened");
}

function workbook(): Uint8Array {
  const group = smallGroup();
  const agencies = group.agencies.map(({ name }) => ({ name, group: group.name, lastYear: 90 }));
  return toBytes({
    "Thông tin": informationRows([
      ["Năm đánh giá", 2025],
      ["Cách xếp hạng", "Liền kề"],
    ]),
    "Danh sách đơn vị": agencyListRows(agencies),
    [group.sheet]: scoreTable(group).rows,
  });
}

/** What either host promises of the program's own sheets, by their keys. */
const promised = (grids: readonly SheetGrid[]): Record<string, unknown> =>
  Object.fromEntries(
    grids.flatMap(({ mark, rows }) => {
      const part = mark === null ? "none" : cellsRead(mark);
      return mark === null || part === "none" ? [] : [[mark.key, part === "all" ? rows : (rows[0]?.[0] ?? null)]];
    }),
  );

const changes = [
  ["a score", "Cấp tỉnh", "D6", 15, 14],
  ["a setting", "Thông tin", "B3", "Liền kề", "Cách hạng"],
  ["last year's index", "Danh sách đơn vị", "E4", 90, 80],
] as const;

describe.each(Object.entries(sides))("in %s", (_, open) => {
  it.each(changes)(
    "a report is stale after a change of %s, until somebody calculates",
    async (...[, sheet, ...cell]) => {
      const both = await open(workbook());
      expect((await inspect(await both.here())).report).toBe("none");
      await runCalculation(await both.here(), { provisional: false });
      expect((await inspect(await both.here())).report).toBe("current");
      await both.change(sheet, ...cell);
      expect((await inspect(await both.here())).report).toBe("stale");
      expect((await inspect(await both.there())).report).toBe("stale");
      await runCalculation(await both.there(), { provisional: false });
      expect((await inspect(await both.there())).report).toBe("current");
      expect((await inspect(await both.here())).report).toBe("current");
    },
  );
});

it("hands over the same of a report's sheets in both hosts, and no more of them in Excel", async () => {
  const read: (readonly SheetGrid[])[] = [];
  for (const open of Object.values(sides)) {
    const host = await (await open(workbook())).here();
    await runCalculation(host, { provisional: false });
    read.push(await host.readSheets());
  }
  const [file = [], excel = []] = read;
  expect(Object.keys(promised(excel))).toEqual(["calculation", "findings"]);
  expect(promised(excel)).toEqual(promised(file));
  const cells = ({ rows }: SheetGrid): number => rows.reduce((sum, row) => sum + row.length, 0);
  const counts = excel.flatMap((grid) => (grid.mark !== null && grid.mark.key !== "findings" ? [cells(grid)] : []));
  expect(counts.filter((count) => count > 0)).toEqual([1]);
});

it("says in Excel which setting has changed", async () => {
  const both = await sides.Excel(workbook());
  await runCalculation(await both.here(), { provisional: false });
  await both.change("Thông tin", "B3", "Liền kề", "Cách hạng");
  const grids = await (await both.here()).readSheets();
  const line = grids.find(({ mark }) => mark?.key === "calculation")?.rows[0]?.[0]?.value;
  expect(line).toBe("Thiết lập đã thay đổi (Cách xếp hạng) sau lần tính này: bấm Tính chỉ số để cập nhật");
});
