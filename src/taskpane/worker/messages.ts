/**
 * What Excel's pane and its worker say to each other, all of it plain data. The pane asks for work on the workbook; the
 * worker, which has no Excel, asks the pane in turn to read and write it (the methods of WorkbookHost).
 */
import type { AcceptOptions } from "../../app/accept-changes";
import type { PlainAccepted, PlainFailure } from "../../app/plain-failure";
import type { ShownChange } from "../../app/repair";
import type { Progress } from "../../app/run-calculation";
import type { ShownSettingsPlan, WantedSettings } from "../../app/settings";
import type { ShownInspection } from "../../app/shown-inspection";
import type { CalculateOptions, CalculateOutcome } from "../../app/workbook-service";
import type { CellChange, WriteOptions } from "../../hosts/host";
import type { ChangeRecord } from "../../workbook/change-record";
import type { GridPiece, ReportPiece } from "./pieces";

export interface Asks {
  inspect(): ShownInspection;
  calculate(options: Pick<CalculateOptions, "provisional" | "sections" | "unrecorded">): CalculateOutcome;
  writeFindings(unrecorded: readonly ChangeRecord[]): ShownInspection;
  repair(changes: readonly ShownChange[], accept: AcceptOptions): PlainAccepted;
  previewSettings(wanted: WantedSettings): ShownSettingsPlan;
  saveSettings(wanted: WantedSettings, accept: AcceptOptions): PlainAccepted;
}

export type AskName = keyof Asks;
export type AskArguments<Name extends AskName> = Parameters<Asks[Name]>;
export type AskAnswer<Name extends AskName> = ReturnType<Asks[Name]>;

export interface Ask<Name extends AskName = AskName> {
  readonly kind: "ask";
  readonly id: number;
  readonly name: Name;
  readonly args: AskArguments<Name>;
}

/** What the pane does for the worker in Excel. Sheets go in pieces before the answer, a report before the call. */
export type HostCall =
  | { readonly name: "readSheets" }
  | { readonly name: "writeReport"; readonly options: Omit<WriteOptions, "onProgress"> }
  | { readonly name: "changeCells"; readonly changes: readonly CellChange[] }
  | {
      readonly name: "addUserSheet";
      readonly sheet: string;
      readonly rows: readonly (readonly (string | number | null)[])[];
    };

export type ToWorker =
  | Ask
  | { readonly kind: "grids"; readonly call: number; readonly piece: GridPiece }
  | { readonly kind: "written"; readonly call: number; readonly done: number; readonly all: number }
  | { readonly kind: "done"; readonly call: number; readonly failure: PlainFailure | null };

export type ToPane =
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "answer"; readonly id: number; readonly answer: AskAnswer<AskName> }
  | { readonly kind: "failure"; readonly id: number; readonly failure: PlainFailure }
  | { readonly kind: "report"; readonly call: number; readonly piece: ReportPiece }
  | { readonly kind: "call"; readonly call: number; readonly what: HostCall };
