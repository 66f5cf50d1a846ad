import type { HostFailure, HostFailureCode, HostFailureOf } from "../data/host-failure";
import { hostSentencesEn } from "./host.en";
import { hostSentencesVi } from "./host.vi";

const sentences = { vi: hostSentencesVi, en: hostSentencesEn } as const;

/** What a person is told about a failure: what is wrong, where, what to do. */
export function hostSentence(failure: HostFailure, language: keyof typeof sentences): string {
  return sentenceFor(failure.code, failure, language);
}

function sentenceFor<Code extends HostFailureCode>(
  code: Code,
  failure: HostFailureOf<Code>,
  language: keyof typeof sentences,
): string {
  return sentences[language][code](failure);
}
