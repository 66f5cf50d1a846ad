/** Formulas from an area's score and maximum cells to its score and applicable maximum (domain.md, Computing 1–3). */
import type { AgencyScores, Criterion, Settings } from "../scoring/model";
import { countsInMaximum, leavesOf, saysNotApplicable } from "../scoring/totals";
import type { CellSource } from "../data/place";
import { numberIn, sumOfCells } from "./formula";

type Rule = Settings["notApplicableRule"];

/** An expression under construction: cells still to be summed, and finished terms. */
interface Sum {
  readonly cells: readonly CellSource[];
  readonly terms: readonly string[];
}

const nothing: Sum = { cells: [], terms: [] };

/** Area score in points: bonus added, penalty subtracted; onlySurvey: of its survey leaves alone. */
export function areaScoreFormula(area: Criterion, agency: AgencyScores, rule: Rule, onlySurvey: boolean): string {
  const scaled = scaledScore(area, agency, rule, onlySurvey);
  const extra = onlySurvey ? [] : extraTerms(area, agency);
  return joined(scaled) + extra.join("") || "0";
}

/** Leaf maxima that do not count for this agency: what the area's maximum has to be lowered by. */
export function maximaLeftOut(area: Criterion, agency: AgencyScores, rule: Rule): readonly CellSource[] {
  const counting = new Set(countingMaxima(area, agency, rule));
  return maximumCells(area).filter((cell) => !counting.has(cell));
}

/** The cells with the area's leaf maxima; bonus and penalty count in none. */
export function maximumCells(criterion: Criterion): readonly CellSource[] {
  return leavesOf(criterion)
    .filter((leaf) => countsInMaximum(leaf) && leaf.maximum !== null)
    .flatMap(({ source }) => source ?? []);
}

function countingMaxima(criterion: Criterion, agency: AgencyScores, rule: Rule): readonly CellSource[] {
  if (saysNotApplicable(criterion, agency)) return [];
  if (criterion.children.length === 0) return maximumCells(criterion);
  const counting = criterion.children.flatMap((child) => countingMaxima(child, agency, rule));
  return rule === "parent" && counting.length > 0 ? maximumCells(criterion) : counting;
}

function scaledScore(criterion: Criterion, agency: AgencyScores, rule: Rule, onlySurvey: boolean): Sum {
  if (saysNotApplicable(criterion, agency)) return nothing;
  if (criterion.children.length === 0) {
    const entry = agency.entries.get(criterion.id);
    const counts = onlySurvey ? criterion.method === "survey" : countsInMaximum(criterion);
    return counts && entry?.kind === "value" ? { cells: [entry.source], terms: [] } : nothing;
  }
  const parts = criterion.children.map((child) => scaledScore(child, agency, rule, onlySurvey));
  const total: Sum = { cells: parts.flatMap((part) => part.cells), terms: parts.flatMap((part) => part.terms) };

  const own = maximumCells(criterion);
  const counting = criterion.children.flatMap((child) => countingMaxima(child, agency, rule));
  const rescales = rule === "parent" && counting.length > 0 && counting.length < own.length;
  if (!rescales || (total.cells.length === 0 && total.terms.length === 0)) return total;
  return { cells: [], terms: [`(${joined(total)})*(${sumOfCells(own)})/(${sumOfCells(counting)})`] };
}

function extraTerms(criterion: Criterion, agency: AgencyScores): readonly string[] {
  if (saysNotApplicable(criterion, agency)) return [];
  if (criterion.children.length > 0) return criterion.children.flatMap((child) => extraTerms(child, agency));
  const entry = agency.entries.get(criterion.id);
  if (countsInMaximum(criterion) || entry?.kind !== "value") return [];
  const number = numberIn(entry.source);
  return [criterion.method === "bonus" ? `+${number}` : `-ABS(${number})`];
}

function joined(sum: Sum): string {
  const cells = sum.cells.length === 0 ? [] : [sumOfCells(sum.cells)];
  return [...cells, ...sum.terms].join("+");
}
