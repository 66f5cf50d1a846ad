import { fontName, type ChartBlock, type ReportCell, type SheetRange } from "../data/pages";
import type { Dialect } from "./dialect";
import { chartLook } from "../data/sheet-look";
import { absoluteReference } from "../formula/sheet-references";
import { escapeXml } from "./xml-text";

/** The cells of a range, row by row; null where the report has no such cell. */
export type CellLookup = (range: SheetRange) => readonly (ReportCell | null)[];

const categoryAxis = "111111111";
const valueAxis = "222222222";
/** Width of a letter of the title, about. */
const titleLetterPixels = 7.6;
const { titleSize } = chartLook;
const lineColor = hex(chartLook.line);
const gridColor = hex(chartLook.grid);
const textColor = hex(chartLook.text);

/**
 * A chart part (ISO/IEC 29500-1, 21.2), elements in the schema's order. References carry the report's values as
 * caches, so that viewers which do not calculate show the right bars.
 */
export function chartXml(chart: ChartBlock, dialect: Dialect, cells: CellLookup): string {
  const horizontal = chart.type === "bar";
  const series = chart.series.map((_, index) => seriesXml(chart, index, cells)).join("");
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="${dialect.chart}" xmlns:a="${dialect.drawing}" xmlns:r="${dialect.relationships}">` +
    `<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart)}<c:autoTitleDeleted val="0"/><c:plotArea>${plotLayoutXml(chart)}` +
    `<c:barChart><c:barDir val="${horizontal ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="${String(chart.gapWidth)}"/><c:overlap val="${String(chart.overlap)}"/>` +
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>` +
    `${categoryAxisXml(chart, horizontal)}${valueAxisXml(chart, horizontal)}` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>${legendXml(chart)}` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${hex(chartLook.background)}"/></a:solidFill>${lineXml(lineColor)}</c:spPr>` +
    `${textPropertiesXml(chart.axisLabelSize)}` +
    `<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/>` +
    `<c:pageSetup/></c:printSettings></c:chartSpace>`
  );
}

function plotLayoutXml({ plotMargins, widthPixels, heightPixels }: ChartBlock): string {
  const { top, right, bottom, left } = plotMargins;
  const share = (pixels: number, of: number): string => (pixels / of).toFixed(4);
  return (
    `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>` +
    `<c:x val="${share(left, widthPixels)}"/><c:y val="${share(top, heightPixels)}"/>` +
    `<c:w val="${share(widthPixels - left - right, widthPixels)}"/>` +
    `<c:h val="${share(heightPixels - top - bottom, heightPixels)}"/></c:manualLayout></c:layout>`
  );
}

function titleXml(chart: ChartBlock): string {
  const { title } = chart;
  const properties = `<a:pPr><a:defRPr ${fontXml("defRPr", titleSize, true)}</a:pPr>`;
  const run = `<a:r><a:rPr lang="vi-VN" ${fontXml("rPr", titleSize, true)}<a:t>${escapeXml(title)}</a:t></a:r>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${properties}${run}</a:p></c:rich></c:tx>` +
    `${titleLayoutXml(chart)}<c:overlay val="0"/></c:title>`
  );
}

/** A bar chart may be metres tall: programs that place its title by share of the height put it among the bars. */
function titleLayoutXml({ type, title, widthPixels, heightPixels }: ChartBlock): string {
  if (type !== "bar") return "";
  const titleWidth = Math.min(widthPixels * 0.96, title.length * titleLetterPixels);
  return (
    `<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>` +
    `<c:x val="${((widthPixels - titleWidth) / 2 / widthPixels).toFixed(4)}"/>` +
    `<c:y val="${(10 / heightPixels).toFixed(4)}"/></c:manualLayout></c:layout>`
  );
}

function seriesXml(chart: ChartBlock, index: number, cells: CellLookup): string {
  const series = chart.series[index];
  if (!series) return "";
  return (
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>` +
    `<c:tx>${textReferenceXml(series.name, cells)}</c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${hex(series.color)}"/></a:solidFill></c:spPr>` +
    `<c:invertIfNegative val="0"/>${dataLabelsXml(chart)}` +
    `<c:cat>${textReferenceXml(chart.categories, cells)}</c:cat>` +
    `<c:val>${numberReferenceXml(series.values, cells)}</c:val></c:ser>`
  );
}

function dataLabelsXml(chart: ChartBlock): string {
  return (
    `<c:dLbls><c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `${textPropertiesXml(chart.labelSize, chart.labelRotation)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>` +
    `<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
  );
}

function categoryAxisXml(chart: ChartBlock, horizontal: boolean): string {
  // Every name is shown: Excel would leave out some where they are crowded.
  return (
    `<c:catAx><c:axId val="${categoryAxis}"/>` +
    `<c:scaling><c:orientation val="${horizontal ? "maxMin" : "minMax"}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr>${lineXml(lineColor)}</c:spPr>${textPropertiesXml(chart.axisLabelSize, chart.categoryRotation)}` +
    `<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>` +
    `<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>`
  );
}

function valueAxisXml(chart: ChartBlock, horizontal: boolean): string {
  const limit = (name: string, value: number | null): string =>
    value === null ? "" : `<c:${name} val="${String(value)}"/>`;
  // With the first category on top, the last one is at the bottom: there the values are written.
  const crosses = horizontal ? "max" : "autoZero";
  return (
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/>` +
    `${limit("max", chart.valueAxisMaximum)}${limit("min", chart.valueAxisMinimum)}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${horizontal ? "b" : "l"}"/>` +
    `<c:majorGridlines><c:spPr>${lineXml(gridColor)}</c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textPropertiesXml(chart.axisLabelSize)}` +
    `<c:crossAx val="${categoryAxis}"/><c:crosses val="${crosses}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function legendXml(chart: ChartBlock): string {
  if (chart.legend === "none") return "";
  return `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textPropertiesXml(chart.axisLabelSize)}</c:legend>`;
}

function textReferenceXml(range: SheetRange, cells: CellLookup): string {
  const found = cells(range);
  const points = found
    .map((cell, index) => pointXml(index, cell?.value === null || cell === null ? null : shown(cell.value)))
    .join("");
  const cache = `<c:strCache><c:ptCount val="${String(found.length)}"/>${points}</c:strCache>`;
  return `<c:strRef><c:f>${escapeXml(absoluteReference(range))}</c:f>${found.length === 0 ? "" : cache}</c:strRef>`;
}

function numberReferenceXml(range: SheetRange, cells: CellLookup): string {
  const found = cells(range);
  const format = found.find((cell) => cell !== null)?.format.numberFormat ?? "General";
  const points = found
    .map((cell, index) => pointXml(index, typeof cell?.value === "number" ? String(cell.value) : null))
    .join("");
  const cache = `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${String(found.length)}"/>${points}</c:numCache>`;
  return `<c:numRef><c:f>${escapeXml(absoluteReference(range))}</c:f>${found.length === 0 ? "" : cache}</c:numRef>`;
}

function pointXml(index: number, value: string | null): string {
  return value === null ? "" : `<c:pt idx="${String(index)}"><c:v>${escapeXml(value)}</c:v></c:pt>`;
}

function shown(value: string | number | boolean): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** The font of axis labels, data labels and legend; rotation in degrees. */
function textPropertiesXml(size: number, rotation?: number): string {
  const body =
    rotation === undefined ? "<a:bodyPr/>" : `<a:bodyPr rot="${String(Math.round(rotation * 60000))}" vert="horz"/>`;
  return (
    `<c:txPr>${body}<a:lstStyle/><a:p><a:pPr><a:defRPr ${fontXml("defRPr", size, false)}</a:pPr>` +
    `<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`
  );
}

/** The rest of a run's properties after their tag's name: size in points, colour, typeface. */
function fontXml(tag: string, size: number, bold: boolean): string {
  const hundredths = String(Math.round(size * 100));
  return (
    `sz="${hundredths}" b="${bold ? "1" : "0"}"><a:solidFill><a:srgbClr val="${textColor}"/></a:solidFill>` +
    `<a:latin typeface="${fontName}"/><a:cs typeface="${fontName}"/></a:${tag}>`
  );
}

function lineXml(color: string): string {
  return `<a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln>`;
}

function hex(color: string): string {
  return color.replace("#", "").toUpperCase();
}
