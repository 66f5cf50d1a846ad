/** Where everything in a column or bar chart stands: pure arithmetic, in pixels. */
import type { ChartView } from "../model/chart";
import { horizontalParts, verticalParts } from "./chart-bars";
import { type Plot, type Scale, valueScale } from "./chart-scale";
import { type ChartLayout, type ChartText, type ChartTools, gap, isBelow, lineHeight, pixels } from "./chart-shapes";
import { wrap } from "./chart-words";

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
