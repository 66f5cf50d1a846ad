/** What the styles part says about how a cell looks. */
import { readCellFormats } from "../../ooxml/cell-formats";
import type { PackageParts } from "../../ooxml/package-parts";
import { childNamed, childrenNamed, isTrue, parseXml, type XmlElement } from "../../ooxml/xml-tree";
import { cellColor, type ThemeColors } from "./colors";

export interface CellStyle {
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** "#RRGGBB"; null: automatic. */
  readonly color: string | null;
  readonly fill: string | null;
  readonly borders: Borders;
  readonly horizontal: "general" | "left" | "center" | "right" | "justify" | "centerContinuous";
  readonly vertical: "top" | "center" | "bottom";
  readonly wrap: boolean;
  /** In steps of about three spaces. */
  readonly indent: number;
  /** Degrees anticlockwise, -90 to 90; "stacked": letters below each other. */
  readonly rotation: number | "stacked";
  /** Number format code. */
  readonly format: string;
}

export interface Borders {
  readonly left: BorderLine | null;
  readonly right: BorderLine | null;
  readonly top: BorderLine | null;
  readonly bottom: BorderLine | null;
}

export interface BorderLine {
  /** In pixels. */
  readonly width: number;
  readonly pattern: "solid" | "dashed" | "dotted" | "double";
  readonly color: string;
}

export const plainStyle: CellStyle = {
  font: "Calibri",
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
  fill: null,
  borders: { left: null, right: null, top: null, bottom: null },
  horizontal: "general",
  vertical: "bottom",
  wrap: false,
  indent: 0,
  rotation: 0,
  format: "General",
};

/** The looks by the number that cells give (their s). */
export function readCellStyles(parts: PackageParts, stylesPath: string | null, theme: ThemeColors): CellStyle[] {
  if (stylesPath === null) return [];
  const root = parseXml(parts.text(stylesPath));
  const fonts = childrenNamed(childNamed(root, "fonts"), "font").map((font) => readFont(font, theme));
  const fills = childrenNamed(childNamed(root, "fills"), "fill").map((fill) => readFill(fill, theme));
  const borders = childrenNamed(childNamed(root, "borders"), "border").map((border) => readBorders(border, theme));
  const formats = readCellFormats(parts, stylesPath);
  return childrenNamed(childNamed(root, "cellXfs"), "xf").map((xf, index) => {
    const number = (name: string): number => Number(xf.attributes[name] ?? 0);
    return {
      ...plainStyle,
      ...fonts[number("fontId")],
      ...readAlignment(childNamed(xf, "alignment")),
      fill: fills[number("fillId")] ?? null,
      borders: borders[number("borderId")] ?? plainStyle.borders,
      format: formats[index] ?? "General",
    };
  });
}

type FontStyle = Pick<CellStyle, "font" | "size" | "bold" | "italic" | "underline" | "strike" | "color">;

function readFont(font: XmlElement, theme: ThemeColors): FontStyle {
  const value = (name: string): string | undefined => childNamed(font, name)?.attributes["val"];
  const flag = (name: string): boolean => {
    const element = childNamed(font, name);
    return element !== undefined && isTrue(element.attributes["val"] ?? "1");
  };
  const size = Number(value("sz") ?? plainStyle.size);
  return {
    font: value("name") ?? plainStyle.font,
    size: size > 0 && size <= 409 ? size : plainStyle.size,
    bold: flag("b"),
    italic: flag("i"),
    underline: childNamed(font, "u") !== undefined && value("u") !== "none",
    strike: flag("strike"),
    color: cellColor(childNamed(font, "color"), theme),
  };
}

/** Patterns are shown as their mixture would look from afar; gradients as their first colour. */
function readFill(fill: XmlElement, theme: ThemeColors): string | null {
  const gradient = childNamed(fill, "gradientFill");
  if (gradient) return cellColor(childNamed(childNamed(gradient, "stop"), "color"), theme);
  const pattern = childNamed(fill, "patternFill");
  const type = pattern?.attributes["patternType"] ?? "none";
  if (type === "none") return null;
  const foreground = cellColor(childNamed(pattern, "fgColor"), theme);
  if (type === "solid") return foreground;
  return cellColor(childNamed(pattern, "bgColor"), theme) ?? "#F2F2F2";
}

function readBorders(border: XmlElement, theme: ThemeColors): Borders {
  const line = (...names: readonly string[]): BorderLine | null => {
    const side = names.map((name) => childNamed(border, name)).find((found) => found !== undefined);
    const look = borderLooks[side?.attributes["style"] ?? "none"];
    return look ? { ...look, color: cellColor(childNamed(side, "color"), theme) ?? "#000000" } : null;
  };
  // Strict files name the sides by the direction of reading.
  return { left: line("left", "start"), right: line("right", "end"), top: line("top"), bottom: line("bottom") };
}

const borderLooks: Readonly<Record<string, Omit<BorderLine, "color">>> = {
  hair: { width: 1, pattern: "dotted" },
  thin: { width: 1, pattern: "solid" },
  dotted: { width: 1, pattern: "dotted" },
  dashed: { width: 1, pattern: "dashed" },
  dashDot: { width: 1, pattern: "dashed" },
  dashDotDot: { width: 1, pattern: "dashed" },
  medium: { width: 2, pattern: "solid" },
  mediumDashed: { width: 2, pattern: "dashed" },
  mediumDashDot: { width: 2, pattern: "dashed" },
  mediumDashDotDot: { width: 2, pattern: "dashed" },
  slantDashDot: { width: 2, pattern: "dashed" },
  thick: { width: 3, pattern: "solid" },
  double: { width: 3, pattern: "double" },
};

type AlignmentStyle = Pick<CellStyle, "horizontal" | "vertical" | "wrap" | "indent" | "rotation">;

function readAlignment(alignment: XmlElement | undefined): AlignmentStyle {
  const { horizontal, vertical, wrapText, indent, textRotation } = alignment?.attributes ?? {};
  return {
    horizontal: horizontals[horizontal ?? "general"] ?? "general",
    vertical: verticals[vertical ?? "bottom"] ?? "bottom",
    wrap: isTrue(wrapText) || vertical === "justify" || horizontal === "justify" || horizontal === "distributed",
    indent: Math.min(250, Math.max(0, Number(indent ?? 0) || 0)),
    rotation: rotationOf(Number(textRotation ?? 0)),
  };
}

const horizontals: Readonly<Record<string, CellStyle["horizontal"]>> = {
  left: "left",
  center: "center",
  right: "right",
  justify: "justify",
  distributed: "center",
  centerContinuous: "centerContinuous",
};

const verticals: Readonly<Record<string, CellStyle["vertical"]>> = {
  top: "top",
  center: "center",
  bottom: "bottom",
  justify: "top",
  distributed: "center",
};

/** In a file 91 to 180 mean 1 to 90 degrees clockwise. */
function rotationOf(value: number): number | "stacked" {
  if (value === 255) return "stacked";
  if (value > 90 && value <= 180) return 90 - value;
  return value >= -90 && value <= 90 ? value : 0;
}
