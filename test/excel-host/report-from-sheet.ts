import {
  fontName,
  type Area,
  type CellFormat,
  type ChartBlock,
  type ReportCell,
  type ReportSheet,
  type SheetRange,
} from "../../src/data/pages";
import type { OwnSheetMark } from "../../src/data/grid";
import { columnLimit, splitAddress } from "./address";
import { leftOf, topOf } from "./cells";
import { Unsupported } from "./fault";
import { withPrefixes } from "./function-prefixes";
import {
  standardHeight,
  standardWidth,
  type CellModel,
  type ChartModel,
  type Look,
  type SheetModel,
  type SourceRange,
} from "./model";

/** 7 pixels of 3/4 point. */
const pointsPerCharacter = 5.25;
const pointsPerPixel = 0.75;

/** What is wanted of a sheet: all of it, or only what formulas reckon with. */
export type Extent = "all" | "contents";

/**
 * A sheet as the .xlsx host writes sheets. Whatever this form cannot hold (a border on one side, another font) is
 * refused: the file would look other than the sheet in this Excel.
 */
export function reportFromSheet(sheet: SheetModel, mark: OwnSheetMark, extent: Extent): ReportSheet {
  const { page } = sheet;
  const titles = (area: Area | null, start: "row" | "column", count: "rows" | "columns"): [number, number] | null =>
    area && [area[start], area[start] + area[count] - 1];
  const lastColumn = Math.max(-1, ...sheet.columnWidths.keys());
  return {
    key: mark.key,
    name: sheet.name,
    columnWidths: Array.from(
      { length: lastColumn + 1 },
      (_, column) => (sheet.columnWidths.get(column) ?? standardWidth) / pointsPerCharacter,
    ),
    rowHeights: new Map([...sheet.rowHeights].filter(([, height]) => height !== standardHeight)),
    blocks: [
      cellsBlock(sheet, mark, extent),
      ...(extent === "all" ? sheet.charts.map((one) => chartBlock(sheet, one)) : []),
    ],
    freeze: sheet.freeze,
    page: {
      orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      repeatRows: titles(page.titleRows, "row", "rows"),
      repeatColumns: titles(page.titleColumns, "column", "columns"),
      breaksAbove: sheet.breaks,
    },
    tabColor: sheet.tabColor === "" ? "#FFFFFF" : sheet.tabColor,
  };
}

function cellsBlock(sheet: SheetModel, mark: OwnSheetMark, extent: Extent): ReportSheet["blocks"][number] {
  let [rows, columns] = [mark.rows, mark.columns];
  for (const key of sheet.cells.keys()) {
    rows = Math.max(rows, Math.floor(key / columnLimit) + 1);
    columns = Math.max(columns, (key % columnLimit) + 1);
  }
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): ReportCell | null => null));
  const formats = new Map<Look, CellFormat>();
  for (const [key, cell] of sheet.cells) {
    const format = extent === "contents" ? {} : (formats.get(cell.look) ?? formatOf(cell.look));
    formats.set(cell.look, format);
    const row = cells[Math.floor(key / columnLimit)];
    if (row) row[key % columnLimit] = reportCell(cell, format);
  }
  return { kind: "cells", row: 0, column: 0, cells, merges: sheet.merges };
}

function reportCell(cell: CellModel, format: CellFormat): ReportCell {
  return {
    value: cell.type === "empty" || !cell.calculated ? null : cell.value,
    formula: cell.formula === null ? null : withPrefixes(cell.formula),
    format,
    link: linkOf(cell),
  };
}

function linkOf({ link }: CellModel): ReportCell["link"] {
  if (link === null) return null;
  const { sheet, cells } = splitAddress(link.documentReference ?? "");
  if (sheet === null) throw new Unsupported(`saving the link ${JSON.stringify(link)}`);
  return { sheet, cell: cells };
}

const horizontals: Readonly<Record<string, "left" | "center" | "right">> = {
  Left: "left",
  Center: "center",
  Right: "right",
};
const verticals: Readonly<Record<string, "top" | "center">> = { Top: "top", Center: "center" };

function formatOf(look: Look): CellFormat {
  if (look.fontName !== fontName) throw new Unsupported(`saving the font ${look.fontName}`);
  const horizontal = horizontals[look.horizontal];
  const vertical = verticals[look.vertical];
  if (horizontal === undefined && look.horizontal !== "General") throw new Unsupported(`saving ${look.horizontal}`);
  if (vertical === undefined && look.vertical !== "Bottom") throw new Unsupported(`saving ${look.vertical}`);
  const border = borderOf(look);
  return {
    size: look.size,
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.underline === "None" ? {} : { underline: true }),
    ...(look.color === "#000000" ? {} : { color: look.color }),
    ...(look.fill === "" ? {} : { fill: look.fill }),
    ...(border === null ? {} : { border }),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(look.wrap ? { wrap: true } : {}),
    ...(look.numberFormat === "General" ? {} : { numberFormat: look.numberFormat }),
  };
}

function borderOf({ top, bottom, left, right }: Look): string | null {
  const sides = [top, bottom, left, right];
  if (sides.every(({ style }) => style === "None")) return null;
  const isOne = sides.every(
    ({ style, color, weight }) => style === "Continuous" && weight === "Thin" && color === top.color,
  );
  if (!isOne) throw new Unsupported(`saving the borders ${JSON.stringify(sides)}`);
  return top.color;
}

function chartBlock(sheet: SheetModel, chart: ChartModel): ChartBlock {
  const [first] = chart.series;
  const { plotArea } = chart;
  const inside = [plotArea.insideLeft, plotArea.insideTop, plotArea.insideWidth, plotArea.insideHeight];
  const [left = 0, top = 0, width = 0, height = 0] = inside.map((points) => {
    if (points === null) throw new Unsupported("saving a chart whose plot area nobody has set");
    return points / pointsPerPixel;
  });
  if (!first) throw new Unsupported("saving a chart without series");
  const [widthPixels, heightPixels] = [chart.width / pointsPerPixel, chart.height / pointsPerPixel];
  return {
    kind: "chart",
    area: coveredArea(sheet, chart),
    widthPixels,
    heightPixels,
    type: chart.chartType === "BarClustered" ? "bar" : "column",
    title: chart.title.text,
    categories: rangeOf(first.categories),
    series: chart.series.map(({ name, values, fill }) => {
      if (typeof name === "string") throw new Unsupported("saving a series whose name is no cell");
      return { name: rangeOf(name), values: rangeOf(values), color: fill };
    }),
    labelSize: first.labels.font.size,
    labelRotation: rotationOf(first.labels),
    axisLabelSize: chart.categoryAxis.font.size,
    categoryRotation: rotationOf(chart.categoryAxis),
    gapWidth: first.gapWidth,
    overlap: first.overlap,
    plotMargins: { left, top, right: widthPixels - left - width, bottom: heightPixels - top - height },
    valueAxisMinimum: chart.valueAxis.minimum,
    valueAxisMaximum: chart.valueAxis.maximum,
    legend: chart.legend.visible ? "bottom" : "none",
  };
}

/** Files count degrees clockwise, Excel's objects upward. */
function rotationOf({ textOrientation }: { readonly textOrientation: number }): number {
  return textOrientation === 0 ? 0 : -textOrientation;
}

function rangeOf(source: SourceRange | null): SheetRange {
  if (!source) throw new Unsupported("saving a series without values or categories");
  return { sheet: source.sheet.name, area: source.area };
}

/** The cells that the chart touches. */
function coveredArea(sheet: SheetModel, { left, top, width, height }: ChartModel): Area {
  const indexAt = (points: number, edge: (sheet: SheetModel, index: number) => number): number => {
    let index = 0;
    while (edge(sheet, index + 1) <= points) index++;
    return index;
  };
  const [row, column] = [indexAt(top, topOf), indexAt(left, leftOf)];
  return {
    row,
    column,
    rows: indexAt(top + height - 0.01, topOf) - row + 1,
    columns: indexAt(left + width - 0.01, leftOf) - column + 1,
  };
}
