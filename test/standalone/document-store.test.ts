/** What the page does with an open file when its pane, or its user, acts on it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createDocumentStore } from "../../src/standalone/document-store";
import { downloadFileName } from "../../src/standalone/file-name";
import { pageHost } from "../../src/standalone/page-host";
import { calculate } from "../../src/app/calculate";
import { openXlsx, type XlsxWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import type { WorkbookHost } from "../../src/hosts/host";
import { failed, failureOf } from "../hosts/failure-of";

const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));

async function openSample(): Promise<{
  readonly host: WorkbookHost;
  readonly workbook: XlsxWorkbook;
  readonly store: ReturnType<typeof createDocumentStore>;
}> {
  const workbook = await openXlsx(sample, () => Promise.reject(new Error("nothing to compute")));
  const store = createDocumentStore(workbook.parts());
  const host = pageHost(workbook, {
    onWritten: () => {
      store.written(workbook.parts());
    },
    onSelected: store.select,
    onRead: store.read,
  });
  return { host, workbook, store };
}

test("Reading and selecting leave the file saved", async () => {
  const { host, store } = await openSample();
  await host.readSheets();
  await host.selectCell("Cấp tỉnh", "F12");
  expect(store.getState().isUnsaved).toBe(false);
});

test("A cell that the pane selects brings its sheet to the front", async () => {
  const { host, store } = await openSample();
  await host.selectCell("Cấp tỉnh", "F12");
  expect(store.getState().sheet).toBe(2);
  expect(store.getState().cells.get("Cấp tỉnh")).toEqual({ row: 11, column: 5 });
  expect(store.getState().selections).toBe(1);
});

test("A sheet that is gone cannot be selected, and nothing moves", async () => {
  const { host, store } = await openSample();
  expect(await failureOf(host.selectCell("Cấp xã", "A1"))).toEqual(failed("sheetGone", "Cấp xã"));
  expect(store.getState().sheet).toBe(0);
});

test("A report appears with its first sheet in front, and is unsaved until it is downloaded", async () => {
  const { host, workbook, store } = await openSample();
  const { report } = await calculate(host, false);
  if (!report) throw new Error("the sample has errors");
  await host.writeReport(report, { show: report.sheets[0]?.key ?? "" });
  const { view, sheet, isUnsaved } = store.getState();
  expect(view.sheets[sheet]?.name).toBe("BC III.1");
  expect(view.sheet(sheet).cell(9, 1)?.value).toBe("Bảo hiểm xã hội tỉnh");
  expect(isUnsaved).toBe(true);
  expect(workbook.toBytes()).not.toEqual(sample);
  store.downloaded();
  expect(store.getState().isUnsaved).toBe(false);
});

test("A repaired cell is shown as it is now, on the sheet that was in front", async () => {
  const { host, store } = await openSample();
  store.showSheet(2);
  const before = store.getState().view.sheet(2).cell(7, 5)?.value ?? null;
  await host.changeCells([{ sheet: "Cấp tỉnh", cell: "F8", before, after: 0.5 }]);
  expect(store.getState().sheet).toBe(2);
  expect(store.getState().view.sheet(2).cell(7, 5)?.value).toBe(0.5);
  expect(store.getState().isUnsaved).toBe(true);
});

test("A download has the file's name with what it is, once", () => {
  const name = (file: string): string => downloadFileName(file, (base) => `${base} - báo cáo`, " - báo cáo");
  expect(name("Chấm điểm 2020.xlsx")).toBe("Chấm điểm 2020 - báo cáo.xlsx");
  expect(name("Chấm điểm.2020.XLSM")).toBe("Chấm điểm.2020 - báo cáo.XLSM");
  expect(name("Chấm điểm 2020 - báo cáo.xlsx")).toBe("Chấm điểm 2020 - báo cáo.xlsx");
});
