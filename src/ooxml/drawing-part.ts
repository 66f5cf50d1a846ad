import type { ChartBlock } from "../data/pages";
import { areOwnCharts, chartName } from "../data/own-charts";
import { chartOffsetPixels } from "../data/sheet-look";
import type { Dialect } from "./dialect";
import { escapeAttribute } from "./xml-text";
import { parseXml, type XmlElement } from "./xml-tree";

const emuPerPixel = 9525;

/** A drawing part that puts charts at their places; relationshipIds belong to charts in the same order. */
export function drawingXml(
  sheetKey: string,
  charts: readonly ChartBlock[],
  relationshipIds: readonly string[],
  dialect: Dialect,
): string {
  const anchors = charts.map((chart, index) =>
    anchorXml(sheetKey, chart, index, relationshipIds[index] ?? "", dialect),
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<xdr:wsDr xmlns:xdr="${dialect.spreadsheetDrawing}" xmlns:a="${dialect.drawing}">${anchors.join("")}</xdr:wsDr>`
  );
}

/** Does a drawing hold the program's charts for that sheet and nothing else? */
export function holdsOnlyOwnCharts(drawing: string, sheetKey: string): boolean {
  const names = parseXml(drawing).children.map(objectNames);
  return names.every((inAnchor) => inAnchor.length === 1) && areOwnCharts(names.flat(), sheetKey);
}

function objectNames(element: XmlElement): string[] {
  const here = element.local === "cNvPr" ? [element.attributes["name"] ?? ""] : [];
  return [...here, ...element.children.flatMap(objectNames)];
}

function anchorXml(key: string, chart: ChartBlock, index: number, relationshipId: string, dialect: Dialect): string {
  const { row, column } = chart.area;
  const size = `cx="${emu(chart.widthPixels)}" cy="${emu(chart.heightPixels)}"`;
  const name = escapeAttribute(chartName(key, index + 1));
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${String(column)}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${String(row)}</xdr:row><xdr:rowOff>${String(chartOffsetPixels * emuPerPixel)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${String(index + 2)}" name="${name}" descr="${escapeAttribute(chart.title)}"/>` +
    `<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${dialect.chart}">` +
    `<c:chart xmlns:c="${dialect.chart}" xmlns:r="${dialect.relationships}" r:id="${relationshipId}"/>` +
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  );
}

function emu(pixels: number): string {
  return String(Math.round(pixels * emuPerPixel));
}
