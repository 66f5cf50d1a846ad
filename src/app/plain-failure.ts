/** What something failed with, as plain data: errors lose what they are on their way between threads. */
import { HostError } from "../data/host-error";
import type { HostFailure } from "../data/host-failure";
import type { ShownAccepted } from "./workbook-service";

export interface PlainFailure {
  /** null where no sentence is made for it. */
  readonly failure: HostFailure | null;
  /** For developers. */
  readonly message: string;
}

export function plainFailure(error: unknown): PlainFailure {
  return {
    failure: error instanceof HostError ? error.failure : null,
    message: error instanceof Error ? error.message : String(error),
  };
}

export function errorOf({ failure, message }: PlainFailure): Error {
  return failure === null ? new Error(message) : new HostError(failure);
}

export type PlainAccepted = Omit<ShownAccepted, "recordFailure"> & { readonly recordFailure: PlainFailure | null };

export function plainAccepted({ recordFailure, ...accepted }: ShownAccepted): PlainAccepted {
  return { ...accepted, recordFailure: recordFailure === null ? null : plainFailure(recordFailure) };
}

export function acceptedOf({ recordFailure, ...accepted }: PlainAccepted): ShownAccepted {
  return { ...accepted, recordFailure: recordFailure === null ? null : errorOf(recordFailure) };
}
