/** An .xlsx file as it is to be looked at: its sheets, each read when it is first shown. */
import type { GridCell, SheetGrid } from "../../data/grid";
import type { PackageParts } from "../../ooxml/package-parts";
import { countReading } from "../../ooxml/reading-limits";
import { readRelationships } from "../../ooxml/relationships";
import { readSharedStrings } from "../../ooxml/shared-strings";
import { followLayout, readTabColor } from "../../ooxml/sheet-layout";
import { readSheet } from "../../ooxml/sheet-reader";
import {
  countsFrom1904,
  partOfKind,
  readWorkbook,
  type WorkbookPart,
  type WorkbookSheet,
} from "../../ooxml/workbook-part";
import { childNamed, childrenNamed } from "../../ooxml/xml-tree";
import { type CellStyle, readCellStyles } from "./cell-styles";
import { cellColor, readThemeColors, type ThemeColors } from "./colors";
import { type PlacedChart, readDrawing } from "./drawings";
import type { SheetSizes } from "./sheet-sizes";
import { buildSheetView, type SheetView } from "./sheet-view";

export interface WorkbookView {
  /** In the workbook's order, hidden ones too. */
  readonly sheets: readonly SheetTab[];
  /** The sheet that was in front when the file was saved; a visible one where there is any. */
  readonly activeSheet: number;
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
  /** Throws a HostError where the sheet's part is damaged. */
  sheet(index: number): SheetView;
  /** Has a sheet that was shown so far formulas without a value? */
  hasMissingValues(): boolean;
}

export interface SheetTab {
  readonly name: string;
  readonly visible: boolean;
  /** "#RRGGBB" */
  readonly color: string | null;
}

/** Asked for when a sheet is first shown. */
export type ComputedGrids = () => readonly SheetGrid[];

/**
 * Shows an open .xlsx file, which must not change from then on. computed: the host's grids, which hold values for formulas that the file has
 * none for. Throws a HostError for a file that is no workbook.
 */
export function openWorkbookView(parts: PackageParts, computed: ComputedGrids = () => []): WorkbookView {
  const workbook = readWorkbook(parts);
  const theme = readThemeColors(parts, partOfKind(parts, workbook, "theme"));
  const stylesPath = partOfKind(parts, workbook, "styles");
  const styles = readCellStyles(parts, stylesPath, theme);
  const sharedStrings = once(() => readSharedStrings(parts, partOfKind(parts, workbook, "sharedStrings")));
  const date1904 = countsFrom1904(workbook);
  const views = new Map<number, SheetView>();
  let misses = false;
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visible: sheet.visible,
      color: tabColor(parts, sheet, theme),
    })),
    activeSheet: activeSheet(workbook),
    date1904,
    sheet(index) {
      const known = views.get(index);
      if (known) return known;
      const sheet = workbook.sheets[index];
      const shared = {
        sharedStrings,
        styles,
        theme,
        date1904,
        onMissingValue: () => {
          misses = true;
        },
      };
      const view = sheet ? readSheetView(parts, sheet, shared, computed) : emptyView("");
      views.set(index, view);
      return view;
    },
    hasMissingValues: () => misses,
  };
}

interface SharedParts {
  readonly sharedStrings: () => readonly string[];
  readonly styles: readonly CellStyle[];
  readonly theme: ThemeColors;
  readonly date1904: boolean;
  readonly onMissingValue: () => void;
}

function readSheetView(
  parts: PackageParts,
  sheet: WorkbookSheet,
  { sharedStrings, styles, theme, date1904, onMissingValue }: SharedParts,
  computed: ComputedGrids,
): SheetView {
  if (sheet.kind !== "worksheet" || parts.find(sheet.path) === null) return emptyView(sheet.name);
  const formats = styles.map(({ format }) => format);
  const context = { sheetName: sheet.name, sharedStrings: sharedStrings(), formats, date1904, count: countReading() };
  const follower = followLayout();
  const { rows } = readSheet(parts.text(sheet.path), context, follower);
  const { layout } = follower;
  const drawing = readRelationships(parts, sheet.path).find(({ id }) => id === layout.drawingId)?.target;
  const placeCharts = (sizes: SheetSizes): readonly PlacedChart[] =>
    drawing === undefined || parts.find(drawing) === null ? [] : readDrawing(parts, drawing, theme, sizes);
  if (rows.some((cells) => cells.some(isMissing))) onMissingValue();
  const filled = withComputedValues(
    rows,
    computed().find(({ name }) => name === sheet.name),
  );
  return buildSheetView({ name: sheet.name, rows: filled, layout, styles, placeCharts });
}

function withComputedValues(
  rows: readonly (readonly (GridCell | null)[])[],
  computed: SheetGrid | undefined,
): readonly (readonly (GridCell | null)[])[] {
  if (!computed) return rows;
  return rows.map((cells, row) =>
    cells.some(isMissing)
      ? cells.map((cell, column) => (isMissing(cell) ? (computed.rows[row]?.[column] ?? cell) : cell))
      : cells,
  );
}

function isMissing(cell: GridCell | null): boolean {
  return cell !== null && cell.value === null;
}

function emptyView(name: string): SheetView {
  return buildSheetView({ name, rows: [], layout: followLayout().layout, styles: [], placeCharts: () => [] });
}

function activeSheet({ root, sheets }: WorkbookPart): number {
  const view = childrenNamed(childNamed(root, "bookViews"), "workbookView")[0];
  const active = Number(view?.attributes["activeTab"] ?? 0);
  if (sheets[active]?.visible) return active;
  return Math.max(
    0,
    sheets.findIndex(({ visible }) => visible),
  );
}

function tabColor(parts: PackageParts, sheet: WorkbookSheet, theme: ThemeColors): string | null {
  const attributes = parts.find(sheet.path) === null ? null : readTabColor(parts.text(sheet.path));
  return attributes === null ? null : cellColor({ attributes }, theme);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
