import type { Expression } from "./expression";

/** One function or operator of a formula; its arguments stand in the workbook or in steps before it. */
export interface Step {
  /** null: the formula is a constant or a cell, and this is its value. */
  readonly name: string | null;
  readonly args: readonly Operand[];
}

export type Operand = Exclude<Expression, { kind: "call" }> | { readonly kind: "step"; readonly step: number };
