import { failure } from "../../data/host-error";
import { isTooLarge } from "./excel-errors";

/** A part of the work that goes to Excel in one request, alone or with others. It may be queued a second time. */
export interface WriteStep {
  /** Of the report's sheet that it belongs to; null for the workbook as a whole. */
  readonly sheet: string | null;
  /** Size of its share of the request, about. */
  readonly bytes: number;
  readonly queue: (request: WriteRequest) => void;
}

/** What a step queues its calls on. */
export interface WriteRequest {
  readonly worksheets: Excel.WorksheetCollection;
  /** The workbook's own names. */
  readonly names: Excel.NamedItemCollection;
  /** A sheet that has that name by now; asked for once per request. */
  sheet(name: string): Excel.Worksheet;
}

/** Excel on the web refuses a request of more than 5 MB; the client's own words around ours need room too. */
export const requestBytes = 4_500_000;
/** A queued call or property, as the client writes it. */
export const bytesPerCall = 240;

/**
 * Sends the steps in order, in as few requests as the limit allows. Too large all the same: again in smaller ones
 * (Excel refuses such a request as a whole, before it does anything).
 */
export async function sendSteps(
  context: Excel.RequestContext,
  steps: readonly WriteStep[],
  onSent: (left: readonly WriteStep[]) => void,
  limit = requestBytes,
): Promise<void> {
  if (steps.length === 0) return;
  const now = firstSteps(steps, limit);
  const { application } = context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
  const { worksheets, names } = context.workbook;
  const sheets = new Map<string, Excel.Worksheet>();
  const request: WriteRequest = {
    worksheets,
    names,
    sheet(name) {
      const sheet = sheets.get(name) ?? worksheets.getItem(name);
      sheets.set(name, sheet);
      return sheet;
    },
  };
  for (const step of now) step.queue(request);
  let smaller = limit;
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const bytes = now.reduce((sum, step) => sum + step.bytes, 0);
    if (now.length === 1) throw failure("tooLongForWriting", { sheet: now[0]?.sheet ?? "", cause: error });
    smaller = Math.min(limit, bytes) / 2;
  }
  if (smaller < limit) return sendSteps(context, steps, onSent, smaller);
  const left = steps.slice(now.length);
  onSent(left);
  return sendSteps(context, left, onSent, limit);
}

function firstSteps(steps: readonly WriteStep[], limit: number): readonly WriteStep[] {
  let bytes = 0;
  let count = 0;
  for (const step of steps) {
    bytes += step.bytes;
    if (count > 0 && bytes > limit) break;
    count++;
  }
  return steps.slice(0, count);
}

const encoder = new TextEncoder();

/** Size of a value on its way to Excel. */
export function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
