/** Says what each sheet of the workbook is, by what stands in it. */
import { findAgencyListHeader, type AgencyListHeader } from "./agency-list";
import type { SheetGrid } from "./grid";
import { hasSettings } from "./settings-sheet";
import { findTableHeader, type TableHeader } from "./table-header";
import { isBlank, normalise } from "./text";

export type SheetRole =
  | { readonly role: "own" }
  | { readonly role: "empty" }
  | { readonly role: "scores"; readonly header: TableHeader }
  | { readonly role: "form"; readonly header: TableHeader }
  | { readonly role: "agencies"; readonly header: AgencyListHeader }
  | { readonly role: "settings" }
  | { readonly role: "unknown" };

const settingsSheetName = "thông tin";

/** A sheet with the program's mark is its own; only "Thông tin" counts by its name. */
export function roleOf(grid: SheetGrid): SheetRole {
  if (grid.mark !== null) return { role: "own" };
  if (grid.rows.every((row) => row.every(isBlank))) return { role: "empty" };
  if (normalise(grid.name) === settingsSheetName) return { role: "settings" };
  const table = findTableHeader(grid);
  if (table !== null) return { role: table.isForm ? "form" : "scores", header: table };
  const list = findAgencyListHeader(grid);
  if (list !== null) return { role: "agencies", header: list };
  return hasSettings(grid) ? { role: "settings" } : { role: "unknown" };
}
