/** Where the rows and columns of a sheet begin, in pixels. */
export interface SheetSizes {
  rowStart(row: number): number;
  columnStart(column: number): number;
}
