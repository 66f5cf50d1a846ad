import {
  blockKey,
  blocksAround,
  type SheetBlock,
  sheetOfBlocks,
  type SheetOutline,
} from "../viewer/model/sheet-blocks";
import type { SheetView } from "../viewer/model/sheet-view";
import type { IndexRange } from "../viewer/drawing/visible-range";
import type { WorkerClient } from "./worker/client";

/** A sheet of the workbook in the worker, as far as it was looked at. */
export interface RemoteSheet {
  /** The sheet with the cells of the window; rejects with what reading it fails with. */
  fetch(rows: IndexRange, columns: IndexRange): Promise<SheetView>;
  /** As far as it has come; null: not at all. */
  now(): SheetView | null;
}

/** Blocks that stay; those of the window always do. Some 200,000 cells. */
const mostBlocks = 96;
/** Blocks of one answer: more would hold up the page that takes them in. */
const blocksAtOnce = 6;

export function createRemoteSheet({ ask }: Pick<WorkerClient, "ask">, index: number): RemoteSheet {
  let outline: Promise<SheetOutline> | null = null;
  let known: SheetOutline | null = null;
  let view: SheetView | null = null;
  const blocks = new Map<string, SheetBlock>();
  const coming = new Map<string, Promise<unknown>>();

  async function fetch(rows: IndexRange, columns: IndexRange): Promise<SheetView> {
    outline ??= ask("outline", [index]);
    const sheet = await outline;
    known = sheet;
    const wanted = blocksAround(sheet, rows, columns);
    const missing = wanted.filter((place) => !blocks.has(blockKey(place)) && !coming.has(blockKey(place)));
    for (let at = 0; at < missing.length; at += blocksAtOnce) {
      const places = missing.slice(at, at + blocksAtOnce);
      const request = ask("blocks", [index, places]).then((came) => {
        for (const block of came) blocks.set(blockKey(block), block);
        view = null;
      });
      for (const place of places) coming.set(blockKey(place), request);
      const forget = (): void => {
        for (const place of places) coming.delete(blockKey(place));
      };
      request.then(forget, forget);
    }
    await Promise.all(wanted.map((place) => coming.get(blockKey(place))));
    dropOthers(new Set(wanted.map(blockKey)));
    return (view ??= sheetOfBlocks(sheet, new Map(blocks)));
  }

  /** The oldest first, but none that is in sight. */
  function dropOthers(seen: ReadonlySet<string>): void {
    for (const key of [...blocks.keys()]) {
      if (blocks.size <= mostBlocks) return;
      if (!seen.has(key)) blocks.delete(key);
    }
  }

  return { fetch, now: () => view ?? (known && sheetOfBlocks(known, new Map(blocks))) };
}
