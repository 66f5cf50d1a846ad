/** Gives the blocks of one page their rows, from top to bottom. */
import type { Formula, ReportBlock, ReportPage, TableBlock, TableCell, TableChart, TableRow } from "../data/blocks";
import type { Area, CellFormat, ReportCell, ReportSheet } from "../data/pages";
import { formatOf } from "./cell-formats";
import { type ChartData, chartOf } from "./chart";
import { formats, tabColors, text } from "./formats";
import type { PlacedTable } from "./places";
import { type SheetBuilder, type SheetFrame, startSheet } from "./sheet-builder";
import { orientationOf, spansTwo, widthsOf } from "./widths";

type LateCell = { -readonly [Key in keyof ReportCell]: ReportCell[Key] };

/** A formula that can be written down only where all sheets are laid out. */
export interface LateFormula {
  readonly cell: LateCell;
  readonly formula: Formula;
  /** Where it stands; null where that is in no table. */
  readonly table: string | null;
  readonly row: number;
}

/** What the whole document keeps of a page. */
export interface Register {
  readonly placed: (id: string, table: PlacedTable) => void;
  readonly late: (formula: LateFormula) => void;
}

interface LaidTable {
  readonly table: TableBlock;
  readonly headingRow: number;
  readonly crossesPages: boolean;
}

export function layOutPage(page: ReportPage, register: Register): ReportSheet {
  const tables = page.blocks.filter((block) => block.kind === "table");
  const widths = widthsOf(tables);
  const sheet = startSheet(page.name, widths, orientationOf(widths));
  const laid: LaidTable[] = [];

  if (page.staleLine !== null) {
    const cell: LateCell = { value: "", formula: "", format: formats.stale, link: null };
    register.late({ cell, formula: page.staleLine, table: null, row: 0 });
    sheet.line(cell);
  }
  let above: ReportBlock | null = null;
  for (const block of page.blocks) {
    if (standsApart(block, above)) sheet.blank();
    if (block.kind === "table") {
      const table = addTable(sheet, block, widths.length, register);
      if (table !== null) laid.push(table);
    } else if (block.kind === "chart") {
      sheet.chart(chartOf(chartData(block, laid, page.name, widths)));
    } else {
      addLine(sheet, block);
    }
    above = block;
  }
  return sheet.finish(frameOf(page, laid));
}

/** True where a blank line stands above a block: around tables and charts, and above a part. */
function standsApart(block: ReportBlock, above: ReportBlock | null): boolean {
  if (above?.kind === "table" || above?.kind === "chart") return true;
  if (block.kind === "heading") return block.level === "part";
  return block.kind === "chart" || (block.kind === "table" && block.underHeading !== true);
}

function addLine(sheet: SheetBuilder, block: Exclude<ReportBlock, TableBlock | TableChart>): void {
  switch (block.kind) {
    case "heading":
      if (block.newPage === true) sheet.pageBreak();
      sheet.line(text(block.text, block.level === "chapter" ? formats.chapter : formats.section));
      break;
    case "paragraph":
      sheet.line(text(block.text, formats.paragraph));
      break;
    case "note":
      sheet.line(text(block.text, formats.note));
      break;
    case "warning":
      sheet.line(text(block.text, formats.provisional));
      break;
  }
}

/** null where there is nothing but the line that stands instead. */
function addTable(sheet: SheetBuilder, table: TableBlock, sheetColumns: number, register: Register): LaidTable | null {
  if (table.rows.length === 0 && table.whenEmpty !== undefined) {
    sheet.line(text(table.whenEmpty, formats.paragraph));
    return null;
  }
  if (table.title !== undefined) {
    sheet.keepTogether(table.rows.length);
    sheet.line(text(table.title, formats.tableTitle));
  }
  const headingRow = sheet.nextRow();
  const { columns, covered } = columnsOf(table, sheetColumns);
  const merges = mergesOf(table, headingRow, columns, covered);
  const spread = (cells: readonly ReportCell[]): readonly ReportCell[] =>
    covered.size === 0
      ? cells
      : cells.flatMap((cell, at) => (covered.has(at) ? [cell, text("", cell.format)] : [cell]));
  const headings = table.columns.map(({ heading }) => text(heading, formats.heading));
  sheet.table([spread(headings), ...table.rows.map((row, at) => spread(cellsOf(row, at, table, register)))], merges);
  register.placed(table.id, { sheet: sheet.name, firstRow: headingRow + 1, columns });
  const crossesPages = sheet.lastTableCrossesPages();
  for (const note of table.footnotes ?? []) sheet.line(text(note, formats.note));
  return { table, headingRow, crossesPages };
}

interface SheetColumns {
  /** By key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Which of the table's columns cover the one to their right as well. */
  readonly covered: ReadonlySet<number>;
}

/** A column that spans two does so on a sheet that has the columns. */
function columnsOf(table: TableBlock, sheetColumns: number): SheetColumns {
  const columns = new Map<string, number>();
  const covered = new Set<number>();
  table.columns.forEach(({ key, kind }, at) => {
    columns.set(key, at + covered.size);
    if (spansTwo(kind) && table.columns.length + covered.size < sheetColumns) covered.add(at);
  });
  return { columns, covered };
}

function mergesOf(
  { columns: all, rows }: TableBlock,
  headingRow: number,
  columns: SheetColumns["columns"],
  covered: SheetColumns["covered"],
): readonly Area[] {
  const merges: Area[] = [];
  all.forEach(({ key }, at) => {
    if (!covered.has(at)) return;
    for (let row = headingRow; row <= headingRow + rows.length; row += 1) {
      merges.push({ row, column: columns.get(key) ?? at, rows: 1, columns: 2 });
    }
  });
  rows.forEach(({ kind, cells }, at) => {
    if (kind !== "group") return;
    const named = cells.length - 1;
    merges.push({ row: headingRow + 1 + at, column: named, rows: 1, columns: all.length + covered.size - named });
  });
  return merges;
}

function cellsOf({ kind, cells }: TableRow, row: number, table: TableBlock, register: Register): readonly ReportCell[] {
  return table.columns.map((column, at) => {
    // Of a group's row only number and name are given.
    const given: TableCell = cells[at] ?? { value: "" };
    const format: CellFormat = at < cells.length ? formatOf(column.kind, kind, given) : formats.groupRow;
    const cell: LateCell = { value: given.value, formula: null, format, link: given.link ?? null };
    if (given.formula !== undefined) {
      cell.formula = "";
      register.late({ cell, formula: given.formula, table: table.id, row });
    }
    return cell;
  });
}

function chartData(
  chart: TableChart,
  laid: readonly LaidTable[],
  sheet: string,
  columnWidths: readonly number[],
): ChartData {
  const found = laid.find(({ table }) => table.id === chart.table);
  if (found === undefined) throw new RangeError(`no table ${chart.table} stands above its chart`);
  const { table, headingRow } = found;
  const body = table.rows.filter(({ kind }) => kind === "body");
  const columnOf = (key: string): number => {
    const at = table.columns.findIndex((column) => column.key === key);
    if (at < 0) throw new RangeError(`table ${table.id} has no column ${key}`);
    return at;
  };
  const valuesIn = (column: number): readonly TableCell["value"][] =>
    body.map(({ cells }) => cells[column]?.value ?? null);
  const nameColumn = columnOf(chart.names);
  const series = chart.series.map((key) => {
    const column = columnOf(key);
    return { column, color: table.columns[column]?.kind === "points" ? ("score" as const) : ("index" as const) };
  });
  return {
    title: chart.title,
    sheet,
    columnWidths,
    headingRow,
    names: valuesIn(nameColumn).map(String),
    nameColumn,
    series,
    values: series.flatMap(({ column }) => valuesIn(column).filter((value) => typeof value === "number")),
  };
}

function frameOf({ key, role }: ReportPage, tables: readonly LaidTable[]): SheetFrame {
  const [first] = tables;
  const inSight = first?.table.headings === "inSight";
  // Tables with headings of their own: repeating one above another would be wrong.
  const long = tables.length === 1 && first?.table.headings === "repeatedWhereLong" && first.crossesPages;
  const repeats = long || inSight || first?.table.headings === "repeated";
  const isWorking = role === "working";
  return {
    key,
    freeze: { rows: first !== undefined && inSight ? first.headingRow + 1 : 0, columns: isWorking ? 2 : 0 },
    repeatRows: first !== undefined && repeats ? [first.headingRow, first.headingRow] : null,
    repeatColumns: isWorking ? [0, 1] : null,
    tabColor: tabColors[role],
  };
}
