import type { SheetGrid } from "../data/grid";
import type { PackageParts } from "../ooxml/package-parts";
import { parseCellAddress } from "../data/cell-address";
import { openWorkbookView, type WorkbookView } from "../viewer/model/workbook-view";

/** What the page shows of an open file. */
export interface DocumentState {
  readonly view: WorkbookView;
  /** Index of the sheet in front. */
  readonly sheet: number;
  /** The selected cell of every sheet that was looked at, by the sheet's name. */
  readonly cells: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
  /** Something was written that is not downloaded yet. */
  readonly isUnsaved: boolean;
  /** Counts selections made by the pane, which are to be scrolled to. */
  readonly selections: number;
}

export interface DocumentStore {
  readonly getState: () => DocumentState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly written: (parts: PackageParts) => void;
  readonly downloaded: () => void;
  /** From the pane: brings the cell into sight. */
  readonly select: (sheet: string, cell: string) => void;
  readonly read: (grids: readonly SheetGrid[]) => void;
  readonly showSheet: (index: number) => void;
  readonly selectHere: (place: { readonly row: number; readonly column: number }) => void;
}

/** The state of one open file, outside React: the pane's host changes it as well as the page. */
export function createDocumentStore(opened: PackageParts): DocumentStore {
  let parts = opened;
  let grids: readonly SheetGrid[] = [];
  const view = openWorkbookView(opened, () => grids);
  let state: DocumentState = { view, sheet: view.activeSheet, cells: new Map(), isUnsaved: false, selections: 0 };
  const listeners = new Set<() => void>();
  const change = (changes: Partial<DocumentState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const nameOf = (index: number): string => state.view.sheets[index]?.name ?? "";
  const indexOf = (name: string): number =>
    state.view.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  /** The file anew; the sheet in front stays in front, wherever it stands now. */
  const reopen = (changes: Partial<DocumentState>): void => {
    const front = nameOf(state.sheet);
    const reopened = openWorkbookView(parts, () => grids);
    const found = reopened.sheets.findIndex(({ name }) => name === front);
    change({ ...changes, view: reopened, sheet: found < 0 ? reopened.activeSheet : found });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    written(changed) {
      parts = changed;
      // What was read before the change says nothing about it; the pane reads again.
      grids = [];
      reopen({ isUnsaved: true });
    },
    downloaded() {
      change({ isUnsaved: false });
    },
    select(sheet, cell) {
      const index = indexOf(sheet);
      const place = parseCellAddress(cell);
      if (index < 0 || !place) return;
      change({
        sheet: index,
        cells: new Map(state.cells).set(nameOf(index), place),
        selections: state.selections + 1,
      });
    },
    read(found) {
      grids = found;
      // Only formulas that the file has no value for look different now.
      if (state.view.hasMissingValues()) reopen({});
    },
    showSheet(index) {
      if (state.view.sheets[index]) change({ sheet: index });
    },
    selectHere(place) {
      change({ cells: new Map(state.cells).set(nameOf(state.sheet), place) });
    },
  };
}
