import { areaOf, columnLimit, contains, formatArea, intersects, quoteSheet, rowLimit, type Area } from "./address";
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
  setColumnProperties,
  setHidden,
  setRowProperties,
} from "./cell-properties";
import { cellAt, emptyCell, leftOf, positions, putCell, topOf, touchedCells, usedArea } from "./cells";
import { fault, invalid, Unsupported } from "./fault";
import { eachIndex, rangeFormat, requireWholeMerges } from "./format-objects";
import {
  flag,
  handle,
  method,
  oneOf,
  part,
  readOnly,
  text,
  wholeNumber,
  type Argument,
  type Excel,
  type Handle,
  type ObjectType,
} from "./members";
import { plainLook, type SheetModel } from "./model";
import type { Json } from "./protocol";
import { areaArgument, areaOnSheet, around, rangeArgument, type RangeTarget } from "./range-target";
import { readLink } from "./range-link";
import {
  eachCell,
  formulaOf,
  readCalculated,
  readCells,
  textOf,
  valueOf,
  valueTypeOf,
  writeContents,
} from "./range-values";
import type { Formatted } from "./looks";

export function rangeHandle(sheet: SheetModel, area: Area): Handle {
  return handle(range, { sheet, area });
}

const range: ObjectType<RangeTarget> = {
  name: "Range",
  sheet: (target) => target.sheet,
  members: () => ({
    address: readOnly("1.1", ({ sheet, area }) => `${quoteSheet(sheet.name)}!${formatArea(area)}`),
    rowIndex: readOnly("1.1", ({ area }) => area.row),
    columnIndex: readOnly("1.1", ({ area }) => area.column),
    rowCount: readOnly("1.1", ({ area }) => area.rows),
    columnCount: readOnly("1.1", ({ area }) => area.columns),
    cellCount: readOnly("1.1", ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns)),
    left: readOnly("1.10", ({ sheet, area }) => leftOf(sheet, area.column)),
    top: readOnly("1.10", ({ sheet, area }) => topOf(sheet, area.row)),
    width: readOnly(
      "1.10",
      ({ sheet, area }) => leftOf(sheet, area.column + area.columns) - leftOf(sheet, area.column),
    ),
    height: readOnly("1.10", ({ sheet, area }) => topOf(sheet, area.row + area.rows) - topOf(sheet, area.row)),
    values: {
      kind: "property",
      api: "1.1",
      guard: "contents",
      get: ({ sheet, area }, excel) => readCalculated(excel, sheet, area, valueOf),
      set: ({ sheet, area }, values, excel) => {
        writeContents(excel, sheet, area, values);
      },
    },
    formulas: {
      kind: "property",
      api: "1.1",
      guard: "contents",
      get: ({ sheet, area }) => readCells(sheet, area, formulaOf),
      set: ({ sheet, area }, formulas, excel) => {
        writeContents(excel, sheet, area, formulas);
      },
    },
    valueTypes: readOnly("1.1", ({ sheet, area }, excel) => readCalculated(excel, sheet, area, valueTypeOf)),
    text: readOnly("1.1", ({ sheet, area }, excel) => readCalculated(excel, sheet, area, textOf(excel))),
    numberFormat: {
      kind: "property",
      api: "1.1",
      get: ({ sheet, area }) => readCells(sheet, area, (cell) => cell.look.numberFormat),
      set: ({ sheet, area }, formats) => {
        setNumberFormats(sheet, area, formats);
      },
    },
    hyperlink: {
      kind: "property",
      api: "1.7",
      onlyByName: true,
      get: ({ sheet, area }) => cellAt(sheet, area.row, area.column).link as Json,
      set: ({ sheet, area }, link, excel) => {
        setLink(excel, sheet, area, link);
      },
    },
    rowHidden: hidden("row"),
    columnHidden: hidden("column"),
    hidden: readOnly(
      "1.2",
      ({ sheet, area }) =>
        allOf(sheet.hiddenRows, area.row, area.rows) ?? allOf(sheet.hiddenColumns, area.column, area.columns),
    ),
    isEntireColumn: { ...readOnly<RangeTarget>("1.7", ({ area }) => area.rows === rowLimit), onlyByName: true },
    isEntireRow: { ...readOnly<RangeTarget>("1.7", ({ area }) => area.columns === columnLimit), onlyByName: true },
    format: part("1.1", ({ sheet, area }) => handle(rangeFormat, { sheet, areas: [area] })),
    worksheet: part("1.1", ({ sheet }, excel) => excel.worksheet(sheet)),
    getCell: method("1.1", "none", ({ sheet, area }, [row, column]) =>
      rangeHandle(sheet, areaOf(area.row + wholeNumber(row), area.column + wholeNumber(column), 1, 1)),
    ),
    getRow: method("1.1", "none", ({ sheet, area }, [row]) =>
      rangeHandle(sheet, areaOf(area.row + wholeNumber(row), area.column, 1, area.columns)),
    ),
    getColumn: method("1.1", "none", ({ sheet, area }, [column]) =>
      rangeHandle(sheet, areaOf(area.row, area.column + wholeNumber(column), area.rows, 1)),
    ),
    getLastCell: method("1.1", "none", ({ sheet, area }) =>
      rangeHandle(sheet, areaOf(area.row + area.rows - 1, area.column + area.columns - 1, 1, 1)),
    ),
    getLastRow: method("1.1", "none", ({ sheet, area }) =>
      rangeHandle(sheet, { ...area, row: area.row + area.rows - 1, rows: 1 }),
    ),
    getLastColumn: method("1.1", "none", ({ sheet, area }) =>
      rangeHandle(sheet, { ...area, column: area.column + area.columns - 1, columns: 1 }),
    ),
    getEntireRow: method("1.1", "none", ({ sheet, area }) =>
      rangeHandle(sheet, { ...area, column: 0, columns: columnLimit }),
    ),
    getEntireColumn: method("1.1", "none", ({ sheet, area }) =>
      rangeHandle(sheet, { ...area, row: 0, rows: rowLimit }),
    ),
    getBoundingRect: method("1.1", "none", ({ sheet, area }, [other]) =>
      rangeHandle(sheet, around(area, otherArea(sheet, other))),
    ),
    getIntersectionOrNullObject: method("1.4", "none", ({ sheet, area }, [other]) => {
      const second = otherArea(sheet, other);
      return intersects(area, second) ? rangeHandle(sheet, common(area, second)) : null;
    }),
    getOffsetRange: method("1.1", "none", ({ sheet, area }, [rows, columns]) =>
      rangeHandle(
        sheet,
        areaOf(area.row + wholeNumber(rows), area.column + wholeNumber(columns), area.rows, area.columns),
      ),
    ),
    getResizedRange: method("1.2", "none", ({ sheet, area }, [rows, columns]) =>
      rangeHandle(
        sheet,
        areaOf(area.row, area.column, area.rows + wholeNumber(rows), area.columns + wholeNumber(columns)),
      ),
    ),
    getAbsoluteResizedRange: method("1.7", "none", ({ sheet, area }, [rows, columns]) =>
      rangeHandle(sheet, areaOf(area.row, area.column, wholeNumber(rows), wholeNumber(columns))),
    ),
    getUsedRangeOrNullObject: method("1.4", "none", ({ sheet, area }, [valuesOnly]) => {
      const used = usedArea(sheet, area, valuesOnly === true);
      return used && rangeHandle(sheet, used);
    }),
    merge: method("1.2", "cells", ({ sheet, area }, [across]) => {
      merge(sheet, area, across === null || across === undefined ? false : flag(across));
      return undefined;
    }),
    unmerge: method("1.2", "cells", ({ sheet, area }) => {
      sheet.merges = sheet.merges.filter((one) => !intersects(one, area));
      return undefined;
    }),
    copyFrom: method("1.9", "contents", (target, args, excel) => copyValues(excel, target, args)),
    clear: method("1.1", "cells", (target, [applyTo], excel) => {
      clear(excel, target, applyTo);
      return undefined;
    }),
    select: method("1.1", "none", ({ sheet, area }, _, excel) => {
      if (sheet.visibility !== "Visible")
        throw fault("InvalidOperation", "a cell on a hidden sheet cannot be selected");
      excel.book.active = sheet;
      excel.book.selection = area;
      return undefined;
    }),
    getCellProperties: method("1.9", "none", (target, [wanted]) => getCellProperties(target, wanted as Json)),
    getRowProperties: method("1.9", "none", (target, [wanted]) => getRowProperties(target, wanted as Json)),
    getColumnProperties: method("1.9", "none", (target, [wanted]) => getColumnProperties(target, wanted as Json)),
    setCellProperties: method("1.9", "cells", (target, [properties]) => {
      setCellProperties(target, properties as Json);
      return undefined;
    }),
    setRowProperties: method("1.9", "cells", (target, [properties]) => {
      setRowProperties(target, properties as Json);
      return undefined;
    }),
    setColumnProperties: method("1.9", "cells", (target, [properties]) => {
      setColumnProperties(target, properties as Json);
      return undefined;
    }),
    getMergedAreasOrNullObject: method("1.13", "none", ({ sheet, area }) => {
      const areas = sheet.merges.filter((one) => intersects(one, area));
      return areas.length === 0 ? null : rangeAreasHandle(sheet, areas);
    }),
    // The client asks this before it sends a large table piece by piece.
    _ValidateArraySize: method("internal", "none", ({ area }, [rows, columns]) => {
      if (rows !== area.rows || columns !== area.columns) throw invalid(`not the shape of ${formatArea(area)}`);
      return undefined;
    }),
    _KeepReference: method("internal", "none", (target, _, excel) => {
      excel.keepReference(target);
      return undefined;
    }),
  }),
};

const rangeAreas: ObjectType<Formatted> = {
  name: "RangeAreas",
  sheet: (target) => target.sheet,
  members: () => ({
    address: readOnly("1.9", ({ sheet, areas }) =>
      areas.map((area) => `${quoteSheet(sheet.name)}!${formatArea(area)}`).join(","),
    ),
    areaCount: readOnly("1.9", ({ areas }) => areas.length),
    cellCount: readOnly("1.9", ({ areas }) => areas.reduce((sum, area) => sum + area.rows * area.columns, 0)),
    areas: part("1.9", (target) => handle(rangeCollection, target)),
    format: part("1.9", (target) => handle(rangeFormat, target)),
    worksheet: part("1.9", ({ sheet }, excel) => excel.worksheet(sheet)),
    clear: method("1.9", "cells", ({ sheet, areas }, [applyTo], excel) => {
      for (const area of areas) clear(excel, { sheet, area }, applyTo);
      return undefined;
    }),
    _KeepReference: method("internal", "none", (target, _, excel) => {
      excel.keepReference(target);
      return undefined;
    }),
  }),
};

const rangeCollection: ObjectType<Formatted> = {
  name: "RangeCollection",
  sheet: (target) => target.sheet,
  members: () => ({
    getCount: method("1.9", "none", ({ areas }) => areas.length),
    getItemAt: method("1.9", "none", ({ sheet, areas }, [index]) => {
      const area = areas[wholeNumber(index)];
      if (!area) throw fault("ItemNotFound");
      return rangeHandle(sheet, area);
    }),
  }),
  items: ({ sheet, areas }) => areas.map((area) => rangeHandle(sheet, area)),
};

/** Worksheet.getRanges: addresses with commas between them, at most 8,192 characters together. */
export function rangesAt(sheet: SheetModel, addresses: Argument | undefined): Handle {
  const list = text(addresses);
  if (list.length > 8192) throw invalid("an address of more than 8,192 characters");
  return rangeAreasHandle(
    sheet,
    list.split(",").map((address) => areaOnSheet(sheet, address.trim())),
  );
}

export function rangeAreasHandle(sheet: SheetModel, areas: readonly Area[]): Handle {
  return handle(rangeAreas, { sheet, areas });
}

/** The handle for a kept reference. */
export function handleOfReference(target: object): Handle {
  return "areas" in target ? handle(rangeAreas, target as Formatted) : handle(range, target as RangeTarget);
}

function otherArea(sheet: SheetModel, other: Argument | undefined): Area {
  if (typeof other === "string") return areaOnSheet(sheet, other);
  const target = rangeArgument(other);
  if (target.sheet !== sheet) throw invalid("a range on another sheet");
  return target.area;
}

function common(one: Area, other: Area): Area {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  return {
    row,
    column,
    rows: Math.min(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.min(one.column + one.columns, other.column + other.columns) - column,
  };
}

function setNumberFormats(sheet: SheetModel, area: Area, formats: Json): void {
  eachCell(area, formats, (row, column, format) => {
    if (format === null) return;
    const numberFormat = text(format);
    const cell = cellAt(sheet, row, column);
    if (cell.look.numberFormat !== numberFormat)
      putCell(sheet, row, column, { ...cell, look: { ...cell.look, numberFormat } });
  });
}

/** A link gives the cell its text, where it has one, and the look of a link. */
function setLink(excel: Excel, sheet: SheetModel, area: Area, value: Json): void {
  const link = readLink(value);
  if (link.textToDisplay !== undefined) {
    writeContents(excel, sheet, { ...area, rows: 1, columns: 1 }, [[`'${link.textToDisplay}`]]);
  }
  for (const [row, column] of positions(area)) {
    const cell = cellAt(sheet, row, column);
    const look = { ...cell.look, underline: "Single", color: "#0563C1" };
    putCell(sheet, row, column, { ...cell, link, look });
  }
}

function hidden(kind: "row" | "column"): {
  kind: "property";
  api: string;
  get: (target: RangeTarget) => Json;
  set: (target: RangeTarget, value: Json) => void;
} {
  const setOf = (sheet: SheetModel): Set<number> => (kind === "row" ? sheet.hiddenRows : sheet.hiddenColumns);
  return {
    kind: "property",
    api: "1.2",
    get: ({ sheet, area }) =>
      kind === "row"
        ? allOf(sheet.hiddenRows, area.row, area.rows)
        : allOf(sheet.hiddenColumns, area.column, area.columns),
    set: ({ sheet, area }, value) => {
      const isHidden = flag(value);
      eachIndex({ sheet, areas: [area] }, kind, (index) => {
        setHidden(setOf(sheet), index, isHidden);
      });
    },
  };
}

/** true or false where it holds for all, otherwise null. */
function allOf(hiddenOnes: ReadonlySet<number>, start: number, count: number): boolean | null {
  const found = [...hiddenOnes].filter((index) => index >= start && index < start + count).length;
  return found === 0 ? false : found === count ? true : null;
}

function merge(sheet: SheetModel, area: Area, across: boolean): void {
  requireWholeMerges({ sheet, areas: [area] });
  const merged = across
    ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 }))
    : [area];
  sheet.merges = sheet.merges.filter((one) => !contains(area, one));
  for (const one of merged) {
    if (one.rows * one.columns === 1) continue;
    sheet.merges.push(one);
    // Only the upper left cell keeps its content.
    for (const [row, column, cell] of touchedCells(sheet, one)) {
      if (row === one.row && column === one.column) continue;
      putCell(sheet, row, column, emptyCell(cell.look));
    }
  }
}

function clear(excel: Excel, { sheet, area }: RangeTarget, applyTo: Argument | undefined): void {
  const what =
    applyTo === null || applyTo === undefined
      ? "All"
      : oneOf("All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks")(applyTo);
  if (what !== "Contents") requireWholeMerges({ sheet, areas: [area] });
  if (what === "All" || what === "Formats") {
    sheet.merges = sheet.merges.filter((one) => !contains(area, one));
    if (area.rows === rowLimit) eachColumn(area, (column) => sheet.columnLooks.delete(column));
  }
  for (const [row, column, cell] of touchedCells(sheet, area)) {
    const look = what === "All" || what === "Formats" ? plainLook : cell.look;
    const link = what === "Formats" ? cell.link : null;
    const isEmptied = what === "All" || what === "Contents";
    putCell(sheet, row, column, isEmptied ? emptyCell(look) : { ...cell, look, link });
  }
  if (what === "All" || what === "Contents") excel.cellsChanged(sheet, formatArea(area));
}

/** Formulas become their values; nothing else is known here, nor another place than the range itself. */
async function copyValues(
  excel: Excel,
  { sheet, area }: RangeTarget,
  [source, copyType, skipBlanks, transpose]: readonly Argument[],
): Promise<undefined> {
  const from = areaArgument(sheet, source);
  const isOnItself = formatArea(from) === formatArea(area) && copyType === "Values";
  if (!isOnItself || skipBlanks === true || transpose === true) throw new Unsupported("Range.copyFrom of this kind");
  await readCalculated(excel, sheet, area, valueOf);
  for (const [row, column, cell] of touchedCells(sheet, area)) {
    if (cell.formula !== null) putCell(sheet, row, column, { ...cell, formula: null });
  }
  excel.cellsChanged(sheet, formatArea(area));
  return undefined;
}

function eachColumn(area: Area, visit: (column: number) => void): void {
  for (let column = area.column; column < area.column + area.columns; column++) visit(column);
}
