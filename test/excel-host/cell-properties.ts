import { formatArea } from "./address";
import { cellAt, putCell } from "./cells";
import { invalid, Unsupported } from "./fault";
import {
  fontSize,
  horizontalAlignment,
  lineStyle,
  lineWeight,
  setColumnWidths,
  setRowHeights,
  underlineStyle,
  verticalAlignment,
} from "./format-objects";
import { changedBorder, type Side } from "./looks";
import { color, flag, number, record, text } from "./members";
import { standardHeight, standardWidth, type BorderModel, type Look } from "./model";
import type { Json } from "./protocol";
import { readLink } from "./range-link";
import { eachCell, readCells } from "./range-values";
import type { RangeTarget } from "./range-target";

type Change = (look: Look, value: Json) => Look;

const fontChanges: Readonly<Record<string, Change>> = {
  name: (look, value) => ({ ...look, fontName: text(value) }),
  size: (look, value) => ({ ...look, size: fontSize(value) }),
  bold: (look, value) => ({ ...look, bold: flag(value) }),
  italic: (look, value) => ({ ...look, italic: flag(value) }),
  underline: (look, value) => ({ ...look, underline: underlineStyle(value) }),
  color: (look, value) => ({ ...look, color: color(value) }),
};

const formatChanges: Readonly<Record<string, Change>> = {
  fill: (look, value) => changed(look, value, "fill", { color: (one, fill) => ({ ...one, fill: color(fill) }) }),
  font: (look, value) => changed(look, value, "font", fontChanges),
  borders: (look, value) =>
    changed(look, value, "borders", {
      top: borderChange("top"),
      bottom: borderChange("bottom"),
      left: borderChange("left"),
      right: borderChange("right"),
    }),
  horizontalAlignment: (look, value) => ({ ...look, horizontal: horizontalAlignment(value) }),
  verticalAlignment: (look, value) => ({ ...look, vertical: verticalAlignment(value) }),
  wrapText: (look, value) => ({ ...look, wrap: flag(value) }),
};

function borderChange(side: Side): Change {
  return (look, value) => {
    const { color: lineColor, style, weight, ...others } = record(value);
    requireNoOthers("borders", others);
    const change: Partial<BorderModel> = {
      ...(lineColor === undefined ? {} : { color: color(lineColor) }),
      ...(style === undefined ? {} : { style: lineStyle(style) }),
      ...(weight === undefined ? {} : { weight: lineWeight(weight) }),
    };
    return { ...look, [side]: changedBorder(look[side], change) };
  };
}

function changed(look: Look, value: Json, what: string, changes: Readonly<Record<string, Change>>): Look {
  return Object.entries(record(value)).reduce((one, [name, part]) => {
    const change = changes[name];
    if (!change) throw new Unsupported(`${what}.${name} of cell properties`);
    return change(one, part);
  }, look);
}

/** Range.setCellProperties: rows of columns of { format, hyperlink }; {} leaves a cell as it is. */
export function setCellProperties({ sheet, area }: RangeTarget, properties: Json): void {
  requireArray(properties);
  // Equal properties make equal formats, once.
  const known = new Map<string, Look>();
  eachCell(area, properties, (row, column, value) => {
    const { format, hyperlink, ...others } = record(value);
    requireNoOthers("cell properties", others);
    const cell = cellAt(sheet, row, column);
    let look = cell.look;
    if (format !== undefined) {
      const key = JSON.stringify([look, format]);
      look = known.get(key) ?? changed(look, format, "format", formatChanges);
      known.set(key, look);
    }
    const link = hyperlink === undefined ? cell.link : readLink(hyperlink);
    putCell(sheet, row, column, { ...cell, look, link });
  });
}

/** Range.getCellProperties: for each cell what was asked for with true. */
export function getCellProperties({ sheet, area }: RangeTarget, wanted: Json): Json {
  return readCells(sheet, area, (cell, row, column) => {
    const { look } = cell;
    const side = (border: BorderModel): Json => ({ ...border });
    return pick(wanted, {
      address: formatArea({ row, column, rows: 1, columns: 1 }),
      hyperlink: (cell.link ?? null) as Json,
      format: {
        fill: { color: look.fill === "" ? "#FFFFFF" : look.fill },
        font: {
          name: look.fontName,
          size: look.size,
          bold: look.bold,
          italic: look.italic,
          underline: look.underline,
          color: look.color,
        },
        borders: { top: side(look.top), bottom: side(look.bottom), left: side(look.left), right: side(look.right) },
        horizontalAlignment: look.horizontal,
        verticalAlignment: look.vertical,
        wrapText: look.wrap,
      },
    });
  });
}

export function setRowProperties({ sheet, area }: RangeTarget, properties: Json): void {
  eachOf(properties, area.rows, (value, index) => {
    const { rowHidden, format, ...others } = record(value);
    requireNoOthers("row properties", others);
    const row = area.row + index;
    if (rowHidden !== undefined) setHidden(sheet.hiddenRows, row, flag(rowHidden));
    if (format === undefined) return;
    const { rowHeight, ...otherFormats } = record(format);
    requireNoOthers("row properties", otherFormats);
    if (rowHeight !== undefined) setRowHeights({ sheet, areas: [{ ...area, row, rows: 1 }] }, number(rowHeight));
  });
}

export function setColumnProperties({ sheet, area }: RangeTarget, properties: Json): void {
  eachOf(properties, area.columns, (value, index) => {
    const { columnHidden, format, ...others } = record(value);
    requireNoOthers("column properties", others);
    const column = area.column + index;
    if (columnHidden !== undefined) setHidden(sheet.hiddenColumns, column, flag(columnHidden));
    if (format === undefined) return;
    const { columnWidth, ...otherFormats } = record(format);
    requireNoOthers("column properties", otherFormats);
    const areas = [{ ...area, column, columns: 1 }];
    if (columnWidth !== undefined) setColumnWidths({ sheet, areas }, number(columnWidth));
  });
}

export function getRowProperties({ sheet, area }: RangeTarget, wanted: Json): Json {
  return Array.from({ length: area.rows }, (_, index) => {
    const row = area.row + index;
    return pick(wanted, {
      rowIndex: row,
      rowHidden: sheet.hiddenRows.has(row),
      format: { rowHeight: sheet.rowHeights.get(row) ?? standardHeight },
    });
  });
}

export function getColumnProperties({ sheet, area }: RangeTarget, wanted: Json): Json {
  return Array.from({ length: area.columns }, (_, index) => {
    const column = area.column + index;
    return pick(wanted, {
      columnIndex: column,
      columnHidden: sheet.hiddenColumns.has(column),
      format: { columnWidth: sheet.columnWidths.get(column) ?? standardWidth },
    });
  });
}

export function setHidden(hidden: Set<number>, index: number, isHidden: boolean): void {
  if (isHidden) hidden.add(index);
  else hidden.delete(index);
}

/** The parts of a whole that are asked for: { format: { fill: { color: true } } }. */
function pick(wanted: Json, whole: Json): Json {
  if (wanted === true || typeof whole !== "object" || whole === null || Array.isArray(whole)) return whole;
  const parts = record(whole);
  return Object.fromEntries(
    Object.entries(record(wanted))
      .filter(([, want]) => want !== false)
      .map(([name, want]) => {
        const found = parts[name];
        if (found === undefined) throw new Unsupported(`"${name}" among the properties of cells, rows or columns`);
        return [name, pick(want, found)];
      }),
  );
}

function eachOf(values: Json, count: number, visit: (value: Json, index: number) => void): void {
  const list = requireArray(values);
  if (list.length !== count) throw invalid(`${String(list.length)} properties for ${String(count)} rows or columns`);
  list.forEach(visit);
}

function requireArray(values: Json): readonly Json[] {
  if (!Array.isArray(values)) throw invalid("properties that are no array");
  return values as readonly Json[];
}

function requireNoOthers(what: string, others: object): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new Unsupported(`${what}: ${name}`);
}
