/** Everything in a worksheet part but the values: sizes, looks, merged areas, panes, links. */
import { streamXml } from "../../ooxml/xml-stream";
import { type CellArea, lastColumn, lastRow, parseAnyCellAddress, parseArea } from "../../data/cell-address";
import { isTrue, localName } from "../../ooxml/xml-tree";

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

/** Throws a HostError for a part that is no XML. */
export function readSheetLayout(text: string): SheetLayout {
  const styles: (number | undefined)[][] = [];
  const columns: ColumnRange[] = [];
  const rowHeights = new Map<number, number>();
  const rowStyles = new Map<number, number>();
  const merges: CellArea[] = [];
  const links: SheetLink[] = [];
  let freeze = { rows: 0, columns: 0 };
  let showsGridLines = true;
  let defaultRowHeight = 15;
  let defaultColumnWidth: number | null = null;
  let hidesRowsByDefault = false;
  let drawingId: string | null = null;
  let row = -1;
  let column = -1;

  streamXml(text, {
    open(local, attributes) {
      switch (local) {
        case "row": {
          row = attributes["r"] === undefined ? row + 1 : Number(attributes["r"]) - 1;
          column = -1;
          if (isTrue(attributes["hidden"])) rowHeights.set(row, 0);
          else if (attributes["ht"] !== undefined) rowHeights.set(row, Number(attributes["ht"]));
          if (isTrue(attributes["customFormat"])) rowStyles.set(row, Number(attributes["s"] ?? 0));
          break;
        }
        case "c": {
          const place = parseAnyCellAddress(attributes["r"] ?? "");
          row = place?.row ?? row;
          column = place?.column ?? column + 1;
          const style = Number(attributes["s"] ?? 0);
          // Excel leaves nothing of a cell without a value and a look; a style of 0 overrides the column's.
          if (row >= 0 && row <= lastRow && column <= lastColumn) (styles[row] ??= [])[column] = style;
          break;
        }
        case "col": {
          // Ranges of columns do not overlap: more than there are columns is no sheet of Excel's.
          if (columns.length > lastColumn) break;
          const width = attributes["width"];
          columns.push({
            first: Number(attributes["min"]) - 1,
            last: Math.min(Number(attributes["max"]) - 1, lastColumn),
            width: isTrue(attributes["hidden"]) ? 0 : width === undefined ? null : Number(width),
            style: attributes["style"] === undefined ? null : Number(attributes["style"]),
          });
          break;
        }
        case "mergeCell": {
          const area = parseArea(attributes["ref"] ?? "");
          if (area) merges.push(area);
          break;
        }
        case "pane":
          if ((attributes["state"] ?? "").startsWith("frozen")) {
            freeze = { rows: Number(attributes["ySplit"] ?? 0), columns: Number(attributes["xSplit"] ?? 0) };
          }
          break;
        case "sheetView":
          showsGridLines = isTrue(attributes["showGridLines"] ?? "1");
          break;
        case "sheetFormatPr":
          defaultRowHeight = Number(attributes["defaultRowHeight"] ?? 15) || 15;
          hidesRowsByDefault = isTrue(attributes["zeroHeight"]);
          if (attributes["defaultColWidth"] !== undefined) defaultColumnWidth = Number(attributes["defaultColWidth"]);
          break;
        case "hyperlink": {
          const area = parseArea(attributes["ref"] ?? "");
          const hasAddress = Object.keys(attributes).some((name) => name.includes(":") && localName(name) === "id");
          const location = attributes["location"] ?? null;
          if (area) links.push({ area, location: hasAddress ? null : location });
          break;
        }
        case "drawing":
          drawingId =
            Object.entries(attributes).find(([name]) => name.includes(":") && localName(name) === "id")?.[1] ?? null;
          break;
      }
    },
    text: () => undefined,
    close: () => undefined,
  });
  return {
    styles,
    columns,
    rowHeights,
    rowStyles,
    defaultRowHeight,
    defaultColumnWidth,
    hidesRowsByDefault,
    merges,
    freeze,
    showsGridLines,
    links,
    drawingId,
  };
}

/** "'Cấp tỉnh'!F12" as the sheet and the cell; a range gives its first cell; null for anything else. */
export function parseLocation(
  location: string,
): { readonly sheet: string | null; readonly row: number; readonly column: number } | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/u.exec(location.replace(/^#/, ""));
  const cell = parseAnyCellAddress((match?.[3] ?? "").split(":")[0] ?? "");
  if (!match || !cell) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, ...cell };
}
