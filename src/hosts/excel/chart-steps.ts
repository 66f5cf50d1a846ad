import { fontName, type Area, type ChartBlock, type ReportSheet } from "../../data/pages";
import { cellAddress } from "../../data/grid";
import { chartName } from "../../data/own-charts";
import { areaAddress } from "../../formula/sheet-references";
import { chartLook } from "../../data/sheet-look";
import { pointsPerPixel } from "./page-steps";
import { bytesPerCall, type WriteRequest, type WriteStep } from "./write-steps";

/** The sheet's charts; they come after rows and columns have their sizes. */
export function chartSteps(sheet: ReportSheet): WriteStep[] {
  return sheet.blocks
    .filter((block) => block.kind === "chart")
    .map((chart, index) => ({
      sheet: sheet.name,
      bytes: bytesPerCall * (60 + 20 * chart.series.length),
      queue: (request) => {
        addChart(request, sheet, chart, chartName(sheet.key, index + 1));
      },
    }));
}

function addChart(request: WriteRequest, { name: sheetName }: ReportSheet, block: ChartBlock, name: string): void {
  const sheet = request.sheet(sheetName);
  const source = sourceArea(block);
  const type = block.type === "bar" ? "BarClustered" : "ColumnClustered";
  const dataSheet = request.sheet(block.categories.sheet);
  // With the heading cells on top Excel takes the names of the series from them. (Set by themselves they were lost on
  // reopening: office-js #2941.) The names of agencies are formulas, of which it cannot yet tell that they are texts.
  const chart = sheet.charts.add(type, dataSheet.getRange(areaAddress(source)).untrack(), "Columns");
  chart.name = name;
  const wanted = block.series.map(({ values }) => values.area.column - source.column);
  for (let index = source.columns - 1; index >= 0; index--) {
    if (!wanted.includes(index)) chart.series.getItemAt(index).delete();
  }
  const categories = dataSheet.getRange(areaAddress(block.categories.area)).untrack();
  block.series.forEach((_, index) => {
    chart.series.getItemAt(index).setXAxisValues(categories);
  });
  placeChart(sheet, chart, block);
  formatTexts(chart, block);
  formatAxes(chart, block);
  block.series.forEach((_, index) => {
    formatSeries(chart.series.getItemAt(index), block, index);
  });
}

/** From the first series to the last, with the row of headings above. */
function sourceArea({ series }: ChartBlock): Area {
  const columns = series.map(({ values }) => values.area.column);
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const { row, rows } = series[0]?.values.area ?? { row: 1, rows: 0 };
  return { row: row - 1, column: first, rows: rows + 1, columns: last - first + 1 };
}

function placeChart(sheet: Excel.Worksheet, chart: Excel.Chart, block: ChartBlock): void {
  const points = (pixels: number): number => pixels * pointsPerPixel;
  chart.setPosition(sheet.getRange(cellAddress(block.area.row, block.area.column)).untrack());
  chart.width = points(block.widthPixels);
  chart.height = points(block.heightPixels);
  const { top, right, bottom, left } = block.plotMargins;
  const { plotArea } = chart;
  plotArea.insideLeft = points(left);
  plotArea.insideTop = points(top);
  plotArea.insideWidth = points(block.widthPixels - left - right);
  plotArea.insideHeight = points(block.heightPixels - top - bottom);
}

function formatTexts(chart: Excel.Chart, block: ChartBlock): void {
  chart.format.fill.setSolidColor(chartLook.background);
  setFont(chart.format.font, block.axisLabelSize);
  chart.title.visible = true;
  chart.title.text = block.title;
  setFont(chart.title.format.font, chartLook.titleSize);
  chart.title.format.font.bold = true;
  chart.legend.visible = block.legend === "bottom";
  if (block.legend === "bottom") {
    chart.legend.position = "Bottom";
    setFont(chart.legend.format.font, block.axisLabelSize);
  }
}

function formatAxes(chart: Excel.Chart, block: ChartBlock): void {
  const { categoryAxis, valueAxis } = chart.axes;
  // Every name is shown: Excel would leave out some where they are crowded.
  categoryAxis.tickLabelSpacing = 1;
  categoryAxis.tickLabelPosition = "Low";
  categoryAxis.majorTickMark = "None";
  categoryAxis.textOrientation = turned(block.categoryRotation);
  categoryAxis.format.line.color = chartLook.line;
  setFont(categoryAxis.format.font, block.axisLabelSize);
  if (block.type === "bar") {
    // With the first category on top, the last one is at the bottom: there the values are written.
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = "Maximum";
  }
  if (block.valueAxisMinimum !== null) valueAxis.minimum = block.valueAxisMinimum;
  if (block.valueAxisMaximum !== null) valueAxis.maximum = block.valueAxisMaximum;
  valueAxis.numberFormat = "General";
  valueAxis.majorTickMark = "None";
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = chartLook.grid;
  valueAxis.format.line.clear();
  setFont(valueAxis.format.font, block.axisLabelSize);
}

function formatSeries(series: Excel.ChartSeries, block: ChartBlock, index: number): void {
  series.format.fill.setSolidColor(block.series[index]?.color ?? chartLook.line);
  series.gapWidth = block.gapWidth;
  series.overlap = block.overlap;
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  dataLabels.position = "OutsideEnd";
  dataLabels.numberFormat = "General";
  dataLabels.textOrientation = turned(block.labelRotation);
  setFont(dataLabels.format.font, block.labelSize);
}

function setFont(font: Excel.ChartFont, size: number): void {
  font.name = fontName;
  font.size = size;
  font.bold = false;
  font.color = chartLook.text;
}

/** The report counts degrees as files do, clockwise; Excel's own objects count them the other way round. */
function turned(degrees: number): number {
  return degrees === 0 ? 0 : -degrees;
}
