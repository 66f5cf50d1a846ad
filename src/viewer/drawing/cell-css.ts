import type { CSSProperties } from "react";
import type { BorderLine, CellStyle } from "../model/cell-styles";
import type { CellBox } from "./cell-boxes";

/** Paper is white in the dark theme too, as in Excel: the colours of a file are made for it. */
export const paper = "#FFFFFF";
export const ink = "#000000";
const gridLine = "#E1E1E1";
/** Excel's room between a text and the edge of its cell. */
export const cellPadding = 3;
const indentWidth = 9;

/** The box of a cell: place, background and lines; offset is what lies left of the sheet's first column. */
export function boxCss(box: CellBox, offset: number, showsGridLines: boolean): CSSProperties {
  const line = (border: BorderLine | null): string => {
    if (border) return `${String(border.width)}px ${border.pattern} ${border.color}`;
    return showsGridLines && box.style.fill === null ? `1px solid ${gridLine}` : "0";
  };
  return {
    left: box.left + offset,
    width: box.width,
    height: box.height,
    backgroundColor: box.style.fill ?? paper,
    borderRight: line(box.right),
    borderBottom: line(box.bottom),
  };
}

/** A file may name any font: the usual ones get look-alikes beside them for systems that lack them. */
export function fontFamily(name: string): string {
  const plain = name.replace(/["\\;{}]/g, "");
  const serif = /times|roman|serif|cambria|georgia|garamond|\.vntime/i.test(plain);
  const alike = serif ? '"Liberation Serif", Tinos, serif' : 'Carlito, "Segoe UI", "Liberation Sans", sans-serif';
  return `"${plain}", ${alike}`;
}

export function fontCss(style: CellStyle): CSSProperties {
  const decorations = [style.underline ? "underline" : "", style.strike ? "line-through" : ""].filter(Boolean);
  return {
    fontFamily: fontFamily(style.font),
    fontSize: pixelsOf(style.size),
    fontWeight: style.bold ? 700 : 400,
    fontStyle: style.italic ? "italic" : "normal",
    textDecoration: decorations.join(" ") || "none",
  };
}

/** The same font for measuring on a canvas. */
export function canvasFont(style: CellStyle): string {
  const words = [style.italic ? "italic" : "", style.bold ? "bold" : "", `${String(pixelsOf(style.size))}px`];
  return `${words.filter(Boolean).join(" ")} ${fontFamily(style.font)}`;
}

function pixelsOf(points: number): number {
  return (points * 4) / 3;
}

type Side = "left" | "center" | "right";

/** General alignment: numbers right, truth values and errors in the middle, texts left. */
export function sideOf(box: CellBox): Side {
  switch (box.style.horizontal) {
    case "general":
      if (box.cell?.type === "number") return "right";
      return box.cell === null || box.cell.type === "text" ? "left" : "center";
    case "center":
    case "centerContinuous":
      return "center";
    case "right":
      return "right";
    default:
      return "left";
  }
}

/** Where the text stands in its box, and over its neighbours. */
export function textCss(box: CellBox, color: string | null): CSSProperties {
  const { style, spill } = box;
  const side = sideOf(box);
  const indent = style.indent * indentWidth;
  const flex = { left: "flex-start", center: "center", right: "flex-end" } as const;
  // A text that is too tall shows its beginning.
  const vertical = { top: "flex-start", center: "safe center", bottom: "safe flex-end" } as const;
  const css: CSSProperties = {
    ...fontCss(style),
    color: color ?? style.color ?? ink,
    left: -spill.left,
    right: -spill.right,
    justifyContent: flex[side],
    textAlign: style.horizontal === "justify" ? "justify" : side,
    alignItems: vertical[style.vertical],
    whiteSpace: style.wrap ? "pre-wrap" : "pre",
    paddingLeft: cellPadding + (side === "left" ? indent : 0),
    paddingRight: cellPadding + (side === "right" ? indent : 0),
  };
  if (side !== "center" || spill.left === spill.right) return css;
  // A centred text stays in the middle of its own cell, whichever side has more room.
  const room = Math.min(spill.left, spill.right);
  return { ...css, left: -room, right: -room };
}

/** Turned text: a vertical writing mode takes up room as turned text does, where a rotation would not. */
export function turnedCss(box: CellBox): CSSProperties | null {
  const { rotation, wrap, vertical } = box.style;
  if (rotation === 0) return null;
  if (rotation === "stacked")
    return { writingMode: "vertical-rl", textOrientation: "upright", letterSpacing: "-0.1em" };
  if (Math.abs(rotation) < 60) return { transform: `rotate(${String(-rotation)}deg)`, whiteSpace: "pre" };
  const end = {
    top: rotation > 0 ? "right" : "left",
    center: "center",
    bottom: rotation > 0 ? "left" : "right",
  } as const;
  return {
    writingMode: "vertical-rl",
    transform: rotation > 0 ? "rotate(180deg)" : "none",
    whiteSpace: wrap ? "pre-wrap" : "pre",
    maxHeight: box.height - 4,
    maxWidth: box.width,
    textAlign: end[vertical],
  };
}
