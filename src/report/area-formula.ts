/** Formulas from an area's score and maximum cells to its score and applicable maximum (domain.md, Computing 1–3). */
import { type Amount, amountsOf, maximumLeaves, type NotApplicableRule } from "../scoring/amounts";
import type { AgencyScores, Criterion } from "../scoring/model";
import type { CellSource } from "../data/place";
import { numberIn, sumOfCells } from "./formula";

/** Area score in points: bonus added, penalty subtracted; onlySurvey: of its survey leaves alone. */
export function areaScoreFormula(
  area: Criterion,
  agency: AgencyScores,
  rule: NotApplicableRule,
  onlySurvey: boolean,
): string {
  const { points, extra } = amountsOf(area, agency, rule);
  const terms = onlySurvey ? [] : extra.map((leaf) => extraTerm(leaf, agency));
  return pointsFormula(points, agency, onlySurvey) + terms.join("") || "0";
}

/** Leaf maxima that do not count for this agency: what the area's maximum has to be lowered by. */
export function maximaLeftOut(area: Criterion, agency: AgencyScores, rule: NotApplicableRule): readonly CellSource[] {
  const { counting } = amountsOf(area, agency, rule);
  const all = maximumLeaves(area);
  if (counting.length === all.length) return [];
  const counts = new Set(counting);
  return maximaOf(all.filter((leaf) => !counts.has(leaf)));
}

/** The cells with the area's leaf maxima; bonus and penalty count in none. */
export function maximumCells(criterion: Criterion): readonly CellSource[] {
  return maximaOf(maximumLeaves(criterion));
}

function maximaOf(leaves: readonly Criterion[]): readonly CellSource[] {
  return leaves.flatMap(({ source }) => source ?? []);
}

/** "" where there is nothing to add up. */
function pointsFormula({ leaves, scaled }: Amount, agency: AgencyScores, onlySurvey: boolean): string {
  const cells = leaves.flatMap((leaf): readonly CellSource[] => {
    const entry = onlySurvey && leaf.method !== "survey" ? undefined : agency.entries.get(leaf.id);
    return entry?.kind === "value" ? [entry.source] : [];
  });
  const terms = scaled.flatMap(({ amount, whole, counting }) => {
    const inner = pointsFormula(amount, agency, onlySurvey);
    return inner === "" ? [] : [`(${inner})*(${sumOfCells(maximaOf(whole))})/(${sumOfCells(maximaOf(counting))})`];
  });
  return [...(cells.length === 0 ? [] : [sumOfCells(cells)]), ...terms].join("+");
}

function extraTerm(leaf: Criterion, { entries }: AgencyScores): string {
  const entry = entries.get(leaf.id);
  if (entry?.kind !== "value") return "";
  const number = numberIn(entry.source);
  return leaf.method === "bonus" ? `+${number}` : `-ABS(${number})`;
}
