/** A workbook in memory for tests: grids in, grids out; it remembers what was asked of it and fails when it is told to. */
import { failure } from "../../src/data/host-error";
import type { CellChange, WorkbookHost, WriteOptions } from "../../src/hosts/host";
import { isKept } from "../../src/data/own-sheet-mark";
import { extentOf, type Report, type ReportSheet } from "../../src/data/pages";
import { cellAddress, type GridCell, type SheetGrid } from "../../src/data/grid";

type HostCall = "readSheets" | "writeReport" | "changeCells" | "addUserSheet" | "selectCell";

export interface MemoryHost extends WorkbookHost {
  /** The workbook as it is now. */
  readonly grids: () => readonly SheetGrid[];
  /** Every report that was written, with its options. */
  readonly written: readonly { readonly report: Report; readonly options: WriteOptions | undefined }[];
  readonly selected: readonly string[];
  readonly calls: readonly HostCall[];
  /** The next call of this kind fails. */
  failNext(call: HostCall, error?: Error): void;
  /** Calls of this kind wait until the function given back is called. */
  hold(call: HostCall): () => void;
  /** Whoever watches the workbook hears that somebody else may have changed it. */
  stir(): void;
  /** The user types into a cell. */
  type(sheet: string, cell: string, value: string | number | null): void;
}

export function createMemoryHost(first: readonly SheetGrid[]): MemoryHost {
  let grids = first;
  const written: { report: Report; options: WriteOptions | undefined }[] = [];
  const selected: string[] = [];
  const calls: HostCall[] = [];
  const failures = new Map<HostCall, Error>();
  const holds = new Map<HostCall, Promise<void>>();
  const listeners = new Set<() => void>();

  async function enter(call: HostCall): Promise<void> {
    calls.push(call);
    await holds.get(call);
    const error = failures.get(call);
    failures.delete(call);
    if (error !== undefined) throw error;
  }

  function put(sheet: string, cell: string, value: CellChange["before"]): void {
    grids = grids.map((grid) => (grid.name === sheet ? withCell(grid, cell, value) : grid));
  }

  function stir(): void {
    listeners.forEach((listener) => {
      listener();
    });
  }

  return {
    grids: () => grids,
    written,
    selected,
    calls,
    failNext(call, error = failure("cellEditing")) {
      failures.set(call, error);
    },
    hold(call) {
      let release = (): void => undefined;
      holds.set(
        call,
        new Promise((resolve) => {
          release = () => {
            holds.delete(call);
            resolve();
          };
        }),
      );
      return () => {
        release();
      };
    },
    stir,
    type(sheet, cell, value) {
      put(sheet, cell, value);
      stir();
    },
    async readSheets() {
      await enter("readSheets");
      return grids;
    },
    async writeReport(report, options) {
      options?.onProgress?.(0, report.sheets.length);
      await enter("writeReport");
      written.push({ report, options });
      const keys = new Set(report.sheets.map(({ key }) => key));
      const others = grids.filter(
        ({ mark }) => mark === null || (!keys.has(mark.key) && (options?.otherOwnSheets === "keep" || isKept(mark))),
      );
      grids = [...others, ...report.sheets.map(ownGrid)];
      report.sheets.forEach((_, at) => options?.onProgress?.(at + 1, report.sheets.length));
    },
    async changeCells(changes) {
      await enter("changeCells");
      for (const { sheet, cell, before } of changes) {
        const found = valueAt(grids, sheet, cell);
        if (found !== before) throw failure("cellChanged", { sheet, cell });
      }
      for (const { sheet, cell, after } of changes) put(sheet, cell, after);
    },
    async addUserSheet(name, rows) {
      await enter("addUserSheet");
      const added: SheetGrid = { ...blankGrid(name), rows: rows.map((row) => row.map(toCell)) };
      grids = [...grids.filter(({ mark }) => mark === null), added, ...grids.filter(({ mark }) => mark !== null)];
    },
    async selectCell(sheet, cell) {
      await enter("selectCell");
      selected.push(`${sheet}!${cell}`);
    },
    async onUserChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export function valueAt(grids: readonly SheetGrid[], sheet: string, cell: string): GridCell["value"] {
  const grid = grids.find(({ name }) => name === sheet);
  let value: GridCell["value"] = null;
  grid?.rows.forEach((row, at) => {
    row.forEach((found, column) => {
      if (cellAddress(at, column) === cell) value = found?.value ?? null;
    });
  });
  return value;
}

function withCell(grid: SheetGrid, cell: string, value: CellChange["before"]): SheetGrid {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  if (match === null) throw new RangeError(cell);
  const [, letters = "", digits = ""] = match;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  const rows = [...grid.rows];
  while (rows.length <= row) rows.push([]);
  const cells = [...(rows[row] ?? [])];
  while (cells.length <= column) cells.push(null);
  cells[column] = toCell(value);
  rows[row] = cells;
  return { ...grid, rows };
}

function toCell(value: CellChange["before"]): GridCell | null {
  if (value === null) return null;
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
  return { type, value, format: "General", formula: null };
}

function blankGrid(name: string): SheetGrid {
  return { name, visible: true, protected: false, rows: [], mark: null };
}

/** What reading a report sheet gives: values with their formulas, and the mark. */
function ownGrid(sheet: ReportSheet): SheetGrid {
  const extent = extentOf(sheet);
  const rows: (GridCell | null)[][] = Array.from({ length: extent.rows }, () =>
    Array.from({ length: extent.columns }, () => null),
  );
  for (const block of sheet.blocks) {
    if (block.kind === "chart") continue;
    block.cells.forEach((cells, at) => {
      cells.forEach((cell, column) => {
        const row = rows[block.row + at];
        const found = cell === null ? null : toCell(cell.value);
        if (row !== undefined && found !== null) {
          row[block.column + column] = { ...found, formula: cell?.formula ?? null };
        }
      });
    });
  }
  return { ...blankGrid(sheet.name), rows, mark: { key: sheet.key, name: sheet.name, ...extent } };
}
