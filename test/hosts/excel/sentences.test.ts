import { openExcel } from "../../../src/hosts/excel/excel-workbook";
import { openInExcel, useClient } from "../../contract/excel-file";
import { createExcelHost } from "../../excel-host/excel-host";
import { sampleReport } from "../xlsx/sample-report";
import { failed, failureOf } from "../failure-of";

const sheets = [
  {
    name: "Điểm",
    rows: [
      ["Tên", "Điểm"],
      ["Sở Nội vụ", 5],
    ],
  },
  { name: "Ẩn", rows: [[1]], visible: false },
];
const report = sampleReport({ rows: 2, charts: ["column"] });

it("cell-edit mode: says to press Enter, and the same call works after it", async () => {
  const { excel, workbook } = openInExcel({ sheets, editMode: true });
  expect(await failureOf(workbook.readSheets())).toEqual(failed("cellEditing"));
  excel.setEditMode(false);
  await workbook.readSheets();
  excel.setEditMode(true);
  for (const task of [
    () => workbook.writeReport(report),
    () => workbook.changeCells([{ sheet: "Điểm", cell: "B2", before: 5, after: 6 }]),
    () => workbook.addUserSheet("Mới", [[1]]),
    () => workbook.selectCell("Điểm", "B2"),
  ]) {
    excel.setEditMode(true);
    expect(await failureOf(task())).toEqual(failed("cellEditing"));
    excel.setEditMode(false);
    await task();
  }
});

it("a protected structure: says so before anything is written; a report in place needs no leave", async () => {
  const { excel, workbook } = openInExcel({ sheets });
  await workbook.writeReport(report);
  excel.book.protectedStructure = true;
  const before = excel.snapshot();
  await workbook.readSheets();
  expect(await failureOf(workbook.writeReport(sampleReport({}, { key: "IV.1", name: "BC IV.1" })))).toEqual(
    failed("workbookProtected"),
  );
  expect(excel.snapshot()).toEqual(before);
  await workbook.writeReport(report, { show: "III.1" });
  expect(excel.book.active.name).toBe("BC III.1");
  expect(await failureOf(workbook.addUserSheet("Mới", []))).toEqual(failed("workbookProtected"));
  excel.book.protectedStructure = false;
  await workbook.writeReport(sampleReport({}, { key: "IV.1", name: "BC IV.1" }));
  expect(excel.snapshot().sheets.map(({ name }) => name)).toEqual(["Điểm", "Ẩn", "BC III.1", "BC IV.1"]);
});

it("a protected sheet of ours: names it before anything is written, never unprotects it", async () => {
  const { excel, workbook } = openInExcel({ sheets });
  await workbook.writeReport(report);
  excel.protectSheet("BC III.1", true);
  const before = excel.snapshot();
  expect(await failureOf(workbook.writeReport(report))).toEqual(failed("sheetProtected", "BC III.1"));
  expect(excel.snapshot()).toEqual(before);
  excel.protectSheet("BC III.1", false);
  await workbook.writeReport(report);
});

it("a protected sheet of the user's hinders no report, and no cell there is changed", async () => {
  const { excel, workbook } = openInExcel({ sheets });
  excel.protectSheet("Điểm", true);
  await workbook.writeReport(report);
  const change = { sheet: "Điểm", cell: "B2", before: 5, after: 6 };
  expect(await failureOf(workbook.changeCells([change]))).toEqual(failed("sheetProtected", "Điểm"));
  excel.protectSheet("Điểm", false);
  await workbook.changeCells([change]);
  expect(excel.sheetSnapshot("Điểm").cells["B2"]?.value).toBe(6);
});

it("a workbook that is read-only: can be read, and says what to do before it can be written", async () => {
  const { excel, workbook } = openInExcel({ sheets, readOnly: true });
  await workbook.readSheets();
  expect(await failureOf(workbook.writeReport(report))).toEqual(failed("readOnly"));
  expect(excel.snapshot().sheets).toHaveLength(2);
  excel.setReadOnly(false);
  await workbook.writeReport(report);
});

it.each([
  ["Conflict", failed("conflict")],
  ["ServiceNotAvailable", failed("offline")],
  ["ActivityLimitReached", failed("busy")],
  ["AccessDenied", failed("readOnly")],
  ["NeverHeardOf", { code: "unexpected", place: null, data: { officeCode: "NeverHeardOf" } }],
])("%s has its failure, and the same call works the second time", async (code, failure) => {
  const { excel, workbook } = openInExcel({ sheets });
  for (const request of [1, 2]) {
    await workbook.readSheets();
    excel.failRequest(request, { code });
    expect(await failureOf(workbook.writeReport(report))).toEqual(failure);
    await workbook.writeReport(report);
  }
});

describe("payload limits", () => {
  const longText = "x".repeat(900);
  const many = [{ name: "Điểm", rows: Array.from({ length: 60 }, () => Array.from({ length: 10 }, () => longText)) }];

  it.each(["error", "null"] as const)("reading what is too large (%s) goes on in smaller parts", async (largeReads) => {
    const { excel, workbook } = openInExcel({ sheets: many, payloadLimit: 300_000, largeReads });
    const [grid] = await workbook.readSheets();
    expect(grid?.rows.map((cells) => cells.length)).toEqual(many[0]?.rows.map(() => 10));
    expect(grid?.rows.flat().every((cell) => cell?.value === longText)).toBe(true);
    expect(
      Math.max(...excel.log.filter(({ error }) => error === null).map(({ responseBytes }) => responseBytes)),
    ).toBeLessThanOrEqual(300_000);
  });

  it("reading stops with the sheet's name where a single row is too large", async () => {
    const { workbook } = openInExcel({ sheets: many, payloadLimit: 8_000 });
    expect(await failureOf(workbook.readSheets())).toEqual(failed("sheetTooLargeForExcel", "Điểm"));
  });

  it("writing what is too large goes on in smaller requests", async () => {
    const plain = openInExcel({ sheets });
    await plain.workbook.writeReport(report);
    const { excel, workbook } = openInExcel({ sheets, payloadLimit: 25_000 });
    const done: number[] = [];
    await workbook.writeReport(report, { onProgress: (count) => done.push(count) });
    expect(excel.snapshot()).toEqual(plain.excel.snapshot());
    expect(excel.log.filter(({ error }) => error === null).length).toBeGreaterThan(3);
    expect([done[0], done.at(-1)]).toEqual([0, 1]);
  });
});

it.each(["1.9", "1.17"] as const)("all of it works in an Excel with ExcelApi %s", async (apiSet) => {
  const excel = createExcelHost({ sheets, apiSet });
  useClient(excel);
  const workbook = openExcel();
  const stop = await workbook.onUserChange(() => undefined);
  await workbook.readSheets();
  await workbook.writeReport(report, { show: "III.1" });
  await workbook.writeReport(report);
  await workbook.changeCells([{ sheet: "Điểm", cell: "B2", before: 5, after: 6 }]);
  await workbook.addUserSheet("Mới", [["a", 1]]);
  await workbook.selectCell("Mới", "B1");
  stop();
  expect(excel.log.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
  expect(excel.unsupported).toEqual([]);
});
