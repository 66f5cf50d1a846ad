/** From criterion rows to the criteria set (the tree), with the findings about codes, methods and maxima. */
import type Fraction from "fraction.js";
import type { FindingData } from "../data/finding";
import { toNumber } from "../scoring/exact";
import type { Criterion, Method } from "../scoring/model";
import { keyOf } from "./code-path";
import { placeCodes, type PlacedCode } from "./code-sequence";
import type { AddFinding } from "./finding-list";
import { cellAddress, cellAt, type SheetGrid } from "../data/grid";
import { knownMethods, methodOf } from "./methods";
import { foundIn, heldBy } from "./numbers";
import type { CellSource, TextCell } from "../data/place";
import type { TableHeader } from "./table-header";
import type { CriterionRow, TableRows, TotalRow } from "./table-rows";
import { normalise, quote, textCellAt, textOf } from "./text";

/** A criterion with the row that it stands in (null: an area made up for criteria without one). */
export interface PlacedCriterion {
  readonly criterion: Criterion;
  readonly row: number | null;
}

export interface TotalOfCriteria {
  readonly row: number;
  /** What it may be the total of: all criteria, those above it, or the area above it. */
  readonly candidates: readonly (readonly Criterion[])[];
}

export interface CriteriaSet {
  readonly areas: readonly Criterion[];
  /** Every criterion, parents before their children. */
  readonly all: readonly PlacedCriterion[];
  readonly leaves: readonly PlacedCriterion[];
  readonly parents: readonly PlacedCriterion[];
  readonly totals: readonly TotalOfCriteria[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A criterion under construction: children and the inherited method become known later than the row. */
interface Draft {
  readonly id: number;
  readonly placed: PlacedCode;
  readonly row: CriterionRow | null;
  readonly children: Draft[];
}

interface Context {
  readonly grid: SheetGrid;
  readonly header: TableHeader;
  readonly add: AddFinding;
}

/** Builds the criteria set of one table and reports what is wrong with its codes, methods and leaves' maxima. */
export function readCriteria(grid: SheetGrid, header: TableHeader, rows: TableRows, add: AddFinding): CriteriaSet {
  const context: Context = { grid, header, add };
  const placed = placeCodes(rows.criteria.map(({ code, hasScores }) => ({ raw: code, hasScores })));
  rows.criteria.forEach((row, index) => {
    reportCode(context, rows.criteria, row, placed[index]);
  });
  const drafts = linkDrafts(context, rows.criteria, placed);
  const methodOfRow = methodReader(context);
  const all: PlacedCriterion[] = [];
  const areas = drafts.map((draft) => toCriterion(context, draft, "appraisal", methodOfRow, all));
  const sorted = all.sort((a, b) => a.criterion.id - b.criterion.id);
  const realRows = sorted.flatMap(({ row }) => (row === null ? [] : [row]));
  return {
    areas,
    all: sorted,
    leaves: sorted.filter(({ criterion }) => criterion.children.length === 0),
    parents: sorted.filter(({ criterion }) => criterion.children.length > 0),
    totals: rows.totals.map((total, at) => totalOf(total, at === rows.totals.length - 1, rows, areas, sorted)),
    firstRow: Math.min(...realRows),
    lastRow: Math.max(...realRows),
  };
}

function reportCode(
  { grid, header, add }: Context,
  rows: readonly CriterionRow[],
  row: CriterionRow,
  placed: PlacedCode | undefined,
): void {
  if (placed === undefined || placed.path.length === 0) return;
  const place = { sheet: grid.name, row: row.row, column: header.codeColumn, criterion: placed.code };
  const read = placed.code;
  if (placed.duplicateOf !== null) {
    const first = cellAddress(rows[placed.duplicateOf]?.row ?? row.row, header.codeColumn);
    const cell = cellAddress(row.row, header.codeColumn);
    add({ ...place, code: "code-duplicate", data: { says: "codeDuplicate", code: read, cell, first } });
  }
  const lost = { ...place, code: "code-lost-zero", repair: read } as const;
  if (placed.origin === "lostZero") {
    const found = textOf(cellAt(grid, row.row, header.codeColumn));
    add({ ...lost, data: { says: "codeLostZero", found, read } });
  } else if (row.code.kind === "date") {
    add({ ...lost, data: { says: "codeBecameDate", date: { day: row.code.serial }, read } });
  } else if (row.code.kind === "blank") {
    add({ ...lost, data: { says: "codeMissing", name: quote(row.name), read } });
  } else if (row.code.kind === "unreadable") {
    add({ ...lost, data: { says: "codeUnreadable", found: quote(row.code.text), read } });
  }
}

/** Hangs every row below the nearest ancestor that exists; areas without a row are made up. */
function linkDrafts(
  { grid, header, add }: Context,
  rows: readonly CriterionRow[],
  placed: readonly PlacedCode[],
): readonly Draft[] {
  const areas: Draft[] = [];
  const latest = new Map<string, Draft>();
  let id = 0;
  const insert = (path: readonly string[], siblings: Draft[], place: PlacedCode, row: CriterionRow | null): Draft => {
    const draft: Draft = { id, placed: place, row, children: [] };
    id += 1;
    siblings.push(draft);
    latest.set(keyOf(path), draft);
    return draft;
  };
  rows.forEach((row, index) => {
    const place = placed[index];
    if (place === undefined || place.path.length === 0) return;
    const { path } = place;
    let parent: Draft | undefined;
    for (let length = path.length - 1; length > 0 && parent === undefined; length -= 1) {
      parent = latest.get(keyOf(path.slice(0, length)));
    }
    if (parent === undefined && path.length > 1) {
      const area = path.slice(0, 1);
      const code = keyOf(area);
      add({
        code: "code-lost-zero",
        sheet: grid.name,
        row: row.row,
        column: header.codeColumn,
        criterion: place.code,
        data: { says: "areaMissing", code, criterion: place.code },
      });
      parent = insert(area, areas, { path: area, code, origin: "inferred", duplicateOf: null }, null);
    }
    insert(path, parent?.children ?? areas, place, row);
  });
  return areas;
}

type MethodReader = (row: CriterionRow | null, inherited: Method) => Method;

/** An unknown text is reported once, however many rows repeat it. */
function methodReader({ grid, header, add }: Context): MethodReader {
  const reported = new Set<string>();
  return (row, inherited) => {
    if (row === null || row.method === "") return inherited;
    const method = methodOf(row.method);
    if (method !== null) return method;
    if (!reported.has(normalise(row.method))) {
      reported.add(normalise(row.method));
      const data = { says: "methodUnknown", found: quote(row.method), known: knownMethods } as const;
      add({ code: "setting-unknown", sheet: grid.name, row: row.row, column: header.methodColumn, data });
    }
    return inherited;
  };
}

function toCriterion(
  context: Context,
  draft: Draft,
  inherited: Method,
  methodOfRow: MethodReader,
  all: PlacedCriterion[],
): Criterion {
  const { row, placed } = draft;
  const method = methodOfRow(row, inherited);
  const children = draft.children.map((child) => toCriterion(context, child, method, methodOfRow, all));
  const criterion: Criterion = {
    id: draft.id,
    code: placed.code,
    name: row?.name ?? null,
    shortName: row?.shortName ?? null,
    level: placed.path.length,
    method,
    maximum: children.length > 0 || row === null ? null : leafMaximum(context, row, placed.code, method),
    children,
    source: row === null ? null : maximumSource(context, row),
    texts: row === null ? new Map() : textsAt(context, row.row),
  };
  all.push({ criterion, row: row?.row ?? null });
  return criterion;
}

function textsAt({ grid, header }: Context, row: number): ReadonlyMap<string, TextCell> {
  const texts = new Map<string, TextCell>();
  for (const [kind, column] of header.texts) {
    const cell = textCellAt(grid, row, column);
    if (cell !== null) texts.set(kind, cell);
  }
  return texts;
}

function maximumSource({ grid, header }: Context, { row, maximum }: CriterionRow): CellSource {
  return { sheet: grid.name, row, column: header.maximumColumn, ...heldBy(maximum) };
}

/** A leaf's maximum in points; null, with a finding, where there is none. */
function leafMaximum(
  { grid, header, add }: Context,
  row: CriterionRow,
  criterion: string,
  method: Method,
): Fraction | null {
  const { maximum } = row;
  const missing = (data: FindingData): null => {
    add({ code: "maximum-missing", sheet: grid.name, row: row.row, column: header.maximumColumn, criterion, data });
    return null;
  };
  if (maximum.kind === "blank") return missing({ says: "maximumMissing", criterion });
  if (maximum.kind !== "number") {
    return missing({ says: "maximumUnreadable", criterion, found: foundIn(maximum) });
  }
  if (maximum.value.lt(0) && method !== "penalty") {
    return missing({ says: "maximumNegative", criterion, found: toNumber(maximum.value) });
  }
  return maximum.value.abs();
}

/** The last total below all criteria is the grand total; any other may be that of the area above it. */
function totalOf(
  total: TotalRow,
  isLast: boolean,
  rows: TableRows,
  areas: readonly Criterion[],
  all: readonly PlacedCriterion[],
): TotalOfCriteria {
  if (isLast && total.after >= rows.criteria.length) return { row: total.row, candidates: [areas] };
  const above = all.filter(({ row }) => row !== null && row < total.row).map(({ criterion }) => criterion);
  const areasAbove = areas.filter((area) => above.includes(area));
  return { row: total.row, candidates: [areasAbove.slice(-1), areasAbove, areas] };
}
