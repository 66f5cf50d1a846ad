export type Severity = "error" | "warning" | "info";

/** One thing that the checks found: data first, one sentence for people last. */
export interface Finding {
  /** Stable, kebab-case; listed in finding-codes.ts. */
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** "F12", or null where the finding is about the sheet or the workbook. */
  readonly cell: string | null;
  readonly agency: string | null;
  /** The criterion's code, "1.2.1". */
  readonly criterion: string | null;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
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
  "agency-name-variant": "info",
  "sheet-skipped": "info",
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof findingSeverities;
