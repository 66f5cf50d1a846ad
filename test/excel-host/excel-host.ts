import {
  formatIdentity,
  identityName,
  markName,
  parseIdentity,
  parseMark,
  type SheetMark,
} from "../../src/data/own-sheet-mark";
import { ownMarks, plainMark } from "../../src/hosts/own-sheets";
import type { SheetGrid } from "../../src/data/grid";
import { columnLimit, formatArea, isUnbounded, parseArea } from "./address";
import { errorOf, runBatch, type BatchContext } from "./batch";
import { sheetsIn } from "./cell-input";
import { cellAt, putCell } from "./cells";
import type { Locale } from "./display-text";
import { ExcelFault, fault, Unsupported } from "./fault";
import { copyOfBook } from "./copy-book";
import { commonLook } from "./looks";
import type { CalculatedValue, Excel, Handle, UncalculatedCell } from "./members";
import type { RangeTarget } from "./range-target";
import type { SheetModel, WorkbookModel } from "./model";
import { eventType, type EventEntry, type Json, type Request, type Response } from "./protocol";
import { handleOfReference } from "./range-objects";
import { writeContents } from "./range-values";
import { gridOfSheet, seedIdentity, sheetFromSeed, type SheetSeed } from "./seed";
import { findSheet } from "./sheet-names";
import { sheetSnapshot, snapshotOf, type SheetSnapshot, type WorkbookSnapshot } from "./snapshot";
import { workbookHandle } from "./workbook-objects";
import { deleteSheet, rename, worksheetHandle } from "./worksheet-objects";

/** Computes formulas: one value per cell, null where it cannot tell. */
export type Calculator = (
  cells: readonly UncalculatedCell[],
  host: ExcelHost,
) => Promise<readonly (CalculatedValue | null)[]>;

export interface ExcelHostOptions {
  readonly sheets: readonly SheetSeed[];
  /** What Range.text is written in; values and formulas are en-US everywhere. */
  readonly locale?: Locale;
  /** The newest set of ExcelApi that this Excel has. */
  readonly apiSet?: `1.${number}`;
  readonly protectedStructure?: boolean;
  /** Nothing may be changed (Excel on the web, view only). */
  readonly readOnly?: boolean;
  /** Days count from 1904, as in workbooks of old Excel for Mac. */
  readonly date1904?: boolean;
  readonly editMode?: boolean;
  /** Bytes of one request, and of one response. */
  readonly payloadLimit?: number;
  /** What happens to values, formulas and the like that make a response too large. */
  readonly largeReads?: "error" | "null";
  /** As on some builds. */
  readonly chartsAmongShapes?: boolean;
  /** What another page of the same add-in is told of who made a change (ExcelApi 1.14). */
  readonly otherPages?: "ThisLocalAddin" | "Unknown";
  /** Without one, reading the value of a formula that was never computed fails loudly. */
  readonly calculator?: Calculator;
}

export interface RequestLog {
  readonly bytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** "Worksheet.getRange", "Range.values", … in the order of their first use. */
  readonly members: readonly string[];
  /** Only reading? */
  readonly changed: boolean;
  readonly error: string | null;
}

export interface FailureOptions {
  /** Excel's error code; by default GeneralException. */
  readonly code?: string;
  /** For a request: fail after all is done, as when the answer gets lost. */
  readonly afterwards?: boolean;
}

/** An Excel with one workbook open, in memory. */
export interface ExcelHost {
  readonly book: WorkbookModel;
  readonly apiSet: string;
  readonly locale: Locale;
  /** The body of a request in, the body of the response out; page: which page of the add-in asks. */
  execute(requestJson: string, page?: object): Promise<string>;
  readonly log: readonly RequestLog[];
  clearLog(): void;
  /** What was asked of this Excel that it does not know: a test is to see that there is nothing. */
  readonly unsupported: readonly string[];
  /** Actions so far, of all requests. */
  actionCount(): number;
  requestCount(): number;
  /** Lets the k-th action (or request) from now on fail, once; counted from 1. */
  failAction(k: number, options?: FailureOptions): void;
  failRequest(k: number, options?: FailureOptions): void;
  setEditMode(on: boolean): void;
  setReadOnly(on: boolean): void;
  protectSheet(sheet: string, on: boolean): void;
  /** What the user does by hand: fires the events, minds no protection. */
  userEdits(sheet: string, cell: string, value: string | number | boolean | null): void;
  userDeletesSheet(sheet: string): void;
  userRenamesSheet(sheet: string, name: string): void;
  /** Where the events of a page's client go; gives the function that stops it. */
  onEvents(listener: (entries: readonly EventEntry[]) => void, page?: object): () => void;
  /** Another Excel with the same workbook open, which no page has spoken to yet; set up by the same options. */
  copy(): ExcelHost;
  snapshot(): WorkbookSnapshot;
  sheetSnapshot(sheet: string): SheetSnapshot;
  /** What a reader of the workbook is to see; formulas that were not computed have no value. */
  toSheets(): SheetGrid[];
  /** "Sheet!B2" of the selection, with the active sheet's name. */
  selection(): { readonly sheet: string; readonly cells: string };
}

/** An event before it is known who hears it. */
interface PendingEvent {
  readonly type: number;
  readonly targetId: string;
  readonly about: Readonly<Record<string, Json>>;
  /** The page whose request made the change, where it was not the user. */
  readonly page: object;
}

function toldTo(page: object, event: PendingEvent, otherPages: string): EventEntry {
  const { type, targetId, about } = event;
  const isOthers = about["triggerSource"] === "ThisLocalAddin" && event.page !== page;
  const message = JSON.stringify(isOthers ? { ...about, triggerSource: otherPages } : about);
  return { messageCategory: 65536, messageType: type, targetId, message };
}

const defaultPayloadLimit = 5 * 1024 * 1024;

export function createExcelHost(options: ExcelHostOptions): ExcelHost {
  return openedHost(options, null);
}

/** from: a workbook that is open already, with the number of its last id. */
function openedHost(
  options: ExcelHostOptions,
  from: { readonly book: WorkbookModel; readonly ids: number } | null,
): ExcelHost {
  let ids = from?.ids ?? 0;
  const newId = (): string => `{00000000-0000-0000-0000-${(++ids).toString(16).toUpperCase().padStart(12, "0")}}`;
  const book = from === null ? newWorkbook(options, newId) : copyOfBook(from.book);
  const apiSet = options.apiSet ?? "1.17";
  const locale = options.locale ?? "vi-VN";
  const otherPages = options.otherPages ?? "ThisLocalAddin";
  const limit = options.payloadLimit ?? defaultPayloadLimit;

  let editMode = options.editMode ?? false;
  let readOnly = options.readOnly ?? false;
  let changed = false;
  let actions = 0;
  let requests = 0;
  let byUser = false;
  const log: RequestLog[] = [];
  const unsupported: string[] = [];
  const actionFailures = new Map<number, FailureOptions>();
  const requestFailures = new Map<number, FailureOptions>();
  const references = new Map<string, object>();
  const referenceIds = new WeakMap<object, string>();
  const registrations = new Map<string, number>();
  const listeners = new Map<(entries: readonly EventEntry[]) => void, object>();
  const changedSheets = new Set<SheetModel>();
  let pendingEvents: PendingEvent[] = [];
  const onlyPage = {};
  let askingPage: object = onlyPage;

  const emit = (type: number, sheet: SheetModel, message: Readonly<Record<string, Json>>): void => {
    if (!book.enableEvents) return;
    const about = { worksheetId: sheet.id, source: "Local", ...message };
    for (const targetId of ["Workbook", sheet.id]) {
      if (!registrations.has(`${String(type)} ${targetId}`)) continue;
      pendingEvents.push({ type, targetId, about, page: askingPage });
    }
  };
  const deliverEvents = (): void => {
    const entries = pendingEvents;
    pendingEvents = [];
    if (entries.length > 0)
      setTimeout(() => {
        for (const [listener, page] of listeners) listener(entries.map((entry) => toldTo(page, entry, otherPages)));
      }, 0);
  };

  const excel: Excel = {
    book,
    locale,
    newId,
    chartsAmongShapes: options.chartsAmongShapes ?? false,
    isReadOnly: () => readOnly,
    worksheet: worksheetHandle,
    cellsChanged(sheet, address) {
      changed = true;
      changedSheets.add(sheet);
      if (!byUser) sheet.written = true;
      if (address === "") return;
      const triggerSource = byUser ? "Unknown" : "ThisLocalAddin";
      emit(eventType.changed, sheet, {
        address,
        changeType: "RangeEdited",
        shiftDirection: "None",
        ...(isSetAtLeast(apiSet, 14) ? { triggerSource } : {}),
      });
    },
    settleChanges() {
      forgetValues(book, changedSheets);
      changedSheets.clear();
    },
    async calculate(cells) {
      const [first] = cells;
      const where = first ? `=${first.formula} in ${first.sheet}!${formatArea({ ...first, rows: 1, columns: 1 })}` : "";
      if (!options.calculator) throw new Unsupported(`the value of ${where}: no calculator was given`);
      const values = await options.calculator(cells, host);
      cells.forEach(({ sheet: name, row, column, formula }, index) => {
        const sheet = findSheet(book, name);
        const value = values[index];
        if (!sheet) return;
        if (!value)
          throw new Unsupported(
            `the value of =${formula} in ${name}!${formatArea({ row, column, rows: 1, columns: 1 })}`,
          );
        putCell(sheet, row, column, { ...cellAt(sheet, row, column), ...value, calculated: true });
      });
    },
    sheetEvent(kind, sheet, nameBefore) {
      changed = changed || kind !== "activated";
      emit(eventType[kind], sheet, nameBefore === undefined ? {} : { nameBefore, nameAfter: sheet.name });
    },
    register(type, targetId) {
      const key = `${String(type)} ${targetId}`;
      registrations.set(key, (registrations.get(key) ?? 0) + 1);
    },
    unregister(type, targetId) {
      const key = `${String(type)} ${targetId}`;
      const count = (registrations.get(key) ?? 0) - 1;
      if (count > 0) registrations.set(key, count);
      else registrations.delete(key);
    },
    keepReference(target) {
      const id = referenceIds.get(target) ?? newId();
      referenceIds.set(target, id);
      references.set(id, target);
    },
    forgetReference(id) {
      references.delete(id);
    },
  };

  const contextOf = (members: Set<string>): BatchContext => ({
    excel,
    apiSet,
    root: () => workbookHandle(book),
    requireLeave(member, owner) {
      if (member.guard === "none") return;
      if (readOnly) throw fault("AccessDenied", `${member.name}: the workbook is read-only`);
      if (member.guard === "structure" && book.protectedStructure) {
        throw fault("AccessDenied", `${member.name}: the workbook's structure is protected`);
      }
      const isUnlocked = member.guard === "contents" && isWhollyUnlocked(owner);
      if (member.guard !== "structure" && owner.sheet?.protected && !isUnlocked) {
        throw fault("AccessDenied", `${member.name}: the sheet "${owner.sheet.name}" is protected`);
      }
      changed = true;
      if (owner.sheet) owner.sheet.written = true;
    },
    reference(id) {
      const target = references.get(id);
      if (!target) throw fault("InvalidReference", `reference ${id}`);
      return handleOfReference(target);
    },
    referenceId: ({ target }) => referenceIds.get(target) ?? null,
    beforeAction() {
      actions++;
      const failure = actionFailures.get(actions);
      if (!failure) return;
      actionFailures.delete(actions);
      throw new ExcelFault(failure.code ?? "GeneralException", `Action ${String(actions)} was made to fail.`);
    },
    used: (member) => members.add(member),
  });

  const answer = async (requestJson: string, members: Set<string>): Promise<Response> => {
    const refuse = (error: ExcelFault): Response => ({
      Results: [],
      TraceIds: [],
      Error: errorOf(error.code, error.message, "", 0),
    });
    const failure = requestFailures.get(requests);
    requestFailures.delete(requests);
    const failed = (): Response =>
      refuse(new ExcelFault(failure?.code ?? "GeneralException", `Request ${String(requests)} was made to fail.`));
    if (failure && !failure.afterwards) return failed();
    if (byteLength(requestJson) > limit) return refuse(fault("RequestPayloadSizeLimitExceeded"));
    if (editMode) return refuse(fault("InvalidOperationInCellEditMode"));
    const request = JSON.parse(requestJson) as Request;
    const result = await runBatch(request, contextOf(members));
    excel.settleChanges();
    if (result.unsupported !== null) unsupported.push(result.unsupported);
    if (failure) return failed();
    const response: Response = { Results: result.results, TraceIds: [], Error: result.error };
    if (byteLength(JSON.stringify(response)) <= limit) return response;
    return options.largeReads === "null" ? withoutTables(response) : refuse(fault("ResponsePayloadSizeLimitExceeded"));
  };

  const sheetNamed = (name: string): SheetModel => {
    const sheet = findSheet(book, name);
    if (!sheet) throw new Error(`no sheet "${name}"`);
    return sheet;
  };
  const asUser = (act: () => void): void => {
    byUser = true;
    try {
      act();
    } finally {
      byUser = false;
    }
    excel.settleChanges();
    deliverEvents();
  };

  const host: ExcelHost = {
    book,
    apiSet,
    locale,
    log,
    unsupported,
    async execute(requestJson, page = onlyPage) {
      requests++;
      askingPage = page;
      changed = false;
      const members = new Set<string>();
      const actionsBefore = actions;
      const response = await answer(requestJson, members);
      const body = JSON.stringify(response);
      log.push({
        bytes: byteLength(requestJson),
        responseBytes: byteLength(body),
        actions: actions - actionsBefore,
        members: [...members],
        changed,
        error: response.Error?.Code ?? null,
      });
      deliverEvents();
      return body;
    },
    clearLog() {
      log.length = 0;
    },
    actionCount: () => actions,
    requestCount: () => requests,
    failAction(k, failure = {}) {
      actionFailures.set(actions + k, failure);
    },
    failRequest(k, failure = {}) {
      requestFailures.set(requests + k, failure);
    },
    setEditMode(on) {
      editMode = on;
    },
    setReadOnly(on) {
      readOnly = on;
    },
    protectSheet(name, on) {
      sheetNamed(name).protected = on;
    },
    userEdits(name, cell, value) {
      asUser(() => {
        writeContents(excel, sheetNamed(name), parseArea(cell), [[value ?? ""]]);
      });
    },
    userDeletesSheet(name) {
      asUser(() => {
        deleteSheet(excel, sheetNamed(name));
      });
    },
    userRenamesSheet(name, newName) {
      asUser(() => {
        rename(excel, sheetNamed(name), newName);
      });
    },
    onEvents(listener, page = onlyPage) {
      listeners.set(listener, page);
      return () => listeners.delete(listener);
    },
    copy: () => openedHost(options, { book, ids }),
    snapshot: () => snapshotOf(book),
    sheetSnapshot: (name) => sheetSnapshot(sheetNamed(name)),
    toSheets: () => {
      const marks = ownMarksOf(book);
      return book.sheets.map((sheet, index) => gridOfSheet(sheet, plainMark(marks[index] ?? null)));
    },
    selection: () => ({ sheet: book.active.name, cells: formatArea(book.selection) }),
  };
  return host;
}

function isWhollyUnlocked({ target }: Handle): boolean {
  const { sheet, area } = target as RangeTarget;
  return !isUnbounded(area) && commonLook({ sheet, areas: [area] }, ({ locked }) => locked) === false;
}

/** The mark that the sheet carries, whoever's it is. */
export function markOf(sheet: SheetModel): SheetMark | null {
  const name = sheet.names.find((one) => one.name === markName);
  return name ? parseMark(name.formula) : null;
}

/** What marks call the workbook by. */
export function identityOf(book: WorkbookModel): string | null {
  return parseIdentity(book.names.find(({ name }) => name === identityName)?.formula ?? "");
}

/** The marks of the program's own sheets, null for the others. */
export function ownMarksOf(book: WorkbookModel): (SheetMark | null)[] {
  const firstCell = (sheet: SheetModel) => sheet.cells.get(0);
  return ownMarks(
    book.sheets.map((sheet) => ({
      name: sheet.name,
      mark: markOf(sheet),
      id: sheet.id,
      isEmpty: () => sheet.cells.size === 0,
      firstFormula: () => firstCell(sheet)?.formula ?? "",
      firstText: () => String(firstCell(sheet)?.value ?? ""),
    })),
    identityOf(book),
    "excel",
  );
}

function newWorkbook(options: ExcelHostOptions, newId: () => string): WorkbookModel {
  const sheets = options.sheets.map((seed) => sheetFromSeed(seed, newId));
  const hasMark = options.sheets.some(({ mark }) => mark);
  const active = sheets.find(({ visibility }) => visibility === "Visible");
  if (!active) throw new Error("a workbook needs a visible sheet");
  return {
    sheets,
    names: hasMark
      ? [{ id: newId(), name: identityName, formula: `=${formatIdentity(seedIdentity)}`, visible: false, comment: "" }]
      : [],
    active,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    protectedStructure: options.protectedStructure ?? false,
    calculationMode: "Automatic",
    enableEvents: true,
    date1904: options.date1904 ?? false,
  };
}

/**
 * Formulas on changed sheets, and on sheets whose formulas name these (and so on), must be computed anew.
 * By sheets, not by cells: more than Excel would compute, never less.
 */
function forgetValues(book: WorkbookModel, changedSheets: ReadonlySet<SheetModel>): void {
  if (changedSheets.size === 0) return;
  const sources = new Map(book.sheets.map((sheet) => [sheet, sourcesOf(sheet)]));
  const stale = new Set<SheetModel>(changedSheets);
  for (let size = 0; size < stale.size; ) {
    size = stale.size;
    const names = new Set([...stale].map(({ name }) => name.toLowerCase()));
    for (const [sheet, named] of sources) if ([...named].some((name) => names.has(name))) stale.add(sheet);
  }
  for (const sheet of stale) {
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === null || !cell.calculated || isOfConstants(cell.formula)) continue;
      putCell(sheet, Math.floor(key / columnLimit), key % columnLimit, { ...cell, calculated: false });
    }
  }
}

function sourcesOf(sheet: SheetModel): Set<string> {
  const names = new Set<string>();
  for (const { formula } of sheet.cells.values()) {
    if (formula?.includes("!")) for (const name of sheetsIn(formula)) names.add(name.toLowerCase());
  }
  return names;
}

function isOfConstants(formula: string): boolean {
  return /^[\d.+\-*/()\s]*$/.test(formula);
}

/** A response that got too large without an error: its tables come back as null. */
function withoutTables(response: Response): Response {
  const strip = (value: Json): Json => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const isTable = Array.isArray(part) && Array.isArray(part[0]);
        const items = key === "_Items" && Array.isArray(part) ? part.map((item) => strip(item as Json)) : null;
        return [key, isTable ? null : (items ?? strip(part as Json))];
      }),
    );
  };
  return { ...response, Results: response.Results.map((result) => ({ ...result, Value: strip(result.Value) })) };
}

function isSetAtLeast(apiSet: string, minor: number): boolean {
  return Number(apiSet.split(".")[1] ?? 0) >= minor;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
