import { cellAddress, cellAt, type SheetGrid } from "../../data/grid";
import { parseCellAddress } from "../../data/cell-address";
import { failure } from "../../data/host-error";
import type { CellChange } from "../host";
import { sameSheetName } from "../../data/sheet-name";
import { readCellLocks } from "../../ooxml/cell-formats";
import { changeCellsInSheet } from "./cell-change";
import { editContentTypes } from "../../ooxml/content-types";
import { dependentFormulas, type CellPlace } from "../../formula/dependent-formulas";
import type { FormulaEngine, PlainValue } from "../../formula/values/engine";
import { plainValue } from "../../formula/values/workbook-values";
import { readGrids } from "./grids";
import { placedCells } from "./own-sheet-content";
import type { PackageParts } from "../../ooxml/package-parts";
import { editRelationships } from "../../ooxml/relationships";
import { partOfKind, readWorkbook, type WorkbookPart, type WorkbookSheet } from "../../ooxml/workbook-part";
import { calculatedOnOpening } from "./workbook-writer";
import { applyEdits, withAttribute, type Edit } from "../../ooxml/xml-edit";
import { escapeCellText } from "../../ooxml/xml-text";
import { childNamed, parseXml, prefixOf, type XmlElement } from "../../ooxml/xml-tree";
import { hidesNumber } from "../number-formats";
import { openStyleTable } from "../../ooxml/style-table";

/**
 * Writes accepted changes into the user's sheets and brings the formulas that hang on them up to date. All or none:
 * call it on a copy of the parts. grids: the workbook as it is now.
 */
export async function changeCells(
  parts: PackageParts,
  grids: readonly SheetGrid[],
  changes: readonly CellChange[],
  engine: FormulaEngine,
): Promise<void> {
  const workbook = readWorkbook(parts);
  const stylesPath = partOfKind(parts, workbook, "styles");
  const locks = readCellLocks(parts, stylesPath);
  const styles = stylesPath === null ? null : openStyleTable(parts.text(stylesPath));
  const changed: CellPlace[] = [];
  let dropsFormulas = false;
  for (const [sheet, ofSheet] of bySheet(workbook, changes)) {
    const grid = grids.find(({ name }) => name === sheet.name);
    if (!grid || sheet.kind !== "worksheet") throw failure("sheetGone", { sheet: sheet.name });
    changed.push(...ofSheet.map((change) => requireUnchanged(grid, change)));
    const text = parts.text(sheet.path);
    if (grid.protected) requireUnlocked(text, ofSheet, locks);
    const restyle = (change: CellChange, style: number): number =>
      styles !== null && losesNumberFormat(grid, change) ? styles.withoutNumberFormat(style) : style;
    const { text: newText, formulasDropped } = changeCellsInSheet(text, ofSheet, restyle);
    parts.setText(sheet.path, newText);
    dropsFormulas ||= formulasDropped.length > 0;
  }
  if (stylesPath !== null && styles !== null) parts.setText(stylesPath, styles.text());
  if (dropsFormulas) dropCalculationOrder(parts, workbook);

  const dependents = dependentFormulas(grids, changed).filter((one) => !changed.some((cell) => isSame(one, cell)));
  if (dependents.length === 0) return;
  parts.setText(workbook.path, calculatedOnOpening(workbook));
  const values = valuesAt(await readGrids(parts, engine, dependents), dependents);
  for (const sheet of workbook.sheets) {
    const ofSheet = dependents.flatMap((place, index) =>
      place.sheet === sheet.name ? [{ place, value: values[index] ?? null }] : [],
    );
    if (ofSheet.length > 0) parts.setText(sheet.path, withFormulaValues(parts.text(sheet.path), ofSheet));
  }
}

/** A score of 1.5 that Excel turned into a date would be shown as a date again. */
function losesNumberFormat(grid: SheetGrid, { cell, after }: CellChange): boolean {
  const place = parseCellAddress(cell);
  const format = place && cellAt(grid, place.row, place.column)?.format;
  return typeof after === "number" && typeof format === "string" && hidesNumber(format);
}

function bySheet(workbook: WorkbookPart, changes: readonly CellChange[]): Map<WorkbookSheet, CellChange[]> {
  const found = new Map<WorkbookSheet, CellChange[]>();
  for (const change of changes) {
    const sheet = workbook.sheets.find(({ name }) => sameSheetName(name, change.sheet));
    if (!sheet) throw failure("sheetGone", { sheet: change.sheet });
    found.set(sheet, [...(found.get(sheet) ?? []), change]);
  }
  return found;
}

function requireUnchanged(grid: SheetGrid, change: CellChange): CellPlace {
  const place = parseCellAddress(change.cell);
  if (!place) throw failure("cellUnknown", { sheet: change.sheet, cell: change.cell });
  const present = cellAt(grid, place.row, place.column)?.value ?? null;
  if (present !== change.before) throw failure("cellChanged", { sheet: change.sheet, cell: change.cell });
  return { sheet: grid.name, ...place };
}

/** On a protected sheet only cells that were unlocked for it can be changed, as in Excel. */
function requireUnlocked(text: string, changes: readonly CellChange[], locks: readonly boolean[]): void {
  const styles = new Map(
    placedCells(parseXml(text)).map(({ row, column, element }) => [
      cellAddress(row, column),
      Number(element.attributes["s"] ?? 0),
    ]),
  );
  const locked = changes.find(({ cell }) => locks[styles.get(cell) ?? 0] ?? true);
  if (locked) throw failure("sheetProtected", { sheet: locked.sheet });
}

/** Excel makes the order of calculation anew where it is missing; an entry for a cell without formula is damage to it. */
function dropCalculationOrder(parts: PackageParts, workbook: WorkbookPart): void {
  const orders = workbook.relationships.filter(({ kind }) => kind === "calcChain");
  if (orders.length === 0) return;
  editRelationships(parts, workbook.path, new Set(orders.map(({ id }) => id)), []);
  editContentTypes(parts, new Set(orders.map(({ target }) => target)), []);
  for (const { target } of orders) parts.remove(target);
}

/** null: not to be computed here; the check says so, and Excel computes it when it opens the file. */
function valuesAt(grids: readonly SheetGrid[], places: readonly CellPlace[]): (PlainValue | null)[] {
  return places.map(({ sheet, row, column }) => {
    const grid = grids.find(({ name }) => name === sheet);
    return plainValue(grid ? cellAt(grid, row, column) : null);
  });
}

/** The sheet with new values of formulas; null: no value rather than one that is out of date. */
function withFormulaValues(
  text: string,
  values: readonly { readonly place: CellPlace; readonly value: PlainValue | null }[],
): string {
  const wanted = new Map(values.map(({ place, value }) => [cellAddress(place.row, place.column), value]));
  const edits = placedCells(parseXml(text)).flatMap(({ row, column, element }): Edit[] => {
    const value = wanted.get(cellAddress(row, column));
    const formula = childNamed(element, "f");
    return value === undefined || !formula ? [] : [withFormulaValue(text, element, formula, value)];
  });
  return applyEdits(text, edits);
}

function withFormulaValue(text: string, cell: XmlElement, formula: XmlElement, value: PlainValue | null): Edit {
  const types = { number: null, text: "str", boolean: "b", error: "e" } as const;
  const startTag = withAttribute(text.slice(cell.start, cell.openEnd), "t", value === null ? null : types[value.type]);
  const shown = typeof value?.value === "boolean" ? String(Number(value.value)) : escapeCellText(String(value?.value));
  const prefix = prefixOf(cell);
  const valueXml = value === null ? "" : `<${prefix}v>${shown}</${prefix}v>`;
  const formulaXml = text.slice(formula.start, formula.end);
  return { start: cell.start, end: cell.end, text: `${startTag}${formulaXml}${valueXml}</${cell.name}>` };
}

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
