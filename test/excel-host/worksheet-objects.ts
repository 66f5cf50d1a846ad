import { areaOf, wholeSheet } from "./address";
import { usedArea } from "./cells";
import { chartCollection } from "./chart-objects";
import { fault } from "./fault";
import {
  color,
  field,
  flag,
  handle,
  method,
  oneOf,
  part,
  readOnly,
  text,
  wholeNumber,
  type Excel,
  type Handle,
  type ObjectType,
} from "./members";
import { newSheet, type SheetModel } from "./model";
import { nameCollection } from "./name-objects";
import { freezePanes, pageLayout, rowBreaks } from "./page-objects";
import { eventType, type Json } from "./protocol";
import { rangeHandle, rangesAt } from "./range-objects";
import { areaOnSheet } from "./range-target";
import { findSheet, followSheet, requireSheetName, unusedSheetName } from "./sheet-names";

export function worksheetHandle(sheet: SheetModel): Handle {
  return handle(worksheet, sheet);
}

const worksheet: ObjectType<SheetModel> = {
  name: "Worksheet",
  sheet: (sheet) => sheet,
  key: ({ id }) => id,
  members: () => ({
    id: readOnly("1.1", ({ id }) => id),
    name: {
      kind: "property",
      api: "1.1",
      guard: "structure",
      get: ({ name }) => name,
      set: (sheet, value, excel) => {
        rename(excel, sheet, text(value));
      },
    },
    position: {
      kind: "property",
      api: "1.1",
      guard: "structure",
      get: (sheet, { book }) => book.sheets.indexOf(sheet),
      set: (sheet, value, { book }) => {
        const position = wholeNumber(value);
        if (position < 0 || position >= book.sheets.length)
          throw fault("InvalidArgument", `position ${String(position)}`);
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(position, 0, sheet);
      },
    },
    visibility: {
      kind: "property",
      api: "1.1",
      guard: "structure",
      get: ({ visibility }) => visibility,
      set: (sheet, value, { book }) => {
        const visibility = oneOf("Visible", "Hidden", "VeryHidden")(value) as SheetModel["visibility"];
        if (visibility !== "Visible") requireAnotherVisible(book.sheets, sheet);
        sheet.visibility = visibility;
        if (book.active === sheet && visibility !== "Visible") {
          book.active = book.sheets.find((one) => one.visibility === "Visible") ?? sheet;
        }
      },
    },
    tabColor: {
      ...field<SheetModel, "tabColor">("1.7", "tabColor", (value) => (value === "" ? "" : color(value))),
      guard: "structure",
    },
    showGridlines: { ...field<SheetModel, "gridlines">("1.8", "gridlines", flag), setWire: "Gridlines" },
    showHeadings: { ...field<SheetModel, "headings">("1.8", "headings", flag), setWire: "Headings" },
    charts: part("1.1", (sheet) => handle(chartCollection, { sheet })),
    names: part("1.4", (sheet) => handle(nameCollection, { sheet, names: sheet.names })),
    freezePanes: part("1.7", (sheet) => handle(freezePanes, { sheet })),
    pageLayout: part("1.9", (sheet) => handle(pageLayout, { sheet })),
    horizontalPageBreaks: part("1.9", (sheet) => handle(rowBreaks, { sheet })),
    protection: part("1.2", (sheet) => handle(protection, sheet)),
    shapes: part("1.9", (sheet) => handle(shapeCollection, sheet)),
    tables: part("1.1", (sheet) => handle(tableCollection, sheet)),
    activate: method("1.1", "none", (sheet, _, excel) => {
      if (sheet.visibility !== "Visible") throw fault("InvalidOperation", "a hidden sheet cannot be activated");
      excel.book.active = sheet;
      excel.book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
      excel.sheetEvent("activated", sheet);
      return undefined;
    }),
    delete: method("1.1", "structure", (sheet, _, excel) => {
      deleteSheet(excel, sheet);
      return undefined;
    }),
    getCell: method("1.1", "none", (sheet, [row, column]) =>
      rangeHandle(sheet, areaOf(wholeNumber(row), wholeNumber(column), 1, 1)),
    ),
    getRange: method("1.1", "none", (sheet, [address]) => rangeHandle(sheet, areaOnSheet(sheet, address))),
    getRangeByIndexes: method("1.7", "none", (sheet, [row, column, rows, columns]) =>
      rangeHandle(sheet, areaOf(wholeNumber(row), wholeNumber(column), wholeNumber(rows), wholeNumber(columns))),
    ),
    getRanges: method("1.9", "none", (sheet, [addresses]) => rangesAt(sheet, addresses)),
    getUsedRange: method("1.1", "none", (sheet, [valuesOnly]) =>
      // A blank sheet has A1 in use.
      rangeHandle(sheet, usedArea(sheet, wholeSheet, valuesOnly === true) ?? areaOf(0, 0, 1, 1)),
    ),
    getUsedRangeOrNullObject: method("1.4", "none", (sheet, [valuesOnly]) => {
      const used = usedArea(sheet, wholeSheet, valuesOnly === true);
      return used && rangeHandle(sheet, used);
    }),
    _RegisterDataChangedEvent: registering(eventType.changed, true),
    _UnregisterDataChangedEvent: registering(eventType.changed, false),
  }),
};

function registering(type: number, on: boolean): ReturnType<typeof method<SheetModel>> {
  return method("internal", "none", ({ id }, _, excel) => {
    if (on) excel.register(type, id);
    else excel.unregister(type, id);
    return undefined;
  });
}

const protection: ObjectType<SheetModel> = {
  name: "WorksheetProtection",
  sheet: (sheet) => sheet,
  // Without protect and unprotect: the program has no business there.
  members: () => ({
    protected: readOnly("1.2", (sheet) => sheet.protected),
  }),
};

const shapeCollection: ObjectType<SheetModel> = {
  name: "ShapeCollection",
  sheet: (sheet) => sheet,
  members: () => ({
    getCount: method("1.9", "none", (sheet, _, excel) => shapeNames(sheet, excel).length),
  }),
  items: (sheet, excel) => shapeNames(sheet, excel).map((name) => handle(shape, { sheet, name })),
};

interface NamedObject {
  readonly sheet: SheetModel;
  readonly name: string;
}

const shape: ObjectType<NamedObject> = {
  name: "Shape",
  sheet: ({ sheet }) => sheet,
  key: ({ name }) => name,
  members: () => ({ name: readOnly("1.9", ({ name }) => name) }),
};

/** Some builds count charts among the shapes. */
function shapeNames({ shapes, charts }: SheetModel, { chartsAmongShapes }: Excel): string[] {
  const own = Array.from({ length: shapes }, (_, index) => `Hình ${String(index + 1)}`);
  return chartsAmongShapes ? [...own, ...charts.map(({ name }) => name)] : own;
}

const tableCollection: ObjectType<SheetModel> = {
  name: "TableCollection",
  sheet: (sheet) => sheet,
  members: () => ({
    count: readOnly("1.1", ({ tables }) => tables),
    getCount: method("1.4", "none", ({ tables }) => tables),
  }),
  items: (sheet) =>
    Array.from({ length: sheet.tables }, (_, index) => handle(table, { sheet, name: `Bảng${String(index + 1)}` })),
};

const table: ObjectType<NamedObject> = {
  name: "Table",
  sheet: ({ sheet }) => sheet,
  key: ({ name }) => name,
  members: () => ({ name: readOnly("1.1", ({ name }) => name) }),
};

interface Sheets {
  readonly sheets: readonly SheetModel[];
}

export const worksheetCollection: ObjectType<Sheets> = {
  name: "WorksheetCollection",
  members: () => ({
    add: method("1.1", "structure", (_, [name], excel) => addSheet(excel, name as Json | undefined)),
    getItem: method("1.1", "none", (_, [key], excel) => {
      const found = itemOf(excel, key as Json);
      if (!found) throw fault("ItemNotFound", `sheet ${String(key)}`);
      return found;
    }),
    getItemOrNullObject: method("1.4", "none", (_, [key], excel) => itemOf(excel, key as Json)),
    getActiveWorksheet: method("1.1", "none", (_, __, { book }) => worksheetHandle(book.active)),
    getCount: method("1.4", "none", ({ sheets }, [visibleOnly]) =>
      visibleOnly === true ? sheets.filter(({ visibility }) => visibility === "Visible").length : sheets.length,
    ),
    getFirst: method("1.5", "none", ({ sheets }, [visibleOnly]) => endOf(sheets, visibleOnly === true)),
    getLast: method("1.5", "none", ({ sheets }, [visibleOnly]) => endOf([...sheets].reverse(), visibleOnly === true)),
    ...Object.fromEntries(
      (
        [
          ["_RegisterDataChangedEvent", eventType.changed, true],
          ["_UnregisterDataChangedEvent", eventType.changed, false],
          ["_RegisterAddedEvent", eventType.added, true],
          ["_UnregisterAddedEvent", eventType.added, false],
          ["_RegisterDeletedEvent", eventType.deleted, true],
          ["_UnregisterDeletedEvent", eventType.deleted, false],
          ["_RegisterActivatedEvent", eventType.activated, true],
          ["_UnregisterActivatedEvent", eventType.activated, false],
          ["_RegisterEventNameChanged", eventType.nameChanged, true],
          ["_UnregisterEventNameChanged", eventType.nameChanged, false],
        ] as const
      ).map(([name, type, on]) => [
        name,
        method<Sheets>("internal", "none", (_, __, excel) => {
          if (on) excel.register(type, "Workbook");
          else excel.unregister(type, "Workbook");
          return undefined;
        }),
      ]),
    ),
  }),
  items: ({ sheets }) => sheets.map(worksheetHandle),
  byKey: (_, key, excel) => itemOf(excel, key),
};

function endOf(sheets: readonly SheetModel[], visibleOnly: boolean): Handle | null {
  const found = sheets.find(({ visibility }) => !visibleOnly || visibility === "Visible");
  return found ? worksheetHandle(found) : null;
}

function itemOf({ book }: Excel, key: Json): Handle | null {
  const found = book.sheets.find(({ id }) => id === key) ?? findSheet(book, text(key));
  return found ? worksheetHandle(found) : null;
}

/** After all others; the user stays where they are. */
function addSheet(excel: Excel, given: Json | undefined): Handle {
  const { book } = excel;
  const name = given === null || given === undefined || given === "" ? unusedSheetName(book) : text(given);
  requireSheetName(book, name, null);
  const sheet = newSheet(excel.newId(), name);
  sheet.written = true;
  book.sheets.push(sheet);
  excel.sheetEvent("added", sheet);
  return worksheetHandle(sheet);
}

export function rename(excel: Excel, sheet: SheetModel, name: string): void {
  const before = sheet.name;
  requireSheetName(excel.book, name, sheet);
  sheet.name = name;
  followSheet(excel.book, before, name);
  excel.sheetEvent("nameChanged", sheet, before);
}

export function deleteSheet(excel: Excel, sheet: SheetModel): void {
  const { book } = excel;
  if (sheet.visibility === "VeryHidden") throw fault("InvalidOperation", "a very hidden sheet cannot be deleted");
  requireAnotherVisible(book.sheets, sheet);
  const index = book.sheets.indexOf(sheet);
  excel.cellsChanged(sheet, "");
  book.sheets.splice(index, 1);
  followSheet(book, sheet.name, null);
  if (book.active === sheet) {
    const visible = book.sheets.filter(({ visibility }) => visibility === "Visible");
    book.active = visible.find((one) => book.sheets.indexOf(one) >= index) ?? visible.at(-1) ?? book.active;
  }
  excel.sheetEvent("deleted", sheet);
}

function requireAnotherVisible(sheets: readonly SheetModel[], sheet: SheetModel): void {
  const another = sheets.some((one) => one !== sheet && one.visibility === "Visible");
  if (!another) throw fault("InvalidOperation", "a workbook needs a visible sheet");
}
