/**
 * Where a value came from: the "source" that scoring/ carries without looking, and that report/
 * turns into a reference. Rows and columns count from 0.
 */

/** How the cell holds its number: decides the formula that reads it again. */
export type HeldAs = "number" | "text" | "nothing";

export interface CellSource {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly heldAs: HeldAs;
}

/** Where a group's table stands (AgencyGroup.source). */
export interface TableSource {
  readonly sheet: string;
  /** First and last row with a criterion, totals excluded. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly maximumColumn: number;
}

/** Where an agency stands in its group's table (AgencyScores.source). */
export interface AgencySource {
  readonly sheet: string;
  readonly headerRow: number;
  /** Column of the scores that the index is computed from. */
  readonly scoreColumn: number;
  /** Column of the self scores, or null. */
  readonly selfScoreColumn: number | null;
}
