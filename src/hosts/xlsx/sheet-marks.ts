/** Which sheets of a file are the program's own, by the names in workbook.xml and, where those are old, by their cells. */
import { identityName, markName, parseIdentity, parseMark, type SheetMark } from "../../data/own-sheet-mark";
import { ownMarks, type SeenMark } from "../own-sheets";
import { placedCells } from "./own-sheet-content";
import type { PackageParts } from "../../ooxml/package-parts";
import { readRelationships } from "../../ooxml/relationships";
import { readSharedStrings } from "../../ooxml/shared-strings";
import { childNamed, parseXml, type XmlElement } from "../../ooxml/xml-tree";

/** As much of a defined name as is asked for here. */
interface Name {
  readonly name: string;
  readonly formula: string;
  /** Index of the sheet that it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
}

/** As much of a sheet as is asked for here. path: null for a sheet without cells. */
interface Sheet {
  readonly name: string;
  readonly sheetId: number;
  readonly path: string | null;
}

/** What the marks of this workbook's own sheets call it by; null where none was written yet. */
export function identityIn(names: readonly Name[]): string | null {
  const name = names.find((one) => one.sheet === null && one.name.toUpperCase() === identityName);
  return name === undefined ? null : parseIdentity(name.formula);
}

export function identitiesInMarks(names: readonly Name[]): string[] {
  return names.flatMap((name) => (isMark(name) ? (parseMark(name.formula)?.workbook ?? []) : []));
}

export function isMark(name: { readonly name: string }): boolean {
  return name.name.toUpperCase() === markName;
}

/** sheets: in the workbook's order. sharedStrings: path of the texts that cells name by number, or null. */
export function marksIn(
  parts: PackageParts,
  sheets: readonly Sheet[],
  names: readonly Name[],
  sharedStrings: string | null,
): (SheetMark | null)[] {
  // A name of the whole workbook with the mark's name is no mark of any sheet.
  const marks = new Map(names.flatMap((name) => (isMark(name) && name.sheet !== null ? [[name.sheet, name]] : [])));
  const seen = sheets.map(({ name, sheetId, path }, index): SeenMark => {
    const formula = marks.get(index)?.formula;
    return {
      name,
      // Ours have cells.
      mark: formula === undefined || path === null ? null : parseMark(formula),
      id: String(sheetId),
      isEmpty: () => path !== null && rootOf(parts, path).every(({ element }) => element.children.length === 0),
      firstFormula: () => childNamed(firstCell(parts, path), "f")?.text ?? "",
      firstText: () => textOf(parts, firstCell(parts, path), sharedStrings),
    };
  });
  return ownMarks(seen, identityIn(names), wasNumberedAnew(parts) ? null : "file");
}

function rootOf(parts: PackageParts, path: string): ReturnType<typeof placedCells> {
  return placedCells(parseXml(parts.text(path)));
}

function firstCell(parts: PackageParts, path: string | null): XmlElement | undefined {
  if (path === null) return undefined;
  return rootOf(parts, path).find(({ row, column }) => row === 0 && column === 0)?.element;
}

function textOf(parts: PackageParts, cell: XmlElement | undefined, sharedStrings: string | null): string {
  const value = childNamed(cell, "v")?.text ?? "";
  if (cell?.attributes["t"] === "s") return readSharedStrings(parts, sharedStrings)[Number(value)] ?? "";
  const inline = childNamed(cell, "is");
  return inline === undefined ? value : deepText(inline);
}

function deepText(element: XmlElement): string {
  return element.local === "t" ? element.text : element.children.map(deepText).join("");
}

/**
 * LibreOffice and its kin count the sheets from 1 whenever they save, so that a copy in front of a sheet of ours gets
 * that sheet's number: numbers in their files say nothing.
 */
function wasNumberedAnew(parts: PackageParts): boolean {
  const path = readRelationships(parts, "").find(({ kind }) => kind === "extended-properties")?.target;
  if (path === undefined || parts.find(path) === null) return false;
  const application = childNamed(parseXml(parts.text(path)), "Application")?.text ?? "";
  return /libreoffice|openoffice|collabora/i.test(application);
}
