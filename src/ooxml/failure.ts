import { failure, HostError } from "../data/host-error";

/** Runs a step over the user's file: whatever goes wrong in it goes out as a HostError. */
export function withPlainFailure<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof HostError ? error : failure("broken", { cause: error });
  }
}
