import { dialectOf, type Dialect } from "./dialect";
import { failure } from "../data/host-error";
import type { PackageParts } from "./package-parts";
import { readRelationships, type Relationship } from "./relationships";
import {
  childNamed,
  childrenNamed,
  isTrue,
  parseXml,
  prefixedAttribute,
  requireShortList,
  type XmlElement,
} from "./xml-tree";

/** workbook.xml as it stands. */
export interface WorkbookPart {
  readonly path: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly dialect: Dialect;
  readonly relationships: readonly Relationship[];
  /** In the workbook's order; a defined name's localSheetId is the index in this list. */
  readonly sheets: readonly WorkbookSheet[];
  readonly definedNames: readonly DefinedName[];
}

export interface WorkbookSheet {
  readonly element: XmlElement;
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly visible: boolean;
  /** "worksheet", "chartsheet", "dialogsheet" …; "none" for an entry without a part. */
  readonly kind: string;
  readonly path: string;
}

export interface DefinedName {
  readonly element: XmlElement;
  readonly name: string;
  readonly formula: string;
  /** Index of the sheet that it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
}

/** Throws a HostError for a package that is no .xlsx workbook. */
export function readWorkbook(parts: PackageParts): WorkbookPart {
  const path = readRelationships(parts, "").find(({ kind }) => kind === "officeDocument")?.target;
  if (path === undefined) throw failure("notWorkbook");
  if (path.endsWith(".bin")) throw failure("binaryFormat");
  const text = parts.text(path);
  const root = parseXml(text);
  if (root.local !== "workbook") throw failure("notWorkbook");

  const relationships = readRelationships(parts, path);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  requireShortList(childNamed(root, "sheets"));
  const definedNames = childrenNamed(childNamed(root, "definedNames"), "definedName").map(definedName);
  const sheets = childrenNamed(childNamed(root, "sheets"), "sheet").map((element) => {
    const relationshipId = prefixedAttribute(element, "id") ?? "";
    const relationship = byId.get(relationshipId);
    // A module of macros has a name among the sheets, and no part or none that is there: a sheet without cells.
    const part = relationship === undefined || relationship.external ? null : parts.find(relationship.target);
    return {
      element,
      name: element.attributes["name"] ?? "",
      sheetId: Number(element.attributes["sheetId"] ?? 0),
      relationshipId,
      visible: (element.attributes["state"] ?? "visible") === "visible",
      kind: part === null ? "none" : (relationship?.kind ?? "none"),
      path: part ?? "",
    };
  });
  // Excel calls it damaged too, and no message could say where something stands.
  if (sheets.some(({ name }) => name === "")) throw failure("broken");
  // What is written to one of two sheets with one part would stand in the other too.
  const placed = sheets.flatMap(({ path: part }) => (part === "" ? [] : [part]));
  if (new Set(placed).size < placed.length) throw failure("broken");
  return {
    path,
    text,
    root,
    dialect: dialectOf(root.attributes),
    relationships,
    sheets,
    definedNames,
  };
}

/**
 * Relationship Ids that a new part must not get: those that are there, and those that workbook.xml asks for in vain (a
 * sheet whose relationship is lost would show the new part's cells).
 */
export function takenIds({ root, relationships }: WorkbookPart): Set<string> {
  const taken = new Set(relationships.map(({ id }) => id));
  const collect = (element: XmlElement): void => {
    const id = prefixedAttribute(element, "id");
    if (id !== undefined) taken.add(id);
    for (const child of element.children) collect(child);
  };
  collect(root);
  return taken;
}

/** Do the workbook's days count from 1904 (old Excel for Mac)? */
export function countsFrom1904({ root }: WorkbookPart): boolean {
  return isTrue(childNamed(root, "workbookPr")?.attributes["date1904"]);
}

/** The path of the workbook's only part of that kind ("styles", "sharedStrings"), or null. */
export function partOfKind(parts: PackageParts, workbook: WorkbookPart, kind: string): string | null {
  const target = workbook.relationships.find((relationship) => relationship.kind === kind)?.target;
  return target === undefined ? null : parts.find(target);
}

function definedName(element: XmlElement): DefinedName {
  const sheet = element.attributes["localSheetId"];
  return {
    element,
    name: element.attributes["name"] ?? "",
    formula: element.text,
    sheet: sheet === undefined ? null : Number(sheet),
  };
}
