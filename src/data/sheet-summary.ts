/** What the program takes a sheet of the workbook for. */
export interface SheetSummary {
  readonly name: string;
  readonly role: "scores" | "form" | "agencies" | "settings" | "own" | "skipped";
  /** Why it is not read, or that it is hidden; null where there is nothing to say. */
  readonly reason: SheetReason | null;
}

export type SheetReason = "empty" | "own" | "skipped" | "form" | "noAgencies" | "hidden";
