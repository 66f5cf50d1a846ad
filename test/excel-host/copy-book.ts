import type { SheetModel, WorkbookModel } from "./model";

/** The same workbook once more: what is done to one leaves the other alone. Cells are never changed, only replaced. */
export function copyOfBook(book: WorkbookModel): WorkbookModel {
  const copies = new Map<object, SheetModel>();
  for (const sheet of book.sheets) {
    copies.set(sheet, {
      ...sheet,
      cells: new Map(sheet.cells),
      columnLooks: new Map(sheet.columnLooks),
      columnWidths: new Map(sheet.columnWidths),
      rowHeights: new Map(sheet.rowHeights),
      hiddenRows: new Set(sheet.hiddenRows),
      hiddenColumns: new Set(sheet.hiddenColumns),
    });
  }
  const copyOf = <T>(value: T): T => copied(value, copies);
  for (const sheet of copies.values()) {
    Object.assign(sheet, {
      merges: copyOf(sheet.merges),
      freeze: copyOf(sheet.freeze),
      page: copyOf(sheet.page),
      breaks: [...sheet.breaks],
      charts: copyOf(sheet.charts),
      names: copyOf(sheet.names),
    });
  }
  return copyOf(book);
}

/** A copy of plain data in which sheets stand for themselves: charts take their numbers from some. */
function copied<T>(value: T, sheets: ReadonlyMap<object, SheetModel>): T {
  const sheet = typeof value === "object" && value !== null ? sheets.get(value) : undefined;
  if (sheet) return sheet as T;
  // A sheet that was deleted may still be named by a chart: nothing changes it any more.
  if (typeof value !== "object" || value === null || "cells" in value) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copied(item, sheets)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part as unknown, sheets)])) as T;
}
