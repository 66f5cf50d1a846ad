import { dialectOf, type Dialect } from "../../ooxml/dialect";
import { failure } from "../../data/host-error";
import type { SheetMark } from "../../data/own-sheet-mark";
import type { PackageParts } from "../../ooxml/package-parts";
import { readRelationships, type Relationship } from "../../ooxml/relationships";
import { identitiesInMarks, identityIn, marksIn } from "./sheet-marks";
import {
  childNamed,
  childrenNamed,
  isTrue,
  parseXml,
  prefixedAttribute,
  requireShortList,
  type XmlElement,
} from "../../ooxml/xml-tree";

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
  /** What the marks of this workbook's own sheets call it by; null where none was written yet. */
  readonly identity: string | null;
  /** What marks on its sheets call their workbook by, whether they count or not. */
  readonly seenIdentities: readonly string[];
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
  /** null for a sheet of the user's, whatever mark it carries. */
  readonly mark: SheetMark | null;
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
  const found = childrenNamed(childNamed(root, "sheets"), "sheet").map((element) => {
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
  if (found.some(({ name }) => name === "")) throw failure("broken");
  // What is written to one of two sheets with one part would stand in the other too.
  const placed = found.flatMap(({ path: part }) => (part === "" ? [] : [part]));
  if (new Set(placed).size < placed.length) throw failure("broken");
  const marks = marksIn(
    parts,
    found.map(({ name, sheetId, kind, path: part }) => ({ name, sheetId, path: kind === "worksheet" ? part : null })),
    definedNames,
    relationships.find(({ kind }) => kind === "sharedStrings")?.target ?? null,
  );
  const sheets = found.map((sheet, index) => ({ ...sheet, mark: marks[index] ?? null }));
  return {
    path,
    text,
    root,
    dialect: dialectOf(root.attributes),
    relationships,
    sheets,
    definedNames,
    identity: identityIn(definedNames),
    seenIdentities: identitiesInMarks(definedNames),
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
