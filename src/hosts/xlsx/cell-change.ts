import { cellAddress } from "../../data/grid";
import { failure } from "../../data/host-error";
import type { CellChange } from "../host";
import { parseCellAddress } from "../../data/cell-address";
import { longestCellText } from "../../data/sheet-look";
import { placedCells } from "./own-sheet-content";
import { shiftFormula } from "../../formula/shared-formula";
import { applyEdits, appendInside, openTag, withAttribute, type Edit } from "../../ooxml/xml-edit";
import { escapeCellText, escapeXml } from "../../ooxml/xml-text";
import { childNamed, childrenNamed, parseXml, prefixOf, type XmlElement } from "../../ooxml/xml-tree";

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
}

/** A worksheet part with some cells' values changed and nothing else. */
export interface ChangedCells {
  readonly text: string;
  /** Addresses of the cells that had a formula and have none now. */
  readonly formulasDropped: readonly string[];
}

/**
 * Writes values into cells, which keep their style (but for what restyle says of a cell); a formula there goes. HostError for a cell inside an array formula
 * of several cells or a data table: Excel refuses that too.
 */
export function changeCellsInSheet(
  text: string,
  changes: readonly CellChange[],
  restyle: (change: CellChange, style: number) => number = (_, style) => style,
): ChangedCells {
  const root = parseXml(text);
  const cells = placedCells(root);
  const byAddress = new Map(cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const arrays = cells.flatMap(({ element }) => arrayAreas(element));
  const edits: Edit[] = [];
  const added: { row: number; column: number; change: CellChange }[] = [];
  const formulasDropped: string[] = [];
  const replaced = new Set(changes.map(({ cell }) => cell));

  for (const change of changes) {
    const place = parseCellAddress(change.cell);
    if (!place) throw failure("cellUnknown", { sheet: change.sheet, cell: change.cell });
    if (arrays.some((area) => area.holds(place.row, place.column))) {
      throw failure("cellInArray", { sheet: change.sheet, cell: change.cell });
    }
    const cell = byAddress.get(change.cell);
    if (!cell) {
      if (change.after !== null) added.push({ ...place, change });
      continue;
    }
    const style = Number(cell.element.attributes["s"] ?? 0);
    const newStyle = restyle(change, style);
    edits.push(replaceCell(text, cell.element, change.after, newStyle === style ? null : newStyle));
    const formula = childNamed(cell.element, "f");
    if (!formula) continue;
    formulasDropped.push(change.cell);
    edits.push(...unshareFormula(cells, cell, formula, replaced));
  }
  return { text: applyEdits(text, [...edits, ...addedCells(text, root, added)]), formulasDropped };
}

function arrayAreas(element: XmlElement): { holds(row: number, column: number): boolean }[] {
  const formula = childNamed(element, "f");
  const [first, last] = (formula?.attributes["ref"] ?? "").split(":").map((address) => parseCellAddress(address));
  if (!first || !last || !["array", "dataTable"].includes(formula?.attributes["t"] ?? "")) return [];
  return [
    {
      holds: (row, column) => row >= first.row && row <= last.row && column >= first.column && column <= last.column,
    },
  ];
}

function replaceCell(text: string, cell: XmlElement, value: CellChange["after"], newStyle: number | null): Edit {
  // Metadata of the old value ("this is a dynamic array") goes with it.
  const bareTag = ["t", "cm", "vm"].reduce(
    (tag, name) => withAttribute(tag, name, null),
    openTag(text.slice(cell.start, cell.openEnd)),
  );
  const startTag = newStyle === null ? bareTag : withAttribute(bareTag, "s", String(newStyle));
  return { start: cell.start, end: cell.end, text: filled(startTag, prefixOf(cell), value) };
}

/** A cell's start tag with a type, its content and its end tag. */
function filled(startTag: string, prefix: string, value: CellChange["after"]): string {
  const tag = `${prefix}c`;
  if (value === null || value === "") return startTag.replace(/>$/, "/>");
  if (typeof value === "number") return `${startTag}<${prefix}v>${String(value)}</${prefix}v></${tag}>`;
  const content = escapeCellText(value.slice(0, longestCellText));
  const typed = withAttribute(startTag, "t", "inlineStr");
  return `${typed}<${prefix}is><${prefix}t xml:space="preserve">${content}</${prefix}t></${prefix}is></${tag}>`;
}

/** Where the cell lends its formula to others (a shared formula's first cell), each of them gets its own. */
function unshareFormula(
  cells: readonly PlacedCell[],
  master: PlacedCell,
  formula: XmlElement,
  replaced: ReadonlySet<string>,
): Edit[] {
  if (formula.attributes["t"] !== "shared" || formula.text === "") return [];
  return cells.flatMap(({ row, column, element }): Edit[] => {
    const own = childNamed(element, "f");
    const isBorrower =
      own?.attributes["t"] === "shared" && own.attributes["si"] === formula.attributes["si"] && own.text === "";
    if (!own || !isBorrower || replaced.has(cellAddress(row, column))) return [];
    const tag = `${prefixOf(own)}f`;
    const shifted = escapeXml(shiftFormula(formula.text, row - master.row, column - master.column));
    return [{ start: own.start, end: own.end, text: `<${tag}>${shifted}</${tag}>` }];
  });
}

function addedCells(
  text: string,
  root: XmlElement,
  added: readonly { row: number; column: number; change: CellChange }[],
): Edit[] {
  const sheetData = childNamed(root, "sheetData");
  if (!sheetData) return [];
  const prefix = prefixOf(sheetData);
  const rows = numberedRows(sheetData);
  const newRows: Placed<string>[] = [];
  const edits: Edit[] = [];
  for (const row of [...new Set(added.map((cell) => cell.row))].sort((one, other) => one - other)) {
    const cells = added
      .filter((cell) => cell.row === row)
      .sort((one, other) => one.column - other.column)
      .map(({ column, change }): Placed<string> => {
        return { at: column, content: filled(`<${prefix}c r="${change.cell}">`, prefix, change.after) };
      });
    const existing = rows.find(({ at }) => at === row);
    if (existing) {
      edits.push(...insertBetween(text, existing.content, numberedCells(existing.content), cells));
    } else {
      const xml = cells.map(({ content }) => content).join("");
      newRows.push({ at: row, content: `<${prefix}row r="${String(row + 1)}">${xml}</${prefix}row>` });
    }
  }
  return [...edits, ...insertBetween(text, sheetData, rows, newRows)];
}

/** A row or a column with what stands there. */
interface Placed<T> {
  readonly at: number;
  readonly content: T;
}

/** Puts new children among the standing ones, in order. */
function insertBetween(
  text: string,
  parent: XmlElement,
  standing: readonly Placed<XmlElement>[],
  added: readonly Placed<string>[],
): Edit[] {
  const edits: Edit[] = [];
  let atEnd = "";
  for (const { at, content } of added) {
    const next = standing.find((one) => one.at > at)?.content;
    if (next) edits.push({ start: next.start, end: next.start, text: content });
    else atEnd += content;
  }
  return atEnd === "" ? edits : [...edits, appendInside(text, parent, atEnd)];
}

function numberedRows(sheetData: XmlElement): Placed<XmlElement>[] {
  let at = -1;
  return childrenNamed(sheetData, "row").map((content) => {
    at = content.attributes["r"] === undefined ? at + 1 : Number(content.attributes["r"]) - 1;
    return { at, content };
  });
}

function numberedCells(row: XmlElement): Placed<XmlElement>[] {
  let at = -1;
  return childrenNamed(row, "c").map((content) => {
    at = parseCellAddress(content.attributes["r"] ?? "")?.column ?? at + 1;
    return { at, content };
  });
}
