/** Small criteria sets and scores for tests of the rules alone: no sheet behind them. */
import Fraction from "fraction.js";
import type { CellSource } from "../../src/data/place";
import type { AgencyGroup, AgencyScores, Criterion, Entry, Method, Settings } from "../../src/scoring/model";

export const settings: Settings = {
  rankRule: "dense",
  rounding: "half-up",
  notApplicableRule: "total",
  indexCap: null,
  decimalMark: ",",
};

const nowhere: CellSource = { sheet: "", row: 0, column: 0, heldAs: "nothing" };

export interface Node {
  readonly code: string;
  readonly maximum?: string;
  readonly method?: Method;
  readonly children?: readonly Node[];
}

/** Ids are given in reading order, from 1. */
export function areasOf(nodes: readonly Node[]): readonly Criterion[] {
  let id = 0;
  const make = (node: Node, level: number): Criterion => {
    id += 1;
    const own = id;
    return {
      id: own,
      code: node.code,
      name: `Tiêu chí ${node.code}`,
      shortName: null,
      level,
      method: node.method ?? "appraisal",
      maximum: node.maximum === undefined ? null : new Fraction(node.maximum),
      children: (node.children ?? []).map((child) => make(child, level + 1)),
      source: null,
      texts: new Map(),
    };
  };
  return nodes.map((node) => make(node, 1));
}

/** scores: code → "1.5", "KAD" (not applicable) or "" (missing). */
export function agencyOf(
  name: string,
  areas: readonly Criterion[],
  scores: Readonly<Record<string, string>>,
  lastYear: string | null = null,
): AgencyScores {
  const entries = new Map<number, Entry>();
  const visit = (criterion: Criterion): void => {
    const text = scores[criterion.code];
    if (text === "KAD") entries.set(criterion.id, { kind: "notApplicable", source: nowhere });
    else if (text === "") entries.set(criterion.id, { kind: "missing", source: nowhere });
    else if (text !== undefined)
      entries.set(criterion.id, { kind: "value", value: new Fraction(text), source: nowhere });
    criterion.children.forEach(visit);
  };
  areas.forEach(visit);
  return {
    name,
    entries,
    lastYear: lastYear === null ? null : new Fraction(lastYear),
    lastYearSource: null,
    self: null,
    texts: new Map(),
    source: { sheet: "", headerRow: 0, scoreColumn: 0 },
  };
}

export function groupOf(areas: readonly Criterion[], agencies: readonly AgencyScores[], name = "Nhóm A"): AgencyGroup {
  return {
    name,
    columnHeading: name,
    captionName: name,
    sheet: "Bảng chấm điểm",
    areas,
    agencies,
    levels: [
      { name: "Cao", atLeast: new Fraction(95) },
      { name: "Tương đối cao", atLeast: new Fraction(80) },
      { name: "Trung bình", atLeast: new Fraction(70) },
      { name: "Tương đối thấp", atLeast: new Fraction(60) },
      { name: "Thấp", atLeast: new Fraction(0) },
    ],
    selfScored: false,
    source: { sheet: "", firstRow: 0, lastRow: 0, maximumColumn: 0 },
  };
}
