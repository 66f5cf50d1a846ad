/** One agency's column: cells → entries, with the findings about each cell. */
import type Fraction from "fraction.js";
import type { Criterion, Entry } from "../scoring/model";
import { toNumber, zero } from "../scoring/exact";
import type { CriteriaSet, PlacedCriterion } from "./criteria";
import { decimalsOfDate } from "./dates";
import type { AddFinding, FindingDraft } from "./finding-list";
import { cellAt, type SheetGrid } from "../data/grid";
import { remembered } from "../data/remembered";
import { foundIn, heldBy, readNumber, type NumberReading } from "./numbers";
import type { CellSource } from "../data/place";
import { quote, textOf } from "./text";

export interface ColumnToRead {
  readonly grid: SheetGrid;
  readonly criteria: CriteriaSet;
  readonly agency: string;
  readonly column: number;
  /** False where the agency has no column of such scores: its entries are blank, whatever stands in the column. */
  readonly hasScores: boolean;
  /** Where the agency's name stands: the place of findings about the whole column. */
  readonly header: { readonly row: number; readonly column: number };
  /** False for self scores that stand in for appraised ones: their blanks are said once, for the group. */
  readonly reportBlanks: boolean;
  /** Leaves that no agency of the table has a score for; they are reported once, by row. */
  readonly blankRows: ReadonlySet<number>;
  readonly add: AddFinding;
}

type Place = Omit<FindingDraft, "code" | "data">;

/** Every leaf's entry by criterion id, and "not applicable" where a parent says so. */
export function readEntries(read: ColumnToRead): ReadonlyMap<number, Entry> {
  const readings = new Map<number, NumberReading>();
  for (const { criterion, row } of read.criteria.all) {
    if (row !== null)
      readings.set(criterion.id, readNumber(read.hasScores ? cellAt(read.grid, row, read.column) : null));
  }
  const rows = rowsOf(read.criteria);
  const blanks = read.criteria.leaves.filter(({ criterion }) => readings.get(criterion.id)?.kind === "blank");
  const isWholeBlank =
    blanks.length === read.criteria.leaves.length &&
    !read.criteria.parents.some(({ criterion }) => readings.get(criterion.id)?.kind === "notApplicable");
  if (isWholeBlank) reportBlankColumn(read, blanks.length);

  const entries = new Map<number, Entry>();
  const told = new Set<number>();
  const visit = (criterion: Criterion, coveredBy: Criterion | null): void => {
    const row = rows.get(criterion.id) ?? null;
    const reading: NumberReading = readings.get(criterion.id) ?? { kind: "blank" };
    if (criterion.children.length > 0) {
      const saysNot = reading.kind === "notApplicable";
      if (saysNot) entries.set(criterion.id, { kind: "notApplicable", source: sourceAt(read, row, reading) });
      const covering = coveredBy ?? (saysNot ? criterion : null);
      criterion.children.forEach((child) => {
        visit(child, covering);
      });
      return;
    }
    const source = sourceAt(read, row, reading);
    if (coveredBy !== null) {
      if (reading.kind === "number" && !told.has(coveredBy.id)) {
        // Once for the covering cell, however many scores stand below it.
        told.add(coveredBy.id);
        reportCovered(read, { criterion: coveredBy, row: rows.get(coveredBy.id) ?? null }, criterion.code);
      }
      entries.set(criterion.id, { kind: "notApplicable", source: { ...source, heldAs: "nothing" } });
      return;
    }
    const reportBlank = read.reportBlanks && !isWholeBlank && !read.blankRows.has(criterion.id);
    entries.set(criterion.id, toEntry(read, { criterion, row }, reading, source, reportBlank));
  };
  read.criteria.areas.forEach((area) => {
    visit(area, null);
  });
  return entries;
}

/** By criterion id; the same for every agency of a table. */
const rowsOf = remembered(({ all }: CriteriaSet) => new Map(all.map(({ criterion, row }) => [criterion.id, row])));

function sourceAt({ grid, column, header }: ColumnToRead, row: number | null, reading: NumberReading): CellSource {
  return {
    sheet: grid.name,
    row: row ?? header.row,
    column,
    ...heldBy(reading),
  };
}

function reportBlankColumn({ grid, agency, header, reportBlanks, add }: ColumnToRead, count: number): void {
  if (!reportBlanks) return;
  const data = { says: "scoreMissingColumn", agency, count } as const;
  add({ code: "score-missing", sheet: grid.name, ...header, agency, data });
}

function reportCovered(read: ColumnToRead, covering: PlacedCriterion, below: string): void {
  read.add({
    code: "parent-score-mismatch",
    sheet: read.grid.name,
    row: covering.row,
    column: read.column,
    agency: read.agency,
    criterion: covering.criterion.code,
    data: { says: "notApplicableWithScores", criterion: covering.criterion.code, below },
  });
}

function toEntry(
  read: ColumnToRead,
  { criterion, row }: PlacedCriterion,
  reading: NumberReading,
  source: CellSource,
  reportBlank: boolean,
): Entry {
  if (reading.kind === "notApplicable") return { kind: "notApplicable", source };
  const place: Place = {
    sheet: read.grid.name,
    row,
    column: read.column,
    agency: read.agency,
    criterion: criterion.code,
  };
  const found = finding(read, criterion, reading, place, reportBlank);
  if (found !== null) read.add(found);
  const isUsable = reading.kind === "number" && (found === null || found.code === "score-is-text");
  return isUsable
    ? { kind: "value", value: reading.value, source }
    : { kind: "missing", source: { ...source, heldAs: "nothing" } };
}

/** What is wrong with a leaf's cell; null where nothing is (or where it is said elsewhere). */
function finding(
  read: ColumnToRead,
  criterion: Criterion,
  reading: NumberReading,
  place: Place,
  reportBlank: boolean,
): FindingDraft | null {
  const { code } = criterion;
  switch (reading.kind) {
    case "notApplicable":
      return null;
    case "blank":
      return reportBlank
        ? { ...place, code: "score-missing", data: { says: "scoreMissing", criterion: code, agency: read.agency } }
        : null;
    case "number":
      return numberFinding(read, criterion, reading, place);
    case "date":
      return dateFinding(criterion, reading, place);
    case "percent":
      return {
        ...place,
        code: "score-not-a-number",
        data: { says: "scoreIsPercent", criterion: code, found: foundIn(reading) },
      };
    case "tooLarge":
      return {
        ...place,
        code: "score-not-a-number",
        data: { says: "scoreTooLarge", criterion: code, found: reading.shown },
      };
    case "error":
      return { ...place, code: "cell-error", data: { says: "cellError", criterion: code, found: reading.name } };
    case "notCalculated":
      return {
        ...place,
        code: "formula-not-calculated",
        data: { says: "formulaNotCalculated", criterion: code, formula: quote(reading.formula) },
      };
    case "other":
      return {
        ...place,
        code: "score-not-a-number",
        data: { says: "scoreNotANumber", criterion: code, found: reading.shown },
      };
  }
}

function numberFinding(
  { grid, column }: ColumnToRead,
  criterion: Criterion,
  { value, heldAs }: Extract<NumberReading, { kind: "number" }>,
  place: Place,
): FindingDraft | null {
  const score = toNumber(value);
  const { code, maximum } = criterion;
  const isPenalty = criterion.method === "penalty";
  if (value.lt(zero) && !isPenalty) {
    return { ...place, code: "score-negative", data: { says: "scoreNegative", score, criterion: code } };
  }
  if (maximum !== null && value.abs().gt(maximum)) {
    const shown = toNumber(maximum);
    return {
      ...place,
      code: "score-above-maximum",
      data: { says: "scoreAboveMaximum", score, maximum: shown, criterion: code },
    };
  }
  if (heldAs !== "text" || place.row === null) return null;
  const found = quote(textOf(cellAt(grid, place.row, column)));
  const data = { says: "scoreIsText", found, read: score, criterion: code } as const;
  return { ...place, code: "score-is-text", data, repair: toNumber(value) };
}

/** Repairable when exactly one decimal that may have been typed lies within the maximum. */
function dateFinding(
  { code, maximum }: Criterion,
  { serial, format }: Extract<NumberReading, { kind: "date" }>,
  place: Place,
): FindingDraft {
  const within = decimalsOfDate(serial, format)
    .map(Number)
    .filter((value) => maximum !== null && isWithin(value, maximum));
  const [only] = within;
  const repair = within.length === 1 && only !== undefined ? only : null;
  return {
    ...place,
    code: "score-became-date",
    data: { says: "scoreBecameDate", date: { day: serial }, criterion: code, repair },
    repair,
  };
}

function isWithin(value: number, maximum: Fraction): boolean {
  return value <= maximum.valueOf();
}
