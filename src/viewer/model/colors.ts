/** Colours as a workbook writes them, by value, by theme and tint, or by number, as "#RRGGBB". */
import type { PackageParts } from "../../ooxml/package-parts";
import { childNamed, parseXml, type XmlElement } from "../../ooxml/xml-tree";

/** The twelve colours of the theme in the order in which cells number them. */
export type ThemeColors = readonly string[];

/** In the order of a cell's theme="n": light and dark stand the other way round than in the theme part. */
const themeOrder = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
] as const;

/** Office's own theme, for a workbook that has no theme part. */
const officeTheme: ThemeColors = [
  "#FFFFFF",
  "#000000",
  "#E7E6E6",
  "#44546A",
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
  "#0563C1",
  "#954F72",
];

const eightBasic = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];

/** The legacy palette (ISO/IEC 29500-1, 18.8.27); 64 and 65 are the system's text and background. */
const indexedPalette: readonly string[] = [
  ...eightBasic,
  ...eightBasic,
  ...["800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"],
  ...["9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"],
  ...["000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"],
  ...["00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"],
  ...["3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"],
  ...["003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"],
];

export function readThemeColors(parts: PackageParts, themePath: string | null): ThemeColors {
  if (themePath === null) return officeTheme;
  const scheme = childNamed(childNamed(parseXml(parts.text(themePath)), "themeElements"), "clrScheme");
  return themeOrder.map((name, index) => {
    const color = childNamed(scheme, name)?.children[0];
    const value = color?.local === "sysClr" ? color.attributes["lastClr"] : color?.attributes["val"];
    return rgb(value) ?? officeTheme[index] ?? "#000000";
  });
}

/** The colour of <color>, <fgColor> … in a spreadsheet part; null for automatic. */
export function cellColor(element: Pick<XmlElement, "attributes"> | undefined, theme: ThemeColors): string | null {
  if (!element) return null;
  const { rgb: value, theme: themeIndex, indexed, tint } = element.attributes;
  const base =
    value !== undefined
      ? rgb(value)
      : themeIndex !== undefined
        ? (theme[Number(themeIndex)] ?? null)
        : indexed !== undefined
          ? rgb(indexedPalette[Number(indexed)])
          : null;
  return base === null || tint === undefined ? base : tinted(base, Number(tint));
}

/** The colour inside <a:solidFill> in a drawing or chart part; null where it is none that is known. */
export function drawingColor(solidFill: XmlElement | undefined, theme: ThemeColors): string | null {
  const color = solidFill?.children[0];
  if (!color) return null;
  const base =
    color.local === "srgbClr"
      ? rgb(color.attributes["val"])
      : color.local === "sysClr"
        ? rgb(color.attributes["lastClr"])
        : color.local === "schemeClr"
          ? schemeColor(color.attributes["val"] ?? "", theme)
          : null;
  return base === null ? null : withLuminance(base, color);
}

/** tint < 0 darkens towards black, tint > 0 lightens towards white, by luminance (18.8.19). */
export function tinted(color: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return color;
  return mapLuminance(color, (luminance) => (tint < 0 ? luminance * (1 + tint) : luminance * (1 - tint) + tint));
}

function schemeColor(name: string, theme: ThemeColors): string | null {
  const alias: Readonly<Record<string, string>> = { tx1: "dk1", tx2: "dk2", bg1: "lt1", bg2: "lt2" };
  const index = themeOrder.findIndex((known) => known === (alias[name] ?? name));
  return theme[index] ?? null;
}

function withLuminance(color: string, element: XmlElement): string {
  const share = (name: string, otherwise: number): number => {
    const value = childNamed(element, name)?.attributes["val"];
    return value === undefined ? otherwise : Number(value) / 100_000;
  };
  const factor = share("lumMod", 1);
  const offset = share("lumOff", 0);
  return factor === 1 && offset === 0 ? color : mapLuminance(color, (luminance) => luminance * factor + offset);
}

/** "#RRGGBB" for "RRGGBB" and "AARRGGBB"; null for anything else. */
function rgb(value: string | undefined): string | null {
  const digits = /^(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(value ?? "")?.[1];
  return digits === undefined ? null : `#${digits.toUpperCase()}`;
}

function mapLuminance(color: string, change: (luminance: number) => number): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const highest = Math.max(red, green, blue);
  const lowest = Math.min(red, green, blue);
  const spread = highest - lowest;
  const luminance = (highest + lowest) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * luminance - 1));
  const hue =
    spread === 0
      ? 0
      : highest === red
        ? ((green - blue) / spread + 6) % 6
        : highest === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;

  const changed = Math.min(1, Math.max(0, change(luminance)));
  const chroma = (1 - Math.abs(2 * changed - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const floor = changed - chroma / 2;
  const sector = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ][Math.floor(hue) % 6] ?? [0, 0, 0];
  const hex = (part: number): string =>
    Math.round((part + floor) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${sector.map(hex).join("")}`.toUpperCase();
}
