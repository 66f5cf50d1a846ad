/** What the pane says when something is over. */
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import type { PaneTexts } from "../strings/pane.vi";
import type { Notice, PaneRequest } from "./state";
import type { Work } from "./work";

export function done(text: string): Notice {
  return { intent: "success", text, retry: null, canDownload: true };
}

/** The user has stopped what went on. */
export function stopped({ notices }: PaneTexts): Notice {
  return { intent: "info", text: notices.cancelled, retry: null, canDownload: false };
}

export function failure(error: unknown, retry: PaneRequest, { texts, language }: Speech): Notice {
  return { intent: "error", text: sentenceOf(error, { texts, language }), retry, canDownload: false };
}

/** What the pane speaks with. */
export type Speech = Pick<Work, "texts" | "language">;

/** A HostError has a sentence for people; anything else has none. */
export function sentenceOf(error: unknown, { texts, language }: Speech): string {
  return error instanceof HostError ? hostSentence(error.failure, language) : texts.notices.unexpected;
}
