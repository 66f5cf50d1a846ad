/** A chart part as plain data: columns and bars in full, other kinds by their title. */
import { childNamed, childrenNamed, isTrue, parseXml, type XmlElement } from "../../ooxml/xml-tree";
import { drawingColor, type ThemeColors } from "./colors";

export interface ChartView {
  /** "other": a kind that the page does not draw. */
  readonly kind: "column" | "bar" | "other";
  readonly title: ChartText | null;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeriesView[];
  readonly categoryAxis: AxisView;
  readonly valueAxis: AxisView & { readonly minimum: number | null; readonly maximum: number | null };
  /** Percent of a bar's width. */
  readonly gapWidth: number;
  readonly overlap: number;
  readonly legend: { readonly position: "top" | "bottom" | "left" | "right"; readonly size: number } | null;
  /** The inner plot area in shares of the chart, or null: to be laid out. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;
  readonly background: string;
  readonly border: string | null;
  readonly font: string;
}

export interface ChartText {
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
}

export interface ChartSeriesView {
  readonly name: string;
  readonly color: string;
  /** One per category; null: no value. */
  readonly values: readonly (number | null)[];
  readonly labels: ChartLabels | null;
}

/** The values written at the bars. */
export interface ChartLabels {
  readonly size: number;
  /** In degrees clockwise. */
  readonly rotation: number;
  /** Number format code. */
  readonly format: string;
}

export interface AxisView {
  readonly visible: boolean;
  readonly title: string | null;
  /** Of its labels, in points. */
  readonly size: number;
  /** Of its labels, in degrees clockwise; null: as it fits. */
  readonly rotation: number | null;
  readonly reversed: boolean;
  readonly gridLines: string | null;
}

const textColor = "#404040";

/** Throws a HostError for a part that is no XML. */
export function readChart(text: string, theme: ThemeColors): ChartView {
  const space = parseXml(text);
  const chart = childNamed(space, "chart");
  const plotArea = childNamed(chart, "plotArea");
  const groups = plotArea?.children.filter(({ local }) => local.endsWith("Chart")) ?? [];
  const [group] = groups;
  const size = textSize(childNamed(space, "txPr")) ?? 10;
  const series = childrenNamed(group, "ser").map((one, index) => readSeries(one, group, index, size, theme));
  const isBar =
    groups.length === 1 &&
    group?.local === "barChart" &&
    value(group, "grouping") !== "stacked" &&
    value(group, "grouping") !== "percentStacked";
  const shape = childNamed(space, "spPr");
  return {
    kind: !isBar ? "other" : value(group, "barDir") === "bar" ? "bar" : "column",
    title: readTitle(chart, series, theme),
    categories: readCategories(group),
    series,
    categoryAxis: readAxis(plotArea, ["catAx", "dateAx"], size, theme),
    valueAxis: {
      ...readAxis(plotArea, ["valAx"], size, theme),
      minimum: scaleLimit(plotArea, "min"),
      maximum: scaleLimit(plotArea, "max"),
    },
    gapWidth: Number(value(group, "gapWidth") ?? 150),
    overlap: Number(value(group, "overlap") ?? 0),
    legend: readLegend(childNamed(chart, "legend"), size),
    plot: readPlot(childNamed(plotArea, "layout")),
    background: childNamed(shape, "noFill")
      ? "#FFFFFF"
      : (drawingColor(childNamed(shape, "solidFill"), theme) ?? "#FFFFFF"),
    border: childNamed(childNamed(shape, "ln"), "noFill")
      ? null
      : (drawingColor(childNamed(childNamed(shape, "ln"), "solidFill"), theme) ?? "#D9D9D9"),
    font:
      fontOf(childNamed(space, "txPr")) ??
      fontOf(childNamed(childNamed(childNamed(chart, "title"), "tx"), "rich")) ??
      "Calibri",
  };
}

function value(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.attributes["val"];
}

function readTitle(
  chart: XmlElement | undefined,
  series: readonly ChartSeriesView[],
  theme: ThemeColors,
): ChartText | null {
  const title = childNamed(chart, "title");
  const deleted = isTrue(value(chart, "autoTitleDeleted"));
  const source = childNamed(title, "tx");
  // A chart of one series without words of its own is called by that series.
  const text = source
    ? richOrReferenced(source)
    : title || (!deleted && series.length === 1)
      ? (series[0]?.name ?? "")
      : "";
  if (text === "" || (!title && deleted)) return null;
  const rich = childNamed(source, "rich") ?? childNamed(title, "txPr");
  const run = firstRunProperties(rich);
  return {
    text,
    size: sizeOf(run) ?? 14,
    bold: isTrue(run?.attributes["b"] ?? "0"),
    color: drawingColor(childNamed(run, "solidFill"), theme) ?? textColor,
  };
}

function readSeries(
  series: XmlElement,
  group: XmlElement | undefined,
  index: number,
  size: number,
  theme: ThemeColors,
): ChartSeriesView {
  const labels = childNamed(series, "dLbls") ?? childNamed(group, "dLbls");
  const showsValue = labels !== undefined && isTrue(value(labels, "showVal")) && !isTrue(value(labels, "delete"));
  const fill = drawingColor(childNamed(childNamed(series, "spPr"), "solidFill"), theme);
  const points = readPoints(childNamed(series, "val"));
  return {
    name: richOrReferenced(childNamed(series, "tx")),
    color: fill ?? theme[4 + (index % 6)] ?? "#4472C4",
    values: points.map((point) => (point === null || !Number.isFinite(Number(point)) ? null : Number(point))),
    labels: showsValue ? readLabels(labels, childNamed(series, "val"), size) : null,
  };
}

function readLabels(labels: XmlElement, values: XmlElement | undefined, size: number): ChartLabels {
  const own = childNamed(labels, "numFmt");
  const cached = childNamed(
    values?.children[0]?.children.find(({ local }) => local === "numCache"),
    "formatCode",
  );
  const isLinked = isTrue(own?.attributes["sourceLinked"] ?? "1");
  return {
    size: textSize(childNamed(labels, "txPr")) ?? size,
    rotation: textRotation(childNamed(labels, "txPr")) ?? 0,
    format: (isLinked ? cached?.text : own?.attributes["formatCode"]) ?? "General",
  };
}

function readCategories(group: XmlElement | undefined): readonly string[] {
  const series = childrenNamed(group, "ser");
  const named = series.map((one) => readPoints(childNamed(one, "cat"))).find((points) => points.length > 0);
  if (named) return named.map((name) => name ?? "");
  const longest = Math.max(0, ...series.map((one) => readPoints(childNamed(one, "val")).length));
  return Array.from({ length: longest }, (_, index) => String(index + 1));
}

/** The cached points of a reference, or the points written in place. */
function readPoints(source: XmlElement | undefined): (string | null)[] {
  const data = source?.children[0];
  const held = data?.children.find(({ local }) => /Cache$/.test(local)) ?? data;
  const points = childrenNamed(held, "pt");
  const count = Math.min(10_000, Number(value(held, "ptCount") ?? points.length));
  const texts: (string | null)[] = Array.from({ length: count }, () => null);
  for (const point of points) {
    const at = Number(point.attributes["idx"]);
    if (at >= 0 && at < count) texts[at] = childNamed(point, "v")?.text ?? null;
  }
  return texts;
}

function readAxis(
  plotArea: XmlElement | undefined,
  names: readonly string[],
  size: number,
  theme: ThemeColors,
): AxisView {
  const axis = plotArea?.children.find(({ local }) => names.includes(local));
  const text = childNamed(axis, "txPr");
  const lines = childNamed(axis, "majorGridlines");
  const title = richOrReferenced(childNamed(childNamed(axis, "title"), "tx"));
  return {
    visible: axis !== undefined && !isTrue(value(axis, "delete") ?? "0") && value(axis, "tickLblPos") !== "none",
    title: title === "" ? null : title,
    size: textSize(text) ?? size,
    rotation: textRotation(text),
    reversed: value(childNamed(axis, "scaling"), "orientation") === "maxMin",
    gridLines: lines
      ? (drawingColor(childNamed(childNamed(childNamed(lines, "spPr"), "ln"), "solidFill"), theme) ?? "#D9D9D9")
      : null,
  };
}

function scaleLimit(plotArea: XmlElement | undefined, name: "min" | "max"): number | null {
  const limit = value(childNamed(childNamed(plotArea, "valAx"), "scaling"), name);
  return limit === undefined || !Number.isFinite(Number(limit)) ? null : Number(limit);
}

function readLegend(legend: XmlElement | undefined, size: number): ChartView["legend"] {
  if (!legend) return null;
  const positions = { t: "top", b: "bottom", l: "left", r: "right", tr: "right" } as const;
  const position = value(legend, "legendPos") ?? "r";
  return {
    position: positions[position as keyof typeof positions] ?? "right",
    size: textSize(childNamed(legend, "txPr")) ?? size,
  };
}

function readPlot(layout: XmlElement | undefined): ChartView["plot"] {
  const manual = childNamed(layout, "manualLayout");
  if (value(manual, "layoutTarget") !== "inner") return null;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = ["x", "y", "w", "h"].map((name) => Number(value(manual, name)));
  return [x, y, width, height].every((share) => share >= 0 && share <= 1) ? { x, y, width, height } : null;
}

/** Text of <c:tx>: written in place, or the cache of the cell that it names. */
function richOrReferenced(source: XmlElement | undefined): string {
  const rich = childNamed(source, "rich");
  if (rich) {
    return childrenNamed(rich, "p")
      .map((paragraph) => paragraph.children.map((run) => childNamed(run, "t")?.text ?? "").join(""))
      .join("\n");
  }
  const reference = childNamed(source, "strRef");
  if (reference)
    return readPoints(source)
      .map((point) => point ?? "")
      .join(" ");
  return childNamed(source, "v")?.text ?? "";
}

function firstRunProperties(body: XmlElement | undefined): XmlElement | undefined {
  const paragraph = childNamed(body, "p");
  return (
    childNamed(childNamed(paragraph, "r"), "rPr") ?? childNamed(childNamed(paragraph, "pPr"), "defRPr") ?? undefined
  );
}

/** A theme's font is named "+mn-lt". */
function fontOf(body: XmlElement | undefined): string | null {
  const name = childNamed(firstRunProperties(body), "latin")?.attributes["typeface"];
  return name === undefined || name.startsWith("+") ? null : name;
}

function textSize(properties: XmlElement | undefined): number | null {
  return sizeOf(childNamed(childNamed(childNamed(properties, "p"), "pPr"), "defRPr"));
}

/** Hundredths of a point in the file. */
function sizeOf(run: XmlElement | undefined): number | null {
  const size = Number(run?.attributes["sz"]) / 100;
  return size >= 1 && size <= 400 ? size : null;
}

function textRotation(properties: XmlElement | undefined): number | null {
  const rotation = childNamed(properties, "bodyPr")?.attributes["rot"];
  const degrees = Number(rotation) / 60_000;
  return rotation !== undefined && Math.abs(degrees) <= 90 ? degrees : null;
}
