import type { Parts } from "./zip-helper";

/** Workbooks by hand, part by part, as different programs write them. */

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheetml = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function relationships(...all: readonly [id: string, kind: string, target: string][]): string {
  const xml = all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packageRelationships}">${xml.join("")}</Relationships>`;
}

export function contentTypes(overrides: Readonly<Record<string, string>>): string {
  const xml = Object.entries(overrides).map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
    `<Default Extension="png" ContentType="image/png"/>${xml.join("")}</Types>`
  );
}

export function worksheet(inside: string): string {
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}">${inside}</worksheet>`;
}

export function sheetData(rows: string): string {
  return worksheet(`<sheetData>${rows}</sheetData>`);
}

/** The smallest workbook: one sheet, no styles, no shared strings. */
export function smallWorkbook(sheet: string, more: Parts = {}): Parts {
  return {
    "[Content_Types].xml": contentTypes({
      "xl/workbook.xml": `${spreadsheetml}.sheet.main+xml`,
      "xl/worksheets/sheet1.xml": `${spreadsheetml}.worksheet+xml`,
    }),
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Điểm" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(["rId1", "worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": sheet,
    ...more,
  };
}

/** A small workbook with shared strings and styles. */
export function workbookWithLists(sheet: string, sharedStrings: string, styles: string): Parts {
  return smallWorkbook(sheet, {
    "[Content_Types].xml": contentTypes({
      "xl/workbook.xml": `${spreadsheetml}.sheet.main+xml`,
      "xl/worksheets/sheet1.xml": `${spreadsheetml}.worksheet+xml`,
      "xl/sharedStrings.xml": `${spreadsheetml}.sharedStrings+xml`,
      "xl/styles.xml": `${spreadsheetml}.styles+xml`,
    }),
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ),
    "xl/sharedStrings.xml": `${declaration}<sst xmlns="${main}">${sharedStrings}</sst>`,
    "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  });
}

const drawing =
  `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
  `<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="3000000" cy="2000000"/>` +
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ của tôi"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${office}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`;

const chart =
  `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>` +
  `<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'Điểm'!$A$1:$A$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
  `<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

/**
 * A workbook as Excel saves it after years of use: extensions, protection, hidden and commented names, a chart sheet,
 * comments, validations with "<", pictures, custom XML, macros' neighbours, an order of calculation.
 */
export const richWorkbook: Parts = {
  "[Content_Types].xml": contentTypes({
    "xl/workbook.xml": `${spreadsheetml}.sheet.main+xml`,
    "xl/worksheets/sheet1.xml": `${spreadsheetml}.worksheet+xml`,
    "xl/worksheets/sheet2.xml": `${spreadsheetml}.worksheet+xml`,
    "xl/chartsheets/sheet1.xml": `${spreadsheetml}.chartsheet+xml`,
    "xl/styles.xml": `${spreadsheetml}.styles+xml`,
    "xl/sharedStrings.xml": `${spreadsheetml}.sharedStrings+xml`,
    "xl/calcChain.xml": `${spreadsheetml}.calcChain+xml`,
    "xl/comments1.xml": `${spreadsheetml}.comments+xml`,
    "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
    "xl/drawings/drawing2.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
    "xl/charts/chart1.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "xl/charts/chart2.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  }),
  "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml":
    `${declaration}<workbook xmlns="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">` +
    `<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/>` +
    `<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="D:\\CCHC\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
    `<xr:revisionPtr revIDLastSave="0" documentId="8_{00000000}"/><workbookProtection workbookPassword="CC1A" lockStructure="1"/>` +
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20490" activeTab="1" xr:uid="{00000000-000D-0000-FFFF-FFFF00000000}"/></bookViews>` +
    `<sheets><sheet name="Điểm" sheetId="3" r:id="rId1"/><sheet name="Ẩn" sheetId="7" state="veryHidden" r:id="rId2"/><sheet name='Đồ thị &amp; "hình"' sheetId="9" r:id="rId3"/></sheets>` +
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Điểm'!$A$1:$C$9</definedName><definedName name="Tổng" comment="a &lt; b" hidden="1">'Điểm'!$A$4</definedName></definedNames>` +
    `<calcPr calcId="191029" fullPrecision="0"/><extLst><ext uri="{B58B0392-4F1F-4190-BB64-5DF3571DCE5F}" xmlns:xcalcf="http://schemas.microsoft.com/office/spreadsheetml/2018/calcfeatures"><xcalcf:calcFeatures/></ext></extLst></workbook>`,
  "xl/_rels/workbook.xml.rels": relationships(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "worksheet", "/xl/worksheets/sheet2.xml"],
    ["rId3", "chartsheet", "chartsheets/sheet1.xml"],
    ["rId4", "styles", "styles.xml"],
    ["rId5", "sharedStrings", "sharedStrings.xml"],
    ["rId6", "calcChain", "calcChain.xml"],
    ["rId9", "customXml", "../customXml/item1.xml"],
  ),
  "xl/worksheets/sheet1.xml": worksheet(
    `<sheetData><row r="1"><c r="A1" s="1"><v>3</v></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>` +
      `<row r="4"><c r="A4" s="2"><f>SUM(A1:A3)</f><v>12</v></c></row></sheetData>` +
      `<dataValidations count="1"><dataValidation type="custom" allowBlank="1" sqref="A1:A3"><formula1>A1&lt;=10</formula1></dataValidation></dataValidations>` +
      `<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="0"/></ext></extLst>`,
  ),
  "xl/worksheets/_rels/sheet1.xml.rels": relationships(
    ["rId1", "drawing", "../drawings/drawing1.xml"],
    ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rId3", "comments", "../comments1.xml"],
  ),
  "xl/worksheets/sheet2.xml": sheetData(`<row r="1"><c r="A1"><v>1</v></c></row>`),
  "xl/chartsheets/sheet1.xml": `${declaration}<chartsheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
  "xl/chartsheets/_rels/sheet1.xml.rels": relationships(["rId1", "drawing", "../drawings/drawing2.xml"]),
  "xl/drawings/drawing1.xml": drawing,
  "xl/drawings/_rels/drawing1.xml.rels": relationships(
    ["rId1", "chart", "../charts/chart1.xml"],
    ["rId2", "image", "../media/image1.png"],
  ),
  "xl/drawings/drawing2.xml": drawing
    .replace(/xdr:oneCellAnchor/g, "xdr:absoluteAnchor")
    .replace(/<xdr:from>.*<\/xdr:from>/, '<xdr:pos x="0" y="0"/>'),
  "xl/drawings/_rels/drawing2.xml.rels": relationships(["rId1", "chart", "../charts/chart2.xml"]),
  "xl/charts/chart1.xml": chart,
  "xl/charts/chart2.xml": chart,
  "xl/media/image1.png": "not really a picture",
  "xl/drawings/vmlDrawing1.vml": `<xml xmlns:v="urn:schemas-microsoft-com:vml"/>`,
  "xl/comments1.xml": `${declaration}<comments xmlns="${main}"><authors><author>Tổ giúp việc</author></authors><commentList><comment ref="A1" authorId="0"><text><t>xem lại</t></text></comment></commentList></comments>`,
  "xl/sharedStrings.xml": `${declaration}<sst xmlns="${main}" count="1" uniqueCount="1"><si><t>Sở Nội vụ</t></si></sst>`,
  "xl/calcChain.xml": `${declaration}<calcChain xmlns="${main}"><c r="A4" i="3"/></calcChain>`,
  "xl/styles.xml":
    `${declaration}<styleSheet xmlns="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">` +
    `<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000&quot; điểm&quot;"/></numFmts><fonts count="1" x14ac:knownFonts="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2"/>` +
    `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>`,
  "customXml/item1.xml": `<thông-tin>giữ nguyên</thông-tin>`,
  "customXml/_rels/item1.xml.rels": relationships(["rId1", "customXmlProps", "itemProps1.xml"]),
  "customXml/itemProps1.xml": `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{1}"/>`,
};
