/** Of the row numbers and column letters, in pixels. */
export const headWidth = 44;
export const headHeight = 22;

export function cellId(row: number, column: number): string {
  return `cell-${String(row)}-${String(column)}`;
}
