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

/**
 * The roles by which a sheet is known, the most telling first: the first that finds its signs has the sheet. A new kind
 * of sheet is a line here, and what reads it.
 */
const roles: readonly ((grid: SheetGrid) => SheetRole | null)[] = [
  (grid) => (grid.mark === null ? null : { role: "own" }),
  (grid) => (grid.rows.every((row) => row.every(isBlank)) ? { role: "empty" } : null),
  (grid) => (holdsOwnNotice(grid) ? { role: "unknown" } : null),
  // The only one that counts by its name.
  (grid) => (normalise(grid.name) === settingsSheetName ? { role: "settings" } : null),
  (grid) => {
    const header = findTableHeader(grid);
    return header && { role: header.isForm ? "form" : "scores", header };
  },
  (grid) => {
    const header = findAgencyListHeader(grid);
    return header && { role: "agencies", header };
  },
  (grid) => (hasSettings(grid) ? { role: "settings" } : null),
];

export function roleOf(grid: SheetGrid): SheetRole {
  for (const find of roles) {
    const role = find(grid);
    if (role !== null) return role;
  }
  return { role: "unknown" };
}

/** A sheet with what it was taken for. */
export interface RoledSheet<Role extends SheetRole = SheetRole> {
  readonly grid: SheetGrid;
  readonly role: Role;
}

type RoleNamed<Name> = Extract<SheetRole, { readonly role: Name }>;

export function sheetsOfRole<Name extends SheetRole["role"]>(
  sheets: readonly RoledSheet[],
  wanted: Name,
): readonly RoledSheet<RoleNamed<Name>>[] {
  return sheets.filter((sheet): sheet is RoledSheet<RoleNamed<Name>> => sheet.role.role === wanted);
}

/** A copy of one of the program's sheets, or one that became the user's: results are never input, whatever they look like. */
function holdsOwnNotice(grid: SheetGrid): boolean {
  const notice = cleanText(ownNotice);
  return grid.rows.slice(0, headerSearchRows).some((row) => row.some((cell) => textOf(cell) === notice));
}
