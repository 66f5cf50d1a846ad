import { type DisplayText, displayText, narrowedText } from "../model/display-text";
import type { NumberLocale } from "../model/number-locale";
import type { CellBox } from "./cell-boxes";
import { canvasFont, cellPadding } from "./cell-css";

/** Numbers never run over their neighbours: they lose decimals, or the cell is filled with "#". */
export function shownText(box: CellBox, locale: NumberLocale, date1904: boolean): DisplayText {
  if (box.cell === null) return { text: "", color: null };
  const shown = displayText(box.cell, locale, date1904);
  if (box.cell.type !== "number" || box.cell.value === null || box.style.rotation !== 0) return shown;
  const room = box.width - 2 * cellPadding;
  const font = canvasFont(box.style);
  const width = textWidth(shown.text, font);
  if (width <= room + 1) return shown;
  const digit = textWidth("0", font);
  // The mark is narrower than a digit: one character more may still fit.
  for (let length = Math.floor(room / digit) + 1; length > 0; length--) {
    const narrowed = narrowedText(box.cell, length, locale);
    if (narrowed !== null && textWidth(narrowed, font) <= room + 1) return { ...shown, text: narrowed };
  }
  return { ...shown, text: "#".repeat(Math.max(1, Math.floor(room / textWidth("#", font)))) };
}

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** In pixels, as the browser draws it. */
export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return 0;
  context.font = font;
  const { width } = context.measureText(text);
  if (widths.size > 50_000) widths.clear();
  widths.set(key, width);
  return width;
}
