/**
 * What a host hands over for one sheet: plain cells, as they stand, nothing interpreted.
 * Rows and columns count from 0 here; addresses shown to people ("F12") count from 1.
 */

export type GridCellType = "number" | "text" | "boolean" | "error";

export interface GridCell {
  readonly type: GridCellType;
  /** number, text (also the error's name, "#DIV/0!") or boolean; null: a formula that was never calculated. */
  readonly value: number | string | boolean | null;
  /** Number format code in en-US notation; "General" where none is set. */
  readonly format: string;
  /** Without the leading "="; null for a constant. */
  readonly formula: string | null;
  /** A number in a workbook whose days count from 1904; as a date it means a day that lies 1,462 days later. */
  readonly date1904?: true;
}

export interface SheetGrid {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /**
   * rows[r][c] from A1 on; null is an empty cell, rows may be shorter than the sheet is wide. Of a sheet with a mark a
   * host may leave out what nobody reads (cellsRead).
   */
  readonly rows: readonly (readonly (GridCell | null)[])[];
  /** The mark of a sheet that this program made (see OwnSheetMark), or null for a sheet of the user's. */
  readonly mark: OwnSheetMark | null;
}

/** What the program writes into the workbook to know its own sheets again, whatever they are called by then. */
export interface OwnSheetMark {
  /** Which report sheet it is, for example "III.1", "calculation", "findings". */
  readonly key: string;
  /** The name that the program gave it. */
  readonly name: string;
  /** Number of rows, then columns, from A1 on, that the program wrote; cells outside are the user's. */
  readonly rows: number;
  readonly columns: number;
}

/** "A", "Z", "AA" for 0, 25, 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** "F12" for row 11, column 5. */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

export function cellAt(grid: SheetGrid, row: number, column: number): GridCell | null {
  return grid.rows[row]?.[column] ?? null;
}
