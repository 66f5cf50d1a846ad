import { columnLimit, rowLimit } from "./address";
import { fault, invalid, Unsupported } from "./fault";
import { borderIndexes, changeBorder, changeLooks, commonBorder, commonLook, type Formatted } from "./looks";
import {
  color,
  flag,
  handle,
  method,
  number,
  oneOf,
  part,
  readOnly,
  text,
  type ObjectType,
  type Property,
} from "./members";
import { standardHeight, standardWidth, type Look } from "./model";
import type { Json } from "./protocol";

export const horizontalAlignment = oneOf(
  ...["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"],
);
export const verticalAlignment = oneOf("Top", "Center", "Bottom", "Justify", "Distributed");
export const underlineStyle = oneOf("None", "Single", "Double", "SingleAccountant", "DoubleAccountant");
export const lineStyle = oneOf(
  ...["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"],
);
export const lineWeight = oneOf("Hairline", "Thin", "Medium", "Thick");

export function fontSize(value: Json): number {
  const size = number(value);
  if (size < 1 || size > 409) throw invalid(`font size ${String(size)}`);
  return size;
}

function look<K extends keyof Look>(api: string, key: K, accept: (value: Json) => Look[K] & Json): Property<Formatted> {
  return {
    kind: "property",
    api,
    get: (target) => commonLook(target, (one) => one[key]) as Json,
    set: (target, value) => {
      const accepted = accept(value);
      changeLooks(target, (one) => ({ ...one, [key]: accepted }));
    },
  };
}

const sheet = (target: Formatted): Formatted["sheet"] => target.sheet;

export const rangeFormat: ObjectType<Formatted> = {
  name: "RangeFormat",
  sheet,
  members: () => ({
    fill: part("1.1", (target) => handle(rangeFill, target)),
    font: part("1.1", (target) => handle(rangeFont, target)),
    borders: part("1.1", (target) => handle(rangeBorders, target)),
    protection: part("1.2", (target) => handle(formatProtection, target)),
    horizontalAlignment: look("1.1", "horizontal", horizontalAlignment),
    verticalAlignment: look("1.1", "vertical", verticalAlignment),
    wrapText: look("1.1", "wrap", flag),
    columnWidth: {
      kind: "property",
      api: "1.2",
      get: (target) => commonSize(target, "column"),
      set: (target, value) => {
        setColumnWidths(target, number(value));
      },
    },
    rowHeight: {
      kind: "property",
      api: "1.2",
      get: (target) => commonSize(target, "row"),
      set: (target, value) => {
        setRowHeights(target, number(value));
      },
    },
    autofitColumns: method("1.2", "cells", () => {
      throw new Unsupported("RangeFormat.autofitColumns: nothing here measures text");
    }),
    autofitRows: method("1.2", "cells", (target) => {
      // Rows without a height of their own fit their text already.
      eachIndex(target, "row", (row) => target.sheet.rowHeights.delete(row));
      return undefined;
    }),
  }),
};

const formatProtection: ObjectType<Formatted> = {
  name: "FormatProtection",
  sheet,
  members: () => ({ locked: look("1.2", "locked", flag) }),
};

const rangeFill: ObjectType<Formatted> = {
  name: "RangeFill",
  sheet,
  members: () => ({
    color: {
      kind: "property",
      api: "1.1",
      // Excel says white of a cell without fill.
      get: (target) => commonLook(target, (one) => (one.fill === "" ? "#FFFFFF" : one.fill)),
      set: (target, value) => {
        const fill = color(value);
        changeLooks(target, (one) => ({ ...one, fill }));
      },
    },
    clear: method("1.1", "cells", (target) => {
      changeLooks(target, (one) => ({ ...one, fill: "" }));
      return undefined;
    }),
  }),
};

const rangeFont: ObjectType<Formatted> = {
  name: "RangeFont",
  sheet,
  members: () => ({
    name: look("1.1", "fontName", text),
    size: look("1.1", "size", fontSize),
    bold: look("1.1", "bold", flag),
    italic: look("1.1", "italic", flag),
    underline: look("1.1", "underline", underlineStyle),
    color: look("1.1", "color", color),
  }),
};

interface BorderTarget {
  readonly formatted: Formatted;
  readonly index: string;
}

const rangeBorders: ObjectType<Formatted> = {
  name: "RangeBorderCollection",
  sheet,
  members: () => ({
    getItem: method("1.1", "none", (target, [index]) => borderHandle(target, index as Json)),
    count: readOnly("1.1", () => borderIndexes.length),
  }),
  items: (target) => borderIndexes.map((index) => borderHandle(target, index)),
  byKey: (target, index) => borderHandle(target, index),
};

function borderHandle(formatted: Formatted, index: Json): ReturnType<typeof handle> {
  return handle(rangeBorder, { formatted, index: oneOf(...borderIndexes)(index) });
}

const rangeBorder: ObjectType<BorderTarget> = {
  name: "RangeBorder",
  sheet: ({ formatted }) => formatted.sheet,
  key: ({ index }) => index,
  members: () => ({
    sideIndex: readOnly("1.1", ({ index }) => index),
    style: border("style", lineStyle),
    color: border("color", color),
    weight: border("weight", lineWeight),
  }),
};

function border(key: "style" | "color" | "weight", accept: (value: Json) => string): Property<BorderTarget> {
  return {
    kind: "property",
    api: "1.1",
    get: ({ formatted, index }) => commonBorder(formatted, index, key),
    set: ({ formatted, index }, value) => {
      changeBorder(formatted, index, { [key]: accept(value) });
    },
  };
}

/** In points. */
export function setColumnWidths(target: Formatted, width: number): void {
  if (width < 0 || width > 255 * 6) throw invalid(`column width ${String(width)}`);
  eachIndex(target, "column", (column) => target.sheet.columnWidths.set(column, width));
}

export function setRowHeights(target: Formatted, height: number): void {
  if (height < 0 || height > 409.5) throw invalid(`row height ${String(height)}`);
  eachIndex(target, "row", (row) => target.sheet.rowHeights.set(row, height));
}

export function eachIndex({ areas }: Formatted, kind: "row" | "column", visit: (index: number) => void): void {
  for (const area of areas) {
    const [start, count, limit] =
      kind === "row" ? [area.row, area.rows, rowLimit] : [area.column, area.columns, columnLimit];
    if (count === limit) throw new Unsupported(`a size for every ${kind} of a sheet`);
    for (let index = start; index < start + count; index++) visit(index);
  }
}

function commonSize(target: Formatted, kind: "row" | "column"): number | null {
  const sizes = kind === "row" ? target.sheet.rowHeights : target.sheet.columnWidths;
  const all = new Set<number>();
  eachIndex(target, kind, (index) => all.add(sizes.get(index) ?? (kind === "row" ? standardHeight : standardWidth)));
  const [size] = all;
  return all.size === 1 && size !== undefined ? size : null;
}

/** Refuses an operation that would cut a merged area in two. */
export function requireWholeMerges({ sheet: { merges }, areas }: Formatted): void {
  for (const area of areas) {
    for (const merge of merges) {
      const rows = Math.min(area.row + area.rows, merge.row + merge.rows) - Math.max(area.row, merge.row);
      const columns =
        Math.min(area.column + area.columns, merge.column + merge.columns) - Math.max(area.column, merge.column);
      const isCut = rows > 0 && columns > 0 && (rows < merge.rows || columns < merge.columns);
      if (isCut) throw fault("MergedRangeConflict");
    }
  }
}
