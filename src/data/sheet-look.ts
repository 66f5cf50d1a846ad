/** How report sheets and their charts look where the report itself does not say: the same in both hosts. */

/** Page margins in centimetres; paper is A4. */
export const pageMargins = { left: 1.5, right: 1.5, top: 1.8, bottom: 2, header: 0.8, footer: 1 } as const;

export const chartLook = {
  titleSize: 12,
  /** Frame and axis lines. */
  line: "#BFBFBF",
  grid: "#E3E3E3",
  text: "#262626",
  background: "#FFFFFF",
} as const;

/** Excel takes no longer text in a cell. */
export const longestCellText = 32767;

/** A text as far as Excel keeps it: a file may hold longer ones, of which Excel cuts off the rest. Never half a character. */
export function cutToCell(text: string): string {
  if (text.length <= longestCellText) return text;
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(longestCellText - 1));
  return text.slice(0, longestCellText - (isHalf ? 1 : 0));
}

/** Pixels that a chart stands below its row's upper edge, so that a page break there does not cut its upper line. */
export const chartOffsetPixels = 2;

/** Widths in characters for plain rows: as wide as the longest text, within reason. */
export function columnWidthsFor(rows: readonly (readonly (string | number | null)[])[]): readonly number[] {
  const count = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: count }, (_, column) => {
    const longest = rows.reduce((length, row) => Math.max(length, String(row[column] ?? "").length), 0);
    return Math.min(60, Math.max(9, longest + 2));
  });
}
