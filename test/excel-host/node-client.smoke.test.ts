import { createExcelHost } from "./excel-host";
import { loadClient } from "./node-client";

const sheets = [
  {
    name: "Nhập điểm",
    rows: [
      ["Mã", "Sở Nội vụ"],
      ["1.1", 2.5],
    ],
  },
];

test("the unmodified client reads and writes through this host in node", async () => {
  const host = createExcelHost({ sheets });
  const { Excel } = loadClient(host);

  const values = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Báo cáo");
    sheet.showGridlines = false;
    sheet.getRange("A1:B2").values = [
      ["Cơ quan", "Điểm"],
      ["Sở Nội vụ", 61.25],
    ];
    sheet.getRange("B3").formulas = [["=SUM('Nhập điểm'!B2:B2)"]];
    const read = context.workbook.worksheets.getItem("Nhập điểm").getUsedRangeOrNullObject(true);
    read.load("address,values,valueTypes,formulas,numberFormat");
    await context.sync();
    return { address: read.address, values: read.values, types: read.valueTypes };
  });

  expect(values).toEqual({
    address: "'Nhập điểm'!A1:B2",
    values: [
      ["Mã", "Sở Nội vụ"],
      ["1.1", 2.5],
    ],
    types: [
      ["String", "String"],
      ["String", "Double"],
    ],
  });
  expect(host.sheetSnapshot("Báo cáo")).toMatchObject({
    gridlines: false,
    cells: { A2: { value: "Sở Nội vụ" }, B2: { value: 61.25 }, B3: { formula: "SUM('Nhập điểm'!B2:B2)" } },
  });
  expect(host.unsupported).toEqual([]);
});

test("the client of this version hears of the user's edits", async () => {
  const host = createExcelHost({ sheets });
  const { Excel } = loadClient(host);
  const heard: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      heard.push(`${event.address} ${String(event.triggerSource)}`);
      return Promise.resolve();
    });
    await context.sync();
  });

  host.userEdits("Nhập điểm", "B2", 3);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual(["B2 Unknown"]);
});

test("an error names the code, the place and the statement", async () => {
  const host = createExcelHost({ sheets });
  const { Excel, OfficeExtension } = loadClient(host);
  const failing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Không có").load("name");
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: "ItemNotFound" });
  await failing.catch((error: unknown) => {
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect((error as OfficeExtension.Error).debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
  });
});
