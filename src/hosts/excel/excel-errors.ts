import { hostTexts } from "../../strings/host.vi";
import { HostError } from "../../data/host-error";

/** What a sentence can name, where it is known. */
export interface ErrorPlace {
  readonly sheet?: string;
}

const sentences: Readonly<Record<string, (place: ErrorPlace) => string>> = {
  InvalidOperationInCellEditMode: () => hostTexts.cellEditing,
  AccessDenied: ({ sheet }) => (sheet === undefined ? hostTexts.someSheetProtected : hostTexts.sheetProtected(sheet)),
  ItemNotFound: ({ sheet }) => (sheet === undefined ? hostTexts.conflict : hostTexts.sheetGone(sheet)),
  ItemAlreadyExists: ({ sheet }) => (sheet === undefined ? hostTexts.conflict : hostTexts.nameTaken(sheet)),
  // Somebody else, or another window, was faster.
  Conflict: () => hostTexts.conflict,
  EditModeConflict: () => hostTexts.conflict,
  InsertDeleteConflict: () => hostTexts.conflict,
  MergedRangeConflict: () => hostTexts.conflict,
  InvalidReference: () => hostTexts.conflict,
  RequestPayloadSizeLimitExceeded: () => hostTexts.tooLarge,
  ResponsePayloadSizeLimitExceeded: () => hostTexts.tooLarge,
  RangeExceedsLimit: () => hostTexts.tooLarge,
  OperationCellsExceedLimit: () => hostTexts.tooLarge,
  MemoryLimitReached: () => hostTexts.tooLarge,
  FormulaLengthExceedsLimit: () => hostTexts.tooLarge,
  ActivityLimitReached: () => hostTexts.busy,
  HostIsBusy: () => hostTexts.busy,
  RequestAborted: () => hostTexts.busy,
  ConnectionFailure: () => hostTexts.offline,
  HttpRequestFailed: () => hostTexts.offline,
  ServiceNotAvailable: () => hostTexts.offline,
  Timeout: () => hostTexts.offline,
  Unauthenticated: () => hostTexts.offline,
  ReadOnly: () => hostTexts.readOnly,
  WorkbookReadOnly: () => hostTexts.readOnly,
  ApiNotFound: () => hostTexts.tooOld,
  ApiNotAvailable: () => hostTexts.tooOld,
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

/** Office's error as one Vietnamese sentence; Office's own error travels as its cause. */
export function hostErrorOf(error: unknown, place: ErrorPlace = {}): HostError {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const sentence = (code === null ? undefined : sentences[code]) ?? (() => hostTexts.unexpected(code ?? "?"));
  return new HostError(sentence(place), { cause: error });
}

/** Office's errors carry a code; errors of another realm (a frame, a test) too, so that instanceof would not do. */
function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
