import { fontName, type CellsBlock, type PageSetup, type ReportCell, type ReportSheet } from "../../data/pages";
import { cellAddress } from "../../data/grid";
import type { Dialect } from "../../ooxml/dialect";
import type { CarriedContent } from "./own-sheet-content";
import { longestCellText, pageMargins } from "../../data/sheet-look";
import { quoteSheetName } from "../../data/sheet-name";
import { areaAddress } from "../../formula/sheet-references";
import type { StyleTable } from "../../ooxml/style-table";
import { escapeAttribute, escapeCellText, escapeXml } from "../../ooxml/xml-text";

export interface SheetWritingContext {
  readonly dialect: Dialect;
  readonly styles: StyleTable;
  /** Is this the sheet in front when the workbook is opened? */
  readonly active: boolean;
  readonly carried: CarriedContent;
  /** Of the relationships that the part has: one for each carried hyperlink (null: it needs none), one for the drawing. */
  readonly hyperlinkIds: readonly (string | null)[];
  readonly drawingId: string | null;
}

const centimetre = 1 / 2.54;

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly xml: string;
}

/** A whole worksheet part, elements in the schema's order (ISO/IEC 29500-1, 18.3.1.99). */
export function worksheetXml(sheet: ReportSheet, context: SheetWritingContext): string {
  const { carried, dialect } = context;
  const blocks = sheet.blocks.filter((block) => block.kind === "cells");
  const cells = [...blocks.flatMap((block) => blockCells(block, context.styles)), ...carried.cells];
  const drawing = context.drawingId === null ? "" : `<drawing r:id="${context.drawingId}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">` +
    `<sheetPr><tabColor rgb="FF${sheet.tabColor.replace("#", "").toUpperCase()}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    dimensionXml(cells) +
    `<sheetViews>${sheetViewXml(sheet, context.active)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    columnsXml(sheet, carried) +
    `<sheetData>${rowsXml(cells, sheet.rowHeights, carried.rowAttributes)}</sheetData>` +
    mergesXml([...blocks.flatMap((block) => block.merges.map(areaAddress)), ...carried.merges]) +
    hyperlinksXml(blocks, context) +
    pageXml(sheet.page) +
    drawing +
    `</worksheet>`
  );
}

function blockCells(block: CellsBlock, styles: StyleTable): PlacedCell[] {
  return block.cells.flatMap((cells, rowOffset) =>
    cells.flatMap((cell, columnOffset) => {
      if (cell === null) return [];
      const row = block.row + rowOffset;
      const column = block.column + columnOffset;
      return [{ row, column, xml: cellXml(row, column, cell, styles) }];
    }),
  );
}

function cellXml(row: number, column: number, cell: ReportCell, styles: StyleTable): string {
  const { value, formula } = cell;
  const looksLikeFormula = formula === null && typeof value === "string" && /^[=+\-@]/.test(value);
  const start = `<c r="${cellAddress(row, column)}" s="${String(styles.indexOf(cell.format, looksLikeFormula))}"`;
  const formulaXml = formula === null ? "" : `<f>${escapeXml(formula)}</f>`;
  if (typeof value === "number" && Number.isFinite(value)) return `${start}>${formulaXml}<v>${String(value)}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b">${formulaXml}<v>${value ? "1" : "0"}</v></c>`;
  if (typeof value === "string" && formula !== null) {
    return `${start} t="str">${formulaXml}<v>${escapeCellText(value)}</v></c>`;
  }
  if (typeof value === "string" && value !== "") {
    const text = escapeCellText(value.slice(0, longestCellText));
    // Spaces at the ends would go, and runs of white space are at the reader's mercy.
    const space = /^\s|\s$|\s\s|\n/.test(value) ? ' xml:space="preserve"' : "";
    return `${start} t="inlineStr"><is><t${space}>${text}</t></is></c>`;
  }
  return formula === null ? `${start}/>` : `${start}>${formulaXml}</c>`;
}

function rowsXml(
  cells: readonly PlacedCell[],
  heights: ReadonlyMap<number, number>,
  carriedAttributes: ReadonlyMap<number, string>,
): string {
  const byRow = new Map<number, PlacedCell[]>();
  for (const row of [...heights.keys(), ...carriedAttributes.keys()]) byRow.set(row, []);
  for (const cell of cells) {
    const row = byRow.get(cell.row) ?? [];
    row.push(cell);
    byRow.set(cell.row, row);
  }
  const inOrder = [...byRow].sort(([one], [other]) => one - other);
  return inOrder
    .map(([row, rowCells]) => {
      const height = heights.get(row);
      const attributes =
        height === undefined ? (carriedAttributes.get(row) ?? "") : ` ht="${String(height)}" customHeight="1"`;
      const xml = rowCells.sort((one, other) => one.column - other.column).map((cell) => cell.xml);
      return `<row r="${String(row + 1)}"${attributes}>${xml.join("")}</row>`;
    })
    .join("");
}

function dimensionXml(cells: readonly PlacedCell[]): string {
  const rows = cells.reduce((last, { row }) => Math.max(last, row + 1), 1);
  const columns = cells.reduce((last, { column }) => Math.max(last, column + 1), 1);
  return `<dimension ref="${areaAddress({ row: 0, column: 0, rows, columns })}"/>`;
}

function sheetViewXml({ freeze }: ReportSheet, active: boolean): string {
  const start = `<sheetView showGridLines="0"${active ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (freeze.rows === 0 && freeze.columns === 0) return `${start}/>`;
  const pane = freeze.rows === 0 ? "topRight" : freeze.columns === 0 ? "bottomLeft" : "bottomRight";
  const splits =
    (freeze.columns === 0 ? "" : ` xSplit="${String(freeze.columns)}"`) +
    (freeze.rows === 0 ? "" : ` ySplit="${String(freeze.rows)}"`);
  const cell = cellAddress(freeze.rows, freeze.columns);
  return (
    `${start}><pane${splits} topLeftCell="${cell}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/></sheetView>`
  );
}

function columnsXml(sheet: ReportSheet, carried: CarriedContent): string {
  const own = sheet.columnWidths.map((width, index) => {
    const number = String(index + 1);
    return `<col min="${number}" max="${number}" width="${String(width)}" customWidth="1"/>`;
  });
  const xml = own.join("") + carried.columnsXml;
  return xml === "" ? "" : `<cols>${xml}</cols>`;
}

function mergesXml(references: readonly string[]): string {
  // One cell alone is no merge to Excel: it would call the file damaged.
  const merges = references.filter((reference) => reference.includes(":"));
  if (merges.length === 0) return "";
  const xml = merges.map((reference) => `<mergeCell ref="${escapeAttribute(reference)}"/>`).join("");
  return `<mergeCells count="${String(merges.length)}">${xml}</mergeCells>`;
}

function hyperlinksXml(blocks: readonly CellsBlock[], { carried, hyperlinkIds }: SheetWritingContext): string {
  const own = blocks.flatMap((block) =>
    block.cells.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        if (!cell?.link) return [];
        const location = escapeAttribute(`${quoteSheetName(cell.link.sheet)}!${cell.link.cell}`);
        return [`<hyperlink ref="${cellAddress(block.row + row, block.column + column)}" location="${location}"/>`];
      }),
    ),
  );
  const others = carried.hyperlinks.map(({ xml }, index) => {
    const id = hyperlinkIds[index] ?? null;
    return `<hyperlink${xml}${id === null ? "" : ` r:id="${id}"`}/>`;
  });
  const all = [...own, ...others].join("");
  return all === "" ? "" : `<hyperlinks>${all}</hyperlinks>`;
}

function pageXml(page: PageSetup): string {
  const side = (centimetres: number): string => (centimetres * centimetre).toFixed(4);
  const breaks = [...new Set(page.breaksAbove)].filter((row) => row > 0).sort((one, other) => one - other);
  const count = String(breaks.length);
  const { left, right, top, bottom, header, footer } = pageMargins;
  const breaksXml = breaks.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`).join("");
  return (
    `<printOptions horizontalCentered="1"/>` +
    `<pageMargins left="${side(left)}" right="${side(right)}" top="${side(top)}" bottom="${side(bottom)}" header="${side(header)}" footer="${side(footer)}"/>` +
    `<pageSetup paperSize="9" fitToHeight="0" orientation="${page.orientation}"/>` +
    `<headerFooter><oddFooter>${escapeXml(`&C&"${fontName},Regular"&11&P`)}</oddFooter></headerFooter>` +
    (breaks.length === 0 ? "" : `<rowBreaks count="${count}" manualBreakCount="${count}">${breaksXml}</rowBreaks>`)
  );
}
