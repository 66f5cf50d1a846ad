/** The check sums of BC Tính toán, by which it notices that scores have changed since. */
import type { TableCell } from "../data/blocks";
import { cellAt, type SheetGrid } from "../data/grid";
import { columnRange, reference } from "../data/references";
import { type Exact, fromCellNumber, round, sum, toNumber, zero } from "../scoring/exact";
import type { AgencyResult, GroupResult } from "../scoring/results";

interface ColumnCells {
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Now, and at the time of the calculation. */
export type CheckCells = readonly [now: TableCell, then: TableCell];

/** From the agency's own entries: a group may have agencies on several sheets, with other rows. */
export function scoreChecks({ agency }: AgencyResult, grids: readonly SheetGrid[]): CheckCells {
  const { sheet, scoreColumn } = agency.source;
  const rows = [...agency.entries.values()].map((entry) => entry.source.row);
  return checkCells({ sheet, column: scoreColumn, firstRow: Math.min(...rows), lastRow: Math.max(...rows) }, grids);
}

/** Of the column with the maxima. */
export function maximumChecks({ group }: GroupResult, grids: readonly SheetGrid[]): CheckCells {
  const { sheet, maximumColumn, firstRow, lastRow } = group.source;
  return checkCells({ sheet, column: maximumColumn, firstRow, lastRow }, grids);
}

/**
 * A weighted sum of a column, computed now and kept from the time of the calculation: numbers by their row, texts by
 * row and length. A column that holds an error value has -1 until that is mended.
 */
function checkCells({ sheet, column, firstRow, lastRow }: ColumnCells, grids: readonly SheetGrid[]): CheckCells {
  const range = columnRange(column, firstRow, lastRow, sheet);
  const weight = `(ROW(${range})-ROW(${reference(firstRow, column, sheet)})+1)`;
  const formula = `IFERROR(ROUND(SUMPRODUCT(${weight},${range})+SUMPRODUCT(ISTEXT(${range})*${weight}*LEN(${range})),6),-1)`;
  const value = checkValue(
    grids.find((grid) => grid.name === sheet),
    { sheet, column, firstRow, lastRow },
  );
  return [{ value, formula }, { value }];
}

function checkValue(grid: SheetGrid | undefined, { column, firstRow, lastRow }: ColumnCells): number {
  const parts: Exact[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cell = grid === undefined ? null : cellAt(grid, row, column);
    if (cell === null) continue;
    // A formula that nobody could compute will be an error value where it is computed.
    if (cell.type === "error" || cell.value === null) return -1;
    const weight = row - firstRow + 1;
    if (cell.type === "number" && typeof cell.value === "number") parts.push(fromCellNumber(cell.value).mul(weight));
    if (cell.type === "text" && typeof cell.value === "string") parts.push(zero.add(cell.value.length * weight));
  }
  return toNumber(round(sum(parts), 6, "half-up"));
}
