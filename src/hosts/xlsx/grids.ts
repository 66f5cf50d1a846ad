import type { GridCell, SheetGrid } from "../../workbook/grid";
import { readCellFormats } from "./cell-formats";
import type { Excelize } from "./excelize";
import { failure } from "./failure";
import { calculateFormulas, type UncalculatedCell } from "./formula-values";
import type { PackageParts } from "./package-parts";
import { plainMark } from "../own-sheets";
import { countReading } from "./reading-limits";
import { readSharedStrings } from "./shared-strings";
import { readSheet, type SheetContent, type SheetReadingContext } from "./sheet-reader";
import { countsFrom1904, partOfKind, readWorkbook, type WorkbookSheet } from "./workbook-part";

/** A grid whose cells can still be given a value. */
type OpenGrid = Omit<SheetGrid, "rows"> & { readonly rows: (GridCell | null)[][] };

/** All sheets of a workbook. A chart sheet, or a module of macros, is a sheet without cells: its name is taken. */
export function readGrids(parts: PackageParts): OpenGrid[] {
  const workbook = readWorkbook(parts);
  const sharedStrings = readSharedStrings(parts, partOfKind(parts, workbook, "sharedStrings"));
  const formats = readCellFormats(parts, partOfKind(parts, workbook, "styles"));
  const date1904 = countsFrom1904(workbook);
  const count = countReading();
  return workbook.sheets.map((sheet) => {
    const context = { sheetName: sheet.name, sharedStrings, formats, date1904, count };
    return {
      name: sheet.name,
      visible: sheet.visible,
      mark: plainMark(sheet.mark),
      ...contentOf(parts, sheet, context),
    };
  });
}

/** Gives values to formulas that have none, where they can be computed. Needs the library only if there are such. */
export async function fillInFormulas(
  parts: PackageParts,
  grids: readonly OpenGrid[],
  loadExcelize: () => Promise<Excelize>,
): Promise<void> {
  // What stands on the program's own sheets is never read.
  const formulas = grids.filter(({ mark }) => mark === null).flatMap(formulaCells);
  const uncalculated = formulas.filter(({ cell }) => cell.value === null);
  if (uncalculated.length === 0) return;
  const all = { formulas: formulas.map(({ cell }) => cell.formula ?? ""), sheets: grids.map(({ name }) => name) };
  const values = await calculate(parts, uncalculated, all, loadExcelize);
  uncalculated.forEach(({ sheet, row, column, cell }, index) => {
    const value = values[index];
    const cells = grids.find(({ name }) => name === sheet)?.rows[row];
    if (value && cells) cells[column] = { ...cell, ...value };
  });
}

async function calculate(
  parts: PackageParts,
  uncalculated: readonly UncalculatedCell[],
  all: Parameters<typeof calculateFormulas>[3],
  loadExcelize: () => Promise<Excelize>,
): Promise<ReturnType<typeof calculateFormulas>> {
  try {
    return calculateFormulas(await loadExcelize(), parts.toBytes(), uncalculated, all);
  } catch {
    // Without the library the cells stay without a value, which the check of the workbook reports one by one.
    return [];
  }
}

function contentOf(parts: PackageParts, sheet: WorkbookSheet, context: SheetReadingContext): SheetContent {
  if (sheet.kind !== "worksheet") return { rows: [], protected: false };
  if (parts.find(sheet.path) === null) throw failure("broken");
  return readSheet(parts.text(sheet.path), context);
}

function formulaCells({ name, rows }: OpenGrid): UncalculatedCell[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && cell.formula !== null ? [{ sheet: name, row, column, cell }] : [],
    ),
  );
}
