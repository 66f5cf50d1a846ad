/** A value as the library is given it or gives it; an error by its name, a blank cell as null. */
export type PlainValue =
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly value: string };

/** A workbook of the library's own: nothing in it but what the steps read. */
export interface EngineJob {
  /** Cells of the sheets "Sheet2", "Sheet3" …; a number and no value: the result of that step stands there. */
  readonly cells: readonly EngineCell[];
  /** Formulas in the library's words, in column A of "Sheet1" from the first row on; each may name the rows above. */
  readonly steps: readonly string[];
}

export interface EngineCell {
  /** From 0 for "Sheet2". */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly content: PlainValue | { readonly type: "step"; readonly step: number };
}

/**
 * Computes a job: a value for each step, null where the library gave none. Rejects where it took longer than deadline
 * (milliseconds), too much memory or broke down; the next job is computed all the same.
 */
export type FormulaEngine = (job: EngineJob, deadline: number) => Promise<readonly (PlainValue | null)[]>;

/** Longer than any workbook that people score with needs; short enough to wait for. */
export const engineDeadline = 8000;
