/** Everything in a worksheet part but the values: sizes, looks, merged areas, panes, links. */
import { type CellAddress, type CellArea, lastColumn, lastRow, parseArea } from "../data/cell-address";
import { streamXml } from "./xml-stream";
import { isTrue, localName } from "./xml-tree";

export interface SheetLayout {
  /** Style numbers by row and column, of blank cells too. */
  readonly styles: readonly (readonly (number | undefined)[] | undefined)[];
  readonly columns: readonly ColumnRange[];
  /** In points, of rows that say so; 0: hidden. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Looks of whole rows. */
  readonly rowStyles: ReadonlyMap<number, number>;
  readonly defaultRowHeight: number;
  /** In characters; null: not said. */
  readonly defaultColumnWidth: number | null;
  readonly hidesRowsByDefault: boolean;
  readonly merges: readonly CellArea[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly showsGridLines: boolean;
  readonly links: readonly SheetLink[];
  readonly drawingId: string | null;
}

export interface ColumnRange {
  readonly first: number;
  readonly last: number;
  /** In characters; 0: hidden; null: the default. */
  readonly width: number | null;
  readonly style: number | null;
}

export interface SheetLink {
  readonly area: CellArea;
  /** A place in this workbook ("'Cấp tỉnh'!F12" or a defined name), or null for an address outside. */
  readonly location: string | null;
}

type Attributes = Readonly<Record<string, string>>;

/** Goes along with readSheet, which says where each row and cell stands. */
export interface LayoutFollower {
  readonly layout: SheetLayout;
  open(local: string, attributes: Attributes, place: CellAddress): void;
}

interface GrowingLayout extends SheetLayout {
  readonly styles: (number | undefined)[][];
  readonly columns: ColumnRange[];
  readonly rowHeights: Map<number, number>;
  readonly rowStyles: Map<number, number>;
  defaultRowHeight: number;
  defaultColumnWidth: number | null;
  hidesRowsByDefault: boolean;
  readonly merges: CellArea[];
  freeze: { readonly rows: number; readonly columns: number };
  showsGridLines: boolean;
  readonly links: SheetLink[];
  drawingId: string | null;
}

/** The layout is that of a blank sheet until elements come. */
export function followLayout(): LayoutFollower {
  const layout: GrowingLayout = {
    styles: [],
    columns: [],
    rowHeights: new Map(),
    rowStyles: new Map(),
    defaultRowHeight: 15,
    defaultColumnWidth: null,
    hidesRowsByDefault: false,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    showsGridLines: true,
    links: [],
    drawingId: null,
  };
  return {
    layout,
    open(local, attributes, place) {
      readers.get(local)?.(layout, attributes, place);
    },
  };
}

const readers = new Map<string, (layout: GrowingLayout, attributes: Attributes, place: CellAddress) => void>([
  [
    "row",
    ({ rowHeights, rowStyles }, attributes, { row }) => {
      if (isTrue(attributes["hidden"])) rowHeights.set(row, 0);
      else if (attributes["ht"] !== undefined) rowHeights.set(row, Number(attributes["ht"]));
      if (isTrue(attributes["customFormat"])) rowStyles.set(row, Number(attributes["s"] ?? 0));
    },
  ],
  [
    "c",
    ({ styles }, attributes, { row, column }) => {
      // Excel leaves nothing of a cell without a value and a look; a style of 0 overrides the column's.
      if (row >= 0 && row <= lastRow && column <= lastColumn) {
        (styles[row] ??= [])[column] = Number(attributes["s"] ?? 0);
      }
    },
  ],
  ["col", addColumns],
  [
    "mergeCell",
    ({ merges }, attributes) => {
      const area = parseArea(attributes["ref"] ?? "");
      if (area) merges.push(area);
    },
  ],
  [
    "pane",
    (layout, attributes) => {
      if (!(attributes["state"] ?? "").startsWith("frozen")) return;
      layout.freeze = { rows: Number(attributes["ySplit"] ?? 0), columns: Number(attributes["xSplit"] ?? 0) };
    },
  ],
  [
    "sheetView",
    (layout, attributes) => {
      layout.showsGridLines = isTrue(attributes["showGridLines"] ?? "1");
    },
  ],
  [
    "sheetFormatPr",
    (layout, attributes) => {
      layout.defaultRowHeight = Number(attributes["defaultRowHeight"] ?? 15) || 15;
      layout.hidesRowsByDefault = isTrue(attributes["zeroHeight"]);
      const width = attributes["defaultColWidth"];
      if (width !== undefined) layout.defaultColumnWidth = Number(width);
    },
  ],
  [
    "hyperlink",
    ({ links }, attributes) => {
      const area = parseArea(attributes["ref"] ?? "");
      const hasAddress = relationshipId(attributes) !== null;
      if (area) links.push({ area, location: hasAddress ? null : (attributes["location"] ?? null) });
    },
  ],
  [
    "drawing",
    (layout, attributes) => {
      layout.drawingId = relationshipId(attributes);
    },
  ],
]);

function addColumns({ columns }: GrowingLayout, attributes: Attributes): void {
  // Ranges of columns do not overlap: more than there are columns is no sheet of Excel's.
  if (columns.length > lastColumn) return;
  const width = attributes["width"];
  columns.push({
    first: Number(attributes["min"]) - 1,
    last: Math.min(Number(attributes["max"]) - 1, lastColumn),
    width: isTrue(attributes["hidden"]) ? 0 : width === undefined ? null : Number(width),
    style: attributes["style"] === undefined ? null : Number(attributes["style"]),
  });
}

function relationshipId(attributes: Attributes): string | null {
  return Object.entries(attributes).find(([name]) => name.includes(":") && localName(name) === "id")?.[1] ?? null;
}

/** Thrown by readTabColor alone. */
const enough = new Error("the cells begin");

/**
 * The attributes of the colour of the sheet's tab, null where it has none or the part is damaged: goes through what
 * stands before the cells alone, since sheets are read as a whole only when they are shown.
 */
export function readTabColor(text: string): Attributes | null {
  let color: Attributes | null = null;
  try {
    streamXml(text, {
      open(local, attributes) {
        if (local === "tabColor") color = { ...attributes };
        if (local === "sheetData") throw enough;
      },
      text: () => undefined,
      close: () => undefined,
    });
  } catch {
    // What is damaged is said when the sheet is shown.
  }
  return color;
}
