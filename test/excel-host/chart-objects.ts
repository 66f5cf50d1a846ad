import { isUnbounded, type Area } from "./address";
import { cellAt, leftOf, topOf } from "./cells";
import { fault, invalid, Unsupported } from "./fault";
import { underlineStyle, lineStyle } from "./format-objects";
import {
  color,
  field,
  flag,
  handle,
  method,
  number,
  oneOf,
  part,
  readOnly,
  text,
  wholeNumber,
  type Argument,
  type Excel,
  type Handle,
  type ObjectType,
  type Property,
} from "./members";
import {
  newChart,
  newSeries,
  type AxisModel,
  type ChartModel,
  type FontModel,
  type LabelsModel,
  type LineModel,
  type SeriesModel,
  type SheetModel,
  type SourceRange,
} from "./model";
import type { Json } from "./protocol";
import { areaArgument, rangeArgument } from "./range-target";

/** A part of a chart, with the sheet whose protection covers it. */
interface Part<T> {
  readonly sheet: SheetModel;
  readonly of: T;
}

type ChartPart = Part<ChartModel>;
type AxisPart = Part<AxisModel>;

const sheetOf = (target: { readonly sheet: SheetModel }): SheetModel => target.sheet;

/** A property that is a field of the part's model. */
function of<T, K extends keyof T>(api: string, key: K, accept: (value: Json) => T[K] & Json): Property<Part<T>> {
  const inner = field<T, K>(api, key, accept);
  return {
    kind: "property",
    api,
    get: (target, excel) => inner.get?.(target.of, excel) ?? null,
    set: (target, value, excel) => inner.set?.(target.of, value, excel),
  };
}

/** A font of some part of a chart. */
const chartFont: ObjectType<Part<FontModel>> = {
  name: "ChartFont",
  sheet: sheetOf,
  members: () => ({
    name: of("1.1", "name", text),
    size: of("1.1", "size", number),
    bold: of("1.1", "bold", flag),
    italic: of("1.1", "italic", flag),
    underline: of("1.1", "underline", underlineStyle),
    color: of("1.1", "color", color),
  }),
};

const chartLine: ObjectType<Part<LineModel>> = {
  name: "ChartLineFormat",
  sheet: sheetOf,
  members: () => ({
    color: of("1.1", "color", color),
    weight: of("1.7", "weight", number),
    lineStyle: of("1.7", "lineStyle", lineStyle),
    clear: method("1.1", "cells", (target) => {
      target.of.lineStyle = "None";
      return undefined;
    }),
  }),
};

/** Several types have nothing but a font in their format. */
function fontFormat(name: string): ObjectType<Part<{ readonly font: FontModel }>> {
  return {
    name,
    sheet: sheetOf,
    members: () => ({ font: part("1.1", ({ sheet, of: { font } }) => handle(chartFont, { sheet, of: font })) }),
  };
}

const titleFormat = fontFormat("ChartTitleFormat");
const legendFormat = fontFormat("ChartLegendFormat");
const labelFormat = fontFormat("ChartDataLabelFormat");
const axisTitleFormat = fontFormat("ChartAxisTitleFormat");

const chartTitle: ObjectType<Part<ChartModel["title"]>> = {
  name: "ChartTitle",
  sheet: sheetOf,
  members: () => ({
    text: of("1.1", "text", text),
    visible: of("1.1", "visible", flag),
    overlay: of("1.1", "overlay", flag),
    format: part("1.1", (target) => handle(titleFormat, target)),
  }),
};

const chartLegend: ObjectType<Part<ChartModel["legend"]>> = {
  name: "ChartLegend",
  sheet: sheetOf,
  members: () => ({
    visible: of("1.1", "visible", flag),
    position: of("1.1", "position", oneOf("Top", "Bottom", "Left", "Right", "Corner")),
    overlay: of("1.1", "overlay", flag),
    format: part("1.1", (target) => handle(legendFormat, target)),
  }),
};

const gridlines: ObjectType<Part<AxisModel["majorGridlines"]>> = {
  name: "ChartGridlines",
  sheet: sheetOf,
  members: () => ({
    visible: of("1.1", "visible", flag),
    format: part("1.1", (target) => handle(gridlinesFormat, target)),
  }),
};

const gridlinesFormat: ObjectType<Part<AxisModel["majorGridlines"]>> = {
  name: "ChartGridlinesFormat",
  sheet: sheetOf,
  members: () => ({ line: part("1.1", ({ sheet, of: { line } }) => handle(chartLine, { sheet, of: line })) }),
};

const axisTitle: ObjectType<Part<AxisModel["title"]>> = {
  name: "ChartAxisTitle",
  sheet: sheetOf,
  members: () => ({
    text: of("1.1", "text", text),
    visible: of("1.1", "visible", flag),
    format: part("1.1", (target) => handle(axisTitleFormat, target)),
  }),
};

const axisFormat: ObjectType<AxisPart> = {
  name: "ChartAxisFormat",
  sheet: sheetOf,
  members: () => ({
    font: part("1.1", ({ sheet, of: { font } }) => handle(chartFont, { sheet, of: font })),
    line: part("1.1", ({ sheet, of: { line } }) => handle(chartLine, { sheet, of: line })),
  }),
};

const tickMark = oneOf("None", "Cross", "Inside", "Outside");

const axis: ObjectType<AxisPart> = {
  name: "ChartAxis",
  sheet: sheetOf,
  members: () => ({
    visible: of("1.7", "visible", flag),
    minimum: limit("minimum"),
    maximum: limit("maximum"),
    majorUnit: limit("majorUnit"),
    reversePlotOrder: of("1.7", "reversePlotOrder", flag),
    textOrientation: of("1.8", "textOrientation", orientation),
    tickLabelSpacing: {
      kind: "property",
      api: "1.7",
      get: (target) => target.of.tickLabelSpacing ?? "",
      set: (target, value) => {
        target.of.tickLabelSpacing = value === "" ? null : wholeNumber(value);
      },
    },
    tickLabelPosition: of("1.7", "tickLabelPosition", oneOf("NextToAxis", "High", "Low", "None")),
    majorTickMark: of("1.7", "majorTickMark", tickMark),
    minorTickMark: of("1.7", "minorTickMark", tickMark),
    numberFormat: of("1.8", "numberFormat", text),
    linkNumberFormat: of("1.9", "linkNumberFormat", flag),
    position: of("1.8", "position", oneOf("Automatic", "Maximum", "Minimum", "Custom")),
    majorGridlines: part("1.1", ({ sheet, of: { majorGridlines } }) =>
      handle(gridlines, { sheet, of: majorGridlines }),
    ),
    title: part("1.1", ({ sheet, of: { title } }) => handle(axisTitle, { sheet, of: title })),
    format: part("1.1", (target) => handle(axisFormat, target)),
  }),
};

/** "" sets an axis value back to automatic; what Excel then takes is not known here. */
function limit(key: "minimum" | "maximum" | "majorUnit"): Property<AxisPart> {
  return {
    kind: "property",
    api: "1.1",
    get: (target) => target.of[key] ?? "",
    set: (target, value) => {
      target.of[key] = value === "" ? null : number(value);
    },
  };
}

function orientation(value: Json): number {
  const degrees = wholeNumber(value);
  if ((degrees < -90 || degrees > 90) && degrees !== 180) throw invalid(`${String(degrees)} degrees`);
  return degrees;
}

const axes: ObjectType<ChartPart> = {
  name: "ChartAxes",
  sheet: sheetOf,
  members: () => ({
    categoryAxis: part("1.1", ({ sheet, of: { categoryAxis } }) => handle(axis, { sheet, of: categoryAxis })),
    valueAxis: part("1.1", ({ sheet, of: { valueAxis } }) => handle(axis, { sheet, of: valueAxis })),
  }),
};

const labels: ObjectType<Part<LabelsModel>> = {
  name: "ChartDataLabels",
  sheet: sheetOf,
  members: () => ({
    showValue: of("1.1", "showValue", flag),
    showSeriesName: of("1.1", "showSeriesName", flag),
    showCategoryName: of("1.1", "showCategoryName", flag),
    showLegendKey: of("1.1", "showLegendKey", flag),
    position: of(
      "1.1",
      "position",
      oneOf("None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom", "BestFit"),
    ),
    numberFormat: of("1.8", "numberFormat", text),
    textOrientation: of("1.8", "textOrientation", orientation),
    format: part("1.1", (target) => handle(labelFormat, target)),
  }),
};

const seriesFill: ObjectType<Part<{ fill: string }>> = {
  name: "ChartFill",
  sheet: sheetOf,
  members: () => ({
    setSolidColor: method("1.1", "cells", (target, [value]) => {
      target.of.fill = color(value);
      return undefined;
    }),
    clear: method("1.1", "cells", (target) => {
      target.of.fill = "";
      return undefined;
    }),
  }),
};

const seriesFormat: ObjectType<Part<SeriesModel>> = {
  name: "ChartSeriesFormat",
  sheet: sheetOf,
  members: () => ({ fill: part("1.1", (target) => handle(seriesFill, target)) }),
};

interface SeriesPart extends Part<SeriesModel> {
  readonly chart: ChartModel;
}

const series: ObjectType<SeriesPart> = {
  name: "ChartSeries",
  sheet: sheetOf,
  members: () => ({
    name: {
      kind: "property",
      api: "1.1",
      get: (target) => seriesName(target.of),
      set: (target, value) => {
        target.of.name = text(value);
      },
    },
    hasDataLabels: of<SeriesModel, "hasDataLabels">("1.7", "hasDataLabels", flag),
    gapWidth: of<SeriesModel, "gapWidth">("1.7", "gapWidth", within(0, 500)),
    overlap: of<SeriesModel, "overlap">("1.8", "overlap", within(-100, 100)),
    dataLabels: part("1.8", ({ sheet, of: { labels: all } }) => handle(labels, { sheet, of: all })),
    format: part("1.1", (target) => handle(seriesFormat, target)),
    setValues: method("1.7", "cells", (target, [source]) => {
      target.of.values = sourceOf(source);
      return undefined;
    }),
    setXAxisValues: method("1.7", "cells", (target, [source]) => {
      target.of.categories = sourceOf(source);
      return undefined;
    }),
    delete: method("1.7", "cells", ({ chart: { series: all }, of: one }) => {
      all.splice(all.indexOf(one), 1);
      return undefined;
    }),
  }),
};

function within(lowest: number, highest: number): (value: Json) => number {
  return (value) => {
    const given = wholeNumber(value);
    if (given < lowest || given > highest)
      throw invalid(`${String(given)} is not in ${String(lowest)}…${String(highest)}`);
    return given;
  };
}

const seriesCollection: ObjectType<ChartPart> = {
  name: "ChartSeriesCollection",
  sheet: sheetOf,
  members: () => ({
    count: readOnly("1.1", (target) => target.of.series.length),
    getCount: method("1.4", "none", (target) => target.of.series.length),
    getItemAt: method("1.1", "none", ({ sheet, of: chart }, [index]) => {
      const one = chart.series[wholeNumber(index)];
      if (!one) throw fault("ItemNotFound", `series ${String(index)}`);
      return handle(series, { sheet, chart, of: one });
    }),
    add: method("1.7", "cells", ({ sheet, of: chart }, [name, index]) => {
      const added = newSeries(name === null || name === undefined ? "" : text(name));
      const place = index === null || index === undefined ? chart.series.length : wholeNumber(index);
      chart.series.splice(place, 0, added);
      return handle(series, { sheet, chart, of: added });
    }),
  }),
  items: ({ sheet, of: chart }) => chart.series.map((one) => handle(series, { sheet, chart, of: one })),
};

type PlotKey = keyof ChartModel["plotArea"];

const plotArea: ObjectType<Part<ChartModel["plotArea"]>> = {
  name: "ChartPlotArea",
  sheet: sheetOf,
  members: () => {
    const keys: readonly PlotKey[] = [
      ...(["left", "top", "width", "height"] as const),
      ...(["insideLeft", "insideTop", "insideWidth", "insideHeight"] as const),
    ];
    return Object.fromEntries(keys.map((key) => [key, plotSize(key)]));
  },
};

function plotSize(key: PlotKey): Property<Part<ChartModel["plotArea"]>> {
  return {
    kind: "property",
    api: "1.8",
    get: (target) => {
      const value = target.of[key];
      if (value === null)
        throw new Unsupported(`ChartPlotArea.${key} that nobody has set: nothing here lays out charts`);
      return value;
    },
    set: (target, value) => {
      const given = number(value);
      if (given < 0) throw invalid(`plot area ${key} ${String(given)}`);
      target.of[key] = given;
    },
  };
}

const areaFormat: ObjectType<ChartPart> = {
  name: "ChartAreaFormat",
  sheet: sheetOf,
  members: () => ({
    font: part("1.1", ({ sheet, of: { font } }) => handle(chartFont, { sheet, of: font })),
    fill: part("1.1", (target) => handle(seriesFill, target)),
    border: part("1.7", ({ sheet, of: { border } }) => handle(chartBorder, { sheet, of: border })),
    roundedCorners: of<ChartModel, "roundedCorners">("1.9", "roundedCorners", flag),
  }),
};

const chartBorder: ObjectType<Part<LineModel>> = {
  name: "ChartBorder",
  sheet: sheetOf,
  members: () => ({
    color: of("1.7", "color", color),
    weight: of("1.7", "weight", number),
    lineStyle: of("1.7", "lineStyle", lineStyle),
  }),
};

const chartTypes = oneOf("ColumnClustered", "BarClustered");

const chart: ObjectType<ChartPart> = {
  name: "Chart",
  sheet: sheetOf,
  key: (target) => target.of.id,
  members: () => ({
    id: readOnly("1.7", (target) => target.of.id),
    name: of<ChartModel, "name">("1.1", "name", text),
    chartType: of<ChartModel, "chartType">("1.7", "chartType", chartTypes),
    left: size("left"),
    top: size("top"),
    width: size("width"),
    height: size("height"),
    plotVisibleOnly: of<ChartModel, "plotVisibleOnly">("1.8", "plotVisibleOnly", flag),
    title: part("1.1", ({ sheet, of: { title } }) => handle(chartTitle, { sheet, of: title })),
    legend: part("1.1", ({ sheet, of: { legend } }) => handle(chartLegend, { sheet, of: legend })),
    axes: part("1.1", (target) => handle(axes, target)),
    series: part("1.1", (target) => handle(seriesCollection, target)),
    plotArea: part("1.8", ({ sheet, of: { plotArea: area } }) => handle(plotArea, { sheet, of: area })),
    format: part("1.1", (target) => handle(areaFormat, target)),
    worksheet: part("1.2", ({ sheet }, excel) => excel.worksheet(sheet)),
    setData: method("1.1", "cells", (target, [source, seriesBy]) => {
      target.of.series = seriesFrom(rangeArgument(source), seriesBy);
      return undefined;
    }),
    setPosition: method("1.1", "cells", (target, [start, end]) => {
      setPosition(target, start, end);
      return undefined;
    }),
    delete: method("1.1", "cells", ({ sheet, of: one }) => {
      sheet.charts.splice(sheet.charts.indexOf(one), 1);
      return undefined;
    }),
  }),
};

function size(key: "left" | "top" | "width" | "height"): Property<ChartPart> {
  return of<ChartModel, typeof key>("1.1", key, (value) => {
    const given = number(value);
    if (given < 0) throw invalid(`chart ${key} ${String(given)}`);
    return given;
  });
}

export const chartCollection: ObjectType<{ readonly sheet: SheetModel }> = {
  name: "ChartCollection",
  sheet: sheetOf,
  members: () => ({
    count: readOnly("1.1", ({ sheet }) => sheet.charts.length),
    getCount: method("1.4", "none", ({ sheet }) => sheet.charts.length),
    add: method("1.1", "cells", ({ sheet }, [type, source, seriesBy], excel) =>
      addChart(excel, sheet, chartTypes(type), rangeArgument(source), seriesBy),
    ),
    getItem: method("1.1", "none", ({ sheet }, [key]) => {
      const found = findChart(sheet, key as Json);
      if (!found) throw fault("ItemNotFound", `chart ${String(key)}`);
      return handle(chart, { sheet, of: found });
    }),
    getItemOrNullObject: method("1.4", "none", ({ sheet }, [key]) => {
      const found = findChart(sheet, key as Json);
      return found ? handle(chart, { sheet, of: found }) : null;
    }),
    getItemAt: method("1.1", "none", ({ sheet }, [index]) => {
      const found = sheet.charts[wholeNumber(index)];
      if (!found) throw fault("ItemNotFound", `chart ${String(index)}`);
      return handle(chart, { sheet, of: found });
    }),
  }),
  items: ({ sheet }) => sheet.charts.map((one) => handle(chart, { sheet, of: one })),
  byKey: ({ sheet }, key) => {
    const found = findChart(sheet, key);
    return found ? handle(chart, { sheet, of: found }) : null;
  },
};

function addChart(
  excel: Excel,
  sheet: SheetModel,
  type: string,
  source: SourceRange,
  seriesBy: Argument | undefined,
): Handle {
  const added = newChart(excel.newId(), `Chart ${String(sheet.charts.length + 1)}`, type, seriesFrom(source, seriesBy));
  sheet.charts.push(added);
  return handle(chart, { sheet, of: added });
}

function findChart(sheet: SheetModel, key: Json): ChartModel | undefined {
  return (
    sheet.charts.find(({ id }) => id === key) ??
    sheet.charts.find(({ name }) => name.toLowerCase() === text(key).toLowerCase())
  );
}

function sourceOf(argument: Argument | undefined): SourceRange {
  const { sheet, area } = rangeArgument(argument);
  if (isUnbounded(area)) throw new Unsupported("a chart over whole columns");
  return { sheet, area };
}

/**
 * What Excel reads out of a chart's source: a first row of texts names the series, a first column of texts the
 * categories (turned round where the series are in rows).
 */
function seriesFrom(source: SourceRange, seriesBy: Argument | undefined): SeriesModel[] {
  const by = oneOf("Auto", "Columns", "Rows")(seriesBy ?? "Auto");
  const { sheet, area } = source;
  if (isUnbounded(area)) throw new Unsupported("a chart over whole columns");
  const inRows = by === "Rows" || (by === "Auto" && area.columns > area.rows);
  const isText = (row: number, column: number): boolean => cellAt(sheet, row, column).type === "text";
  const hasHeader = isTextLine(area, inRows ? "column" : "row", isText);
  const hasCategories = isTextLine(area, inRows ? "row" : "column", isText);
  const [rowStart, columnStart] = inRows
    ? [hasCategories ? 1 : 0, hasHeader ? 1 : 0]
    : [hasHeader ? 1 : 0, hasCategories ? 1 : 0];
  const lines = inRows ? area.rows - rowStart : area.columns - columnStart;
  const line = (index: number): Area =>
    inRows
      ? { row: area.row + index, column: area.column + columnStart, rows: 1, columns: area.columns - columnStart }
      : { row: area.row + rowStart, column: area.column + index, rows: area.rows - rowStart, columns: 1 };
  const header = (index: number): Area =>
    inRows
      ? { row: area.row + index, column: area.column, rows: 1, columns: 1 }
      : { row: area.row, column: area.column + index, rows: 1, columns: 1 };
  return Array.from({ length: lines }, (_, number) => {
    const index = number + (inRows ? rowStart : columnStart);
    const one = newSeries(hasHeader ? { sheet, area: header(index) } : "");
    one.values = { sheet, area: line(index) };
    one.categories = hasCategories ? { sheet, area: line(0) } : null;
    return one;
  });
}

function isTextLine(area: Area, line: "row" | "column", isText: (row: number, column: number) => boolean): boolean {
  const length = line === "row" ? area.columns : area.rows;
  if ((line === "row" ? area.rows : area.columns) === 1) return false;
  if (length === 1) return isText(area.row, area.column);
  // The corner may be anything.
  return Array.from({ length: length - 1 }, (_, index) =>
    line === "row" ? isText(area.row, area.column + index + 1) : isText(area.row + index + 1, area.column),
  ).every(Boolean);
}

function seriesName({ name }: SeriesModel): string {
  return typeof name === "string" ? name : String(cellAt(name.sheet, name.area.row, name.area.column).value);
}

/** From the upper left corner of one cell to the lower right corner of the other. */
function setPosition({ sheet, of: one }: ChartPart, start: Argument | undefined, end: Argument | undefined): void {
  const first = areaArgument(sheet, start);
  const last = end === null || end === undefined ? null : areaArgument(sheet, end);
  one.left = leftOf(sheet, first.column);
  one.top = topOf(sheet, first.row);
  if (!last) return;
  one.width = leftOf(sheet, last.column + last.columns) - one.left;
  one.height = topOf(sheet, last.row + last.rows) - one.top;
}
