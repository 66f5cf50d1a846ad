import { areaOf, parseArea, splitAddress, wholeSheet, type Area } from "./address";
import { invalid } from "./fault";
import { isHandle, text, type Argument } from "./members";
import type { SheetModel } from "./model";

/** What a Range stands for. */
export interface RangeTarget {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** An address on this sheet; nothing means the whole sheet. */
export function areaOnSheet(sheet: SheetModel, address: Argument | undefined): Area {
  if (address === undefined || address === null) return wholeSheet;
  const { sheet: name, cells } = splitAddress(text(address));
  if (name !== null && name.toLowerCase() !== sheet.name.toLowerCase()) throw invalid(`address on another sheet`);
  return parseArea(cells);
}

/** An argument that is a Range. */
export function rangeArgument(argument: Argument | undefined): RangeTarget {
  if (!isHandle(argument) || argument.typeName !== "Range") throw invalid("not a Range");
  return argument.target as RangeTarget;
}

/** An argument that is a Range or an address on the sheet. */
export function areaArgument(sheet: SheetModel, argument: Argument | undefined): Area {
  if (typeof argument === "string") return areaOnSheet(sheet, argument);
  const range = rangeArgument(argument);
  if (range.sheet !== sheet) throw invalid("a range on another sheet");
  return range.area;
}

/** The smallest area around two. */
export function around(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return areaOf(
    row,
    column,
    Math.max(one.row + one.rows, other.row + other.rows) - row,
    Math.max(one.column + one.columns, other.column + other.columns) - column,
  );
}
