/** Workbooks of a few hand-written parts, for what no library writes the way that Excel does. */
import { strToU8, zipSync } from "fflate";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006";

export interface SmallWorkbook {
  /** What stands in <worksheet>. */
  readonly sheet: string;
  /** What stands in <styleSheet>. */
  readonly styles?: string;
  readonly theme?: string;
  /** What stands in <c:chartSpace>; the chart covers B2 to J20. */
  readonly chart?: string;
}

export function smallWorkbook({ sheet, styles = "", theme, chart }: SmallWorkbook): Uint8Array {
  const relationships = (...all: readonly (readonly [id: string, kind: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml":
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Cấp tỉnh" sheetId="1" r:id="rId1"/>` +
      `<sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId4"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "styles", "styles.xml"],
      ["rId4", "worksheet", "worksheets/sheet2.xml"],
      ...(theme === undefined ? [] : [["rId3", "theme", "theme/theme1.xml"] as const]),
    ),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}" xmlns:r="${office}">${sheet}${chart === undefined ? "" : '<drawing r:id="rId1"/>'}</worksheet>`,
    "xl/worksheets/sheet2.xml": `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  };
  if (theme !== undefined) parts["xl/theme/theme1.xml"] = theme;
  if (chart !== undefined) {
    const corner = (name: string, column: number, row: number): string =>
      `<xdr:${name}><xdr:col>${String(column)}</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relationships(["rId1", "drawing", "../drawings/drawing1.xml"]);
    parts["xl/drawings/drawing1.xml"] =
      `<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main"><xdr:twoCellAnchor>` +
      `${corner("from", 1, 1)}${corner("to", 9, 19)}<xdr:graphicFrame><a:graphic><a:graphicData>` +
      `<c:chart xmlns:c="${drawing}/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
      `</xdr:twoCellAnchor></xdr:wsDr>`;
    parts["xl/drawings/_rels/drawing1.xml.rels"] = relationships(["rId1", "chart", "../charts/chart1.xml"]);
    parts["xl/charts/chart1.xml"] =
      `<c:chartSpace xmlns:c="${drawing}/chart" xmlns:a="${drawing}/main">${chart}</c:chartSpace>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** A cell style of each font, fill and border at the same position, number format and alignment as given. */
export function styleSheet(parts: {
  readonly fonts?: readonly string[];
  readonly fills?: readonly string[];
  readonly borders?: readonly string[];
  /** The attributes and children of each <xf>. */
  readonly looks: readonly (readonly [attributes: string, children: string])[];
}): string {
  const list = (name: string, all: readonly string[] = []): string => `<${name}>${all.join("")}</${name}>`;
  return (
    list("fonts", parts.fonts) +
    list("fills", parts.fills) +
    list("borders", parts.borders) +
    list(
      "cellXfs",
      parts.looks.map(([attributes, children]) => `<xf ${attributes}>${children}</xf>`),
    )
  );
}
