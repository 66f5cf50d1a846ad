/** Tính chỉ số and Tính tạm from the first reading to the written report, with progress and a way out. */
import type { WorkbookHost } from "../hosts/host";
import type { Results } from "../scoring/results";
import type { ChangeRecord } from "../workbook/change-record";
import { breathe } from "./breathe";
import { calculateFrom } from "./calculate";
import { type Inspection, inspectionAfter, inspectionOf } from "./inspect";
import { hasScores, isReady } from "./readiness";
import { computedResults } from "./results-of";

export type Progress =
  | { readonly step: "reading" | "checking" | "computing" | "building" }
  /** Sheets written so far, of all. From here on nothing can be cancelled. */
  | { readonly step: "writing"; readonly done: number; readonly all: number };

export interface RunOptions {
  readonly provisional: boolean;
  /** Keys of the report's sections to write (report/sections), the official ones by default. */
  readonly sections?: ReadonlySet<string> | null;
  /** Aborting stops the run until writing starts; later it changes nothing. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Accepted changes that the workbook's record does not hold yet. */
  readonly unrecorded?: readonly ChangeRecord[];
}

export type RunOutcome =
  /** inspection: the workbook as the run has left it. */
  | { readonly kind: "written"; readonly inspection: Inspection; readonly results: Results; readonly sheets: number }
  /** Errors stand in the way of the official result: nothing was written. */
  | { readonly kind: "blocked"; readonly inspection: Inspection }
  /** There is no table to compute from: nothing was written. */
  | { readonly kind: "nothing"; readonly inspection: Inspection }
  | { readonly kind: "cancelled" };

/** Writes the report and shows its first sheet. A HostError of reading or writing comes through. */
export async function runCalculation(host: WorkbookHost, options: RunOptions): Promise<RunOutcome> {
  const { provisional, sections = null, signal, onProgress, unrecorded = [] } = options;
  const isCancelled = (): boolean => signal?.aborted === true;

  onProgress?.({ step: "reading" });
  const grids = await untilAborted(host.readSheets(), signal);
  if (grids === null || isCancelled()) return { kind: "cancelled" };

  onProgress?.({ step: "checking" });
  await breathe();
  if (isCancelled()) return { kind: "cancelled" };
  const inspection = inspectionOf(grids);

  onProgress?.({ step: "computing" });
  await breathe();
  if (isCancelled()) return { kind: "cancelled" };
  const { workbook } = inspection;
  if (!isReady(workbook, provisional)) return { kind: hasScores(workbook) ? "blocked" : "nothing", inspection };
  computedResults(workbook, provisional);

  onProgress?.({ step: "building" });
  await breathe();
  if (isCancelled()) return { kind: "cancelled" };
  const { results, report } = calculateFrom(grids, workbook, provisional, sections, unrecorded);
  if (results === null || report === null) throw new Error("a workbook that is ready has results");
  // Building a large report takes a moment in which the user may have pressed Hủy.
  await breathe();
  if (isCancelled()) return { kind: "cancelled" };

  const all = report.sheets.length;
  onProgress?.({ step: "writing", done: 0, all });
  const first = report.sheets[0]?.key;
  await host.writeReport(report, {
    onProgress: (done) => onProgress?.({ step: "writing", done, all }),
    ...(first === undefined ? {} : { show: first }),
  });
  return { kind: "written", inspection: inspectionAfter(inspection, report), results, sheets: all };
}

/** null as soon as the signal is aborted; what the work then gives is dropped. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return work;
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener(
      "abort",
      () => {
        resolve(null);
      },
      { once: true },
    );
  });
  return Promise.race([work, aborted]);
}
