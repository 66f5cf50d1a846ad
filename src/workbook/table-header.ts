/** Finds the header of a scoring table (or form) and says which column is what. */
import { agencyKey } from "./agency-name";
import {
  type ColumnKind,
  type CriterionText,
  isCriterionText,
  isScoreText,
  type ScoreKind,
  type ScoreText,
} from "./columns";
import { cellAt, type SheetGrid } from "../data/grid";
import { columnKind, headerKey, isSpanningTitle, labelWords, scoreKind } from "./headers";
import { boundary, hasNeeded, isComplete, type Kinds, kindsOf, type Texts } from "./header-kinds";
import { findLabel } from "./labels";
import { textOf } from "./text";

export interface AgencyColumns {
  /** Cleaned; as it stands in the cell is rawName. */
  readonly name: string;
  readonly rawName: string;
  readonly headerRow: number;
  readonly headerColumn: number;
  /** Column of the appraised scores, of the self scores. */
  readonly appraised: number | null;
  readonly self: number | null;
  /** Columns of its texts. */
  readonly texts: ReadonlyMap<ScoreText, number>;
}

export interface TableHeader {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly codeColumn: number;
  /** Usually one; a table may have Lĩnh vực and Tiêu chí side by side. */
  readonly nameColumns: readonly number[];
  readonly maximumColumn: number;
  readonly methodColumn: number | null;
  readonly shortNameColumn: number | null;
  /** Columns of the criteria's texts. */
  readonly texts: ReadonlyMap<CriterionText, number>;
  readonly agencies: readonly AgencyColumns[];
  /** Columns such as Điểm thẩm định stand under no agency's name: a form. */
  readonly isForm: boolean;
}

/** A sheet is recognised by what stands in its first rows. */
export const headerSearchRows = 40;

/** The first row (or two rows) with a code, a name and a maximum column; null where there is none. */
export function findTableHeader(grid: SheetGrid): TableHeader | null {
  const end = Math.min(headerSearchRows, grid.rows.length);
  for (let row = 0; row < end; row += 1) {
    const header = headerAt(grid, row);
    if (header !== null) return header;
  }
  return null;
}

/** True for a header, or one of its two rows, that a page break repeats within the table. */
export function isRepeatedHeader(grid: SheetGrid, row: number, header: TableHeader): boolean {
  const columns = [header.codeColumn, ...header.nameColumns, header.maximumColumn];
  const textAt = (at: number, column: number): string => textOf(cellAt(grid, at, column));
  for (let headerRow = header.firstRow; headerRow <= header.lastRow; headerRow += 1) {
    const isSame = columns.every((column) => headerKey(textAt(row, column)) === headerKey(textAt(headerRow, column)));
    if (isSame && columns.some((column) => textAt(row, column) !== "")) return true;
  }
  // In other words than above: two of three headings are enough.
  const wanted = new Set<ColumnKind>(["code", "name", "maximum"]);
  const kinds = columns.map((column) => columnKind(textAt(row, column))).filter((kind) => kind !== null);
  return new Set(kinds.filter((kind) => wanted.has(kind))).size >= 2;
}

function headerAt(grid: SheetGrid, row: number): TableHeader | null {
  const texts = textsOf(grid, row);
  const below = textsOf(grid, row + 1);
  const own = kindsOf(texts);
  if (isComplete(own)) return headerWithin(grid, row, texts, own);

  const joined = kindsOf(texts, below);
  const bothNeeded = hasNeeded(own) && !isComplete(kindsOf(below)) && isComplete(joined);
  if (!bothNeeded) return null;
  const start = boundary(joined, texts);
  if (hasScoreKind(below, start)) return twoRowHeader(grid, joined, row, row + 1, start);
  const either = texts.map((text, column) => (below[column] ?? "") || (isSpanningTitle(text) ? "" : text));
  const rest = below.slice(texts.length);
  const nameRow = (column: number): number => ((below[column] ?? "") === "" ? row : row + 1);
  return oneRowHeader(grid, joined, [row, row + 1], [...either, ...rest], nameRow);
}

/** Code, name and maximum stand in this row; agencies' names may stand here, above or below. */
function headerWithin(grid: SheetGrid, row: number, texts: Texts, kinds: Kinds): TableHeader {
  const start = boundary(kinds, texts);
  if (isSubHeader(grid, row + 1, kinds, start, true)) return twoRowHeader(grid, kinds, row, row + 1, start);

  const inRegion = texts
    .map((text, column) => ({ text, column }))
    .filter(({ text, column }) => column >= start && text !== "");
  const unknown = inRegion.filter(({ column }) => !kinds.has(column));
  const scored = unknown.filter(({ text }) => scoreKind(text) !== null);
  const onlyTitles =
    unknown.length > 0 && unknown.every(({ text }) => scoreKind(text) !== null || isSpanningTitle(text));
  if (onlyTitles && isSubHeader(grid, row + 1, kinds, start, false)) {
    return isSubHeader(grid, row + 2, kinds, start, true)
      ? twoRowHeader(grid, kinds, row + 1, row + 2, start, row)
      : namesBelowHeader(grid, kinds, row, start);
  }
  if (scored.length > 0) {
    const labelled = findLabel(grid, row, labelWords.agency) !== null;
    const above = textsOf(grid, row - 1);
    const named = scored.some(({ column }) => (above[column] ?? "") !== "" && !(above[column] ?? "").includes(":"));
    if (named && !labelled) return twoRowHeader(grid, kinds, row - 1, row, start);
    if (labelled || scored.length >= unknown.length - scored.length)
      return { ...columnsOf(kinds, row, row), agencies: [], isForm: true };
  }
  return oneRowHeader(grid, kinds, [row, row], texts, () => row);
}

/** One header row: a column with an agency's name holds its appraised scores. */
function oneRowHeader(
  grid: SheetGrid,
  kinds: Kinds,
  [firstRow, lastRow]: readonly [number, number],
  texts: Texts,
  nameRow: (column: number) => number,
): TableHeader {
  const start = boundary(kinds, texts);
  const agencies = texts.flatMap((text, column): AgencyColumns[] => {
    const isName = column >= start && text !== "" && !kinds.has(column) && scoreKind(text) === null;
    if (!isName || isSpanningTitle(text) || !isText(grid, nameRow(column), column)) return [];
    return [agencyAt(grid, nameRow(column), column, { appraised: column, self: null, texts: new Map() })];
  });
  return { ...columnsOf(kinds, firstRow, lastRow), agencies, isForm: false };
}

/** Two header rows: an agency's columns go from its name to the next name (cells merged across are blank). */
function twoRowHeader(
  grid: SheetGrid,
  kinds: Kinds,
  nameRow: number,
  kindRow: number,
  start: number,
  firstRow: number = nameRow,
): TableHeader {
  const names = textsOf(grid, nameRow);
  const sub = textsOf(grid, kindRow);
  const agencies: AgencyColumns[] = [];
  let current: Draft | null = null;
  for (let column = start; column < Math.max(names.length, sub.length); column += 1) {
    const name = names[column] ?? "";
    const kind = scoreKind(sub[column] ?? "");
    // A name may be written over each of its columns instead of merged.
    const continues: boolean =
      name === "" || (current !== null && name === textOf(cellAt(grid, nameRow, current.column)));
    if (!continues || (current !== null && name !== "" && kind !== null && current.taken.has(kind))) {
      if (current !== null) agencies.push(finish(grid, nameRow, current));
      const isAgency = columnKind(name) === null && isText(grid, nameRow, column);
      current = isAgency ? { column, taken: new Map(), plain: (sub[column] ?? "") === "" } : null;
    }
    if (current !== null && kind !== null && !current.taken.has(kind)) current.taken.set(kind, column);
  }
  if (current !== null) agencies.push(finish(grid, nameRow, current));
  return { ...columnsOf(kinds, Math.min(firstRow, nameRow, kindRow), kindRow), agencies, isForm: false };
}

interface Draft {
  readonly column: number;
  readonly taken: Map<ScoreKind, number>;
  /** Nothing stands below the name: the column itself holds appraised scores. */
  readonly plain: boolean;
}

function finish(grid: SheetGrid, nameRow: number, draft: Draft): AgencyColumns {
  const self = draft.taken.get("self") ?? null;
  const appraised = draft.taken.get("appraised") ?? (self === null && draft.plain ? draft.column : null);
  const texts = new Map([...draft.taken].flatMap(([kind, at]) => (isScoreText(kind) ? [[kind, at] as const] : [])));
  return agencyAt(grid, nameRow, draft.column, { appraised, self, texts });
}

/** Titles such as "Điểm tự chấm" and "Điểm thẩm định" span the agencies' names below them. */
function namesBelowHeader(grid: SheetGrid, kinds: Kinds, row: number, start: number): TableHeader {
  const titles = textsOf(grid, row);
  const names = textsOf(grid, row + 1);
  const byKey = new Map<string, AgencyColumns>();
  let isSelf = false;
  for (let column = start; column < names.length; column += 1) {
    const title = titles[column] ?? "";
    if (title !== "") isSelf = scoreKind(title) === "self" || /(^| )tự (chấm|đánh giá)/.test(title.toLowerCase());
    const name = names[column] ?? "";
    if (name === "" || columnKind(name) !== null || columnKind(title) !== null || !isText(grid, row + 1, column))
      continue;
    const columns = {
      appraised: isSelf ? null : column,
      self: isSelf ? column : null,
      texts: new Map<ScoreText, number>(),
    };
    const other = byKey.get(agencyKey(name));
    const complements = other !== undefined && (isSelf ? other.self === null : other.appraised === null);
    if (!complements)
      byKey.set(
        other === undefined ? agencyKey(name) : `${agencyKey(name)} ${String(column)}`,
        agencyAt(grid, row + 1, column, columns),
      );
    else
      byKey.set(agencyKey(name), {
        ...other,
        self: columns.self ?? other.self,
        appraised: columns.appraised ?? other.appraised,
      });
  }
  return { ...columnsOf(kinds, row, row + 1), agencies: [...byKey.values()], isForm: false };
}

function agencyAt(
  grid: SheetGrid,
  row: number,
  column: number,
  columns: Pick<AgencyColumns, "appraised" | "self" | "texts">,
): AgencyColumns {
  const cell = cellAt(grid, row, column);
  const rawName = typeof cell?.value === "string" ? cell.value : "";
  return { name: textOf(cell), rawName, headerRow: row, headerColumn: column, ...columns };
}

/** A row with sub-headers (or, withKinds false, with agencies' names) below the header: no code, no name, no numbers. */
function isSubHeader(grid: SheetGrid, row: number, kinds: Kinds, start: number, withKinds: boolean): boolean {
  const texts = textsOf(grid, row);
  for (const [column, kind] of kinds) {
    const text = texts[column] ?? "";
    const isFree = column >= start || text === "" || columnKind(text) !== null;
    if (!isFree && (kind === "code" || kind === "name" || kind === "maximum")) return false;
  }
  const region = texts.flatMap((text, column) => (column >= start && text !== "" ? [column] : []));
  if (region.length === 0 || region.some((column) => !isText(grid, row, column))) return false;
  const hasKind = region.some((column) => scoreKind(texts[column] ?? "") !== null);
  return withKinds ? hasKind : !hasKind;
}

function hasScoreKind(texts: Texts, start: number): boolean {
  return texts.some((text, column) => column >= start && scoreKind(text) !== null);
}

function isText(grid: SheetGrid, row: number, column: number): boolean {
  return typeof cellAt(grid, row, column)?.value === "string";
}

function textsOf(grid: SheetGrid, row: number): Texts {
  return (grid.rows[row] ?? []).map(textOf);
}

function columnsOf(kinds: Kinds, firstRow: number, lastRow: number): Omit<TableHeader, "agencies" | "isForm"> {
  const columns = (wanted: ColumnKind): number[] =>
    [...kinds]
      .filter(([, kind]) => kind === wanted)
      .map(([column]) => column)
      .sort((a, b) => a - b);
  return {
    firstRow,
    lastRow,
    codeColumn: columns("code")[0] ?? 0,
    nameColumns: columns("name"),
    maximumColumn: columns("maximum")[0] ?? 0,
    methodColumn: columns("method")[0] ?? null,
    shortNameColumn: columns("shortName")[0] ?? null,
    texts: new Map(
      [...kinds].reverse().flatMap(([column, kind]) => (isCriterionText(kind) ? [[kind, column] as const] : [])),
    ),
  };
}
