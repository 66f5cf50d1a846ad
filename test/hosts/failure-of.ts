import { HostError } from "../../src/data/host-error";
import type { HostFailure } from "../../src/data/host-failure";

/** The failure with which a task ends, which must be one that a person can act on. */
export async function failureOf(task: Promise<unknown>): Promise<HostFailure> {
  const error: unknown = await task.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HostError);
  return (error as HostError).failure;
}

/** What a step throws that must fail. */
export function failureIn(step: () => unknown): HostFailure {
  try {
    step();
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    return (error as HostError).failure;
  }
  throw new Error("it did not fail");
}

/** A whole failure, to be compared with one: of the workbook, of a sheet, or of a cell ("F12"). */
export function failed(code: string, sheet: string | null = null, cell: string | null = null): object {
  return { code, place: sheet === null ? null : { sheet, cell }, data: {} };
}
