/** Writes what the user accepted, and the record of it. */
import type { WorkbookHost } from "../hosts/host";
import { type ChangeRecord, recordTime } from "../workbook/change-record";
import { type Inspection, inspect } from "./inspect";
import type { ShownChange } from "./repair";
import { writeFindings } from "./write-findings";

export interface AcceptOptions {
  readonly now: Date;
  /** Earlier changes that could not be recorded yet. */
  readonly unrecorded?: readonly ChangeRecord[];
}

export interface Accepted {
  /** The workbook as it is now; null where it could not be read again. */
  readonly inspection: Inspection | null;
  /** Changes that are made but stand in no record yet, because it could not be written; empty when all is well. */
  readonly unrecorded: readonly ChangeRecord[];
  /** Why not; null when all is well. */
  readonly recordFailure: unknown;
}

/**
 * Makes the changes (all or none: a HostError of them comes through), then writes the record on Kiểm tra số liệu.
 * The record failing does not undo the changes: it is handed back, to be written at the next occasion.
 */
export async function acceptChanges(
  host: WorkbookHost,
  changes: readonly ShownChange[],
  options: AcceptOptions,
): Promise<Accepted> {
  await host.changeCells(changes.map(({ sheet, cell, before, after }) => ({ sheet, cell, before, after })));
  return record(host, changes, options);
}

/** Adds a sheet of the user's, and records the values that it brought. */
export async function acceptSheet(
  host: WorkbookHost,
  sheet: { readonly name: string; readonly rows: readonly (readonly (string | number | null)[])[] },
  changes: readonly ShownChange[],
  options: AcceptOptions,
): Promise<Accepted> {
  await host.addUserSheet(sheet.name, sheet.rows);
  return record(host, changes, options);
}

async function record(
  host: WorkbookHost,
  changes: readonly ShownChange[],
  { now, unrecorded = [] }: AcceptOptions,
): Promise<Accepted> {
  const time = recordTime(now);
  const all = [
    ...unrecorded,
    ...changes.map(({ sheet, cell, shownBefore, shownAfter }) => ({
      time,
      sheet,
      cell,
      before: shownBefore,
      after: shownAfter,
    })),
  ];
  let inspection: Inspection | null = null;
  try {
    inspection = await inspect(host);
    await writeFindings(host, inspection, false, all);
  } catch (recordFailure) {
    return { inspection, unrecorded: all, recordFailure };
  }
  // Since it was read the record alone has changed, on a sheet of ours.
  return { inspection, unrecorded: [], recordFailure: null };
}
