/** Scores and maxima of one agency, from the leaves up (domain.md, Computing 1–3). */
import { type Exact, sum, zero } from "./exact";
import type { AgencyScores, Criterion, Settings } from "./model";

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

/** Sum of the children's maxima, whatever applies to an agency; bonus and penalty count nothing. In points. */
export function fullMaximum(criterion: Criterion): Exact {
  if (criterion.children.length > 0) return sum(criterion.children.map(fullMaximum));
  return countsInMaximum(criterion) ? (criterion.maximum ?? zero) : zero;
}

export function leavesOf(criterion: Criterion): readonly Criterion[] {
  return criterion.children.length === 0 ? [criterion] : criterion.children.flatMap(leavesOf);
}

export function countsInMaximum(leaf: Criterion): boolean {
  return leaf.method === "appraisal" || leaf.method === "survey";
}

/** True where "not applicable" stands at the row itself (typed on a parent it covers all leaves below). */
export function saysNotApplicable(criterion: Criterion, agency: AgencyScores): boolean {
  return agency.entries.get(criterion.id)?.kind === "notApplicable";
}

/**
 * What one agency has at a criterion. With the rule "total" (Quy đổi trên tổng điểm) a leaf that does not apply
 * leaves score and maximum; with "parent" (Quy đổi trong tiêu chí cấp trên) a parent keeps its own maximum and
 * its children's points are scaled up to it. Bonus and penalty points are added as they are, never scaled.
 */
export function totalsOf(criterion: Criterion, agency: AgencyScores, rule: Settings["notApplicableRule"]): Totals {
  const { scaled, extra, maximum, applicable } = partsOf(criterion, agency, rule);
  return { appraised: scaled.appraised.add(extra), survey: scaled.survey, maximum, applicable };
}

interface Parts {
  readonly scaled: { readonly appraised: Exact; readonly survey: Exact };
  /** Bonus less penalty, in points. */
  readonly extra: Exact;
  readonly maximum: Exact;
  readonly applicable: boolean;
}

const nothing: Parts = { scaled: { appraised: zero, survey: zero }, extra: zero, maximum: zero, applicable: false };

function partsOf(criterion: Criterion, agency: AgencyScores, rule: Settings["notApplicableRule"]): Parts {
  if (saysNotApplicable(criterion, agency)) return nothing;
  if (criterion.children.length === 0) return leafParts(criterion, agency);

  const children = criterion.children.map((child) => partsOf(child, agency, rule));
  const applicableMaximum = sum(children.map((child) => child.maximum));
  const own = fullMaximum(criterion);
  const rescale = rule === "parent" && !applicableMaximum.equals(zero) && !applicableMaximum.equals(own);
  const total = (pick: (child: Parts) => Exact): Exact => sum(children.map(pick));
  const upscaled = (points: Exact): Exact => (rescale ? points.mul(own).div(applicableMaximum) : points);
  return {
    scaled: {
      appraised: upscaled(total((child) => child.scaled.appraised)),
      survey: upscaled(total((child) => child.scaled.survey)),
    },
    extra: total((child) => child.extra),
    maximum: rescale ? own : applicableMaximum,
    applicable: children.some((child) => child.applicable),
  };
}

function leafParts(leaf: Criterion, agency: AgencyScores): Parts {
  const entry = agency.entries.get(leaf.id);
  // A blank or an entry in error counts as 0 (only a provisional result comes this far, Computing 9).
  const points = entry?.kind === "value" ? entry.value : zero;
  const base = { ...nothing, applicable: true };
  switch (leaf.method) {
    case "bonus":
      return { ...base, extra: points };
    case "penalty":
      return { ...base, extra: points.abs().neg() };
    case "survey":
      return { ...base, scaled: { appraised: zero, survey: points }, maximum: leaf.maximum ?? zero };
    case "appraisal":
      return { ...base, scaled: { appraised: points, survey: zero }, maximum: leaf.maximum ?? zero };
  }
}
