/** Values for formulas that have none: those that can be computed as Excel computes them, and no others. */
import type { GridCell, SheetGrid } from "../../data/grid";
import { parseCellAddress } from "../../data/cell-address";
import { sameSheetName } from "../../data/sheet-name";
import { planCalculation } from "./calculation-plan";
import { certainValues } from "./certain-values";
import { engineDeadline, type FormulaEngine, type PlainValue } from "./engine";
import type { CellReference, Expression } from "./expression";
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
  const parse = (formula: string, sheet: number): Expression | null => {
    const scope = scopes[sheet];
    return scope === undefined ? null : parseFormula(formula, scope);
  };
  const compute = async (cells: readonly CellReference[], deadline: number): Promise<Computed> => {
    const plan = planCalculation(cells, values, parse);
    if (plan.steps.length === 0) return { values: cells.map(() => null), isWhole: plan.isWhole };
    try {
      const certain = certainValues(plan, await engine(plan.job, deadline), values);
      return { values: cells.map((place) => shown(certain[plan.stepOf(place) ?? -1] ?? null)), isWhole: plan.isWhole };
    } catch {
      // Without the library the cells stay without a value, which the check of the workbook reports one by one.
      return { values: cells.map(() => null), isWhole: false };
    }
  };
  const together = await compute(wanted, engineDeadline);
  return together.isWhole ? together.values : sheetBySheet(wanted, together.values, compute);
}

interface Computed {
  readonly values: readonly (PlainValue | null)[];
  /** false: the cells were too much for one job, or the library broke down over it. */
  readonly isWhole: boolean;
}

/** In milliseconds and jobs: together with the job for all sheets no more than a clerk waits for. */
const sheetDeadline = 2000;
const failedJobs = 3;

/**
 * Each sheet's cells in a job of their own, short sheets first, so that a sheet that is too much for the library, and
 * perhaps no score sheet at all, does not take the others' values away.
 * found: what is known without, in the order of wanted.
 */
async function sheetBySheet(
  wanted: readonly CellReference[],
  found: readonly (PlainValue | null)[],
  compute: (cells: readonly CellReference[], deadline: number) => Promise<Computed>,
): Promise<readonly (PlainValue | null)[]> {
  const sheets = new Map<number, number[]>();
  wanted.forEach(({ sheet }, index) => {
    const indices = sheets.get(sheet);
    if (indices) indices.push(index);
    else sheets.set(sheet, [index]);
  });
  if (sheets.size < 2) return found;
  const values = [...found];
  let failures = 0;
  for (const indices of [...sheets.values()].sort((one, other) => one.length - other.length)) {
    if (failures === failedJobs) break;
    const computed = await compute(
      indices.flatMap((index) => wanted[index] ?? []),
      sheetDeadline,
    );
    if (!computed.isWhole) failures++;
    computed.values.forEach((value, at) => (values[indices[at] ?? -1] ??= value));
  }
  return values;
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
