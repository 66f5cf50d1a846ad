import { columnName, type OwnSheetMark } from "../../data/grid";
import type { ChartBlock, Report, ReportCell, ReportSheet, SheetRange } from "../../data/pages";
import { calculationOrderNames } from "../../ooxml/calculation-order";
import { chartXml, type CellLookup } from "../../ooxml/chart-part";
import { editContentTypes, type PartType } from "../../ooxml/content-types";
import { drawingXml } from "../../ooxml/drawing-part";
import { failure } from "../../data/host-error";
import type { WriteOptions } from "../host";
import { formatMark, markName, type SheetMark } from "../../data/own-sheet-mark";
import { newIdentity } from "../own-sheets";
import { planReport, type OwnSheetQuestions, type ReportPlan, type WrittenSheet } from "../report-plan";
import { carriedContent, holdsUserContent, nothingCarried, type CarriedContent } from "./own-sheet-content";
import type { PackageParts } from "../../ooxml/package-parts";
import {
  editRelationships,
  reachableParts,
  relationshipsPath,
  unusedIds,
  unusedPaths,
  type NewPath,
  type NewRelationship,
} from "../../ooxml/relationships";
import { retireSheet } from "./retired-sheet";
import { quoteSheetName, sameSheetName } from "../../data/sheet-name";
import { worksheetXml } from "./sheet-writer";
import type { StyleTable } from "../../ooxml/style-table";
import { openStyles } from "./styles-part";
import { type MarkedWorkbook, readMarkedWorkbook } from "./marked-workbook";
import { takenIds } from "../../ooxml/workbook-part";
import { activeSheet, unusedSheetIds, workbookText, type PlannedSheet } from "./workbook-writer";

const contentType = {
  worksheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  styles: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
};

/** The package that is written into. */
interface Target {
  readonly parts: PackageParts;
  readonly workbook: MarkedWorkbook;
  readonly newPath: NewPath;
}

/** An own sheet with its place in the package. */
interface PlacedSheet extends WrittenSheet<CarriedContent> {
  readonly path: string;
  readonly planned: PlannedSheet;
}

/**
 * Writes the report's sheets into the package. Parts of the user's stay byte for byte; of the shared ones,
 * workbook.xml, its relationships, [Content_Types].xml and styles.xml are edited at the places that must change.
 * The same report written twice gives the same package. Which sheet is in front does not change.
 */
export function writeReport(parts: PackageParts, report: Report, options: WriteOptions = {}): void {
  const workbook = readMarkedWorkbook(parts);
  requireOwnParts(workbook);
  const plan = planReport(workbook.sheets, report, options.otherOwnSheets ?? "remove", questions(parts, workbook));
  const reachableBefore = reachableParts(parts);

  for (const { index, newName } of plan.retired) {
    const sheet = workbook.sheets[index];
    if (sheet?.mark) retireSheet(parts, { ...sheet, mark: sheet.mark }, newName);
  }
  detachOwnParts(parts, workbook, plan, reachableBefore);

  const identity = workbook.identity ?? newIdentity(report.identity, workbook.seenIdentities);
  const target: Target = { parts, workbook, newPath: unusedPaths(parts) };
  const placed = placeSheets(target, plan, identity);
  const planned = [
    ...userSheets(workbook, plan),
    ...plan.kept.flatMap((index) => standingSheet(workbook, index, true)),
    ...placed.map((sheet) => sheet.planned),
  ];
  const styles = openStyles(parts, workbook, target.newPath);
  const active = planned[activeSheet(workbook, planned)];
  const added = placed.flatMap((sheet, index) => {
    const types = writeSheet(target, report, sheet, styles.table, sheet.planned === active);
    options.onProgress?.(index + 1, placed.length);
    return types;
  });
  parts.setText(styles.path, styles.table.text());
  const newStyles = styles.isNew ? [{ path: styles.path, contentType: contentType.styles }] : [];
  editContentTypes(parts, new Set(), [...newStyles, ...added]);
  editRelationships(parts, workbook.path, styles.lostIds, [
    ...newStyles.map(({ path }) => stylesRelationship(workbook, placed, path)),
    ...placed.map(({ path, planned: { relationshipId } }) => relationship(workbook, relationshipId, "worksheet", path)),
  ]);
  parts.setText(workbook.path, workbookText(workbook, planned, identity));
}

/** Where an own sheet is the same part as another sheet or list of the workbook, writing it would overwrite the user's. */
function requireOwnParts(workbook: MarkedWorkbook): void {
  const uses = new Map<string, number>();
  const pointers = workbook.relationships.filter(({ kind }) => !["worksheet", "chartsheet"].includes(kind));
  for (const path of [...workbook.sheets.map((sheet) => sheet.path), ...pointers.map(({ target }) => target)]) {
    uses.set(path, (uses.get(path) ?? 0) + 1);
  }
  if (workbook.sheets.some(({ mark, path }) => mark !== null && uses.get(path) !== 1)) throw failure("broken");
}

/**
 * Takes the written and removed own sheets out of the package's lists, and everything that then hangs on nothing:
 * their drawings and charts, and the order of calculation where it names one of their cells.
 */
function detachOwnParts(
  parts: PackageParts,
  workbook: MarkedWorkbook,
  plan: ReportPlan<CarriedContent>,
  reachableBefore: ReadonlySet<string>,
): void {
  const rewritten = new Set(plan.written.map(({ previousIndex }) => previousIndex));
  const detached = workbook.sheets.filter((_, index) => rewritten.has(index) || plan.removed.has(index));
  const kept = new Set(workbook.sheets.filter((_, index) => rewritten.has(index)).map(({ path }) => path));
  const ids = new Set(detached.map(({ relationshipId }) => relationshipId));
  // Excel makes the order of calculation anew where it is missing; an entry for a cell that is gone is damage to it.
  const ownIds = new Set(workbook.sheets.filter(({ mark }) => mark !== null).map(({ sheetId }) => sheetId));
  const calculationOrder = workbook.relationships.filter(
    ({ kind, target }) =>
      kind === "calcChain" && parts.find(target) && calculationOrderNames(parts.text(target), ownIds),
  );
  for (const { id } of calculationOrder) ids.add(id);
  if (ids.size > 0) editRelationships(parts, workbook.path, ids, []);
  for (const { path } of detached) parts.remove(relationshipsPath(path));

  const reachable = reachableParts(parts);
  const orphans = [...reachableBefore].filter((path) => !reachable.has(path));
  for (const path of orphans.filter((orphan) => !kept.has(orphan))) {
    parts.remove(path);
    parts.remove(relationshipsPath(path));
  }
  if (orphans.length > 0) editContentTypes(parts, new Set(orphans), []);
}

function userSheets(workbook: MarkedWorkbook, plan: ReportPlan<CarriedContent>): PlannedSheet[] {
  const newNames = new Map(plan.retired.map(({ index, newName }) => [index, newName]));
  return workbook.sheets.flatMap(({ mark }, index): PlannedSheet[] => {
    if (mark !== null && !newNames.has(index)) return [];
    return standingSheet(workbook, index, !newNames.has(index), newNames.get(index));
  });
}

function standingSheet(workbook: MarkedWorkbook, index: number, keepsMark: boolean, newName?: string): PlannedSheet[] {
  const sheet = workbook.sheets[index];
  if (!sheet) return [];
  const { name, sheetId, relationshipId } = sheet;
  return [{ name: newName ?? name, sheetId, relationshipId, previousIndex: index, ownNames: null, keepsMark }];
}

function questions(parts: PackageParts, workbook: MarkedWorkbook): OwnSheetQuestions<CarriedContent> {
  const ask = <T>(index: number, answer: (sheet: { path: string; mark: OwnSheetMark }) => T): T => {
    const sheet = workbook.sheets[index];
    if (!sheet?.mark) throw new RangeError(`sheet ${String(index)} is not the program's`);
    return answer({ path: sheet.path, mark: sheet.mark });
  };
  return {
    carriedContent: (index, next, extent) =>
      ask(index, (sheet) => carriedContent(parts, sheet, extent, next.columnWidths.length)),
    holdsUserContent: (index) => ask(index, (sheet) => holdsUserContent(parts, sheet)),
  };
}

/** A sheet that is written in place keeps its number, relationship and part. */
function placeSheets({ workbook, newPath }: Target, plan: ReportPlan<CarriedContent>, identity: string): PlacedSheet[] {
  const nextId = unusedIds(takenIds(workbook));
  const folder = folderOf(workbook);
  const nextSheetId = unusedSheetIds(workbook.sheets.map(({ sheetId }) => sheetId));
  return plan.written.map((written) => {
    const previous = written.previousIndex === null ? undefined : workbook.sheets[written.previousIndex];
    const path = previous?.path ?? newPath(`${folder}worksheets/sheet`, ".xml");
    const sheetId = previous?.sheetId ?? nextSheetId();
    const ids = { file: String(sheetId), excel: previous?.mark?.ids.excel ?? "" };
    const planned: PlannedSheet = {
      name: written.sheet.name,
      sheetId,
      relationshipId: previous?.relationshipId ?? nextId(),
      previousIndex: written.previousIndex,
      ownNames: ownNames(written.sheet, { ...written.mark, workbook: identity, ids }),
      keepsMark: false,
    };
    return { ...written, path, planned };
  });
}

function ownNames(sheet: ReportSheet, mark: SheetMark): NonNullable<PlannedSheet["ownNames"]> {
  const name = quoteSheetName(sheet.name);
  const { repeatColumns, repeatRows } = sheet.page;
  const titles = [
    repeatColumns && `${name}!$${columnName(repeatColumns[0])}:$${columnName(repeatColumns[1])}`,
    repeatRows && `${name}!$${String(repeatRows[0] + 1)}:$${String(repeatRows[1] + 1)}`,
  ].filter((part) => part !== null);
  return [
    { name: markName, formula: formatMark(mark), hidden: true },
    ...(titles.length === 0 ? [] : [{ name: "_xlnm.Print_Titles", formula: titles.join(","), hidden: false }]),
  ];
}

function stylesRelationship(workbook: MarkedWorkbook, placed: readonly PlacedSheet[], path: string): NewRelationship {
  const taken = new Set([...takenIds(workbook), ...placed.map(({ planned }) => planned.relationshipId)]);
  return relationship(workbook, unusedIds(taken)(), "styles", path);
}

function folderOf(workbook: MarkedWorkbook): string {
  return workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
}

/** Writes the sheet with its drawing and charts; gives the parts for [Content_Types].xml. */
function writeSheet(
  target: Target,
  report: Report,
  placed: PlacedSheet,
  styles: StyleTable,
  active: boolean,
): PartType[] {
  const { sheet, path } = placed;
  const carried = placed.carried ?? nothingCarried;
  const { parts, workbook } = target;
  const { dialect } = workbook;
  const nextId = unusedIds(new Set());
  const relationships: NewRelationship[] = [];
  const hyperlinkIds = carried.hyperlinks.map(({ relationship: one }) => {
    if (one === null) return null;
    const id = nextId();
    relationships.push({ ...relationship(workbook, id, "hyperlink", one.target), external: one.external });
    return id;
  });
  const charts = sheet.blocks.filter((block) => block.kind === "chart");
  const drawing = charts.length === 0 ? null : writeDrawing(target, report, sheet, charts);
  const drawingId = drawing === null ? null : nextId();
  if (drawing !== null && drawingId !== null) {
    relationships.push(relationship(workbook, drawingId, "drawing", drawing.path));
  }
  const xml = worksheetXml(sheet, { dialect, styles, active, carried, hyperlinkIds, drawingId });
  if (placed.carried === null) parts.setOwnText(path, xml);
  else parts.setText(path, xml);
  if (relationships.length > 0) editRelationships(parts, path, new Set(), relationships);
  return [{ path, contentType: contentType.worksheet }, ...(drawing?.types ?? [])];
}

function writeDrawing(
  { parts, workbook, newPath }: Target,
  report: Report,
  sheet: ReportSheet,
  charts: readonly ChartBlock[],
): { path: string; types: PartType[] } {
  const folder = folderOf(workbook);
  const path = newPath(`${folder}drawings/drawing`, ".xml");
  const chartPaths = charts.map((chart) => {
    const chartPath = newPath(`${folder}charts/chart`, ".xml");
    parts.setText(chartPath, chartXml(chart, workbook.dialect, cellLookup(report)));
    return chartPath;
  });
  const ids = charts.map((_, index) => `rId${String(index + 1)}`);
  parts.setText(path, drawingXml(sheet.key, charts, ids, workbook.dialect));
  const relationships = chartPaths.map((target, index) => relationship(workbook, ids[index] ?? "", "chart", target));
  editRelationships(parts, path, new Set(), relationships);
  const types = chartPaths.map((chartPath) => ({ path: chartPath, contentType: contentType.chart }));
  return { path, types: [{ path, contentType: contentType.drawing }, ...types] };
}

function relationship(workbook: MarkedWorkbook, id: string, kind: string, target: string): NewRelationship {
  return { id, type: `${workbook.dialect.relationships}/${kind}`, target, external: false };
}

/** Cells of the report by range; nothing for a range on a sheet of the user's. */
function cellLookup(report: Report): CellLookup {
  return ({ sheet: name, area }: SheetRange) => {
    const sheet = report.sheets.find((one) => sameSheetName(one.name, name));
    if (!sheet) return [];
    return Array.from({ length: area.rows * area.columns }, (_, index) =>
      cellOf(sheet, area.row + Math.floor(index / area.columns), area.column + (index % area.columns)),
    );
  };
}

function cellOf(sheet: ReportSheet, row: number, column: number): ReportCell | null {
  for (const block of sheet.blocks) {
    if (block.kind === "chart") continue;
    const cell = block.cells[row - block.row]?.[column - block.column];
    if (cell) return cell;
  }
  return null;
}
