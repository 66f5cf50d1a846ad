/** One known defect in a valid workbook, and everything that must be found because of it. */
import type { Cell } from "../../fixtures/fixture";
import { leavesOf } from "../../fixtures/fixture";
import type { PlainCriterion, PlainGroup, PlainWorkbook } from "../../independent/definition";
import { NOT_APPLICABLE } from "../../independent/definition";
import { address, sheetNamed, setCell, type Drawn, type DrawnSheet, type Places } from "../drawn-workbook";
import { findingKey } from "../evaluate";
import { withGroup, withScores, type Scoring } from "../scoring";

export interface Picks {
  readonly a: number;
  readonly b: number;
}

/** A workbook to spoil, and helpers that know where things stand in its first group. */
export interface Patient {
  readonly scoring: Scoring;
  /** Free to be changed. */
  readonly drawn: Drawn;
  readonly group: PlainGroup;
  readonly places: Places;
  readonly sheet: DrawnSheet;
  readonly picks: Picks;
}

export interface Planted {
  /** Keys (findingKey) of the errors, warnings and infos that must be found, and no other error or warning. */
  readonly findings: readonly string[];
  /** What is to be computed, where that is known; entries in error are null. The same as before by default. */
  readonly definition?: PlainWorkbook;
  /** For the file's look: cells that a library of sheets cannot write. */
  readonly rewriteXml?: (path: string, xml: string) => string;
}

export interface Defect {
  readonly name: string;
  /** An error: the official result is blocked, the provisional one goes on. */
  readonly blocks: boolean;
  /** Spoils the workbook; null where it has no place for this defect. */
  plant(patient: Patient): Planted | null;
}

export function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

export interface ScoredEntry {
  readonly agency: string;
  readonly leaf: PlainCriterion;
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

/** One of the entries with a number, of those that are wanted. */
export function anEntry(
  { group, places, picks }: Patient,
  wanted: (entry: ScoredEntry) => boolean = () => true,
): ScoredEntry | null {
  const all = group.agencies.flatMap(({ name, scores }) =>
    leavesOf(group.areas).flatMap((leaf): ScoredEntry[] => {
      const score = scores[leaf.code] ?? null;
      if (score === null || score === NOT_APPLICABLE) return [];
      const place = { row: places.rowOf(leaf.code), column: places.columnOf(name) };
      return [{ agency: name, leaf, value: Number(score), ...place }];
    }),
  );
  return pick(all.filter(wanted), picks.a) ?? null;
}

/** The definition with that entry blank, or in error. */
export function without({ scoring, group }: Patient, { agency, leaf }: ScoredEntry): PlainWorkbook {
  return withGroup(scoring.definition, 0, withScores(group, agency, { [leaf.code]: null }));
}

export function withValue({ scoring, group }: Patient, { agency, leaf }: ScoredEntry, value: number): PlainWorkbook {
  return withGroup(scoring.definition, 0, withScores(group, agency, { [leaf.code]: String(value) }));
}

export function found(
  { places }: Patient,
  code: string,
  { row, column }: { readonly row: number; readonly column: number },
  repair: number | string | null = null,
): string {
  return findingKey(code, places.sheet, address(row, column), repair);
}

export function put(
  { sheet }: Patient,
  { row, column }: { readonly row: number; readonly column: number },
  cell: Cell,
): void {
  setCell(sheet, row, column, cell);
}

/** Parents of a leaf, from the area down. */
export function ancestorsOf(criteria: readonly PlainCriterion[], code: string): PlainCriterion[] {
  for (const criterion of criteria) {
    if (criterion.code === code) return [];
    if (criterion.children !== undefined && leavesOf([criterion]).some((leaf) => leaf.code === code)) {
      return [criterion, ...ancestorsOf(criterion.children, code)];
    }
  }
  return [];
}

/** Where typed sums stand that a changed score of the entry makes wrong: its parents and the total. */
export function sumsAbove(
  { group, places, scoring }: Patient,
  { leaf, column }: ScoredEntry,
): { row: number; column: number }[] {
  if (!scoring.look.typedSums) return [];
  const rows = ancestorsOf(group.areas, leaf.code).map(({ code }) => places.rowOf(code));
  return [...rows, ...(places.totalRow === null ? [] : [places.totalRow])].map((row) => ({ row, column }));
}

/** The same for a changed maximum; a parent of bonus and penalty alone has none typed. */
export function maximaAbove({ group, places, scoring }: Patient, code: string): { row: number; column: number }[] {
  if (!scoring.look.typedSums) return [];
  const rows = ancestorsOf(group.areas, code).map((one) => places.rowOf(one.code));
  return [...rows, ...(places.totalRow === null ? [] : [places.totalRow])].map((row) => ({
    row,
    column: places.maximumColumn,
  }));
}

export function scoreSheet(drawn: Drawn, places: Places): DrawnSheet {
  return sheetNamed(drawn, places.sheet);
}
