/** Values for formulas that have none: those that can be computed as Excel computes them, and no others. */
import type { GridCell, SheetGrid } from "../../../workbook/grid";
import { parseCellAddress } from "../../cell-address";
import { sameSheetName } from "../../sheet-references";
import { planCalculation } from "./calculation-plan";
import { certainValues } from "./certain-values";
import type { FormulaEngine, PlainValue } from "./engine";
import type { CellReference } from "./expression";
import { parseFormula, parseReference, type FormulaScope } from "./formula-parser";
import { workbookValues, type UnknownArea } from "./workbook-values";

/** A workbook with its sheets in order, as far as formulas can ask for it. */
export interface FormulaWorkbook {
  readonly sheets: readonly (Pick<SheetGrid, "name" | "rows"> & {
    /** Areas ("A1:A9") that array formulas without a value fill. */
    readonly unknown: readonly string[];
  })[];
  readonly names: readonly { readonly name: string; readonly formula: string; readonly sheet: number | null }[];
}

/**
 * A value for each of these cells, whose formulas have none (GridCell.value is null); null where a formula, or one that
 * it hangs on, is not known to be computed as Excel does, and where the engine gave up. What has a value is trusted.
 */
export async function valuesOf(
  workbook: FormulaWorkbook,
  wanted: readonly CellReference[],
  engine: FormulaEngine,
): Promise<readonly (PlainValue | null)[]> {
  const values = workbookValues(workbook.sheets, unknownAreas(workbook));
  const scopes = workbook.sheets.map((_, sheet) => scopeOf(workbook, sheet, values.used));
  const plan = planCalculation(wanted, values, (formula, sheet) => {
    const scope = scopes[sheet];
    return scope === undefined ? null : parseFormula(formula, scope);
  });
  if (plan.steps.length === 0) return wanted.map(() => null);
  try {
    const certain = certainValues(plan, await engine(plan.job), values);
    return wanted.map((place) => shown(certain[plan.stepOf(place) ?? -1] ?? null));
  } catch {
    // Without the library the cells stay without a value, which the check of the workbook reports one by one.
    return wanted.map(() => null);
  }
}

/** Numbers have the fifteen digits that Excel shows. */
function shown(value: PlainValue | null): PlainValue | null {
  return value?.type === "number" ? { type: "number", value: Number(value.value.toPrecision(15)) } : value;
}

function unknownAreas({ sheets }: FormulaWorkbook): UnknownArea[] {
  return sheets.flatMap(({ unknown }, sheet) =>
    unknown.flatMap((area): UnknownArea[] => {
      const [first, last = first] = area.replaceAll("$", "").split(":").map(parseCellAddress);
      return first && last ? [{ sheet, top: first.row, left: first.column, bottom: last.row, right: last.column }] : [];
    }),
  );
}

function scopeOf({ sheets, names }: FormulaWorkbook, ownSheet: number, used: FormulaScope["used"]): FormulaScope {
  const scope: FormulaScope = {
    ownSheet,
    used,
    sheetNamed(name) {
      const found = sheets.findIndex((sheet) => sameSheetName(sheet.name, name));
      return found < 0 ? null : found;
    },
    name(name) {
      const same = names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
      const found = same.find(({ sheet }) => sheet === ownSheet) ?? same.find(({ sheet }) => sheet === null);
      return found === undefined ? null : parseReference(found.formula, scope);
    },
  };
  return scope;
}

/** The cells of these sheets that have a formula and no value. */
export function uncalculatedCells(
  sheets: readonly { readonly rows: readonly (readonly (GridCell | null)[])[] }[],
  asks: (sheet: number) => boolean,
): CellReference[] {
  return sheets.flatMap(({ rows }, sheet) =>
    asks(sheet)
      ? rows.flatMap((cells, row) =>
          cells.flatMap((cell, column): CellReference[] =>
            cell !== null && cell.formula !== null && cell.value === null ? [{ kind: "cell", sheet, row, column }] : [],
          ),
        )
      : [],
  );
}
