/**
 * What the pane asks of the workbook, as plain data in both directions: the work may be done here (host-service), or
 * in a worker (standalone/worker). Everything rejects with a HostError where the workbook cannot be read or written.
 */
import type { ChangeRecord } from "../workbook/change-record";
import type { AcceptOptions } from "./accept-changes";
import type { ShownChange } from "./repair";
import type { Progress } from "./run-calculation";
import type { ShownSettingsPlan, WantedSettings } from "./settings";
import type { ShownInspection } from "./shown-inspection";
import type { ShownResults } from "./shown-results";

export interface WorkbookService {
  /**
   * True where whatever goes on can be stopped at every moment and leaves the workbook as it was; false where a
   * calculation can be stopped until it writes, and nothing else.
   */
  readonly stopsAnytime: boolean;
  /** Brings what is needed only later, before the network goes. Rejects where it does not come; it is asked for again. */
  load(): Promise<void>;
  /** Reads the workbook as it is at this moment, and checks it. */
  inspect(options?: WorkOptions): Promise<ShownInspection>;
  calculate(options: CalculateOptions): Promise<CalculateOutcome>;
  /** Writes Kiểm tra số liệu alone and shows it. */
  writeFindings(unrecorded: readonly ChangeRecord[], options?: WorkOptions): Promise<ShownInspection>;
  repair(changes: readonly ShownChange[], accept: AcceptOptions, options?: WorkOptions): Promise<ShownAccepted>;
  /** What saving would change in the workbook as it was last inspected. */
  previewSettings(wanted: WantedSettings): Promise<ShownSettingsPlan>;
  saveSettings(wanted: WantedSettings, accept: AcceptOptions, options?: WorkOptions): Promise<ShownAccepted>;
  /** Brings the sheet to the front and selects the cell ("F12"). */
  select(sheet: string, cell: string): Promise<void>;
  /** Calls back when somebody else changed the workbook, or may have; gives the function that stops it. */
  onUserChange(listener: () => void): Promise<() => void>;
}

export interface WorkOptions {
  /** Aborting stops the work where it can be stopped: it rejects with Stopped. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface CalculateOptions extends WorkOptions {
  readonly provisional: boolean;
  /** Keys of the report's sections; null: as the workbook says. */
  readonly sections: readonly string[] | null;
  /** Accepted changes that the workbook's record does not hold yet. */
  readonly unrecorded: readonly ChangeRecord[];
}

/** See RunOutcome. */
export type CalculateOutcome =
  | {
      readonly kind: "written";
      readonly inspection: ShownInspection;
      readonly results: ShownResults;
      readonly sheets: number;
    }
  | { readonly kind: "blocked" | "nothing"; readonly inspection: ShownInspection }
  | { readonly kind: "cancelled" };

/** See Accepted. */
export interface ShownAccepted {
  readonly inspection: ShownInspection | null;
  readonly unrecorded: readonly ChangeRecord[];
  readonly recordFailure: unknown;
}

/** The user has stopped the work; the workbook is as it was. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}
