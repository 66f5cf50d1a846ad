/**
 * What Excel's pane and its worker say to each other, all of it plain data. The pane asks for work on the workbook; the
 * worker, which has no Excel, asks the pane in turn to read and write it (the methods of WorkbookHost).
 */
import type { PlainFailure } from "../../app/plain-failure";
import type { Progress } from "../../app/run-calculation";
import type { ServiceRequest, ServiceRequests } from "../../app/service-requests";
import type { CellChange, WriteOptions } from "../../hosts/host";
import type { GridPiece, ReportPiece } from "./pieces";

export type AskArguments<Name extends ServiceRequest> = Parameters<ServiceRequests[Name]>;
export type AskAnswer<Name extends ServiceRequest> = ReturnType<ServiceRequests[Name]>;

export interface Ask<Name extends ServiceRequest = ServiceRequest> {
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
  | { readonly kind: "answer"; readonly id: number; readonly answer: AskAnswer<ServiceRequest> }
  | { readonly kind: "failure"; readonly id: number; readonly failure: PlainFailure }
  | { readonly kind: "report"; readonly call: number; readonly piece: ReportPiece }
  | { readonly kind: "call"; readonly call: number; readonly what: HostCall };
