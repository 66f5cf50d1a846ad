/** Says what each sheet of the workbook is, by what stands in it. */
import { ownNotice } from "../data/own-words";
import { findAgencyListHeader, type AgencyListHeader } from "./agency-list";
import type { SheetGrid } from "../data/grid";
import { hasSettings } from "./settings-sheet";
import { findTableHeader, headerSearchRows, type TableHeader } from "./table-header";
import { cleanText, isBlank, normalise, textOf } from "./text";

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
  if (holdsOwnNotice(grid)) return { role: "unknown" };
  if (normalise(grid.name) === settingsSheetName) return { role: "settings" };
  const table = findTableHeader(grid);
  if (table !== null) return { role: table.isForm ? "form" : "scores", header: table };
  const list = findAgencyListHeader(grid);
  if (list !== null) return { role: "agencies", header: list };
  return hasSettings(grid) ? { role: "settings" } : { role: "unknown" };
}

/** A copy of one of the program's sheets, or one that became the user's: results are never input, whatever they look like. */
function holdsOwnNotice(grid: SheetGrid): boolean {
  const notice = cleanText(ownNotice);
  return grid.rows.slice(0, headerSearchRows).some((row) => row.some((cell) => textOf(cell) === notice));
}
