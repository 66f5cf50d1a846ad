import { parseCellAddress } from "../data/cell-address";
import type { CellSelection } from "../hosts/xlsx/xlsx-workbook";
import type { SheetView } from "../viewer/model/sheet-view";
import type { IndexRange } from "../viewer/drawing/visible-range";
import { createSeenSheets } from "./seen-sheets";
import type { WorkerClient } from "./worker/client";
import type { Changed, Tabs } from "./worker/requests";

/** What the page shows of an open file. */
export interface DocumentState {
  readonly tabs: Tabs;
  /** Index of the sheet in front. */
  readonly sheet: number;
  /** The sheet in front, as far as it has come; null while nothing of it has. */
  readonly shown: SheetView | null;
  /** What reading the sheet in front has failed with; null: it has not. */
  readonly failure: unknown;
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
  readonly downloaded: () => void;
  /** From the pane: brings the cell into sight. */
  readonly select: (selection: CellSelection) => void;
  readonly showSheet: (index: number) => void;
  readonly selectHere: (place: { readonly row: number; readonly column: number }) => void;
  /** The cells that are in sight on the sheet in front: they are fetched where they have not come yet. */
  readonly look: (rows: IndexRange, columns: IndexRange) => void;
}

function firstState(tabs: Tabs): DocumentState {
  const nothing = { shown: null, failure: null, cells: new Map(), isUnsaved: false, selections: 0 };
  return { ...nothing, tabs, sheet: tabs.activeSheet };
}

/** The state of one open file, outside React: the worker changes it as well as the page. */
export function createDocumentStore(client: Pick<WorkerClient, "ask" | "onChanged">, opened: Tabs): DocumentStore {
  let state = firstState(opened);
  const listeners = new Set<() => void>();
  const change = (changes: Partial<DocumentState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const nameOf = (index: number): string => state.tabs.sheets[index]?.name ?? "";
  const indexOf = (name: string): number =>
    state.tabs.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

  const seen = createSeenSheets(client, {
    front: () => ({ index: state.sheet, name: nameOf(state.sheet) }),
    onShown(shown) {
      if (shown !== state.shown) change({ shown, failure: null });
    },
    onFailure(failure) {
      change({ shown: null, failure });
    },
  });
  const bringToFront = (index: number, changes: Partial<DocumentState> = {}): void => {
    const isOther = index !== state.sheet;
    change({
      ...changes,
      ...(isOther ? { sheet: index, shown: seen.now(index), failure: null } : {}),
    });
    if (isOther) seen.fetchFront();
  };

  client.onChanged(({ tabs, bytes, selection }: Changed) => {
    const front = nameOf(state.sheet);
    const found = tabs.sheets.findIndex(({ name }) => name === front);
    seen.forget();
    // What is seen of the sheet in front stays in sight until it has come anew; it stays in front, wherever it stands.
    const isGone = found < 0;
    change({
      tabs,
      sheet: isGone ? tabs.activeSheet : found,
      ...(isGone ? { shown: null } : {}),
      ...(bytes === null ? {} : { isUnsaved: true }),
    });
    if (selection !== null) select(selection);
    seen.fetchFront();
  });

  function select({ sheet, cell }: CellSelection): void {
    const index = indexOf(sheet);
    const place = parseCellAddress(cell);
    if (index < 0 || !place) return;
    bringToFront(index, {
      cells: new Map(state.cells).set(nameOf(index), place),
      selections: state.selections + 1,
    });
  }

  seen.fetchFront();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    downloaded() {
      change({ isUnsaved: false });
    },
    select,
    showSheet(index) {
      if (state.tabs.sheets[index]) bringToFront(index);
    },
    selectHere(place) {
      change({ cells: new Map(state.cells).set(nameOf(state.sheet), place) });
    },
    look(rows, columns) {
      seen.look(rows, columns);
    },
  };
}
