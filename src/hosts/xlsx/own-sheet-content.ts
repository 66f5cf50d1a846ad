import { parseCellAddress } from "../../data/cell-address";
import { cellAddress, type OwnSheetMark } from "../../data/grid";
import { holdsOnlyOwnCharts } from "../../ooxml/drawing-part";
import { isInside, type Extent } from "../report-plan";
import type { PackageParts } from "../../ooxml/package-parts";
import { readRelationships, type Relationship } from "../../ooxml/relationships";
import { shiftFormula } from "../../formula/shared-formula";
import { escapeAttribute, escapeXml } from "../../ooxml/xml-text";
import {
  childNamed,
  childrenNamed,
  localName,
  parseXml,
  prefixedAttribute,
  type XmlElement,
} from "../../ooxml/xml-tree";

/** What a person put on an own sheet outside the program's extent, ready to be written again. */
export interface CarriedContent {
  readonly cells: readonly CarriedCell[];
  /** Attributes of rows, without their number. */
  readonly rowAttributes: ReadonlyMap<number, string>;
  readonly columnsXml: string;
  readonly merges: readonly string[];
  readonly hyperlinks: readonly { readonly xml: string; readonly relationship: Relationship | null }[];
}

export interface CarriedCell {
  readonly row: number;
  readonly column: number;
  readonly xml: string;
  readonly empty: boolean;
}

export const nothingCarried: CarriedContent = {
  cells: [],
  rowAttributes: new Map(),
  columnsXml: "",
  merges: [],
  hyperlinks: [],
};

/** What the program itself puts on a sheet, or can put there again without loss. */
const knownElements = new Set([
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells", "hyperlinks"],
  ...["printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "drawing"],
  ...["sheetCalcPr", "autoFilter", "sortState", "phoneticPr", "cellWatches", "ignoredErrors"],
]);

const knownRelationships = new Set(["drawing", "printerSettings", "hyperlink"]);

/**
 * What is to be carried over when an own sheet is written anew with another extent; null where that cannot be done
 * without loss: a filled cell would be covered, or there are things that we cannot write (comments, tables, pictures,
 * charts of the user's, conditional formats, validations, protection).
 */
export function carriedContent(
  parts: PackageParts,
  sheet: { readonly path: string; readonly mark: OwnSheetMark },
  next: Extent,
  nextWidths: number,
): CarriedContent | null {
  const root = parseXml(parts.text(sheet.path));
  const relationships = readRelationships(parts, sheet.path);
  if (holdsForeignThings(parts, sheet.mark.key, root, relationships)) return null;

  const outside = cellsOutside(root, sheet.mark);
  if (outside.some((cell) => !cell.empty && isInside(next, cell.row, cell.column))) return null;
  const isFree = (row: number, column: number): boolean =>
    !isInside(sheet.mark, row, column) && !isInside(next, row, column);
  const firstFreeRow = Math.max(sheet.mark.rows, next.rows);
  return {
    cells: outside.filter((cell) => !isInside(next, cell.row, cell.column)),
    rowAttributes: rowAttributesFrom(root, firstFreeRow),
    columnsXml: columnsFrom(root, Math.max(sheet.mark.columns, nextWidths)),
    merges: mergesWhere(root, isFree),
    hyperlinks: hyperlinksWhere(root, relationships, isFree),
  };
}

/** Is there anything on an own sheet that a person would miss? */
export function holdsUserContent(
  parts: PackageParts,
  sheet: { readonly path: string; readonly mark: OwnSheetMark },
): boolean {
  const root = parseXml(parts.text(sheet.path));
  const relationships = readRelationships(parts, sheet.path);
  return (
    holdsForeignThings(parts, sheet.mark.key, root, relationships) ||
    cellsOutside(root, sheet.mark).some((cell) => !cell.empty)
  );
}

/**
 * Cell elements with their places; some writers leave addresses out. By the element tree, not by ooxml/sheet-reader.ts:
 * who changes a cell needs to know where in the text its element stands.
 */
export function placedCells(root: XmlElement): { row: number; column: number; element: XmlElement }[] {
  let row = -1;
  return childrenNamed(childNamed(root, "sheetData"), "row").flatMap((rowElement) => {
    row = rowElement.attributes["r"] === undefined ? row + 1 : Number(rowElement.attributes["r"]) - 1;
    let column = -1;
    return childrenNamed(rowElement, "c").map((element) => {
      const address = parseCellAddress(element.attributes["r"] ?? "");
      column = address?.column ?? column + 1;
      return { row, column, element };
    });
  });
}

function holdsForeignThings(
  parts: PackageParts,
  key: string,
  root: XmlElement,
  relationships: readonly Relationship[],
): boolean {
  const drawings = relationships.filter(({ kind }) => kind === "drawing");
  return (
    root.children.some((element) => !knownElements.has(element.local)) ||
    relationships.some(({ kind }) => !knownRelationships.has(kind)) ||
    drawings.some(({ target }) => !holdsOnlyOwnCharts(parts.text(target), key))
  );
}

function cellsOutside(root: XmlElement, extent: Extent): CarriedCell[] {
  const cells = placedCells(root);
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  for (const { row, column, element } of cells) {
    const formula = childNamed(element, "f");
    if (formula?.attributes["t"] === "shared" && formula.text !== "") {
      masters.set(formula.attributes["si"] ?? "", { formula: formula.text, row, column });
    }
  }
  return cells
    .filter(({ row, column }) => !isInside(extent, row, column))
    .map(({ row, column, element }) => {
      const content = element.children
        .map((child) => {
          const master = masters.get(child.attributes["si"] ?? "");
          if (child.local !== "f" || child.attributes["t"] !== "shared" || !master) return serialise(child);
          // The cell with the formula that is shared may be one of ours: each keeps its own from now on.
          return `<f>${escapeXml(shiftFormula(master.formula, row - master.row, column - master.column))}</f>`;
        })
        .join("");
      const attributes = attributesXml(element, (name) => name !== "r");
      return {
        row,
        column,
        xml: `<c r="${cellAddress(row, column)}"${attributes}>${content}</c>`,
        empty: !element.children.some((child) => child.local === "f" || child.local === "is" || child.text !== ""),
      };
    });
}

function rowAttributesFrom(root: XmlElement, firstRow: number): Map<number, string> {
  const found = new Map<number, string>();
  let row = -1;
  for (const element of childrenNamed(childNamed(root, "sheetData"), "row")) {
    row = element.attributes["r"] === undefined ? row + 1 : Number(element.attributes["r"]) - 1;
    const attributes = attributesXml(element, (name) => name !== "r" && name !== "spans");
    if (row >= firstRow && attributes !== "") found.set(row, attributes);
  }
  return found;
}

function columnsFrom(root: XmlElement, firstColumn: number): string {
  return childrenNamed(childNamed(root, "cols"), "col")
    .filter((element) => Number(element.attributes["max"]) > firstColumn)
    .map((element) => {
      const first = Math.max(Number(element.attributes["min"]), firstColumn + 1);
      const rest = attributesXml(element, (name) => name !== "min" && name !== "max");
      return `<col min="${String(first)}" max="${element.attributes["max"] ?? ""}"${rest}/>`;
    })
    .join("");
}

function mergesWhere(root: XmlElement, isFree: (row: number, column: number) => boolean): string[] {
  return childrenNamed(childNamed(root, "mergeCells"), "mergeCell")
    .map((element) => element.attributes["ref"] ?? "")
    .filter((reference) => startsWhere(reference, isFree));
}

function hyperlinksWhere(
  root: XmlElement,
  relationships: readonly Relationship[],
  isFree: (row: number, column: number) => boolean,
): CarriedContent["hyperlinks"] {
  return childrenNamed(childNamed(root, "hyperlinks"), "hyperlink")
    .filter((element) => startsWhere(element.attributes["ref"] ?? "", isFree))
    .map((element) => {
      const id = prefixedAttribute(element, "id");
      const relationship = relationships.find((one) => one.id === id) ?? null;
      return { xml: attributesXml(element, () => true), relationship };
    });
}

/** The top left cell decides: an area right of or below the extent begins there too. */
function startsWhere(reference: string, isFree: (row: number, column: number) => boolean): boolean {
  const address = parseCellAddress(reference.split(":")[0] ?? "");
  return address !== null && isFree(address.row, address.column);
}

/** Extension attributes (with a prefix) go: their namespace is not declared in the part that we write. */
function attributesXml(element: XmlElement, wanted: (name: string) => boolean): string {
  return Object.entries(element.attributes)
    .filter(([name]) => (name === "xml:space" || !name.includes(":")) && name !== "xmlns" && wanted(name))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
}

function serialise(element: XmlElement): string {
  const content = element.children.length > 0 ? element.children.map(serialise).join("") : escapeXml(element.text);
  const tag = localName(element.name);
  return `<${tag}${attributesXml(element, () => true)}>${content}</${tag}>`;
}
