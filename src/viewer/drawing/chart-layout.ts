/** Where everything in a column or bar chart stands: pure arithmetic, in pixels. */
import type { ChartView } from "../model/chart";

export interface ChartText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  /** Degrees clockwise around x, y. */
  readonly rotation: number;
}

export interface ChartBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export interface ChartLayout {
  readonly title: readonly ChartText[];
  readonly gridLines: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
  readonly axisLine: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly bars: readonly ChartBar[];
  readonly labels: readonly ChartText[];
  readonly ticks: readonly ChartText[];
  readonly categories: readonly ChartText[];
  readonly axisTitles: readonly ChartText[];
  readonly legend: readonly { readonly square: ChartBar; readonly text: ChartText }[];
}

export interface ChartTools {
  readonly measure: (text: string, size: number, bold: boolean) => number;
  readonly number: (value: number, format: string) => string;
}

const gap = 6;
const lineHeight = 1.2;

export function layoutChart(chart: ChartView, width: number, height: number, tools: ChartTools): ChartLayout {
  const titleSize = pixels(chart.title?.size ?? 0);
  const titleLines = chart.title
    ? wrap(chart.title.text, width - 4 * gap, (text) => tools.measure(text, titleSize, chart.title?.bold ?? false))
    : [];
  const title = titleLines.map((text, index) => ({
    x: width / 2,
    y: gap + titleSize * (0.95 + index * lineHeight),
    text,
    size: titleSize,
    anchor: "middle" as const,
    rotation: 0,
  }));
  const titleBottom = titleLines.length === 0 ? gap : 2 * gap + titleLines.length * titleSize * lineHeight;
  const legendHeight = chart.legend ? pixels(chart.legend.size) * 1.6 + gap : 0;
  const scale = valueScale(chart);
  const plot = plotArea(chart, width, height, titleBottom, legendHeight, scale, tools);
  const parts =
    chart.kind === "bar"
      ? horizontalParts(chart, plot, scale, tools)
      : verticalParts(chart, plot, scale, legendHeight, height, tools);
  return {
    title,
    ...parts,
    axisTitles: axisTitles(chart, plot, height - (isBelow(chart) ? legendHeight : 0)),
    legend: legendEntries(chart, width, height, titleBottom, tools),
  };
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  readonly ticks: readonly number[];
}

/** Round steps, six or so; the file's own limits where it has them. */
export function valueScale({ series, valueAxis }: Pick<ChartView, "series" | "valueAxis">): Scale {
  const values = series.flatMap(({ values: all }) => all.filter((value) => value !== null));
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const minimum = valueAxis.minimum ?? lowest;
  const aimed = valueAxis.maximum ?? (highest > minimum ? highest * 1.05 : minimum + 1);
  const step = roundStep((aimed - minimum) / 6);
  const start = valueAxis.minimum ?? Math.floor(minimum / step) * step;
  const end = valueAxis.maximum ?? Math.ceil(aimed / step) * step;
  const count = Math.min(100, Math.floor((end - start) / step + 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((start + index * step).toPrecision(12)));
  return { minimum: start, maximum: end > start ? end : start + 1, ticks };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

function plotArea(
  chart: ChartView,
  width: number,
  height: number,
  titleBottom: number,
  legendHeight: number,
  scale: Scale,
  { measure, number }: ChartTools,
): Plot {
  if (chart.plot) {
    const { x, y, width: share, height: tall } = chart.plot;
    return { left: x * width, top: y * height, right: (x + share) * width, bottom: (y + tall) * height };
  }
  const valueSize = pixels(chart.valueAxis.size);
  const categorySize = pixels(chart.categoryAxis.size);
  const valueWidth = Math.max(0, ...scale.ticks.map((tick) => measure(number(tick, "General"), valueSize, false)));
  const longest = Math.max(0, ...chart.categories.map((name) => measure(name, categorySize, false)));
  const isBar = chart.kind === "bar";
  const valueRoom = chart.valueAxis.visible ? (isBar ? valueSize * 1.5 : valueWidth + gap) : 0;
  const isSteep = !isBar && longest > (width * 0.9) / Math.max(1, chart.categories.length);
  const categoryRoom = !chart.categoryAxis.visible
    ? 0
    : isBar
      ? Math.min(longest + gap, width * 0.45)
      : isSteep
        ? Math.min(longest + gap, height * 0.4)
        : categorySize * 1.6;
  const titles = {
    value: chart.valueAxis.title === null ? 0 : valueSize * 1.6,
    category: chart.categoryAxis.title === null ? 0 : categorySize * 1.6,
  };
  const side = chart.legend?.position;
  const sideRoom = Math.min(
    width * 0.3,
    30 + Math.max(0, ...chart.series.map(({ name }) => measure(name, pixels(chart.legend?.size ?? 10), false))),
  );
  const besideLeft = (isBar ? categoryRoom + titles.category : valueRoom + titles.value) + 2 * gap;
  const below = (isBar ? valueRoom + titles.value : categoryRoom + titles.category) + gap;
  return {
    left: besideLeft + (side === "left" ? sideRoom : 0),
    top: titleBottom + gap + (side === "top" ? legendHeight : 0),
    right: width - 3 * gap - (side === "right" ? sideRoom : 0),
    bottom: Math.max(titleBottom + 30, height - below - (side === "bottom" ? legendHeight : 0)),
  };
}

type Parts = Pick<ChartLayout, "gridLines" | "axisLine" | "bars" | "labels" | "ticks" | "categories">;

function verticalParts(
  chart: ChartView,
  plot: Plot,
  scale: Scale,
  legendHeight: number,
  height: number,
  { measure, number }: ChartTools,
): Parts {
  const yOf = positionOf(scale, chart.valueAxis.reversed, plot.bottom, plot.top);
  const band = (plot.right - plot.left) / Math.max(1, chart.categories.length);
  const zero = yOf(Math.min(scale.maximum, Math.max(scale.minimum, 0)));
  const bars: ChartBar[] = [];
  const labels: ChartText[] = [];
  eachBar(chart, (value, seriesIndex, categoryIndex, offset, size) => {
    const end = yOf(clamped(value, scale));
    const at = chart.categoryAxis.reversed ? chart.categories.length - 1 - categoryIndex : categoryIndex;
    const x = plot.left + (at + offset) * band;
    const series = chart.series[seriesIndex];
    bars.push({
      x,
      y: Math.min(end, zero),
      width: size * band,
      height: Math.abs(zero - end),
      color: series?.color ?? "",
    });
    if (!series?.labels) return;
    const { size: points, rotation, format } = series.labels;
    const fontSize = pixels(points);
    const isTurned = Math.abs(rotation) > 45;
    const isUp = end <= zero;
    labels.push({
      x: x + (size * band) / 2 + (isTurned ? fontSize * 0.35 : 0),
      y: isTurned ? (isUp ? end - 4 : end + 4) : isUp ? end - 4 : end + fontSize,
      text: number(value, format),
      size: fontSize,
      anchor: isTurned ? (isUp === rotation < 0 ? "start" : "end") : "middle",
      rotation,
    });
  });

  const fontSize = pixels(chart.categoryAxis.size);
  const longest = Math.max(0, ...chart.categories.map((name) => measure(name, fontSize, false)));
  const words = chart.categories.flatMap((name) => name.split(/\s+/));
  const widestWord = Math.max(0, ...words.map((word) => measure(word, fontSize, false)));
  const rotation = chart.categoryAxis.rotation ?? (widestWord > band - 2 || longest > band * 3 ? -90 : 0);
  const room = height - (isBelow(chart) ? legendHeight : 0) - plot.bottom - 2 * gap;
  const categories = chart.categoryAxis.visible
    ? chart.categories.flatMap((name, index) => {
        const at = chart.categoryAxis.reversed ? chart.categories.length - 1 - index : index;
        return categoryText(
          name,
          plot.left + (at + 0.5) * band,
          plot.bottom + gap,
          { rotation, fontSize, band, room },
          (text) => measure(text, fontSize, false),
        );
      })
    : [];
  const valueSize = pixels(chart.valueAxis.size);
  return {
    gridLines:
      chart.valueAxis.gridLines === null
        ? []
        : scale.ticks.map((tick) => ({ x1: plot.left, x2: plot.right, y1: yOf(tick), y2: yOf(tick) })),
    axisLine: { x1: plot.left, x2: plot.right, y1: zero, y2: zero },
    bars,
    labels,
    ticks: chart.valueAxis.visible
      ? scale.ticks.map((tick) => ({
          x: plot.left - gap,
          y: yOf(tick) + valueSize * 0.35,
          text: number(tick, "General"),
          size: valueSize,
          anchor: "end" as const,
          rotation: 0,
        }))
      : [],
    categories,
  };
}

function horizontalParts(chart: ChartView, plot: Plot, scale: Scale, { measure, number }: ChartTools): Parts {
  const xOf = positionOf(scale, chart.valueAxis.reversed, plot.left, plot.right);
  const band = (plot.bottom - plot.top) / Math.max(1, chart.categories.length);
  const zero = xOf(Math.min(scale.maximum, Math.max(scale.minimum, 0)));
  // A bar chart begins at the bottom unless its axis is reversed.
  const rowOf = (index: number): number => (chart.categoryAxis.reversed ? index : chart.categories.length - 1 - index);
  const bars: ChartBar[] = [];
  const labels: ChartText[] = [];
  eachBar(chart, (value, seriesIndex, categoryIndex, offset, size) => {
    const end = xOf(clamped(value, scale));
    const within = chart.categoryAxis.reversed ? offset : 1 - offset - size;
    const y = plot.top + (rowOf(categoryIndex) + within) * band;
    const series = chart.series[seriesIndex];
    bars.push({
      x: Math.min(end, zero),
      y,
      width: Math.abs(end - zero),
      height: size * band,
      color: series?.color ?? "",
    });
    if (!series?.labels) return;
    const fontSize = pixels(series.labels.size);
    labels.push({
      x: end >= zero ? end + 4 : end - 4,
      y: y + (size * band) / 2 + fontSize * 0.35,
      text: number(value, series.labels.format),
      size: fontSize,
      anchor: end >= zero ? "start" : "end",
      rotation: 0,
    });
  });
  const fontSize = pixels(chart.categoryAxis.size);
  const valueSize = pixels(chart.valueAxis.size);
  const most = Math.max(1, Math.floor(band / (fontSize * lineHeight)));
  return {
    gridLines:
      chart.valueAxis.gridLines === null
        ? []
        : scale.ticks.map((tick) => ({ x1: xOf(tick), x2: xOf(tick), y1: plot.top, y2: plot.bottom })),
    axisLine: { x1: zero, x2: zero, y1: plot.top, y2: plot.bottom },
    bars,
    labels,
    ticks: chart.valueAxis.visible
      ? scale.ticks.map((tick) => ({
          x: xOf(tick),
          y: plot.bottom + gap + valueSize,
          text: number(tick, "General"),
          size: valueSize,
          anchor: "middle" as const,
          rotation: 0,
        }))
      : [],
    categories: chart.categoryAxis.visible
      ? chart.categories.flatMap((name, index) => {
          const lines = wrap(name, plot.left - 2 * gap, (text) => measure(text, fontSize, false), most);
          const middle = plot.top + (rowOf(index) + 0.5) * band + fontSize * 0.35;
          return lines.map((text, line) => ({
            x: plot.left - gap,
            y: middle + (line - (lines.length - 1) / 2) * fontSize * lineHeight,
            text,
            size: fontSize,
            anchor: "end" as const,
            rotation: 0,
          }));
        })
      : [],
  };
}

/** Calls with each value, and the place of its bar in shares of its category's band. */
function eachBar(
  { series, gapWidth, overlap }: ChartView,
  draw: (value: number, series: number, category: number, offset: number, size: number) => void,
): void {
  const step = 1 - overlap / 100;
  const size = 1 / (1 + (series.length - 1) * step + gapWidth / 100);
  const start = (gapWidth / 200) * size;
  series.forEach(({ values }, index) => {
    values.forEach((value, category) => {
      if (value !== null) draw(value, index, category, start + index * step * size, size);
    });
  });
}

function positionOf(scale: Scale, reversed: boolean, low: number, high: number): (value: number) => number {
  const [from, to] = reversed ? [high, low] : [low, high];
  return (value) => from + ((value - scale.minimum) / (scale.maximum - scale.minimum)) * (to - from);
}

function clamped(value: number, scale: Scale): number {
  return Math.min(scale.maximum, Math.max(scale.minimum, value));
}

/** The name below a column: level names in lines, turned ones in lines side by side, slanted ones in one. */
function categoryText(
  name: string,
  x: number,
  y: number,
  place: { readonly rotation: number; readonly fontSize: number; readonly band: number; readonly room: number },
  measure: (text: string) => number,
): ChartText[] {
  const { rotation, fontSize, band, room } = place;
  const line = fontSize * lineHeight;
  if (rotation === 0) {
    const lines = wrap(name, band - 4, measure, Math.max(1, Math.floor(room / line)));
    return lines.map((text, index) => ({
      x,
      y: y + fontSize + index * line,
      text,
      size: fontSize,
      anchor: "middle",
      rotation: 0,
    }));
  }
  const anchor = rotation < 0 ? "end" : "start";
  if (Math.abs(rotation) < 80) return [{ x, y: y + fontSize * 0.6, text: name, size: fontSize, anchor, rotation }];
  const lines = wrap(name, room, measure, Math.max(1, Math.floor(band / line)));
  return lines.map((text, index) => ({
    x: x + fontSize * 0.35 + (index - (lines.length - 1) / 2) * line * (rotation < 0 ? 1 : -1),
    y,
    text,
    size: fontSize,
    anchor,
    rotation,
  }));
}

/** Lines of whole words that fit; the last one takes what is left, shortened by "…" where it must be. */
export function wrap(text: string, room: number, measure: (text: string) => number, most = 4): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current === "" || lines.length === most - 1 || measure(longer) <= room) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== "") lines.push(current);
  return lines.map((line) => shortened(line, room, measure));
}

/** More letters than any label has room for. */
const longestLabel = 1_000;

function shortened(line: string, room: number, measure: (text: string) => number): string {
  if (measure(line) <= room * 1.02) return line;
  const fits = (length: number): boolean => measure(`${line.slice(0, length)}…`) <= room;
  let length = Math.min(3, line.length - 1);
  // By halves, and from the front: a name may be as long as a cell.
  let tooLong = Math.max(length + 1, Math.min(line.length, longestLabel));
  while (tooLong - length > 1) {
    const middle = Math.floor((length + tooLong) / 2);
    if (fits(middle)) length = middle;
    else tooLong = middle;
  }
  return `${line.slice(0, length).trimEnd()}…`;
}

function axisTitles(chart: ChartView, plot: Plot, bottom: number): ChartText[] {
  const { categoryAxis, valueAxis } = chart;
  const [across, upright] = chart.kind === "bar" ? [valueAxis, categoryAxis] : [categoryAxis, valueAxis];
  const titles: ChartText[] = [];
  if (across.title !== null) {
    const size = pixels(across.size);
    const x = (plot.left + plot.right) / 2;
    titles.push({ x, y: bottom - gap, text: across.title, size, anchor: "middle", rotation: 0 });
  }
  if (upright.title !== null) {
    const size = pixels(upright.size);
    const y = (plot.top + plot.bottom) / 2;
    titles.push({ x: size + 2, y, text: upright.title, size, anchor: "middle", rotation: -90 });
  }
  return titles;
}

function legendEntries(
  chart: ChartView,
  width: number,
  height: number,
  titleBottom: number,
  { measure }: ChartTools,
): ChartLayout["legend"] {
  if (!chart.legend) return [];
  const { position } = chart.legend;
  const size = pixels(chart.legend.size);
  const square = Math.round(size * 0.7);
  const entryWidth = (name: string): number => square + 5 + measure(name, size, false);
  const entry = (index: number, x: number, baseline: number): ChartLayout["legend"][number] => ({
    square: { x, y: baseline - square, width: square, height: square, color: chart.series[index]?.color ?? "" },
    text: { x: x + square + 5, y: baseline, text: chart.series[index]?.name ?? "", size, anchor: "start", rotation: 0 },
  });
  if (position === "left" || position === "right") {
    const widest = Math.max(0, ...chart.series.map(({ name }) => entryWidth(name)));
    const x = position === "left" ? 2 * gap : width - widest - 2 * gap;
    const top = height / 2 - (chart.series.length * size * 1.6) / 2;
    return chart.series.map((_, index) => entry(index, x, top + (index + 0.7) * size * 1.6));
  }
  const between = 18;
  const all = chart.series.reduce((sum, { name }) => sum + entryWidth(name) + between, -between);
  const baseline = position === "top" ? titleBottom + size : height - gap - size * 0.3;
  let x = Math.max(gap, (width - all) / 2);
  return chart.series.map(({ name }, index) => {
    const made = entry(index, x, baseline);
    x += entryWidth(name) + between;
    return made;
  });
}

function isBelow({ legend }: ChartView): boolean {
  return legend?.position === "bottom";
}

function pixels(points: number): number {
  return (points * 4) / 3;
}
