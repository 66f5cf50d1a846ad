import { openInExcel } from "../../contract/excel-file";
import { failed, failureOf } from "../failure-of";

const number = (value: number, format = "General") => ({ type: "number" as const, value, format, formula: null });
const text = (value: string, format = "General") => ({ type: "text" as const, value, format, formula: null });
const sheets = [
  {
    name: "Điểm",
    rows: [
      [text("13,5"), number(2), text("8.5", "@"), { ...number(4), formula: "2+2" }],
      [text("=1+1"), null, number(45000, "d/m/yyyy")],
    ],
  },
];
const change = (cell: string, before: string | number | null, after: string | number | null) => ({
  sheet: "Điểm",
  cell,
  before,
  after,
});

describe("accepted changes", () => {
  it("put numbers as numbers, also into cells of texts, and texts as texts", async () => {
    const { excel, workbook } = openInExcel({ sheets });
    await workbook.changeCells([
      change("A1", "13,5", 13.5),
      change("C1", "8.5", 8.5),
      change("B1", 2, "1.10"),
      change("D1", 4, null),
      change("B2", null, "=A1"),
    ]);
    const { cells } = excel.sheetSnapshot("Điểm");
    expect(["A1", "C1", "B1", "D1", "B2"].map((address) => [cells[address]?.type, cells[address]?.value])).toEqual([
      ["number", 13.5],
      ["number", 8.5],
      ["text", "1.10"],
      [undefined, undefined],
      ["text", "=A1"],
    ]);
    expect(cells["B2"]?.formula).toBeUndefined();
    expect(excel.log).toHaveLength(2);
  });

  it.each([
    ["another value than was read", change("B1", 3, 4), failed("cellChanged", "Điểm", "B1")],
    ["a sheet that is gone", { ...change("B1", 2, 4), sheet: "Khác" }, failed("sheetGone", "Khác")],
    ["no address", change("B0", null, 4), failed("cellUnknown", "Điểm", "B0")],
  ])("none is made with %s among them", async (_, bad, failure) => {
    const { excel, workbook } = openInExcel({ sheets });
    const before = excel.snapshot();
    expect(await failureOf(workbook.changeCells([change("A1", "13,5", 13.5), bad]))).toEqual(failure);
    expect(excel.snapshot()).toEqual(before);
  });

  it("are taken back where one of them fails half-way, whichever it is", async () => {
    const all = [
      change("A1", "13,5", 13.5),
      change("C1", "8.5", 8.5),
      change("D1", 4, 5),
      change("A2", "=1+1", 2),
      change("C2", 45000, 4.5),
    ];
    const count = await (async () => {
      const { excel, workbook } = openInExcel({ sheets });
      await workbook.changeCells(all);
      return excel.actionCount();
    })();
    for (let k = 1; k <= count; k++) {
      const { excel, workbook } = openInExcel({
        sheets,
        calculator: (cells) => Promise.resolve(cells.map(() => ({ type: "number", value: 4 }) as const)),
      });
      const plain = (): unknown =>
        Object.entries(excel.sheetSnapshot("Điểm").cells).map(([address, { type, value, formula, look }]) => [
          address,
          type,
          formula ?? value,
          look,
        ]);
      const before = plain();
      excel.failAction(k);
      expect((await failureOf(workbook.changeCells(all))).data).toEqual({ officeCode: "GeneralException" });
      expect([k, plain()]).toEqual([k, before]);
      await workbook.changeCells(all);
    }
  });
});

describe("a sheet of the user's that is added", () => {
  it("stands after their last one, before the report, with plain values and no mark", async () => {
    const { sampleReport } = await import("../xlsx/sample-report");
    const { excel, workbook } = openInExcel({ sheets });
    await workbook.writeReport(sampleReport({}));
    await workbook.addUserSheet("Thông tin", [["THÔNG TIN"], [], ["Năm", 2025, null, "=1+1"]]);
    const [, added, last] = excel.toSheets();
    expect([added?.name, added?.mark, last?.name]).toEqual(["Thông tin", null, "BC III.1"]);
    expect(added?.rows.map((cells) => cells.map((one) => one && [one.value, one.formula]))).toEqual([
      [["THÔNG TIN", null]],
      [],
      [["Năm", null], [2025, null], null, ["=1+1", null]],
    ]);
  });

  it("is whole or not there: what a failure leaves goes with the next report", async () => {
    const { sampleReport } = await import("../xlsx/sample-report");
    for (let k = 1; ; k++) {
      const { excel, workbook } = openInExcel({ sheets });
      excel.failAction(k);
      const failed = await workbook.addUserSheet("Thông tin", [["a", 1]]).then(
        () => false,
        () => true,
      );
      if (!failed) break;
      expect(excel.toSheets().map(({ name }) => name)).not.toContain("Thông tin");
      await workbook.readSheets();
      await workbook.writeReport(sampleReport({}), { otherOwnSheets: "keep" });
      expect(excel.toSheets().map(({ name }) => name)).toEqual(["Điểm", "BC III.1"]);
    }
  });

  it.each<[string, object]>([
    ["điểm", failed("nameTaken", "điểm")],
    ...["a/b", "'a", "", "History"].map((name): [string, object] => [
      name,
      { code: "badSheetName", place: null, data: { name } },
    ]),
  ])("not under the name “%s”", async (name, failure) => {
    const { excel, workbook } = openInExcel({ sheets });
    expect(await failureOf(workbook.addUserSheet(name, []))).toEqual(failure);
    expect(excel.toSheets()).toHaveLength(1);
  });
});
