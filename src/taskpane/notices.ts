/** What the pane says when something is over. */
import { HostError } from "../data/host-error";
import type { PaneTexts } from "../strings/pane.vi";
import type { Notice, PaneRequest } from "./state";

export function done(text: string): Notice {
  return { intent: "success", text, retry: null, canDownload: true };
}

export function failure(error: unknown, retry: PaneRequest, texts: PaneTexts): Notice {
  return { intent: "error", text: sentenceOf(error, texts), retry, canDownload: false };
}

/** A HostError's sentence is for people; anything else is not. */
export function sentenceOf(error: unknown, texts: PaneTexts): string {
  return error instanceof HostError ? error.message : texts.notices.unexpected;
}
