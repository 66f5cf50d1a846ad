import type { GridCell } from "../../data/grid";

/** A block of cells as Excel hands them over. */
export interface RawCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly types: readonly (readonly unknown[])[];
}

/** The cell at a place of the block; null for an empty one. */
export function gridCell(raw: RawCells, row: number, column: number): GridCell | null {
  const value = raw.values[row]?.[column];
  const formula = formulaOf(raw.formulas[row]?.[column], value);
  if (formula === null && (value === "" || value === null || value === undefined)) return null;
  const format = String(raw.formats[row]?.[column] ?? "General");
  const type = raw.types[row]?.[column];
  if (type === "Error") return { type: "error", value: String(value), format, formula };
  if (typeof value === "number") return { type: "number", value, format, formula };
  if (typeof value === "boolean") return { type: "boolean", value, format, formula };
  return { type: "text", value: String(value ?? ""), format, formula };
}

/**
 * Without "="; null for a constant. A text that begins with "=" is given back by `formulas` without its apostrophe
 * (office-js #6687), but as its value too: no formula's result is its own text.
 */
function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : null;
}

/** A text so that Excel takes it for nothing else: no formula, no date, no number. */
export function asText(text: string): string {
  // With the apostrophe it may be as long as Excel lets a cell be.
  return text === "" ? "" : `'${text.slice(0, longestWrittenText)}`;
}

const longestWrittenText = 32766;
