import type { CSSProperties, JSX } from "react";
import type { StandaloneTexts } from "../../strings/standalone.vi";
import { displayText } from "../model/display-text";
import type { PlacedChart } from "../model/drawings";
import { fontFamily } from "./cell-css";
import { layoutChart } from "./chart-layout";
import type { ChartBar, ChartText } from "./chart-shapes";
import { textWidth } from "./shown-text";

const labelColor = "#404040";

/** A chart of the file as a picture; kinds that are not drawn say so under their title. */
export function ChartDrawing(props: { readonly placed: PlacedChart; readonly texts: StandaloneTexts }): JSX.Element {
  const { placed, texts } = props;
  const { chart, width, height } = placed;
  const title = chart.title?.text ?? texts.chartUntitled;
  const frame: CSSProperties = {
    position: "absolute",
    left: placed.left,
    top: placed.top,
    width,
    height,
    boxSizing: "border-box",
    background: chart.background,
    border: chart.border === null ? "none" : `1px solid ${chart.border}`,
    color: labelColor,
    fontFamily: fontFamily(chart.font),
    overflow: "hidden",
  };
  if (chart.kind === "other" || chart.series.length === 0) {
    return (
      <div role="img" aria-label={texts.chart(title)} style={{ ...frame, padding: 12, textAlign: "center" }}>
        <div style={{ fontWeight: 700, fontSize: 15, marginBottom: 8 }}>{title}</div>
        <div style={{ fontSize: 13 }}>{texts.chartNotDrawn}</div>
      </div>
    );
  }
  const family = fontFamily(chart.font);
  const layout = layoutChart(chart, width, height, {
    measure: (text, size, bold) => textWidth(text, `${bold ? "bold " : ""}${String(size)}px ${family}`),
    number: (value, format) => displayText({ type: "number", value, format, formula: null }, texts.numbers).text,
  });
  return (
    <div style={frame}>
      <svg role="img" aria-label={texts.chart(title)} width={width} height={height} style={{ display: "block" }}>
        {layout.gridLines.map((line, index) => (
          <line key={index} {...line} stroke={chart.valueAxis.gridLines ?? "none"} shapeRendering="crispEdges" />
        ))}
        {barPaths(layout.bars).map(([color, path]) => (
          <path key={color} d={path} fill={color} shapeRendering="crispEdges" />
        ))}
        <line {...layout.axisLine} stroke="#BFBFBF" shapeRendering="crispEdges" />
        <Texts texts={layout.title} color={chart.title?.color} bold={chart.title?.bold ?? false} />
        <Texts texts={layout.labels} />
        <Texts texts={layout.ticks} />
        <Texts texts={layout.categories} />
        <Texts texts={layout.axisTitles} />
        {layout.legend.map(({ square: { color, ...square } }, index) => (
          <rect key={index} {...square} fill={color} />
        ))}
        <Texts texts={layout.legend.map(({ text }) => text)} />
      </svg>
    </div>
  );
}

/** All bars of a colour as one path: a whole country has a thousand of them. */
function barPaths(bars: readonly ChartBar[]): readonly (readonly [color: string, path: string])[] {
  const paths = new Map<string, string>();
  for (const { x, y, width, height, color } of bars) {
    const bar = `M${String(x)} ${String(y)}h${String(width)}v${String(height)}h${String(-width)}z`;
    paths.set(color, (paths.get(color) ?? "") + bar);
  }
  return [...paths];
}

function Texts(props: {
  readonly texts: readonly ChartText[];
  readonly color?: string | undefined;
  readonly bold?: boolean;
}): JSX.Element {
  return (
    <g fill={props.color ?? labelColor} fontWeight={props.bold ? 700 : 400}>
      {props.texts.map(({ x, y, text, size, anchor, rotation }, index) => (
        <text
          key={index}
          x={x}
          y={y}
          fontSize={size}
          textAnchor={anchor}
          transform={rotation === 0 ? undefined : `rotate(${String(rotation)} ${String(x)} ${String(y)})`}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
