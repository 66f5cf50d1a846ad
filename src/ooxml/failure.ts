import { HostError } from "../data/host-error";
import { xlsxMessages, type XlsxMessage } from "./messages";

/** The HostError for one of this folder's sentences. The library's own error, where there is one, travels as its cause. */
export function failure(
  message: XlsxMessage,
  options: { sheet?: string; cell?: string; cause?: unknown } = {},
): HostError {
  const sentence = xlsxMessages[message].vi
    .replace("{cell}", options.cell ?? "")
    .replace("{sheet}", () => options.sheet ?? "");
  return new HostError(sentence, options.cause === undefined ? {} : { cause: options.cause });
}

/** Runs a step over the user's file: whatever goes wrong in it, a person gets one sentence. */
export function withPlainFailure<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof HostError ? error : failure("broken", { cause: error });
  }
}
