import type { OwnSheetMark } from "../../data/grid";
import { isInside } from "../report-plan";
import { placedCells } from "./own-sheet-content";
import type { PackageParts } from "../../ooxml/package-parts";
import { readRelationships } from "../../ooxml/relationships";
import { renameSheetInFormula } from "../../formula/sheet-references";
import { applyEdits, removeElement, type Edit } from "../../ooxml/xml-edit";
import { escapeXml } from "../../ooxml/xml-text";
import { childNamed, parseXml, type XmlElement } from "../../ooxml/xml-tree";

/**
 * An own sheet that becomes the user's under another name keeps what it last showed: the program's formulas there turn
 * into their values (what they refer to is rewritten), and its charts follow their own table.
 */
export function retireSheet(
  parts: PackageParts,
  sheet: { readonly path: string; readonly name: string; readonly mark: OwnSheetMark },
  newName: string,
): void {
  freezeFormulas(parts, sheet.path, sheet.mark);
  const drawings = readRelationships(parts, sheet.path).filter(({ kind }) => kind === "drawing");
  const charts = drawings
    .flatMap(({ target }) => readRelationships(parts, target))
    .filter(({ kind }) => kind === "chart");
  for (const { target } of charts) renameInChart(parts, target, sheet.name, newName);
}

function freezeFormulas(parts: PackageParts, path: string, mark: OwnSheetMark): void {
  const text = parts.text(path);
  const edits = placedCells(parseXml(text)).flatMap(({ row, column, element }): Edit[] => {
    const formula = childNamed(element, "f");
    const isPlain = (formula?.attributes["t"] ?? "normal") === "normal";
    return formula && isPlain && isInside(mark, row, column) ? [removeElement(formula)] : [];
  });
  parts.setText(path, applyEdits(text, edits));
}

function renameInChart(parts: PackageParts, path: string, from: string, to: string): void {
  const text = parts.text(path);
  const edits = formulasIn(parseXml(text)).map((element): Edit => {
    const formula = escapeXml(renameSheetInFormula(element.text, from, to));
    return { start: element.openEnd, end: element.closeStart, text: formula };
  });
  parts.setText(path, applyEdits(text, edits));
}

function formulasIn(element: XmlElement): XmlElement[] {
  return [...(element.local === "f" ? [element] : []), ...element.children.flatMap(formulasIn)];
}
