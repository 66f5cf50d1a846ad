/** Typed maxima of parents and totals against the sums that are used instead, and the whole against 100. */
import type Fraction from "fraction.js";
import { hundred, sum, toNumber } from "../scoring/exact";
import type { Criterion } from "../scoring/model";
import { countsInMaximum, fullMaximum, leavesOf } from "../scoring/amounts";
import type { CriteriaSet } from "./criteria";
import type { Check } from "./book";
import type { AddFinding, FindingDraft } from "./finding-list";
import { cellAt, type SheetGrid } from "../data/grid";
import { readNumber } from "./numbers";
import { quote, textOf } from "./text";

interface MaximaColumn {
  readonly grid: SheetGrid;
  /** Of the maxima. */
  readonly column: number;
  readonly add: AddFinding;
}

/** Maxima typed as text, sums that differ from their parts, and criteria sets that are not worth 100 points. */
export const checkMaxima: Check = ({ tables }) => {
  const found: FindingDraft[] = [];
  for (const { table } of tables) {
    const { grid, header, criteria } = table;
    const check: MaximaColumn = { grid, column: header.maximumColumn, add: (draft) => found.push(draft) };
    for (const { criterion, row } of criteria.leaves) {
      if (row !== null) typedMaximum(check, row, criterion.code);
    }
    checkParents(check, criteria);
    checkTotals(check, criteria);
    checkWhole(check, criteria);
  }
  return found;
};

function checkParents(check: MaximaColumn, set: CriteriaSet): void {
  const { grid, column, add } = check;
  for (const { criterion, row } of set.parents) {
    const typed = row === null ? null : typedMaximum(check, row, criterion.code);
    const below = fullMaximum(criterion);
    // A parent of bonus and penalty alone counts no maximum; what is typed there is their bound.
    const isOnlyExtra = !leavesOf(criterion).some(countsInMaximum);
    if (typed === null || isOnlyExtra || !isWhole(criterion) || typed.value?.equals(below) === true) continue;
    const { code } = criterion;
    const data = { says: "maximumSumMismatch", criterion: code, typed: typed.shown, sum: toNumber(below) } as const;
    add({ code: "maximum-sum-mismatch", sheet: grid.name, row, column, criterion: code, data });
  }
}

function checkTotals(check: MaximaColumn, set: CriteriaSet): void {
  const { grid, column, add } = check;
  for (const { row, candidates } of set.totals) {
    const typed = typedMaximum(check, row, null);
    if (typed === null || !candidates.flat().every(isWhole)) continue;
    const sums = candidates.map(sumOfMaxima);
    const [first] = sums;
    if (first === undefined || sums.some((candidate) => typed.value?.equals(candidate) === true)) continue;
    const data = { says: "totalMaximumMismatch", typed: typed.shown, sum: toNumber(first) } as const;
    add({ code: "maximum-sum-mismatch", sheet: grid.name, row, column, data });
  }
}

function checkWhole({ grid, column, add }: MaximaColumn, set: CriteriaSet): void {
  const whole = sumOfMaxima(set.areas);
  if (!set.areas.every(isWhole) || whole.equals(hundred)) return;
  const grandTotal = set.totals.find(({ candidates }) => candidates.length === 1);
  const place = grandTotal === undefined ? { row: null, column: null } : { row: grandTotal.row, column };
  const data = { says: "totalNot100", total: toNumber(whole) } as const;
  add({ code: "total-not-100", sheet: grid.name, ...place, data });
}

interface Typed {
  /** null: too large to be any sum. */
  readonly value: Fraction | null;
  readonly shown: number | string;
}

/** The number in the maximum column; one held as text is reported here, of leaves, parents and totals alike. */
function typedMaximum({ grid, column, add }: MaximaColumn, row: number, criterion: string | null): Typed | null {
  const cell = cellAt(grid, row, column);
  const reading = readNumber(cell);
  if (reading.kind === "tooLarge") return { value: null, shown: reading.shown };
  if (reading.kind !== "number") return null;
  if (reading.heldAs === "text") {
    const data = {
      says: "maximumIsText",
      criterion,
      found: quote(textOf(cell)),
      read: toNumber(reading.value),
    } as const;
    const repair = toNumber(reading.value);
    add({ code: "maximum-is-text", sheet: grid.name, row, column, criterion, data, repair });
  }
  return { value: reading.value, shown: toNumber(reading.value) };
}

function sumOfMaxima(areas: readonly Criterion[]): Fraction {
  return sum(areas.map(fullMaximum));
}

/** Every leaf that counts has its maximum, so that sums mean something. */
function isWhole(criterion: Criterion): boolean {
  return leavesOf(criterion).every((leaf) => !countsInMaximum(leaf) || leaf.maximum !== null);
}
