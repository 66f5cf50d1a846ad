/** Charts as they are read out of a file, and where their parts stand when they are drawn. */
import type { ChartView } from "../../src/viewer/model/chart";
import { openPackage } from "../../src/ooxml/package-parts";
import { openWorkbookView } from "../../src/viewer/model/workbook-view";
import { layoutChart } from "../../src/viewer/drawing/chart-layout";
import { valueScale } from "../../src/viewer/drawing/chart-scale";
import { wrap } from "../../src/viewer/drawing/chart-words";
import { calculate } from "../../src/app/calculate";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { smallWorkbook } from "../standalone/small-workbook";

const tools = {
  measure: (text: string, size: number): number => text.length * size * 0.5,
  number: (value: number): string => String(value),
};

const cache = (points: readonly (string | number)[]): string =>
  `<c:ptCount val="${String(points.length)}"/>` +
  points.map((point, index) => `<c:pt idx="${String(index)}"><c:v>${String(point)}</c:v></c:pt>`).join("");

/** A chart as Excel writes it, two columns and one series. */
function chartXml(
  parts: { direction?: string; kind?: string; axis?: string; values?: readonly number[] } = {},
): string {
  const { direction = "col", kind = "barChart", axis = "", values = [40, 10] } = parts;
  return (
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr sz="1400" b="1"/><a:t>Kết quả </a:t></a:r>` +
    `<a:r><a:t>năm 2020</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:${kind}>` +
    `<c:barDir val="${direction}"/><c:grouping val="clustered"/><c:ser><c:tx><c:strRef><c:strCache>${cache(["Điểm"])}` +
    `</c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></c:spPr>` +
    `<c:dLbls><c:showVal val="1"/></c:dLbls><c:cat><c:strRef><c:strCache>${cache(["Sở Nội vụ", "Sở Y tế"])}` +
    `</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:formatCode>0.0</c:formatCode>${cache(values)}` +
    `</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="100"/></c:${kind}><c:catAx><c:scaling>` +
    `<c:orientation val="${direction === "bar" ? "maxMin" : "minMax"}"/></c:scaling></c:catAx>` +
    `<c:valAx>${axis}<c:majorGridlines/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/></c:legend></c:chart>`
  );
}

const chartOf = (xml: string): ChartView => {
  const [placed] = openWorkbookView(openPackage(smallWorkbook({ sheet: "<sheetData/>", chart: xml }))).sheet(0).charts;
  if (!placed) throw new Error("no chart");
  return placed.chart;
};

test("Title, names, values, colours, labels and legend come from the chart's part", () => {
  const chart = chartOf(chartXml());
  expect(chart).toMatchObject({ kind: "column", categories: ["Sở Nội vụ", "Sở Y tế"], gapWidth: 100 });
  expect(chart.title).toMatchObject({ text: "Kết quả năm 2020", size: 14, bold: true });
  expect(chart.series).toEqual([
    { name: "Điểm", color: "#ED7D31", values: [40, 10], labels: { size: 10, rotation: 0, format: "0.0" } },
  ]);
  expect(chart.legend).toEqual({ position: "bottom", size: 10 });
});

test("A chart stands where its cells are", () => {
  const [placed] = openWorkbookView(openPackage(smallWorkbook({ sheet: "<sheetData/>", chart: chartXml() }))).sheet(
    0,
  ).charts;
  expect(placed).toMatchObject({ left: 65, top: 20, width: 512, height: 360 });
});

test("Kinds that are not drawn keep their title", () => {
  expect(chartOf(chartXml({ kind: "pieChart" }))).toMatchObject({ kind: "other", title: { text: "Kết quả năm 2020" } });
});

test("Columns stand on the zero line, as high as their values, within their category", () => {
  const { bars, labels, axisLine } = layoutChart(chartOf(chartXml()), 400, 300, tools);
  const [high, low] = bars;
  if (!high || !low) throw new Error("two bars are wanted");
  expect(high.height / low.height).toBeCloseTo(4);
  expect(high.y + high.height).toBeCloseTo(axisLine.y1);
  // A gap of 100 % on both sides together makes a column half as wide as its category.
  expect(low.x - high.x).toBeCloseTo(high.width * 2);
  expect(labels.map(({ text }) => text)).toEqual(["40", "10"]);
  expect(labels.every(({ y }, index) => y < (bars[index]?.y ?? 0))).toBe(true);
});

test("Columns below zero hang from the zero line", () => {
  const { bars, axisLine } = layoutChart(chartOf(chartXml({ values: [40, -10] })), 400, 300, tools);
  expect(bars[1]?.y).toBeCloseTo(axisLine.y1);
});

test("Bars of a reversed axis have the first category on top", () => {
  const { bars, categories } = layoutChart(chartOf(chartXml({ direction: "bar" })), 400, 300, tools);
  expect(bars[0]?.y).toBeLessThan(bars[1]?.y ?? 0);
  expect(categories.map(({ text }) => text)).toEqual(["Sở Nội vụ", "Sở Y tế"]);
});

test("The file's own limits of the axis are kept; without them the steps are round", () => {
  const limits = '<c:scaling><c:max val="120"/><c:min val="0"/></c:scaling>';
  expect(valueScale(chartOf(chartXml({ axis: limits }))).ticks).toEqual([0, 20, 40, 60, 80, 100, 120]);
  const { minimum, maximum } = valueScale(chartOf(chartXml({ values: [95.895, 84.1] })));
  expect([minimum, maximum]).toEqual([0, 120]);
});

test("Long names are broken between words and shortened only at the end", () => {
  const measure = (text: string): number => text.length;
  expect(wrap("Sở Văn hóa, Thể thao và Du lịch", 12, measure)).toEqual(["Sở Văn hóa,", "Thể thao và", "Du lịch"]);
  expect(wrap("Sở Văn hóa, Thể thao và Du lịch", 12, measure, 2)).toEqual(["Sở Văn hóa,", "Thể thao và…"]);
});

test("An endless name is shortened without trying every length of it", () => {
  let measured = 0;
  const measure = (text: string): number => {
    measured += 1;
    return text.length;
  };
  expect(wrap("x".repeat(32_000), 12, measure)).toEqual([`${"x".repeat(11)}…`]);
  expect(wrap("xy ".repeat(10_000), 12, measure, 1)).toEqual(["xy xy xy xy…"]);
  expect(measured).toBeLessThan(50);
});

test("The report's sixteen charts are drawn with every agency and value", async () => {
  const bytes = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));
  const workbook = await openXlsx(bytes, () => Promise.reject(new Error("nothing to compute")));
  const { report } = await calculate(workbook, false);
  if (!report) throw new Error("the sample has errors");
  await workbook.writeReport(report);
  const view = openWorkbookView(openPackage(workbook.toBytes()));
  const charts = view.sheets.flatMap((_, index) => view.sheet(index).charts);
  expect(charts).toHaveLength(16);
  for (const { chart, width, height } of charts) {
    const { bars, labels, categories, title } = layoutChart(chart, width, height, tools);
    const values = chart.series.flatMap((series) => series.values);
    expect(chart.categories.length === 22 || chart.categories.length === 8).toBe(true);
    expect(bars).toHaveLength(values.length);
    expect(labels).toHaveLength(values.length);
    expect(categories.length).toBeGreaterThanOrEqual(chart.categories.length);
    expect(title.map(({ text }) => text).join(" ")).toMatch(/^Biểu đồ \d\d: /);
    expect(bars.every(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)).toBe(true);
  }
});
