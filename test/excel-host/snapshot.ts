import { formatArea, quoteSheet } from "./address";
import type { CellModel, ChartModel, Look, NameModel, SheetModel, SourceRange, WorkbookModel } from "./model";
import { plainLook } from "./model";
import type { Json } from "./protocol";
import { addressOfKey } from "./seed";

/** A plain picture of the whole workbook, for comparing: the same workbook gives the same JSON. */
export interface WorkbookSnapshot {
  readonly active: string;
  readonly names: Readonly<Record<string, Json>>;
  readonly sheets: readonly SheetSnapshot[];
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: string;
  readonly protected: boolean;
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly page: Json;
  readonly breaks: readonly number[];
  readonly merges: readonly string[];
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights: Readonly<Record<string, number>>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** By address; formats say only what differs from a plain cell. */
  readonly cells: Readonly<Record<string, CellSnapshot>>;
  readonly charts: readonly Json[];
  readonly names: Readonly<Record<string, Json>>;
}

export interface CellSnapshot {
  readonly type: CellModel["type"];
  /** Left out for a formula that was not computed. */
  readonly value?: number | string | boolean;
  readonly formula?: string;
  readonly quoted?: true;
  readonly link?: Json;
  readonly look?: Partial<Look>;
}

export function snapshotOf(book: WorkbookModel): WorkbookSnapshot {
  return { active: book.active.name, names: namesOf(book.names), sheets: book.sheets.map(sheetSnapshot) };
}

export function sheetSnapshot(sheet: SheetModel): SheetSnapshot {
  const cells = [...sheet.cells].sort(([one], [other]) => one - other);
  const { titleRows, titleColumns, ...page } = sheet.page;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    protected: sheet.protected,
    tabColor: sheet.tabColor,
    gridlines: sheet.gridlines,
    headings: sheet.headings,
    freeze: { ...sheet.freeze },
    page: copy({
      ...page,
      titleRows: titleRows && formatArea(titleRows),
      titleColumns: titleColumns && formatArea(titleColumns),
    }),
    breaks: [...sheet.breaks],
    merges: sheet.merges.map(formatArea).sort(),
    columnWidths: sortedRecord(sheet.columnWidths),
    rowHeights: sortedRecord(sheet.rowHeights),
    hiddenRows: sorted(sheet.hiddenRows),
    hiddenColumns: sorted(sheet.hiddenColumns),
    cells: Object.fromEntries(cells.map(([key, cell]) => [addressOfKey(key), cellSnapshot(cell)])),
    charts: sheet.charts.map(chartSnapshot),
    names: namesOf(sheet.names),
  };
}

function cellSnapshot(cell: CellModel): CellSnapshot {
  const look = Object.entries(cell.look).filter(([key, value]) => value !== plainLook[key as keyof Look]);
  return {
    type: cell.type,
    ...(cell.calculated ? { value: cell.value } : {}),
    ...(cell.formula === null ? {} : { formula: cell.formula }),
    ...(cell.quoted ? { quoted: true as const } : {}),
    ...(cell.link === null ? {} : { link: copy(cell.link) }),
    ...(look.length === 0 ? {} : { look: Object.fromEntries(look) as Partial<Look> }),
  };
}

/** Ids are left out: two runs give two. */
function chartSnapshot({ series, ...chart }: ChartModel): Json {
  return copy({
    ...chart,
    id: undefined,
    series: series.map((one) => ({
      ...one,
      name: typeof one.name === "string" ? one.name : { reference: referenceOf(one.name) },
      values: one.values && referenceOf(one.values),
      categories: one.categories && referenceOf(one.categories),
    })),
  });
}

function referenceOf({ sheet, area }: SourceRange): string {
  return `${quoteSheet(sheet.name)}!${formatArea(area)}`;
}

function namesOf(names: readonly NameModel[]): Readonly<Record<string, Json>> {
  const entries = names.map(({ name, formula, visible }): [string, Json] => [name, { formula, visible }]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sorted(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((one, other) => one - other);
}

function sortedRecord(sizes: ReadonlyMap<number, number>): Record<string, number> {
  return Object.fromEntries([...sizes].sort(([one], [other]) => one - other));
}

/** Apart from the model, which goes on changing. */
function copy(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
