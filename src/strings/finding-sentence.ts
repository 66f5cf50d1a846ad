/** Findings as people read them: one catalogue of sentences per language, filled with what a finding is about. */
import type { Finding, FindingCode, FindingFacts, Found } from "../data/finding";
import type { SheetReason } from "../data/sheet-summary";
import { type DecimalMark, showFound } from "./show-found";

/** A fact as it stands in a sentence: numbers with the workbook's decimal mark, lists still to be joined. */
type Shown<Fact> = Fact extends readonly string[] ? readonly string[] : Fact extends null ? null : string;
type ShownFacts<Facts> = { readonly [Name in keyof Facts]: Shown<Facts[Name]> };

/** Every language has the same sentences: a missing one does not compile. */
export type FindingTexts = {
  readonly [Says in keyof FindingFacts]: (facts: ShownFacts<FindingFacts[Says]>) => string;
};

/** What a code means: one sentence or two. */
export type FindingExplanations = Readonly<Record<FindingCode, string>>;

/** Why a sheet was not read. */
export type SheetReasonTexts = Readonly<Record<SheetReason, string>>;

/** What is wrong and what to do, in one sentence. */
export function findingSentence({ data }: Pick<Finding, "data">, words: FindingTexts, mark: DecimalMark): string {
  const { says, ...facts } = data;
  const shown = Object.entries<Found | readonly string[] | null>(facts).map(([name, fact]) => [
    name,
    fact === null || isList(fact) ? fact : showFound(fact, mark),
  ]);
  const sentence = words[says] as (facts: Readonly<Record<string, unknown>>) => string;
  return sentence(Object.fromEntries(shown));
}

/** A finding with its sentence, for those who only print it. */
export interface SaidFinding extends Finding {
  readonly message: string;
}

export function saidFindings(findings: readonly Finding[], words: FindingTexts, mark: DecimalMark): SaidFinding[] {
  return findings.map((finding) => ({ ...finding, message: findingSentence(finding, words, mark) }));
}

function isList(fact: Found | readonly string[]): fact is readonly string[] {
  return Array.isArray(fact);
}

/** "A, B hoặc C" with the word of the language. */
export function listOr(words: readonly string[], or: string): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(or);
}
