/** Typed scores of parents and totals against the sums of the entries below them. They are checked, never used. */
import type Fraction from "fraction.js";
import { toNumber, zero } from "../scoring/exact";
import { leafPoints } from "../scoring/totals";
import type { Criterion, Entry } from "../scoring/model";
import type { BookAgency, Check } from "./book";
import type { FindingDraft } from "./finding-list";
import { cellAt } from "../data/grid";
import { readNumber } from "./numbers";

interface Typed {
  /** null: too large to be any sum. */
  readonly value: Fraction | null;
  readonly shown: number | string;
}

/** Typed sums that differ in the third decimal or before; where an entry below is missing nothing can be said. */
export const checkSums: Check = ({ groups }) =>
  groups.flatMap(({ agencies }) => agencies.filter(({ hasScores }) => hasScores).flatMap(columnSums));

function columnSums({ matched, scores }: BookAgency): readonly FindingDraft[] {
  const { grid, criteria } = matched.table;
  const { name: agency, entries } = scores;
  const column = scores.source.scoreColumn;
  const found: FindingDraft[] = [];
  const typedAt = (row: number): Typed | null => {
    const reading = readNumber(cellAt(grid, row, column));
    if (reading.kind === "tooLarge") return { value: null, shown: reading.shown };
    return reading.kind === "number" ? { value: reading.value, shown: toNumber(reading.value) } : null;
  };

  for (const { criterion, row } of criteria.parents) {
    const typed = row === null ? null : typedAt(row);
    const sum = typed === null ? null : pointsOf(criterion, entries);
    if (typed === null || sum === null || isSame(typed.value, sum)) continue;
    const data = {
      says: "parentScoreMismatch",
      criterion: criterion.code,
      typed: typed.shown,
      sum: toNumber(sum),
    } as const;
    found.push({
      code: "parent-score-mismatch",
      sheet: grid.name,
      row,
      column,
      agency,
      criterion: criterion.code,
      data,
    });
  }
  for (const total of criteria.totals) {
    const typed = typedAt(total.row);
    if (typed === null) continue;
    const sums = total.candidates.map((areas) => sumOf(areas, entries)).filter((sum) => sum !== null);
    const [sum] = sums;
    if (
      sum === undefined ||
      sums.length < total.candidates.length ||
      sums.some((candidate) => isSame(typed.value, candidate))
    )
      continue;
    const data = { says: "totalScoreMismatch", typed: typed.shown, sum: toNumber(sum) } as const;
    found.push({ code: "parent-score-mismatch", sheet: grid.name, row: total.row, column, agency, data });
  }
  return found;
}

/** Points of a criterion, in the plain sense (nothing rescaled); null where an entry is missing. */
function pointsOf(criterion: Criterion, entries: ReadonlyMap<number, Entry>): Fraction | null {
  if (criterion.children.length > 0) return sumOf(criterion.children, entries);
  const entry = entries.get(criterion.id);
  if (entry?.kind === "value") return leafPoints(criterion, { entries });
  return entry?.kind === "notApplicable" ? zero : null;
}

function sumOf(criteria: readonly Criterion[], entries: ReadonlyMap<number, Entry>): Fraction | null {
  let sum = zero;
  for (const criterion of criteria) {
    const points = pointsOf(criterion, entries);
    if (points === null) return null;
    sum = sum.add(points);
  }
  return sum;
}

/** Equal as printed with 3 decimals, or nearer than half of the third: typed totals are often rounded. */
function isSame(a: Fraction | null, b: Fraction): boolean {
  if (a === null) return false;
  return a.round(3).equals(b.round(3)) || a.sub(b).abs().mul(2000).lt(1);
}
