import { readWorkbook } from "../../../src/workbook/read-workbook";
import { openInExcel } from "../../contract/excel-file";
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
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const afterEcho = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

describe("selecting a cell", () => {
  it("brings its sheet to the front", async () => {
    const { excel, workbook } = openInExcel({ sheets: [...sheets, { name: "Sau" }] });
    await workbook.selectCell("Sau", "F12");
    expect(excel.selection()).toEqual({ sheet: "Sau", cells: "F12" });
  });

  it.each([
    ["Mất", "A1", failed("sheetGone", "Mất")],
    ["Ẩn", "A1", failed("sheetHidden", "Ẩn")],
    ["Điểm", "1A", failed("cellUnknown", "Điểm", "1A")],
  ])("says why it cannot: %s %s", async (sheet, cell, failure) => {
    const { excel, workbook } = openInExcel({ sheets });
    expect(await failureOf(workbook.selectCell(sheet, cell))).toEqual(failure);
    expect(excel.selection()).toEqual({ sheet: "Điểm", cells: "A1" });
    expect(excel.snapshot().sheets[1]?.visibility).toBe("Hidden");
  });
});

describe("reading", () => {
  it("tells a text that begins with = from a formula, and says whether the sheet is protected", async () => {
    const formula = { type: "text" as const, value: "x", format: "General", formula: '"x"' };
    const rows = [["=1+1", formula, null, 1], [], ["=không"], [null, null]];
    const { workbook } = openInExcel({
      sheets: [{ name: "Điểm", rows, protected: true }],
    });
    const [grid] = await workbook.readSheets();
    expect(grid?.rows.map((cells) => cells.map((cell) => cell && [cell.value, cell.formula]))).toEqual([
      [["=1+1", null], ["x", '"x"'], null, [1, null]],
      [],
      [["=không", null]],
    ]);
    expect(grid).toMatchObject({ protected: true, visible: true, mark: null });
  });

  it("an empty workbook is no failure", async () => {
    const { workbook } = openInExcel({ sheets: [{ name: "Trang 1" }] });
    const grids = await workbook.readSheets();
    expect(grids).toEqual([{ name: "Trang 1", visible: true, protected: false, rows: [], mark: null }]);
    expect(readWorkbook(grids).findings.map(({ code }) => code)).toContain("nothing-to-score");
  });

  it("stops with the sheet's name where a cell stands millions of cells away", async () => {
    const rows: (number | null)[][] = Array.from({ length: 6000 }, () => []);
    rows[5999] = [...Array.from({ length: 999 }, () => null), 1];
    const { workbook } = openInExcel({ sheets: [{ name: "Xa", rows }] });
    expect(await failureOf(workbook.readSheets())).toEqual(failed("sheetTooLargeForExcel", "Xa"));
  });
});

describe.each(["1.9", "1.17"] as const)("watching for changes, ExcelApi %s", (apiSet) => {
  it("hears the user and not this program, until it is stopped", async () => {
    const { excel, workbook } = openInExcel({ sheets, apiSet });
    let heard = 0;
    const stop = await workbook.onUserChange(() => heard++);
    excel.userEdits("Điểm", "B2", 6);
    await soon();
    expect(heard).toBe(1);

    await workbook.readSheets();
    await workbook.writeReport(sampleReport({ rows: 2, charts: [] }));
    await workbook.changeCells([{ sheet: "Điểm", cell: "B2", before: 6, after: 7 }]);
    await workbook.addUserSheet("Mới", [["a"]]);
    await afterEcho();
    expect(heard).toBe(1);

    // What stands on a sheet of ours is the ribbon's doing if it is not this pane's.
    excel.userEdits("BC III.1", "A1", "x");
    await soon();
    expect(heard).toBe(2);
    excel.userDeletesSheet("Mới");
    await soon();
    expect(heard).toBe(3);
    excel.userRenamesSheet("Điểm", "Điểm 2025");
    await soon();
    // Older Excels do not tell of new names.
    expect(heard).toBe(apiSet === "1.17" ? 4 : 3);

    stop();
    stop();
    await soon();
    const before = heard;
    excel.userEdits("Điểm 2025", "B2", 8);
    await soon();
    expect(heard).toBe(before);
    expect(excel.unsupported).toEqual([]);
  });
});

/** The pane's window, as far as it matters here. */
describe("coming back to the pane", () => {
  const page = {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
  };
  beforeEach(() => {
    Object.assign(globalThis, page);
  });
  afterEach(() => {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  });

  it("may follow a choice from a drop-down list, of which Excel does not tell", async () => {
    const { workbook } = openInExcel({ sheets });
    let heard = 0;
    const stop = await workbook.onUserChange(() => heard++);
    page.window.dispatchEvent(new Event("focus"));
    expect(heard).toBe(1);
    page.document.visibilityState = "hidden";
    page.document.dispatchEvent(new Event("visibilitychange"));
    expect(heard).toBe(1);
    page.document.visibilityState = "visible";
    page.document.dispatchEvent(new Event("visibilitychange"));
    expect(heard).toBe(2);
    stop();
    page.window.dispatchEvent(new Event("focus"));
    page.document.dispatchEvent(new Event("visibilitychange"));
    expect(heard).toBe(2);
  });
});
