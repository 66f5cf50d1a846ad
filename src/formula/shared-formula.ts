import { columnNumber, lastColumn, lastRow } from "../data/cell-address";
import { columnName } from "../data/grid";
import { tokensOf } from "./tokens";

const reference = /(\$?)([A-Za-z]+)|(\$?)(\d+)/g;

/**
 * The formula of a cell that shares another cell's formula, so many rows down and columns to the right:
 * relative references move along, absolute ones stay.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const shifted = (area: string): string =>
    area.replace(reference, (whole: string, ...groups: (string | undefined)[]) => {
      const [fixedColumn, letters, fixedRow, digits] = groups;
      if (fixedColumn === "$" || fixedRow === "$") return whole;
      return letters === undefined
        ? String(around(Number(digits) - 1 + rows, lastRow) + 1)
        : columnName(around(columnNumber(letters.toUpperCase()) + columns, lastColumn));
    });
  return tokensOf(formula)
    .map(({ text, area }) => (area === "" ? text : text.slice(0, -area.length) + shifted(area)))
    .join("");
}

/** What leaves the sheet at one end comes in at the other, as Excel does it. */
function around(place: number, last: number): number {
  return (place + last + 1) % (last + 1);
}
