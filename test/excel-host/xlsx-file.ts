import type { CellChange } from "../../src/hosts/host";
import type { Excelize } from "./excelize";
import { calculateFormulas } from "./formula-values";
import { computeInWorker } from "../../src/formula/values/engine-node";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { cellAddress, type GridCell, type SheetGrid } from "../../src/data/grid";
import {
  createExcelHost,
  identityOf,
  markOf,
  ownMarksOf,
  type Calculator,
  type ExcelHost,
  type ExcelHostOptions,
} from "./excel-host";
import { Unsupported } from "./fault";
import { withoutPrefixes } from "./function-prefixes";
import { reportFromSheet, type Extent } from "./report-from-sheet";

interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly loadExcelize: () => Promise<Excelize>;
  /** As the file has them, by the id that the sheet has here. */
  readonly grids: ReadonlyMap<string, SheetGrid>;
}

const openedFiles = new WeakMap<ExcelHost, OpenedFile>();

/**
 * An Excel with this .xlsx file open: cells, number formats, hidden rows, protection and marks of its sheets; no
 * other formats, merges or charts of theirs. Formulas are computed by excelize where nobody else is given for it.
 */
export async function openExcelHost(
  bytes: Uint8Array,
  loadExcelize: () => Promise<Excelize>,
  options: Omit<ExcelHostOptions, "sheets"> = {},
): Promise<ExcelHost> {
  const workbook = await openXlsx(bytes, computeInWorker);
  const grids = await workbook.readSheets();
  const date1904 = grids.some(({ rows }) => rows.some((cells) => cells.some((cell) => cell?.date1904)));
  const host = createExcelHost({ calculator: calculateThroughFile, date1904, ...options, sheets: grids });
  const byId = new Map(host.book.sheets.map((sheet, index) => [sheet.id, grids[index]] as const));
  const known = new Map([...byId].flatMap(([id, grid]) => (grid ? [[id, grid] as const] : [])));
  openedFiles.set(host, { bytes, loadExcelize, grids: known });
  return host;
}

/**
 * The file as it was opened, with what has changed since: cells of the user's sheets, new sheets, the program's own
 * sheets as they are now. What cannot be saved (a user's sheet renamed or deleted, formats of theirs) is refused.
 */
export async function toXlsx(host: ExcelHost, extent: Extent = "all"): Promise<Uint8Array> {
  const opened = openedFiles.get(host);
  if (!opened) throw new Error("Only a host made by openExcelHost can be saved.");
  const workbook = await openXlsx(opened.bytes, computeInWorker);
  const own = ownSheetIds(host);
  const present = host.toSheets();

  const changes: CellChange[] = [];
  for (const [id, before] of opened.grids) {
    const index = host.book.sheets.findIndex((sheet) => sheet.id === id);
    const after = present[index];
    if (before.mark !== null) continue;
    if (after?.name !== before.name) throw new Unsupported(`saving that "${before.name}" was renamed or deleted`);
    changes.push(...changedCells(before, after));
  }
  if (changes.length > 0) await workbook.changeCells(changes);
  for (const [index, sheet] of host.book.sheets.entries()) {
    if (own.has(sheet.id) || opened.grids.has(sheet.id)) continue;
    const rows = present[index]?.rows.map((cells) => cells.map(plainValue)) ?? [];
    await workbook.addUserSheet(sheet.name, rows);
  }

  const sheets = host.book.sheets.flatMap((sheet) => {
    const mark = markOf(sheet);
    // An own sheet of the file that nobody has written to stays as the file has it.
    const isWritten = sheet.written || !opened.grids.has(sheet.id);
    return mark && own.has(sheet.id) && isWritten ? [reportFromSheet(sheet, mark, extent)] : [];
  });
  const untouched = [...opened.grids].some(([id, { mark }]) => mark !== null && isUntouched(host, id));
  const removed = [...opened.grids].some(
    ([id, { mark }]) => mark !== null && !host.book.sheets.some((one) => one.id === id),
  );
  if (untouched && removed) throw new Unsupported("saving with some own sheets left alone and others removed");
  if (sheets.length > 0 || removed) {
    await workbook.writeReport(
      { identity: identityOf(host.book) ?? "", sheets },
      { otherOwnSheets: untouched ? "keep" : "remove" },
    );
  }
  return workbook.toBytes();
}

/** Saves the workbook and lets excelize compute the cells. */
export const calculateThroughFile: Calculator = async (cells, host) => {
  const opened = openedFiles.get(host);
  if (!opened) throw new Error("Only a host made by openExcelHost computes through its file.");
  const bytes = await toXlsx(host, "contents");
  const all = {
    formulas: cells.map(({ formula }) => formula),
    sheets: host.book.sheets.map(({ name }) => name),
  };
  const asked = cells.map((one) => ({
    ...one,
    cell: { type: "number", value: null, format: "General", formula: one.formula } satisfies GridCell,
  }));
  return calculateFormulas(await opened.loadExcelize(), bytes, asked, all);
};

function isUntouched(host: ExcelHost, id: string): boolean {
  const sheet = host.book.sheets.find((one) => one.id === id);
  return sheet !== undefined && !sheet.written;
}

function ownSheetIds({ book }: ExcelHost): ReadonlySet<string> {
  const marks = ownMarksOf(book);
  return new Set(book.sheets.filter((_, index) => marks[index] !== null).map(({ id }) => id));
}

function changedCells(before: SheetGrid, after: SheetGrid): CellChange[] {
  const changes: CellChange[] = [];
  const rows = Math.max(before.rows.length, after.rows.length);
  for (let row = 0; row < rows; row++) {
    const columns = Math.max(before.rows[row]?.length ?? 0, after.rows[row]?.length ?? 0);
    for (let column = 0; column < columns; column++) {
      const [old, now] = [before.rows[row]?.[column] ?? null, after.rows[row]?.[column] ?? null];
      if (isSame(old, now)) continue;
      const cell = cellAddress(row, column);
      if (now !== null && now.formula !== null) throw new Unsupported(`saving a new formula in ${after.name}!${cell}`);
      changes.push({ sheet: after.name, cell, before: old?.value ?? null, after: plainValue(now) });
    }
  }
  return changes;
}

function isSame(one: GridCell | null, other: GridCell | null): boolean {
  const formula = one?.formula ? withoutPrefixes(one.formula) : null;
  if (formula !== (other?.formula ?? null)) return false;
  return formula !== null || (one?.value === other?.value && one?.type === other?.type);
}

function plainValue(cell: GridCell | null): string | number | null {
  const value = cell?.value ?? null;
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}
