export type Severity = "error" | "warning" | "info";

/** One thing that the checks found, as data: people read the sentence that a catalogue of strings/ makes of it. */
export interface Finding {
  /** Stable, kebab-case; listed in findingSeverities. */
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** "F12", or null where the finding is about the sheet or the workbook. */
  readonly cell: string | null;
  readonly agency: string | null;
  /** The criterion's code, "1.2.1". */
  readonly criterion: string | null;
  /** Which of the catalogue's sentences says it, and the numbers and names in it. */
  readonly data: FindingData;
  /** The value that a safe repair would put into the cell, or null. */
  readonly repair: number | string | null;
}

/** Every code with its severity: the one list, also the source of docs/findings.md. */
export const findingSeverities = {
  "score-above-maximum": "error",
  "score-negative": "error",
  "score-missing": "error",
  "score-not-a-number": "error",
  "score-became-date": "error",
  "cell-error": "error",
  "formula-not-calculated": "error",
  "code-duplicate": "error",
  "maximum-missing": "error",
  "agency-duplicate": "error",
  "nothing-to-score": "error",
  "score-is-text": "warning",
  "maximum-is-text": "warning",
  "code-lost-zero": "warning",
  "maximum-sum-mismatch": "warning",
  "total-not-100": "warning",
  "parent-score-mismatch": "warning",
  "agency-unknown": "warning",
  "group-mismatch": "warning",
  "setting-unknown": "warning",
  "column-skipped": "warning",
  "agency-name-variant": "info",
  "sheet-skipped": "info",
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof findingSeverities;

/** What stands in a cell and should be something else: points or a text as it is, a share of 100, a day (1900 system). */
export type Found = string | number | { readonly percent: number } | { readonly day: number };

/** The sentences by name, each with what it is about. Numbers are points but where they count something. */
export interface FindingFacts {
  readonly scoreAboveMaximum: { readonly score: number; readonly maximum: number; readonly criterion: string };
  readonly scoreNegative: { readonly score: number; readonly criterion: string };
  readonly scoreMissing: { readonly criterion: string; readonly agency: string };
  readonly scoreMissingColumn: { readonly agency: string; readonly count: number };
  readonly scoreMissingRow: { readonly criterion: string; readonly count: number };
  readonly scoreNotANumber: { readonly found: string; readonly criterion: string };
  readonly scoreTooLarge: { readonly found: string; readonly criterion: string };
  readonly scoreIsPercent: { readonly found: Found; readonly criterion: string };
  readonly scoreBecameDate: { readonly date: Found; readonly criterion: string; readonly repair: number | null };
  readonly scoreIsText: { readonly found: string; readonly read: number; readonly criterion: string };
  readonly cellError: { readonly found: string; readonly criterion: string };
  readonly formulaNotCalculated: { readonly formula: string; readonly criterion: string };
  readonly codeDuplicate: { readonly code: string; readonly cell: string; readonly first: string };
  readonly codeLostZero: { readonly found: string; readonly read: string };
  readonly codeBecameDate: { readonly date: Found; readonly read: string };
  readonly codeMissing: { readonly name: string; readonly read: string };
  readonly codeUnreadable: { readonly found: string; readonly read: string };
  readonly areaMissing: { readonly code: string; readonly criterion: string };
  readonly maximumMissing: { readonly criterion: string };
  readonly maximumUnreadable: { readonly criterion: string; readonly found: Found };
  readonly maximumNegative: { readonly criterion: string; readonly found: number };
  readonly maximumIsText: { readonly criterion: string | null; readonly found: string; readonly read: number };
  readonly maximumSumMismatch: {
    readonly criterion: string | null;
    readonly typed: number | string;
    readonly sum: number;
  };
  readonly totalMaximumMismatch: { readonly typed: number | string; readonly sum: number };
  readonly totalNot100: { readonly total: number };
  readonly parentScoreMismatch: { readonly criterion: string; readonly typed: number | string; readonly sum: number };
  readonly totalScoreMismatch: { readonly typed: number | string; readonly sum: number };
  readonly notApplicableWithScores: { readonly criterion: string; readonly below: string };
  readonly agencyDuplicate: { readonly agency: string; readonly group: string; readonly first: string };
  readonly agencyListedTwice: { readonly agency: string; readonly first: string };
  readonly agencyUnknown: { readonly agency: string; readonly list: string };
  readonly agencyWithoutScores: { readonly agency: string };
  readonly groupWithoutScores: { readonly group: string; readonly count: number };
  readonly agencyNameVariant: { readonly agency: string; readonly listed: string };
  readonly agencyNameLooksAlike: { readonly agency: string };
  readonly groupMismatch: {
    readonly first: string;
    readonly others: number;
    readonly listed: string;
    readonly label: string;
  };
  readonly groupWithTwoSets: { readonly group: string; readonly other: string; readonly as: string };
  readonly settingUnknown: { readonly key: string; readonly known: readonly string[] };
  readonly settingValueUnknown: { readonly key: string; readonly found: string; readonly known: readonly string[] };
  readonly settingYearUnknown: { readonly key: string; readonly found: string };
  readonly settingCapUnknown: { readonly key: string; readonly found: string };
  readonly settingBecameDate: { readonly key: string; readonly read: string };
  readonly methodUnknown: { readonly found: string; readonly known: readonly string[] };
  readonly levelUnreadable: { readonly level: string; readonly found: string };
  readonly groupNameUnknown: { readonly found: string; readonly known: readonly string[] };
  readonly lastYearUnreadable: { readonly agency: string; readonly found: Found };
  readonly lastYearTooLarge: { readonly agency: string; readonly found: string };
  readonly nothingToScore: NoFacts;
  readonly nothingToScoreFormsOnly: { readonly forms: number };
  readonly nothingToScoreNoAgencies: NoFacts;
  readonly nothingToScoreNoCriteria: NoFacts;
  readonly nothingToScoreSelfOnly: { readonly group: string };
  readonly columnSkipped: { readonly name: string };
  readonly sheetSkipped: NoFacts;
  readonly sheetSkippedForm: NoFacts;
  readonly sheetSkippedNoAgencies: NoFacts;
}

type NoFacts = Readonly<Record<never, never>>;

export type FindingData = {
  readonly [Says in keyof FindingFacts]: { readonly says: Says } & FindingFacts[Says];
}[keyof FindingFacts];
