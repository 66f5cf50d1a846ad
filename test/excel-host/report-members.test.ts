import { createExcelHost, type ExcelHost, type ExcelHostOptions } from "./excel-host";
import { loadClient } from "./node-client";

const sheets = [
  {
    name: "Dữ liệu",
    rows: [
      ["Cơ quan", "Điểm", "Chỉ số"],
      ["Sở Nội vụ", 60, 95.5],
      ["Sở Tư pháp", 58, 92],
    ],
  },
];

async function run(
  batch: (context: Excel.RequestContext, client: typeof Excel) => Promise<void>,
  options: Partial<ExcelHostOptions> = {},
): Promise<ExcelHost> {
  const host = createExcelHost({ sheets, apiSet: "1.9", ...options });
  const client = loadClient(host);
  await client.Excel.run((context) => batch(context, client.Excel));
  expect(host.unsupported).toEqual([]);
  return host;
}

test("formats of a range, of several ranges and of single cells end in the cells", async () => {
  const host = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Dữ liệu");
    const header = sheet.getRange("A1:C1");
    header.format.fill.color = "#1f4e79";
    header.format.font.name = "Times New Roman";
    header.format.font.size = 13;
    header.format.font.bold = true;
    header.format.font.italic = false;
    header.format.font.underline = "Single";
    header.format.font.color = "white";
    header.format.horizontalAlignment = "Center";
    header.format.verticalAlignment = "Center";
    header.format.wrapText = true;
    header.format.rowHeight = 30;
    sheet.getRange("A:B").format.columnWidth = 90;
    const areas = sheet.getRanges("A2:C2,A3:C3");
    areas.format.fill.color = "#FFFFCC";
    for (const index of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical"] as const) {
      const border = areas.format.borders.getItem(index);
      border.style = "Continuous";
      border.color = "#999999";
      border.weight = "Thin";
    }
    sheet
      .getRange("B2:C2")
      .setCellProperties([
        [{ format: { font: { bold: true }, borders: { top: { style: "Double", color: "#FF0000" } } } }, {}],
      ]);
    sheet.getRange("A3").format.fill.clear();
    await context.sync();
  });

  const { cells, columnWidths, rowHeights } = host.sheetSnapshot("Dữ liệu");
  expect(cells["B1"]?.look).toMatchObject({ fill: "#1F4E79", color: "#FFFFFF", bold: true, wrap: true, size: 13 });
  expect(cells["B2"]?.look).toMatchObject({
    bold: true,
    fill: "#FFFFCC",
    top: { style: "Double", color: "#FF0000" },
    left: { style: "Continuous", color: "#999999", weight: "Thin" },
    right: { style: "Continuous", color: "#999999", weight: "Thin" },
  });
  expect(cells["A3"]?.look?.fill).toBeUndefined();
  expect([columnWidths, rowHeights]).toEqual([{ 0: 90, 1: 90 }, { 0: 30 }]);
});

test("a sheet takes names, panes, page layout, page breaks, hidden rows, links and merges", async () => {
  const host = await run(async (context) => {
    const { worksheets, application } = context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    const sheet = worksheets.add("Báo cáo");
    sheet.tabColor = "#217346";
    sheet.showHeadings = false;
    sheet.position = 0;
    context.workbook.names.add("_PARINDEX_WORKBOOK", '="w"').visible = false;
    sheet.names.add("_PARINDEX", '="2|III.1|Báo cáo|3|2|w||"').visible = false;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:A2"));
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4" as Excel.PaperType;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintMargins("Centimeters", { top: 1.8, left: 1.5 });
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.setPrintTitleColumns("$A:$B");
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P";
    sheet.horizontalPageBreaks.add("A5");
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A4").values = [["Xem"]];
    sheet.getRange("A4").hyperlink = { documentReference: "'Dữ liệu'!B2", screenTip: "Mở" };
    sheet.getRange("6:7").rowHidden = true;
    sheet.getRange("D:D").columnHidden = true;
    sheet.activate();
    sheet.getRange("A4").select();
    await context.sync();
  });

  const snapshot = host.sheetSnapshot("Báo cáo");
  expect(snapshot).toMatchObject({
    tabColor: "#217346",
    headings: false,
    freeze: { rows: 2, columns: 1 },
    page: {
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      titleRows: "1:2",
      titleColumns: "A:B",
      headersFooters: { centerFooter: "&P" },
    },
    breaks: [4],
    merges: ["A1:C1"],
    hiddenRows: [5, 6],
    hiddenColumns: [3],
    names: { _PARINDEX: { formula: '="2|III.1|Báo cáo|3|2|w||"', visible: false } },
    cells: { A4: { value: "Xem", link: { documentReference: "'Dữ liệu'!B2" }, look: { underline: "Single" } } },
  });
  expect(host.selection()).toEqual({ sheet: "Báo cáo", cells: "A4" });
  expect(host.snapshot().sheets.map(({ name }) => name)).toEqual(["Báo cáo", "Dữ liệu"]);
  expect(host.toSheets()[0]?.mark).toEqual({ key: "III.1", name: "Báo cáo", rows: 3, columns: 2 });
});

test("a chart takes its source, its series, axes, labels, place and plot area", async () => {
  const host = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Dữ liệu");
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
    chart.name = "PARINDEX III.1 1";
    chart.title.text = "Biểu đồ 01";
    chart.title.format.font.size = 12;
    chart.title.format.font.name = "Times New Roman";
    chart.legend.visible = true;
    chart.legend.position = "Bottom";
    chart.legend.format.font.size = 9;
    const { categoryAxis, valueAxis } = chart.axes;
    categoryAxis.reversePlotOrder = true;
    categoryAxis.textOrientation = -90;
    categoryAxis.tickLabelSpacing = 1;
    categoryAxis.format.font.size = 9;
    valueAxis.minimum = 0;
    valueAxis.maximum = 80;
    valueAxis.majorGridlines.format.line.color = "#E3E3E3";
    const first = chart.series.getItemAt(0);
    first.format.fill.setSolidColor("#1F4E79");
    first.gapWidth = 40;
    first.overlap = 0;
    first.hasDataLabels = true;
    first.dataLabels.showValue = true;
    first.dataLabels.position = "OutsideEnd";
    first.dataLabels.numberFormat = "General";
    first.dataLabels.textOrientation = -90;
    first.dataLabels.format.font.size = 8;
    const second = chart.series.add("Chỉ số");
    second.setValues(sheet.getRange("C2:C3"));
    second.setXAxisValues(sheet.getRange("A2:A3"));
    chart.plotArea.insideLeft = 30;
    chart.plotArea.insideTop = 35;
    chart.plotArea.insideWidth = 300;
    chart.plotArea.insideHeight = 150;
    chart.plotVisibleOnly = true;
    chart.setPosition("A5", "B6");
    chart.width = 480;
    await context.sync();
    const { charts } = sheet;
    charts.load("items/name,items/left,items/top,items/height,count");
    chart.series.load("items/name");
    await context.sync();
    expect(charts.items.map(({ name, left, top, height }) => [name, left, top, height])).toEqual([
      ["PARINDEX III.1 1", 0, 60, 30],
    ]);
    expect(chart.series.items.map(({ name }) => name)).toEqual(["Điểm", "Chỉ số"]);
    charts.getItem("PARINDEX III.1 1").load("name");
    await context.sync();
  });

  expect(host.sheetSnapshot("Dữ liệu").charts).toMatchObject([
    {
      chartType: "ColumnClustered",
      title: { text: "Biểu đồ 01", font: { size: 12 } },
      valueAxis: { minimum: 0, maximum: 80, majorGridlines: { line: { color: "#E3E3E3" } } },
      categoryAxis: { reversePlotOrder: true, textOrientation: -90, tickLabelSpacing: 1 },
      plotArea: { insideLeft: 30, left: null },
      width: 480,
      series: [
        {
          name: { reference: "'Dữ liệu'!B1" },
          values: "'Dữ liệu'!B2:B3",
          categories: "'Dữ liệu'!A2:A3",
          fill: "#1F4E79",
          gapWidth: 40,
          labels: { textOrientation: -90 },
        },
        { name: "Chỉ số", values: "'Dữ liệu'!C2:C3", categories: "'Dữ liệu'!A2:A3" },
      ],
    },
  ]);
});

test("everything that a reader asks for comes back", async () => {
  await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/id,items/visibility,items/position,items/tabColor");
    context.workbook.protection.load("protected");
    context.workbook.names.load("items/name,items/formula");
    context.workbook.application.load("calculationMode");
    const active = worksheets.getActiveWorksheet().load("name");
    const missing = worksheets.getItemOrNullObject("Không có").load("name");
    const missingRange = missing.getUsedRangeOrNullObject(true).load("address");
    await context.sync();
    expect(worksheets.items.map(({ name, visibility, position }) => [name, visibility, position])).toEqual([
      ["Dữ liệu", "Visible", 0],
    ]);
    expect([active.name, missing.isNullObject, missingRange.isNullObject]).toEqual(["Dữ liệu", true, true]);

    const [sheet] = worksheets.items;
    if (!sheet) throw new Error("no sheet");
    sheet.protection.load("protected");
    sheet.names.load("items/name,items/formula,items/visible");
    sheet.charts.load("items/name");
    const [shapes, tables] = [sheet.shapes.getCount(), sheet.tables.getCount()];
    const mark = sheet.names.getItemOrNullObject("_PARINDEX").load("formula");
    const range = sheet.getRange("A1:C3").load("values,formulas,text,numberFormat,rowCount,hyperlink,format/font/bold");
    const rows = range.getRowProperties({ rowHidden: true });
    const columns = range.getColumnProperties({ columnHidden: true });
    const cells = range.getCellProperties({ address: true, format: { fill: { color: true } } });
    const resized = range.getCell(0, 0).getResizedRange(1, 1).load("address");
    const offset = range.getRow(1).getOffsetRange(1, 0).load("address");
    const column = range.getColumn(2).load("address,columnIndex");
    const indexed = sheet.getRangeByIndexes(1, 1, 2, 1).load("address");
    await context.sync();

    expect(range.text[1]).toEqual(["Sở Nội vụ", "60", "95,5"]);
    expect(range.format.font.bold).toBe(false);
    expect([shapes.value, tables.value, mark.isNullObject]).toEqual([0, 0, true]);
    /* eslint-disable office-addins/load-object-before-read -- a ClientResult needs no load */
    expect(rows.value).toEqual([{ rowHidden: false }, { rowHidden: false }, { rowHidden: false }]);
    expect(columns.value[0]).toEqual({ columnHidden: false });
    expect(cells.value[1]?.[2]).toEqual({ address: "C2", format: { fill: { color: "#FFFFFF" } } });
    /* eslint-enable office-addins/load-object-before-read */
    expect([resized, offset, column, indexed].map(({ address }) => address)).toEqual([
      "'Dữ liệu'!A1:B2",
      "'Dữ liệu'!A3:C3",
      "'Dữ liệu'!C1:C3",
      "'Dữ liệu'!B2:B3",
    ]);
  });
});

test("objects of one sync serve in the next: ranges by their reference, sheets and charts by their id", async () => {
  const host = await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Mới");
    const range = sheet.getRange("A1:B1");
    const chart = sheet.charts.add("BarClustered", range, "Columns");
    await context.sync();
    sheet.name = "Mới hơn";
    range.values = [[1, 2]];
    chart.name = "Một";
    await context.sync();
    range.clear();
    chart.delete();
    await context.sync();
  });
  expect(host.sheetSnapshot("Mới hơn")).toMatchObject({ cells: {}, charts: [] });
});

test("what the user has on a sheet is known by its name", async () => {
  const seeds = [{ name: "Dữ liệu", rows: [["x"], [1]], shapes: 1, tables: 1 }];
  await run(
    async (context) => {
      const sheet = context.workbook.worksheets.getItem("Dữ liệu");
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:A2"), "Columns");
      chart.name = "Một";
      chart.format.border.color = "#BFBFBF";
      chart.format.roundedCorners = false;
      chart.axes.valueAxis.linkNumberFormat = false;
      sheet.shapes.load({ name: true });
      sheet.tables.load("items/name");
      await context.sync();
      expect(sheet.shapes.items.map(({ name }) => name)).toEqual(["Hình 1", "Một"]);
      expect(sheet.tables.items.map(({ name }) => name)).toEqual(["Bảng1"]);
    },
    { sheets: seeds, chartsAmongShapes: true },
  );
});

test("a large table goes over as it is, in one request", async () => {
  const rows = Array.from({ length: 60 }, (_, row) => Array.from({ length: 100 }, (__, column) => row * 100 + column));
  const host = await run(async (context) => {
    context.workbook.worksheets.getItem("Dữ liệu").getRange("A1:CV60").values = rows;
    await context.sync();
  });
  expect(host.log.filter(({ changed }) => changed)).toHaveLength(1);
  expect(host.sheetSnapshot("Dữ liệu").cells["CV60"]?.value).toBe(5999);
});
