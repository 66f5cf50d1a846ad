import type { GridCell, SheetGrid } from "../../data/grid";
import type { PlainValue } from "./engine";
import type { AreaReference, CellReference } from "./expression";

/** Rows and columns of an area that a sheet spills into: an array formula or a data table, without its values. */
export interface UnknownArea {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What stands in the workbook, as far as it is known. */
export interface WorkbookValues {
  readonly sheets: readonly Pick<SheetGrid, "name" | "rows">[];
  /** A formula without a value, or null. */
  uncalculated(place: CellReference): string | null;
  /** null for a blank cell. */
  value(place: CellReference): PlainValue | null;
  /** The part of the area that the cells of any sheet reach: areas of one shape keep it. */
  used(area: AreaReference): AreaReference;
  /** Does the area hold anything that is not known and cannot be computed? */
  isUnknown(area: AreaReference): boolean;
}

/** The errors that mean the same to Excel and to the library. */
const sharedErrors = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#REF!", "#VALUE!"]);

export function workbookValues(
  sheets: readonly Pick<SheetGrid, "name" | "rows">[],
  unknownAreas: readonly UnknownArea[],
): WorkbookValues {
  const height = sheets.reduce((most, { rows }) => Math.max(most, rows.length), 0);
  const width = sheets.reduce(
    (most, { rows }) => rows.reduce((widest, cells) => Math.max(widest, cells.length), most),
    0,
  );
  const cellAt = ({ sheet, row, column }: CellReference): GridCell | null => sheets[sheet]?.rows[row]?.[column] ?? null;
  return {
    sheets,
    uncalculated(place) {
      const cell = cellAt(place);
      return cell !== null && cell.value === null ? cell.formula : null;
    },
    value: (place) => plainValue(cellAt(place)),
    used: (area) => ({
      ...area,
      bottom: Math.min(area.bottom, Math.max(area.top, height - 1)),
      right: Math.min(area.right, Math.max(area.left, width - 1)),
    }),
    isUnknown: (area) => unknownAreas.some((unknown) => meet(area, unknown)),
  };
}

/** Errors that Excel has and the library does not are no values to compute with. */
export function isForeignError(value: PlainValue | null): boolean {
  return value?.type === "error" && !sharedErrors.has(value.value);
}

/** null for a blank cell, and for a formula without a value. */
export function plainValue(cell: GridCell | null): PlainValue | null {
  if (cell === null || cell.value === null) return null;
  switch (cell.type) {
    case "number":
      return { type: "number", value: Number(cell.value) };
    case "boolean":
      return { type: "boolean", value: cell.value === true };
    default:
      return { type: cell.type, value: String(cell.value) };
  }
}

function meet(one: AreaReference | UnknownArea, other: UnknownArea): boolean {
  return (
    one.sheet === other.sheet &&
    one.top <= other.bottom &&
    other.top <= one.bottom &&
    one.left <= other.right &&
    other.left <= one.right
  );
}
