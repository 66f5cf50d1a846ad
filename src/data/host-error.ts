import type { CellFailureCode, FailurePlace, HostFailure, SheetFailureCode, WorkbookFailureCode } from "./host-failure";

/**
 * A failure that a person can act on. What they are told is made of "failure" where they read it (hostSentence); the
 * message, the code alone, is for developers.
 */
export class HostError extends Error {
  override readonly name = "HostError";

  constructor(
    readonly failure: HostFailure,
    options?: ErrorOptions,
  ) {
    super(failure.code, options);
  }
}

/** The HostError for a code, and where it happened. A library's own error, where there is one, travels as its cause. */
export function failure(code: WorkbookFailureCode, about?: { cause?: unknown }): HostError;
export function failure(code: SheetFailureCode, about: { sheet: string; cause?: unknown }): HostError;
export function failure(code: CellFailureCode, about: { sheet: string; cell: string; cause?: unknown }): HostError;
export function failure(
  code: WorkbookFailureCode | SheetFailureCode | CellFailureCode,
  { sheet, cell, cause }: { sheet?: string; cell?: string; cause?: unknown } = {},
): HostError {
  const place: FailurePlace | null = sheet === undefined ? null : { sheet, cell: cell ?? null };
  // The overloads say which code goes with which place.
  return new HostError({ code, place, data: {} } as HostFailure, cause === undefined ? {} : { cause });
}
