/** Charts at their places on a sheet. */
import type { PackageParts } from "../../ooxml/package-parts";
import { readRelationships } from "../../ooxml/relationships";
import { childNamed, childrenNamed, parseXml, prefixedAttribute, type XmlElement } from "../../ooxml/xml-tree";
import { type ChartView, readChart } from "./chart";
import type { ThemeColors } from "./colors";
import type { SheetSizes } from "./sheet-sizes";

/** In pixels from the sheet's upper left corner. */
export interface PlacedChart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly chart: ChartView;
}

const emuPerPixel = 9525;

/** The charts of a drawing part; other objects (pictures, shapes) are left out. */
export function readDrawing(
  parts: PackageParts,
  path: string,
  theme: ThemeColors,
  sizes: SheetSizes,
): readonly PlacedChart[] {
  const relationships = readRelationships(parts, path);
  return parseXml(parts.text(path)).children.flatMap((anchor) => {
    const reference = descendantNamed(anchor, "chart");
    const id = reference ? prefixedAttribute(reference, "id") : undefined;
    const target = relationships.find((relationship) => relationship.id === id)?.target;
    const place = placeOf(anchor, sizes);
    if (target === undefined || place === null || parts.find(target) === null) return [];
    return [{ ...place, chart: readChart(parts.text(target), theme) }];
  });
}

function placeOf(anchor: XmlElement, sizes: SheetSizes): Omit<PlacedChart, "chart"> | null {
  const from = cornerOf(childNamed(anchor, "from"), sizes);
  const to = cornerOf(childNamed(anchor, "to"), sizes);
  const extent = childNamed(anchor, "ext");
  const position = childNamed(anchor, "pos");
  const width = pixels(extent?.attributes["cx"]);
  const height = pixels(extent?.attributes["cy"]);
  if (from && to) {
    return { ...from, width: Math.max(20, to.left - from.left), height: Math.max(20, to.top - from.top) };
  }
  if (from && extent) return { ...from, width, height };
  if (position && extent)
    return { left: pixels(position.attributes["x"]), top: pixels(position.attributes["y"]), width, height };
  return null;
}

function cornerOf(corner: XmlElement | undefined, sizes: SheetSizes): { left: number; top: number } | null {
  if (!corner) return null;
  const value = (name: string): string => childNamed(corner, name)?.text.trim() ?? "0";
  // A file may name any row; a drawing that far away is not worth the sizes of a million rows.
  const column = Math.min(2000, Math.max(0, Number(value("col"))));
  const row = Math.min(100_000, Math.max(0, Number(value("row"))));
  return {
    left: sizes.columnStart(column) + pixels(value("colOff")),
    top: sizes.rowStart(row) + pixels(value("rowOff")),
  };
}

function pixels(emu: string | undefined): number {
  return Math.round(Number(emu ?? 0) / emuPerPixel) || 0;
}

function descendantNamed(element: XmlElement, local: string): XmlElement | undefined {
  for (const child of [...childrenNamed(element, local), ...element.children]) {
    const found = child.local === local ? child : descendantNamed(child, local);
    if (found) return found;
  }
  return undefined;
}
