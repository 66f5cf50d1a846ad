/** Bars, their labels and the names below or beside them. */
import type { ChartView } from "../model/chart";
import { clamped, type Plot, positionOf, type Scale } from "./chart-scale";
import {
  type ChartBar,
  type ChartLayout,
  type ChartText,
  type ChartTools,
  gap,
  isBelow,
  lineHeight,
  pixels,
} from "./chart-shapes";
import { wrap } from "./chart-words";

export type Parts = Pick<ChartLayout, "gridLines" | "axisLine" | "bars" | "labels" | "ticks" | "categories">;

export function verticalParts(
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

export function horizontalParts(chart: ChartView, plot: Plot, scale: Scale, { measure, number }: ChartTools): Parts {
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
export function eachBar(
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

/** The name below a column: level names in lines, turned ones in lines side by side, slanted ones in one. */
export function categoryText(
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
