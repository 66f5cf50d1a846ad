import type { IndexRange } from "../viewer/drawing/visible-range";
import type { SheetView } from "../viewer/model/sheet-view";
import { createRemoteSheet, type RemoteSheet } from "./remote-sheet";
import type { WorkerClient } from "./worker/client";

/** The sheets of the open workbook, as far as they were looked at; fetches what is in sight of the one in front. */
export interface SeenSheets {
  fetchFront(): void;
  /** What is in sight of the sheet in front. */
  look(rows: IndexRange, columns: IndexRange): void;
  /** As far as the sheet has come. */
  now(index: number): SheetView | null;
  /** The workbook has changed. */
  forget(): void;
}

interface Surroundings {
  readonly front: () => { readonly index: number; readonly name: string };
  readonly onShown: (sheet: SheetView) => void;
  readonly onFailure: (failure: unknown) => void;
}

/** Before a sheet has said how much of it fits: a large screen's. */
const firstLook = { rows: { first: 0, last: 60 }, columns: { first: 0, last: 30 } };

export function createSeenSheets(
  client: Pick<WorkerClient, "ask">,
  { front, onShown, onFailure }: Surroundings,
): SeenSheets {
  let sheets = new Map<number, RemoteSheet>();
  /** By name: a sheet may stand elsewhere when it comes anew. */
  const looks = new Map<string, typeof firstLook>();

  function fetchFront(): void {
    const { index, name } = front();
    const sheet = sheets.get(index) ?? createRemoteSheet(client, index);
    sheets.set(index, sheet);
    const isFront = (): boolean => sheets.get(index) === sheet && front().index === index;
    const { rows, columns } = looks.get(name) ?? firstLook;
    sheet.fetch(rows, columns).then(
      (shown) => {
        if (isFront()) onShown(shown);
      },
      (failure: unknown) => {
        if (isFront()) onFailure(failure);
        // It may be asked for again: the worker may have broken down meanwhile.
        if (sheets.get(index) === sheet) sheets.delete(index);
      },
    );
  }

  return {
    fetchFront,
    look(rows, columns) {
      looks.set(front().name, { rows, columns });
      fetchFront();
    },
    now: (index) => sheets.get(index)?.now() ?? null,
    forget() {
      sheets = new Map();
    },
  };
}
