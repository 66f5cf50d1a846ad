import { parseAnyCellAddress } from "../../data/cell-address";

/** "'Cấp tỉnh'!F12" as the sheet and the cell; a range gives its first cell; null for anything else. */
export function parseLocation(
  location: string,
): { readonly sheet: string | null; readonly row: number; readonly column: number } | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/u.exec(location.replace(/^#/, ""));
  const cell = parseAnyCellAddress((match?.[3] ?? "").split(":")[0] ?? "");
  if (!match || !cell) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, ...cell };
}
