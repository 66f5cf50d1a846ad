import { countedFrom1904 } from "../../data/date-system";
import type { SheetGrid } from "../../data/grid";
import { isKept } from "../../data/own-sheet-mark";
import { readCellFormats } from "../../ooxml/cell-formats";
import type { CellPlace } from "../../formula/dependent-formulas";
import { withPlainFailure } from "../../ooxml/failure";
import type { FormulaEngine } from "../../formula/values/engine";
import { uncalculatedCells, valuesOf } from "../../formula/values/fill-in";
import type { PackageParts } from "../../ooxml/package-parts";
import { plainMark } from "../own-sheets";
import { countReading } from "../../ooxml/reading-limits";
import { readSharedStrings } from "../../ooxml/shared-strings";
import { readSheet, type SheetContent, type SheetReadingContext } from "../../ooxml/sheet-reader";
import { countsFrom1904, partOfKind, type WorkbookSheet } from "../../ooxml/workbook-part";
import { type MarkedWorkbook, readMarkedWorkbook } from "./marked-workbook";

/**
 * All sheets of a workbook, with values for formulas that have none where they can be computed. A chart sheet, or a
 * module of macros, is a sheet without cells: its name is taken. forget: formulas whose values are out of date.
 */
export async function readGrids(
  parts: PackageParts,
  engine: FormulaEngine,
  forget: readonly CellPlace[] = [],
): Promise<readonly SheetGrid[]> {
  const { sheets, workbook } = withPlainFailure(() => readSheets(parts));
  const date1904 = countsFrom1904(workbook);
  for (const { sheet, row, column } of forget) {
    const cells = sheets.find(({ name }) => name === sheet)?.rows[row];
    const cell = cells?.[column];
    if (cells && cell && cell.formula !== null) cells[column] = { ...cell, type: "number", value: null };
  }
  // What formulas give on the program's own sheets is never read, but on those that are kept.
  const wanted = uncalculatedCells(sheets, (sheet) => {
    const mark = sheets[sheet]?.mark;
    return mark === null || (mark !== undefined && isKept(mark));
  });
  if (wanted.length > 0) {
    const values = await valuesOf({ sheets, names: workbook.definedNames }, wanted, engine);
    wanted.forEach(({ sheet, row, column }, index) => {
      const cells = sheets[sheet]?.rows[row];
      const cell = cells?.[column];
      const value = values[index];
      if (cells && cell && value) cells[column] = { ...cell, ...value };
    });
  }
  return sheets.map(({ name, visible, protected: isProtected, rows, mark }) => ({
    name,
    visible,
    protected: isProtected,
    rows: date1904 ? countedFrom1904(rows) : rows,
    mark,
  }));
}

type OpenSheet = Omit<SheetGrid, "rows"> & SheetContent;

function readSheets(parts: PackageParts): { readonly sheets: readonly OpenSheet[]; readonly workbook: MarkedWorkbook } {
  const workbook = readMarkedWorkbook(parts);
  const sharedStrings = readSharedStrings(parts, partOfKind(parts, workbook, "sharedStrings"));
  const formats = readCellFormats(parts, partOfKind(parts, workbook, "styles"));
  const date1904 = countsFrom1904(workbook);
  const count = countReading();
  const sheets = workbook.sheets.map((sheet): OpenSheet => {
    const context = { sheetName: sheet.name, sharedStrings, formats, date1904, count };
    const { name, visible } = sheet;
    return { name, visible, mark: plainMark(sheet.mark), ...contentOf(parts, sheet, context) };
  });
  return { sheets, workbook };
}

function contentOf(parts: PackageParts, sheet: WorkbookSheet, context: SheetReadingContext): SheetContent {
  if (sheet.kind !== "worksheet") return { rows: [], protected: false, unknown: [] };
  return readSheet(parts.text(sheet.path), context);
}
