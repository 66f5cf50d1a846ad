/** What the page reads out of a file in order to draw it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { displayText } from "../../src/viewer/model/display-text";
import { tinted } from "../../src/viewer/model/colors";
import { openPackage } from "../../src/ooxml/package-parts";
import { openWorkbookView } from "../../src/viewer/model/workbook-view";
import type { SheetView } from "../../src/viewer/model/sheet-view";
import { standaloneTextsVi } from "../../src/strings/standalone.vi";
import { smallWorkbook, styleSheet } from "../standalone/small-workbook";
import { failed, failureIn } from "../hosts/failure-of";

const sample = readFileSync(join(__dirname, "../../assets/sample-dak-nong-2020.xlsx"));
const first = (bytes: Uint8Array): SheetView => openWorkbookView(openPackage(bytes)).sheet(0);
const rows = (...cells: readonly string[]): string =>
  `<sheetData>${cells.map((text, row) => `<row r="${String(row + 1)}">${text}</row>`).join("")}</sheetData>`;

describe("the sample workbook", () => {
  const view = openWorkbookView(openPackage(sample));
  const scores = view.sheet(2);

  test("has its sheets in order with the colours of their tabs, the first in front", () => {
    expect(view.sheets.map(({ name }) => name)).toEqual(["Thông tin", "Danh sách đơn vị", "Cấp tỉnh", "Cấp huyện"]);
    expect(view.sheets.map(({ color }) => color)).toEqual(["#7F7F7F", "#7F7F7F", "#2E75B6", "#548235"]);
    expect(view.activeSheet).toBe(0);
  });

  test("keeps names and headers in sight: frozen panes, widths and heights in pixels", () => {
    expect(scores.freeze).toEqual({ rows: 5, columns: 4 });
    // 44 characters of 7 pixels; 150 points.
    expect((scores.columnStarts[2] ?? 0) - (scores.columnStarts[1] ?? 0)).toBe(308);
    expect((scores.rowStarts[5] ?? 0) - (scores.rowStarts[4] ?? 0)).toBe(200);
  });

  test("shows its looks: fonts, fills, borders, turned headers", () => {
    expect(scores.style(5, 2)).toMatchObject({ font: "Times New Roman", bold: true, fill: "#DDEBF7" });
    expect(scores.style(5, 2).borders.left).toEqual({ width: 1, pattern: "solid", color: "#808080" });
    expect(scores.style(4, 4)).toMatchObject({ rotation: 90, wrap: true, horizontal: "center" });
  });

  test("shows formulas by their values", () => {
    const cell = scores.cell(5, 2);
    expect(cell?.formula).toBe("SUM(C7,C12,C15,C19,C22)");
    expect(cell && displayText(cell, standaloneTextsVi.numbers).text).toBe("17,5");
  });
});

test("Hidden sheets are known as such", () => {
  expect(openWorkbookView(openPackage(smallWorkbook({ sheet: rows() }))).sheets).toMatchObject([
    { name: "Cấp tỉnh", visible: true },
    { name: "Ẩn", visible: false },
  ]);
});

test("Merged areas belong to their first cell, and hidden rows and columns take no room", () => {
  const sheet = first(
    smallWorkbook({
      sheet:
        `<cols><col min="2" max="2" width="10" hidden="1"/><col min="3" max="3" width="20"/></cols>` +
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" ht="30"/></sheetData>` +
        `<mergeCells><mergeCell ref="A1:C2"/></mergeCells>`,
    }),
  );
  expect(sheet.mergeAt(1, 2)).toEqual({ top: 0, left: 0, bottom: 1, right: 2 });
  expect(sheet.mergeAt(2, 0)).toBeNull();
  expect(sheet.columnStarts.slice(0, 4)).toEqual([0, 64, 64, 204]);
  expect(sheet.rowStarts.slice(0, 4)).toEqual([0, 20, 20, 60]);
});

test("Colours come by value, by theme with a tint, and by number", () => {
  const fill = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor ${color}/></patternFill></fill>`;
  const fills = ['rgb="FF12AB34"', 'theme="4"', 'theme="4" tint="0.5"', 'theme="0" tint="-0.25"', 'indexed="10"'];
  const theme =
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme>` +
    `<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>` +
    `</a:clrScheme></a:themeElements></a:theme>`;
  const sheet = first(
    smallWorkbook({
      sheet: rows(fills.map((_, index) => `<c s="${String(index)}"/>`).join("")),
      styles: styleSheet({
        fills: fills.map(fill),
        looks: fills.map((_, index) => [`fillId="${String(index)}"`, ""] as const),
      }),
      theme,
    }),
  );
  expect(fills.map((_, column) => sheet.style(0, column).fill)).toEqual([
    "#12AB34",
    "#4472C4",
    "#A2B9E2",
    "#BFBFBF",
    "#FF0000",
  ]);
});

test("Tints are those of Excel's palette, as near as the eye can tell", () => {
  const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const palette = [
    [0.39997558519241921, "#8EA9DB"],
    [0.79998168889431442, "#D9E1F2"],
    [-0.249977111117893, "#305496"],
    [-0.499984740745262, "#203764"],
    [0, "#4472C4"],
    [1, "#FFFFFF"],
  ] as const;
  for (const [tint, expected] of palette) {
    const wanted = channels(expected);
    const distances = channels(tinted("#4472C4", tint)).map((part, index) => Math.abs(part - (wanted[index] ?? 999)));
    expect(Math.max(...distances)).toBeLessThanOrEqual(2);
  }
});

test("Fonts and alignment are read as they are written, clockwise turns too", () => {
  const sheet = first(
    smallWorkbook({
      sheet: rows('<c s="0"/><c s="1"/>'),
      styles: styleSheet({
        fonts: ['<font><b/><i val="0"/><u/><sz val="13"/><color rgb="FFFF0000"/><name val="Arial"/></font>', "<font/>"],
        looks: [
          ['fontId="0"', '<alignment horizontal="right" vertical="top" wrapText="1" indent="2"/>'],
          ['fontId="1"', '<alignment textRotation="135"/>'],
        ],
      }),
    }),
  );
  expect(sheet.style(0, 0)).toMatchObject({ bold: true, italic: false, underline: true, size: 13, font: "Arial" });
  expect(sheet.style(0, 0)).toMatchObject({ color: "#FF0000", horizontal: "right", vertical: "top", indent: 2 });
  expect(sheet.style(0, 1)).toMatchObject({ rotation: -45, size: 11, bold: false });
});

test("Links inside the workbook lead to their cell; addresses outside it lead nowhere", () => {
  const sheet = first(
    smallWorkbook({
      sheet:
        rows("<c><v>1</v></c><c><v>2</v></c>") +
        `<hyperlinks><hyperlink ref="A1" location="'Cấp ''tỉnh'''!$F$12"/><hyperlink ref="B1" r:id="rId9"/></hyperlinks>`,
    }),
  );
  expect(sheet.linkAt(0, 0)).toEqual({ sheet: "Cấp 'tỉnh'", row: 11, column: 5 });
  expect(sheet.linkAt(0, 1)).toBeNull();
});

test("A row without a height of its own grows with its wrapped text", () => {
  const long = "Ban hành kế hoạch cải cách hành chính năm kịp thời, đúng nội dung quy định";
  const sheet = first(
    smallWorkbook({
      sheet: rows(`<c s="0" t="inlineStr"><is><t>${long}</t></is></c>`, "<c><v>1</v></c>"),
      styles: styleSheet({ looks: [["", '<alignment wrapText="1"/>']] }),
    }),
  );
  expect(sheet.rowStarts[1]).toBeGreaterThan(100);
  expect((sheet.rowStarts[2] ?? 0) - (sheet.rowStarts[1] ?? 0)).toBe(20);
});

test("Formulas without a value take the one that the host computed", async () => {
  const bytes = smallWorkbook({ sheet: rows('<c r="A1"><f>1+1</f></c>') });
  const view = openWorkbookView(openPackage(bytes));
  expect(view.sheet(0).cell(0, 0)?.value).toBeNull();
  expect(view.hasMissingValues()).toBe(true);

  const grids = await (await openXlsx(bytes, () => Promise.reject(new Error("no library")))).readSheets();
  const computed = grids.map((grid) => ({
    ...grid,
    rows: grid.rows.map((cells) => cells.map((cell) => cell && { ...cell, value: 2 })),
  }));
  expect(
    openWorkbookView(openPackage(bytes), () => computed)
      .sheet(0)
      .cell(0, 0)?.value,
  ).toBe(2);
});

test("A sheet that is damaged is a failure that a person can act on", () => {
  expect(failureIn(() => openWorkbookView(openPackage(smallWorkbook({ sheet: "<broken" }))).sheet(0))).toEqual(
    failed("broken"),
  );
});
