/** Values to positions within the plot. */
import type { ChartView } from "../model/chart";

export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Scale {
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

export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-9)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

export function positionOf(scale: Scale, reversed: boolean, low: number, high: number): (value: number) => number {
  const [from, to] = reversed ? [high, low] : [low, high];
  return (value) => from + ((value - scale.minimum) / (scale.maximum - scale.minimum)) * (to - from);
}

export function clamped(value: number, scale: Scale): number {
  return Math.min(scale.maximum, Math.max(scale.minimum, value));
}
