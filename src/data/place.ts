/**
 * Where a value came from: what scoring/ carries without looking, and report/ turns into a reference. Rows and columns
 * count from 0.
 */

/** How the cell holds its number: decides the formula that reads it again. */
export type HeldAs = "number" | "text" | "nothing";

/** A character, and what stands for it. */
export type UnusualCharacters = readonly (readonly [character: string, usual: string])[];

export interface CellSource {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly heldAs: HeldAs;
  /** Of a number held as text: characters in it that a formula has to exchange before it can read the number. */
  readonly unusual?: UnusualCharacters;
}

/** What stands in a column of texts at one row, whole. */
export interface TextCell {
  readonly text: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
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
}
