import { escapeAttribute, escapeXml } from "../../ooxml/xml-text";
import {
  applyEdits,
  editedSource,
  insertInOrder,
  removeElement,
  replaceInside,
  setAttribute,
  sourceOf,
  withAttribute,
  type Edit,
} from "../../ooxml/xml-edit";
import { mentionsSheet, renameSheetInFormula } from "../../formula/sheet-references";
import { childNamed, childrenNamed, prefixOf, type XmlElement } from "../../ooxml/xml-tree";
import { formatIdentity, identityName } from "../../data/own-sheet-mark";
import { isMark } from "./sheet-marks";
import type { DefinedName, WorkbookPart } from "../../ooxml/workbook-part";
import type { MarkedWorkbook } from "./marked-workbook";

/** A sheet as it is to stand in the workbook. */
export interface PlannedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  /** Where it stood before; null for a new one. */
  readonly previousIndex: number | null;
  /** For the program's own sheets: the names that belong to the sheet and are written anew at every run. */
  readonly ownNames: readonly { readonly name: string; readonly formula: string; readonly hidden: boolean }[] | null;
  /** An own sheet that is left as it is, with its mark. */
  readonly keepsMark: boolean;
}

const namesWrittenAnew = ["_xlnm.print_titles", "_xlnm._filterdatabase"];

/** Excel takes no higher number of a sheet. */
const highestSheetId = 65534;

/** Gives numbers for new sheets: after the highest there is, or what is free below where that is the end. */
export function unusedSheetIds(standing: readonly number[]): () => number {
  const taken = new Set(standing);
  const isFull = taken.size >= highestSheetId;
  let last = standing.reduce((highest, id) => (id > highest ? id : highest), 0);
  return () => {
    do last = last < highestSheetId || isFull ? last + 1 : 1;
    while (taken.has(last));
    taken.add(last);
    return last;
  };
}

/** Children of <workbook> in the schema's order, as far as needed to place a new one. */
const childOrder = [
  ...["sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews"],
  ...["pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"],
];

/**
 * workbook.xml with these sheets in this order; everything else in it stays as it is written.
 * identity: what the workbook is called by from now on, where it is not called anything yet.
 */
export function workbookText(
  workbook: MarkedWorkbook,
  planned: readonly PlannedSheet[],
  identity: string | null = null,
): string {
  const { text, root } = workbook;
  const sheets = childNamed(root, "sheets");
  if (!sheets) return text;
  const edits: Edit[] = [
    replaceInside(text, sheets, planned.map((sheet) => sheetXml(workbook, sheet)).join("")),
    ...viewEdits(workbook, planned),
  ];
  const names = definedNamesXml(workbook, planned, identity);
  const definedNames = childNamed(root, "definedNames");
  if (definedNames) {
    edits.push(names === "" ? removeElement(definedNames) : replaceInside(text, definedNames, names));
  } else if (names !== "") {
    const tag = `${prefixOf(root)}definedNames`;
    edits.push(insertInOrder(text, root, childOrder, "definedNames", `<${tag}>${names}</${tag}>`));
  }
  return applyEdits(text, edits);
}

/** Index of the sheet that is in front when the workbook is opened. */
export function activeSheet(workbook: WorkbookPart, planned: readonly PlannedSheet[]): number {
  const view = childNamed(childNamed(workbook.root, "bookViews"), "workbookView");
  return movedIndex(workbook, planned, Number(view?.attributes["activeTab"] ?? 0));
}

function sheetXml(workbook: WorkbookPart, planned: PlannedSheet): string {
  const previous = planned.previousIndex === null ? undefined : workbook.sheets[planned.previousIndex];
  if (!previous) return newSheetXml(workbook, planned);
  if (previous.name === planned.name) return sourceOf(workbook.text, previous.element);
  const { text } = workbook;
  return editedSource(text, previous.element, [setAttribute(text, previous.element, "name", planned.name)]);
}

function newSheetXml({ root, dialect }: WorkbookPart, planned: PlannedSheet): string {
  const declared = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith("xmlns:") && value === dialect.relationships,
  );
  const declaration = declared ? "" : ` xmlns:r="${dialect.relationships}"`;
  const prefix = declared ? declared[0].slice("xmlns:".length) : "r";
  const name = escapeAttribute(planned.name);
  return `<${prefixOf(root)}sheet${declaration} name="${name}" sheetId="${String(planned.sheetId)}" ${prefix}:id="${planned.relationshipId}"/>`;
}

function definedNamesXml(workbook: MarkedWorkbook, planned: readonly PlannedSheet[], identity: string | null): string {
  const newIndex = new Map(planned.map((sheet, index) => [sheet.previousIndex, index]));
  const removed = workbook.sheets.filter((_, index) => !newIndex.has(index)).map(({ name }) => name);
  const kept = workbook.definedNames.map((name) => keptNameXml(workbook, planned, newIndex, removed, name));
  const tag = `${prefixOf(workbook.root)}definedName`;
  const own = planned.flatMap((sheet, index) =>
    (sheet.ownNames ?? []).map(({ name, formula, hidden }) => {
      const attributes = `name="${name}" localSheetId="${String(index)}"${hidden ? ' hidden="1"' : ""}`;
      return `<${tag} ${attributes}>${escapeXml(formula)}</${tag}>`;
    }),
  );
  return [...kept, identityXml(workbook, identity), ...own].join("");
}

function identityXml({ identity: present, root }: MarkedWorkbook, identity: string | null): string {
  if (identity === null || present !== null) return "";
  const tag = `${prefixOf(root)}definedName`;
  return `<${tag} name="${identityName}" hidden="1">${escapeXml(formatIdentity(identity))}</${tag}>`;
}

/** A defined name of before as it stands from now on; "" where it goes with its sheet or is written anew. */
function keptNameXml(
  workbook: WorkbookPart,
  planned: readonly PlannedSheet[],
  newIndex: ReadonlyMap<number | null, number>,
  removed: readonly string[],
  name: DefinedName,
): string {
  const { text } = workbook;
  if (name.sheet === null) return nameXml(text, name, formulaWithoutSheets(removed, name.formula), null);
  const index = newIndex.get(name.sheet);
  const sheet = index === undefined ? undefined : planned[index];
  if (index === undefined || !sheet || (isMark(name) && !sheet.keepsMark)) return "";
  if (sheet.ownNames && namesWrittenAnew.includes(name.name.toLowerCase())) return "";
  const previous = workbook.sheets[name.sheet];
  const formula =
    previous && previous.name !== sheet.name
      ? renameSheetInFormula(name.formula, previous.name, sheet.name)
      : formulaWithoutSheets(removed, name.formula);
  return nameXml(text, name, formula, index);
}

function nameXml(text: string, name: DefinedName, formula: string, sheet: number | null): string {
  const { element } = name;
  return editedSource(text, element, [
    ...(sheet === name.sheet ? [] : [setAttribute(text, element, "localSheetId", String(sheet))]),
    ...(formula === name.formula ? [] : [replaceInside(text, element, escapeXml(formula))]),
  ]);
}

/** What Excel does to a name that refers to a deleted sheet. */
function formulaWithoutSheets(removed: readonly string[], formula: string): string {
  return removed.some((name) => mentionsSheet(formula, name)) ? "#REF!" : formula;
}

function viewEdits(workbook: WorkbookPart, planned: readonly PlannedSheet[]): Edit[] {
  const views = childrenNamed(childNamed(workbook.root, "bookViews"), "workbookView");
  return views.flatMap((view): Edit[] => {
    const tag = workbook.text.slice(view.start, view.openEnd);
    const changed = ["activeTab", "firstSheet"].reduce((changing, name) => {
      const index = movedTo(workbook, planned, view, name);
      return index === null ? changing : withAttribute(changing, name, index);
    }, tag);
    return changed === tag ? [] : [{ start: view.start, end: view.openEnd, text: changed }];
  });
}

/** The attribute's new value, or null where it need not change. */
function movedTo(
  workbook: WorkbookPart,
  planned: readonly PlannedSheet[],
  view: XmlElement,
  attribute: string,
): string | null {
  const before = Number(view.attributes[attribute] ?? 0);
  const after = movedIndex(workbook, planned, before);
  return after === before ? null : String(after);
}

/** Where the sheet that was at an index stands now; for one that is gone, the first that can be seen. */
function movedIndex(workbook: WorkbookPart, planned: readonly PlannedSheet[], before: number): number {
  const after = planned.findIndex((sheet) => sheet.previousIndex === before);
  if (after >= 0) return after;
  const visible = planned.findIndex(
    ({ previousIndex }) => previousIndex === null || workbook.sheets[previousIndex]?.visible,
  );
  return Math.max(0, visible);
}

/** workbook.xml, asking Excel to compute all formulas when it opens the file. */
export function calculatedOnOpening({ text, root }: WorkbookPart): string {
  const settings = childNamed(root, "calcPr");
  if (settings) return applyEdits(text, [setAttribute(text, settings, "fullCalcOnLoad", "1")]);
  const xml = `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`;
  return applyEdits(text, [insertInOrder(text, root, childOrder, "calcPr", xml)]);
}
