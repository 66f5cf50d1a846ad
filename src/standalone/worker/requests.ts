/**
 * What the page and the worker that the workbook lives in say to each other: all of it is here, and all of it is plain
 * data. Every question has one answer; a failure comes as the HostError's data.
 */
import type { PlainFailure } from "../../app/plain-failure";
import type { Progress } from "../../app/run-calculation";
import type { ServiceRequests } from "../../app/service-requests";
import type { CellSelection } from "../../hosts/xlsx/xlsx-workbook";
import type { StartedWorker, WorkerListener } from "../../taskpane/worker/start-worker";
import type { BlockPlace, SheetBlock, SheetOutline } from "../../viewer/model/sheet-blocks";
import type { WorkbookView } from "../../viewer/model/workbook-view";

/** The workbook's sheets, without what stands in them. */
export type Tabs = Pick<WorkbookView, "sheets" | "activeSheet" | "date1904">;

export interface Requests extends ServiceRequests {
  /** The first one; the bytes are the file's. isAgain: it was open before, in a worker that was ended. */
  open(bytes: Uint8Array, isAgain: boolean): Tabs;
  outline(sheet: number): SheetOutline;
  blocks(sheet: number, places: readonly BlockPlace[]): readonly SheetBlock[];
  select(sheet: string, cell: string): CellSelection | null;
}

export type RequestName = keyof Requests;
export type Arguments<Name extends RequestName> = Parameters<Requests[Name]>;
export type Answer<Name extends RequestName> = ReturnType<Requests[Name]>;

/** From the page. */
export interface Question<Name extends RequestName = RequestName> {
  readonly id: number;
  readonly name: Name;
  readonly args: Arguments<Name>;
}

/** The workbook is another one now, or looks different: comes with the answer of the request that changed it. */
export interface Changed {
  readonly tabs: Tabs;
  /** The file as it is now; null where only formulas have got values. */
  readonly bytes: Uint8Array | null;
  readonly selection: CellSelection | null;
}

/** From the worker. */
export type Reply =
  | { readonly id: number; readonly kind: "progress"; readonly progress: Progress }
  | {
      readonly id: number;
      readonly kind: "answer";
      readonly answer: Answer<RequestName>;
      readonly changed: Changed | null;
    }
  | { readonly id: number; readonly kind: "failure"; readonly failure: PlainFailure; readonly changed: Changed | null };

/** The way to the worker and back; another for each worker that is started. */
export type WorkerLink = StartedWorker<Question>;
export type LinkListener = WorkerListener<Reply>;
export type StartLink = (listener: LinkListener) => WorkerLink;
