/** What a chart is drawn of, in pixels. */
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

/** Between things that must not touch. */
export const gap = 6;
export const lineHeight = 1.2;

export function isBelow({ legend }: ChartView): boolean {
  return legend?.position === "bottom";
}

export function pixels(points: number): number {
  return (points * 4) / 3;
}
