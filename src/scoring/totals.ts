/** Scores and maxima of one agency as exact numbers (domain.md, Computing 1–3). */
import { type Amount, amountsOf, type NotApplicableRule, sumOfMaxima } from "./amounts";
import { type Exact, sum, zero } from "./exact";
import type { AgencyScores, Criterion, Method } from "./model";

export interface Totals {
  /** Points from appraised leaves, bonus added and penalty subtracted. */
  readonly appraised: Exact;
  /** Points from survey leaves (Điều tra xã hội học). */
  readonly survey: Exact;
  /** Applicable maximum in points; bonus and penalty count in none. */
  readonly maximum: Exact;
  /** False where every leaf below is not applicable. */
  readonly applicable: boolean;
}

/** appraised + survey, in points. */
export function scoreOf(totals: Totals): Exact {
  return totals.appraised.add(totals.survey);
}

/** What one agency has at a criterion. */
export function totalsOf(criterion: Criterion, agency: AgencyScores, rule: NotApplicableRule): Totals {
  const { points, extra, counting, applicable } = amountsOf(criterion, agency, rule);
  return {
    appraised: pointsOf(points, agency, "appraisal").add(sum(extra.map((leaf) => leafPoints(leaf, agency)))),
    survey: pointsOf(points, agency, "survey"),
    maximum: sumOfMaxima(counting),
    applicable,
  };
}

function pointsOf({ leaves, scaled }: Amount, agency: AgencyScores, method: Method): Exact {
  let total = zero;
  for (const leaf of leaves) if (leaf.method === method) total = total.add(leafPoints(leaf, agency));
  for (const { amount, whole, counting } of scaled) {
    total = total.add(pointsOf(amount, agency, method).mul(sumOfMaxima(whole)).div(sumOfMaxima(counting)));
  }
  return total;
}

/** A blank or an entry in error counts as 0 (only a provisional result comes this far, Computing 9). */
export function leafPoints(leaf: Criterion, { entries }: Pick<AgencyScores, "entries">): Exact {
  const entry = entries.get(leaf.id);
  const points = entry?.kind === "value" ? entry.value : zero;
  return leaf.method === "penalty" ? points.abs().neg() : points;
}
