import type { SampleArea, SampleSubCriterion } from "./sample-data";

/** Points are counted in ten-thousandths, so that sums are exact. */
export const UNITS = 10_000;
const QUARTER = UNITS / 4;

/** Points as whole units: 13.4658 → 134658. */
export function toUnits(points: number): number {
  return Math.round(points * UNITS);
}

/** A number that looks random but is the same on every run (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // FNV's low bits are weak for short texts: mix the high ones in.
  return (value ^ (value >>> 15)) >>> 0;
}

interface Step {
  readonly leaf: number;
  readonly units: number;
}

function wholeQuarters(units: number): number {
  return Math.floor(units / QUARTER) * QUARTER;
}

/** In which order, and in what portions, an agency loses points. */
function lossSteps(leaves: readonly SampleSubCriterion[], agency: string): Step[] {
  const seed = (leaf: number) => hash(`${agency}|${leaves[leaf]?.name ?? ""}`);
  const shuffled = leaves.map((_, leaf) => leaf).sort((a, b) => seed(a) - seed(b));
  const maximum = (leaf: number) => toUnits(leaves[leaf]?.maximum ?? 0);
  const named = shuffled.filter((leaf) => leaves[leaf]?.lostBy?.includes(agency));
  // Hard, but not for everybody: two agencies in ten do well there.
  const hard = shuffled.filter((leaf) => leaves[leaf]?.hard === true && seed(leaf) % 10 < 8);
  return [
    ...named.map((leaf) => ({ leaf, units: Math.ceil(maximum(leaf) / 2 / QUARTER) * QUARTER })),
    ...hard.map((leaf) => ({ leaf, units: maximum(leaf) })),
    ...shuffled.map((leaf) => ({ leaf, units: QUARTER * (1 + (seed(leaf) % 2)) })),
    ...shuffled.map((leaf) => ({ leaf, units: 2 * QUARTER })),
    ...shuffled.map((leaf) => ({ leaf, units: maximum(leaf) })),
  ];
}

/**
 * Spreads an agency's published score of an area over the area's leaves: an illustration, but one that
 * adds up to the last decimal. Points are lost in quarters, first where the report says so; what is no
 * quarter goes to the leaf that is scored as a ratio.
 * @returns the leaves' scores in ten-thousandths of a point, in the order of the leaves
 */
export function allocateAreaScore(area: SampleArea, agency: string, areaScore: number): number[] {
  const leaves = area.criteria.flatMap((criterion) => criterion.subCriteria);
  const scores = leaves.map((leaf) => toUnits(leaf.maximum));
  const ratioLeaf = leaves.findIndex((leaf) => leaf.ratio === true);
  const take = (leaf: number, units: number) => {
    scores[leaf] = (scores[leaf] ?? 0) - units;
  };

  const loss = toUnits(area.maximum) - toUnits(areaScore);
  let left = wholeQuarters(loss);
  take(ratioLeaf, loss - left);
  for (const step of lossSteps(leaves, agency)) {
    const units = Math.min(step.units, left, wholeQuarters(scores[step.leaf] ?? 0));
    take(step.leaf, units);
    left -= units;
  }
  if (left !== 0) {
    throw new Error(`${agency}: ${area.name}: cannot spread ${String(areaScore)} over the leaves`);
  }
  return scores;
}
