import type { SheetGrid } from "../data/grid";
import { freeSheetName } from "../data/sheet-name";

/**
 * The name of each report sheet, by key. A sheet of ours that stands in the workbook keeps its present name, even if
 * the user renamed it; otherwise it is the wanted name, or "… (2)" where a sheet of the user's has that name.
 * others: what becomes of our sheets that are not wanted any more.
 */
export function chooseSheetNames(
  wanted: ReadonlyMap<string, string>,
  grids: readonly SheetGrid[],
  others: "remove" | "keep" = "remove",
): ReadonlyMap<string, string> {
  const own = new Map(grids.flatMap((grid) => (grid.mark === null ? [] : [[grid.mark.key, grid.name] as const])));
  const taken = new Set(
    // A sheet of ours that this report no longer has will be gone; its name is free.
    grids
      .filter((grid) => grid.mark === null || others === "keep" || wanted.has(grid.mark.key))
      .map((grid) => grid.name),
  );
  const names = new Map<string, string>();
  for (const [key, name] of wanted) {
    const present = own.get(key);
    const chosen = present ?? freeSheetName(name, taken);
    taken.add(chosen);
    names.set(key, chosen);
  }
  return names;
}
