import { extentOf, fontName, type ReportSheet } from "../../data/pages";
import { cellAddress, columnName } from "../../data/grid";
import { pageMargins } from "../../data/sheet-look";
import { addressLists } from "./format-areas";
import { bytesPerCall, type WriteStep } from "./write-steps";

/** A screen pixel is three quarters of a point. */
export const pointsPerPixel = 0.75;
/** A digit of the default font; column widths are counted in them. */
const pixelsPerCharacter = 7;
const defaultRowPoints = 15;

/** Column widths, row heights, panes, printing. */
export function pageSteps(sheet: ReportSheet): WriteStep[] {
  return [...widthSteps(sheet), ...heightSteps(sheet), viewStep(sheet), printStep(sheet), ...breakSteps(sheet)];
}

function widthSteps({ name, columnWidths }: ReportSheet): WriteStep[] {
  const columns = (width: number): string[] =>
    columnWidths.flatMap((one, index) => (one === width ? [`${columnName(index)}:${columnName(index)}`] : []));
  return [...new Set(columnWidths)].flatMap((width) =>
    addressLists(columns(width)).map((addresses) => ({
      sheet: name,
      bytes: addresses.length + bytesPerCall * 3,
      queue: (request) => {
        const { format } = request.sheet(name).getRanges(addresses).untrack();
        format.columnWidth = columnPoints(width);
      },
    })),
  );
}

/** Excel counts widths in points. */
export function columnPoints(characters: number): number {
  return characters * pixelsPerCharacter * pointsPerPixel;
}

/** Heights of all rows of ours, the plain ones too: charts stand where the report has put them then. */
function heightSteps(sheet: ReportSheet): WriteStep[] {
  const { rows } = extentOf(sheet);
  const byHeight = new Map<number, string[]>();
  for (let row = 0, first = 0; row < rows; row++) {
    const height = heightOf(sheet, row);
    if (row + 1 < rows && heightOf(sheet, row + 1) === height) continue;
    byHeight.set(height, [...(byHeight.get(height) ?? []), `${String(first + 1)}:${String(row + 1)}`]);
    first = row + 1;
  }
  return [...byHeight].flatMap(([height, all]) =>
    addressLists(all).map((addresses) => ({
      sheet: sheet.name,
      bytes: addresses.length + bytesPerCall * 3,
      queue: (request) => {
        request.sheet(sheet.name).getRanges(addresses).untrack().format.rowHeight = height;
      },
    })),
  );
}

function heightOf({ rowHeights }: ReportSheet, row: number): number {
  return rowHeights.get(row) ?? defaultRowPoints;
}

function viewStep({ name, freeze }: ReportSheet): WriteStep {
  return {
    sheet: name,
    bytes: bytesPerCall * 5,
    queue: (request) => {
      const sheet = request.sheet(name);
      sheet.showGridlines = false;
      const { freezePanes } = sheet;
      freezePanes.unfreeze();
      if (freeze.rows > 0 && freeze.columns > 0) {
        freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns).untrack());
      } else if (freeze.rows > 0) freezePanes.freezeRows(freeze.rows);
      else if (freeze.columns > 0) freezePanes.freezeColumns(freeze.columns);
    },
  };
}

function printStep({ name, page }: ReportSheet): WriteStep {
  return {
    sheet: name,
    bytes: bytesPerCall * 10,
    queue: (request) => {
      const { pageLayout } = request.sheet(name);
      pageLayout.orientation = page.orientation === "portrait" ? "Portrait" : "Landscape";
      pageLayout.paperSize = "A4";
      pageLayout.centerHorizontally = true;
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins("Centimeters", pageMargins);
      pageLayout.headersFooters.defaultForAllPages.centerFooter = `&"${fontName},Regular"&11&P`;
      const { repeatRows, repeatColumns } = page;
      if (repeatRows) pageLayout.setPrintTitleRows(`$${String(repeatRows[0] + 1)}:$${String(repeatRows[1] + 1)}`);
      if (repeatColumns) {
        pageLayout.setPrintTitleColumns(`$${columnName(repeatColumns[0])}:$${columnName(repeatColumns[1])}`);
      }
    },
  };
}

function breakSteps({ name, page }: ReportSheet): WriteStep[] {
  const rows = [...new Set(page.breaksAbove)].filter((row) => row > 0).sort((one, other) => one - other);
  const step: WriteStep = {
    sheet: name,
    bytes: bytesPerCall * 2 * (rows.length + 1),
    queue: (request) => {
      const { horizontalPageBreaks } = request.sheet(name);
      horizontalPageBreaks.removePageBreaks();
      for (const row of rows) horizontalPageBreaks.add(cellAddress(row, 0));
    },
  };
  return [step];
}
