import { lastColumn, lastRow, parseCellAddress } from "../data/cell-address";
import { failure } from "../data/host-error";
import { wholeNumber } from "./schema-values";

/** Where in the sheet the row or cell stands that was entered last; both count from 0. */
export interface PlaceFollower {
  readonly row: number;
  readonly column: number;
  /** Takes the r of a <row>, undefined where it has none. */
  enterRow(number: string | undefined): void;
  /** Takes the r of a <c>. */
  enterCell(address: string | undefined): void;
}

/**
 * Follows a worksheet part from row to row and cell to cell. Some writers leave numbers and addresses out: the next one
 * is meant then. A place outside the sheet, an address that is none, a cell that names another row than its own: the
 * part is damaged, since a guess would move scores to another agency. (sheet: whose name the sentence says.)
 */
export function followPlaces(sheet: string | null = null): PlaceFollower {
  let row = -1;
  let column = -1;
  let isRowSure = false;
  const wrong = (): Error => (sheet === null ? failure("broken") : failure("misplacedCells", { sheet }));
  return {
    get row() {
      return row;
    },
    get column() {
      return column;
    },
    enterRow(number) {
      isRowSure = number !== undefined;
      row = number === undefined ? row + 1 : (wholeNumber(number) ?? 0) - 1;
      column = -1;
      if (row < 0 || row > lastRow) throw wrong();
    },
    enterCell(address) {
      if (address === undefined) {
        column++;
      } else {
        const place = parseCellAddress(address) ?? parseCellAddress(address.toUpperCase());
        if (place === null || (isRowSure && place.row !== row)) throw wrong();
        ({ row, column } = place);
      }
      isRowSure = true;
      if (row < 0 || column > lastColumn) throw wrong();
    },
  };
}
