import { createExcelHost, type ExcelHost } from "./excel-host";
import { loadClient } from "./node-client";

const edit = (host: ExcelHost, batch: (sheet: Excel.Worksheet) => void): Promise<void> =>
  loadClient(host).Excel.run(async (context) => {
    batch(context.workbook.worksheets.getItem("Dữ liệu"));
    await context.sync();
  });

test("a copy has the same workbook, and what is done to one leaves the other alone", async () => {
  const host = createExcelHost({
    sheets: [
      {
        name: "Dữ liệu",
        rows: [
          ["Cơ quan", "Điểm"],
          ["Sở Nội vụ", 60],
        ],
        merges: ["D1:E1"],
      },
      { name: "Ghi chú", rows: [["Sửa"]] },
    ],
  });
  await edit(host, (sheet) => {
    sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"));
    sheet.names.add("Tên", "=1");
    sheet.pageLayout.orientation = "Landscape";
  });
  const before = host.snapshot();
  const copy = host.copy();
  expect(copy.snapshot()).toEqual(before);
  expect(copy.actionCount()).toBe(0);

  await edit(copy, (sheet) => {
    sheet.getRange("B2").values = [[61]];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("A1").format.columnWidth = 99;
    sheet.getRange("D1:E1").unmerge();
    sheet.charts.getItemAt(0).title.text = "Khác";
    sheet.names.getItem("Tên").delete();
    sheet.pageLayout.orientation = "Portrait";
    sheet.freezePanes.freezeRows(1);
    sheet.name = "Khác";
  });
  copy.userDeletesSheet("Ghi chú");
  expect(host.snapshot()).toEqual(before);
  // The chart's numbers are those of its own workbook's sheet.
  expect(JSON.stringify(copy.snapshot().sheets[0]?.charts)).toContain("Khác!");
  expect(JSON.stringify(before.sheets[0]?.charts)).toContain("'Dữ liệu'!");
  // Ids go on: none is given twice.
  const ids = copy.copy().book.sheets.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
