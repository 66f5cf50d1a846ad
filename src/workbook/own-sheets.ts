/** What is read again of the sheets that this program made. */
import { recordSheetKey } from "./change-record";
import type { OwnSheetMark } from "../data/grid";
import { isKept } from "../data/own-sheet-mark";

/** Mark key of BC Tính toán; its first cell holds the stale line. */
export const calculationSheetKey = "calculation";

/**
 * How much of an own sheet every host hands over: all cells of the one with the record of changes and of those that are
 * kept, the first cell of BC Tính toán, and of the others nothing that anybody may count on.
 */
export function cellsRead(mark: OwnSheetMark): "all" | "first" | "none" {
  if (mark.key === recordSheetKey || isKept(mark)) return "all";
  return mark.key === calculationSheetKey ? "first" : "none";
}
