import {
  flag,
  handle,
  method,
  oneOf,
  part,
  readOnly,
  text,
  wholeNumber,
  type Handle,
  type ObjectType,
} from "./members";
import type { WorkbookModel } from "./model";
import { nameCollection } from "./name-objects";
import { rangeHandle } from "./range-objects";
import { worksheetCollection } from "./worksheet-objects";

export function workbookHandle(book: WorkbookModel): Handle {
  return handle(workbook, book);
}

const workbook: ObjectType<WorkbookModel> = {
  name: "Workbook",
  members: () => ({
    readOnly: readOnly("1.8", (_, excel) => excel.isReadOnly()),
    worksheets: part("1.1", ({ sheets }) => handle(worksheetCollection, { sheets })),
    names: part("1.1", ({ names }) => handle(nameCollection, { sheet: null, names })),
    application: part("1.1", (book) => handle(application, book)),
    functions: part("1.2", (book) => handle(functions, book)),
    protection: part("1.7", (book) => handle(workbookProtection, book)),
    _Runtime: { ...part<WorkbookModel>("1.5", (book) => handle(runtime, book)), wire: "_Runtime" },
    getSelectedRange: method("1.1", "none", ({ active, selection }) => rangeHandle(active, selection)),
    getActiveCell: method("1.7", "none", ({ active, selection }) =>
      rangeHandle(active, { ...selection, rows: 1, columns: 1 }),
    ),
    _RemoveReference: method("internal", "none", (_, [id], excel) => {
      excel.forgetReference(text(id));
      return undefined;
    }),
  }),
};

const workbookProtection: ObjectType<WorkbookModel> = {
  name: "WorkbookProtection",
  members: () => ({ protected: readOnly("1.7", (book) => book.protectedStructure) }),
};

const functions: ObjectType<WorkbookModel> = {
  name: "Functions",
  members: () => ({
    date: method("1.2", "none", ({ date1904 }, [year, month, day]) => {
      const days = Date.UTC(wholeNumber(year), wholeNumber(month) - 1, wholeNumber(day)) / 86_400_000;
      // 25569 is 1 January 1970 where days count from 1900.
      return handle(functionResult, { value: days + 25569 - (date1904 ? 1462 : 0) });
    }),
  }),
};

const functionResult: ObjectType<{ readonly value: number }> = {
  name: "FunctionResult",
  members: () => ({
    value: readOnly("1.2", ({ value }) => value),
    error: readOnly("1.2", () => ""),
  }),
};

const application: ObjectType<WorkbookModel> = {
  name: "Application",
  members: () => ({
    calculationMode: {
      kind: "property",
      api: "1.1",
      guard: "none",
      get: (book) => book.calculationMode,
      set: (book, mode) => {
        book.calculationMode = oneOf("Automatic", "AutomaticExceptTables", "Manual")(mode);
      },
    },
    // There is no screen here, and values are computed when they are read.
    suspendScreenUpdatingUntilNextSync: method("1.9", "none", nothing),
    suspendApiCalculationUntilNextSync: method("1.6", "none", nothing),
    calculate: method("1.1", "none", (_, [type]) => {
      oneOf("Recalculate", "Full", "FullRebuild")(type);
      return undefined;
    }),
  }),
};

const runtime: ObjectType<WorkbookModel> = {
  name: "Runtime",
  members: () => ({
    enableEvents: {
      kind: "property",
      api: "1.8",
      guard: "none",
      get: (book) => book.enableEvents,
      set: (book, on) => {
        book.enableEvents = flag(on);
      },
    },
  }),
};

function nothing(): undefined {
  return undefined;
}
