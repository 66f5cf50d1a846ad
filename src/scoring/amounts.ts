/**
 * What an agency's points at a criterion are made of (domain.md, Computing 1–3): what applies, what is scaled up and
 * what is added as it is. Said once; totals.ts makes numbers of it, report/area-formula.ts formulas.
 */
import { remembered } from "../data/remembered";
import { type Exact, sum, zero } from "./exact";
import type { AgencyScores, Criterion, Settings } from "./model";

export type NotApplicableRule = Settings["notApplicableRule"];

/** Leaves whose points are added, and amounts that are scaled up before they are. */
export interface Amount {
  readonly leaves: readonly Criterion[];
  readonly scaled: readonly ScaledAmount[];
}

/** amount × (maxima of whole) / (maxima of counting); neither is 0. */
export interface ScaledAmount {
  readonly amount: Amount;
  readonly whole: readonly Criterion[];
  readonly counting: readonly Criterion[];
}

export interface Amounts {
  /** Appraised and survey points. */
  readonly points: Amount;
  /** Bonus and penalty leaves: never scaled. */
  readonly extra: readonly Criterion[];
  /** Leaves whose maxima are the applicable maximum. */
  readonly counting: readonly Criterion[];
  /** False where every leaf below is not applicable. */
  readonly applicable: boolean;
}

const nothing: Amounts = { points: { leaves: [], scaled: [] }, extra: [], counting: [], applicable: false };

/**
 * With the rule "total" (Quy đổi trên tổng điểm) a leaf that does not apply leaves score and maximum; with "parent"
 * (Quy đổi trong tiêu chí cấp trên) a parent keeps its own maximum and its children's points are scaled up to it.
 */
export function amountsOf(criterion: Criterion, agency: AgencyScores, rule: NotApplicableRule): Amounts {
  return partsOf(criterion, notApplicable(agency), rule);
}

/** leftOut: ids of what says "not applicable". Most of a tree holds none of them. */
function partsOf(criterion: Criterion, leftOut: readonly number[], rule: NotApplicableRule): Amounts {
  if (leftOut.includes(criterion.id)) return nothing;
  const ids = idsBelow(criterion);
  const below = leftOut.filter((id) => ids.has(id));
  if (below.length === 0) return wholeOf(criterion);

  const parts = joined(criterion.children.map((child) => partsOf(child, below, rule)));
  if (rule === "total") return parts;
  const whole = maximumLeaves(criterion);
  const applicable = sumOfMaxima(parts.counting);
  if (applicable.equals(zero) || applicable.equals(sumOfMaxima(whole))) return parts;
  const scaled = { amount: parts.points, whole, counting: parts.counting };
  return { ...parts, points: { leaves: [], scaled: [scaled] }, counting: whole };
}

function joined(parts: readonly Amounts[]): Amounts {
  return {
    points: {
      leaves: parts.flatMap(({ points }) => points.leaves),
      scaled: parts.flatMap(({ points }) => points.scaled),
    },
    extra: parts.flatMap(({ extra }) => extra),
    counting: parts.flatMap(({ counting }) => counting),
    applicable: parts.some(({ applicable }) => applicable),
  };
}

/** Where everything applies it is the same for every agency. */
const wholeOf = remembered((criterion: Criterion): Amounts => {
  if (criterion.children.length > 0) return joined(criterion.children.map(wholeOf));
  const counts = countsInMaximum(criterion);
  return {
    points: { leaves: counts ? [criterion] : [], scaled: [] },
    extra: counts ? [] : [criterion],
    counting: counts && criterion.maximum !== null ? [criterion] : [],
    applicable: true,
  };
});

const notApplicable = remembered(({ entries }: AgencyScores): readonly number[] =>
  [...entries].flatMap(([id, { kind }]) => (kind === "notApplicable" ? [id] : [])),
);

const idsBelow: (criterion: Criterion) => ReadonlySet<number> = remembered(
  ({ children }: Criterion) => new Set(children.flatMap((child) => [child.id, ...idsBelow(child)])),
);

export const leavesOf: (criterion: Criterion) => readonly Criterion[] = remembered((criterion: Criterion) =>
  criterion.children.length === 0 ? [criterion] : criterion.children.flatMap(leavesOf),
);

/** The leaves that have a maximum that counts, whatever applies to an agency. */
export function maximumLeaves(criterion: Criterion): readonly Criterion[] {
  return wholeOf(criterion).counting;
}

/** Sum of the leaves' maxima, whatever applies to an agency; bonus and penalty count nothing. In points. */
export function fullMaximum(criterion: Criterion): Exact {
  return sumOfMaxima(maximumLeaves(criterion));
}

/** In points. One list of leaves stands for many agencies, so its sum is kept. */
export const sumOfMaxima = remembered(
  (leaves: readonly Criterion[]): Exact => sum(leaves.map(({ maximum }) => maximum ?? zero)),
);

/** Bonus and penalty count in no maximum. */
export function countsInMaximum(leaf: Criterion): boolean {
  return leaf.method === "appraisal" || leaf.method === "survey";
}
