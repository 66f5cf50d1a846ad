import { failure, HostError } from "../../data/host-error";
import type { SheetFailureCode, WorkbookFailureCode } from "../../data/host-failure";

/** Where it happened, as far as is known. */
export interface ErrorPlace {
  readonly sheet?: string;
}

/** By Office's code: what it means, of a sheet where one is known and otherwise. */
const meanings: Readonly<
  Record<string, WorkbookFailureCode | { ofSheet: SheetFailureCode; otherwise: WorkbookFailureCode }>
> = {
  InvalidOperationInCellEditMode: "cellEditing",
  AccessDenied: { ofSheet: "sheetProtected", otherwise: "someSheetProtected" },
  ItemNotFound: { ofSheet: "sheetGone", otherwise: "conflict" },
  ItemAlreadyExists: { ofSheet: "nameTaken", otherwise: "conflict" },
  // Somebody else, or another window, was faster.
  Conflict: "conflict",
  EditModeConflict: "conflict",
  InsertDeleteConflict: "conflict",
  MergedRangeConflict: "conflict",
  InvalidReference: "conflict",
  RequestPayloadSizeLimitExceeded: "exchangeTooLarge",
  ResponsePayloadSizeLimitExceeded: "exchangeTooLarge",
  RangeExceedsLimit: "exchangeTooLarge",
  OperationCellsExceedLimit: "exchangeTooLarge",
  MemoryLimitReached: "exchangeTooLarge",
  FormulaLengthExceedsLimit: "exchangeTooLarge",
  ActivityLimitReached: "busy",
  HostIsBusy: "busy",
  RequestAborted: "busy",
  ConnectionFailure: "offline",
  HttpRequestFailed: "offline",
  ServiceNotAvailable: "offline",
  Timeout: "offline",
  Unauthenticated: "offline",
  ReadOnly: "readOnly",
  WorkbookReadOnly: "readOnly",
  ApiNotFound: "tooOld",
  ApiNotAvailable: "tooOld",
};

/** Codes with which Excel refuses a request or a response as too large; the request has then done nothing. */
const sizeCodes = ["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded", "RangeExceedsLimit"];

export function isTooLarge(error: unknown): boolean {
  return sizeCodes.includes(codeOf(error) ?? "");
}

export function isGone(error: unknown): boolean {
  return codeOf(error) === "ItemNotFound";
}

export function isAccessDenied(error: unknown): boolean {
  return codeOf(error) === "AccessDenied";
}

/** Office's error as one of ours; Office's own error travels as its cause. */
export function hostErrorOf(error: unknown, place: ErrorPlace = {}): HostError {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const meaning = code === null ? undefined : meanings[code];
  if (meaning === undefined) {
    return new HostError({ code: "unexpected", place: null, data: { officeCode: code } }, { cause: error });
  }
  if (typeof meaning === "string") return failure(meaning, { cause: error });
  const { sheet } = place;
  return sheet === undefined
    ? failure(meaning.otherwise, { cause: error })
    : failure(meaning.ofSheet, { sheet, cause: error });
}

/** Office's errors carry a code; errors of another realm (a frame, a test) too, so that instanceof would not do. */
function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
