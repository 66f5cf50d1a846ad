/**
 * Ranks in formulas, without comparing every agency with all others: what ranks count stands once in a column of its
 * own, so that a rank is one COUNTIF. Whole numbers (thousandths): a criterion is a text, and a decimal number in it
 * would be written with the decimal mark of whoever opens the workbook.
 */
import type { CellPlace, ColumnPlace, TableCell } from "../data/blocks";
import { type Exact, round, toNumber } from "../scoring/exact";
import type { Settings } from "../scoring/model";
import { indexDecimals } from "../scoring/results";
import { rounded } from "./formula";
import type { Operand } from "./ledger";

const unitsInOne = 10 ** indexDecimals;

/** The value by which agencies are ranked: rounded as in scoring, so that equal ones are one and the same number. */
export function keyCell(unrounded: Operand, value: Exact | null, { rounding }: Settings): TableCell {
  return {
    value: value === null ? "" : toNumber(round(value, indexDecimals, rounding)),
    formula: (places) => {
      const operand = unrounded(places);
      return `IF(${operand}="","",${rounded(operand, indexDecimals, rounding)})`;
    },
  };
}

/**
 * What the ranks of one column count: every key in whole thousandths. Where equal ranks take one place (dense) it
 * stands only in the first agency that has it; MATCH finds that one.
 * @param firstKey the first agency's key
 * @param values of all agencies, from above, unrounded; null: not ranked
 */
export function countedCells(
  firstKey: CellPlace,
  values: readonly (Exact | null)[],
  { rankRule, rounding }: Pick<Settings, "rankRule" | "rounding">,
): readonly TableCell[] {
  if (values.length < 2) return values.map(() => ({ value: "" }));
  const keys = columnOf(firstKey, values.length);
  const seen = new Set<number>();
  return values.map((value, row) => {
    const number = value === null ? null : toNumber(round(value, indexDecimals, rounding).mul(unitsInOne));
    const counts = number !== null && (rankRule === "competition" || !seen.has(number));
    if (number !== null) seen.add(number);
    return {
      value: counts ? number : "",
      formula: ({ cell, fixedCell, column }) => {
        const own = cell({ ...firstKey, row: firstKey.row + row });
        const units = inUnits(own);
        if (rankRule === "competition") return `IF(${own}="","",${units})`;
        const isFirst = `MATCH(${own},${column(keys)},0)=ROW(${own})-ROW(${fixedCell(firstKey)})+1`;
        return `IF(${own}="","",IF(${isFirst},${units},""))`;
      },
    };
  });
}

/** One more than the better ones among what is counted. counted: that column's first cell. */
export function rankCell(key: CellPlace, counted: CellPlace, agencies: number, rank: number | null): TableCell {
  if (agencies < 2) return { value: "" };
  return {
    value: rank ?? "",
    formula: ({ cell, column }) => {
      const own = cell(key);
      return `IF(${own}="","",1+COUNTIF(${column(columnOf(counted, agencies))},">"&${inUnits(own)}))`;
    },
  };
}

/** ROUND only takes away what a binary product leaves behind (92.235*1000 is no whole number). */
function inUnits(key: string): string {
  return `ROUND(${key}*${String(unitsInOne)},0)`;
}

function columnOf({ table, column, row }: CellPlace, agencies: number): ColumnPlace {
  return { table, column, firstRow: row, lastRow: row + agencies - 1 };
}
