import { columnLimit, rowLimit } from "./address";
import { invalid } from "./fault";
import {
  field,
  flag,
  handle,
  method,
  number,
  oneOf,
  part,
  readOnly,
  record,
  text,
  wholeNumber,
  type ObjectType,
  type Property,
} from "./members";
import type { PageModel, SheetModel } from "./model";
import type { Json } from "./protocol";
import { rangeHandle } from "./range-objects";
import { areaArgument, areaOnSheet } from "./range-target";

interface OnSheet {
  readonly sheet: SheetModel;
}

const sheetOf = ({ sheet }: OnSheet): SheetModel => sheet;

function ofPage<K extends keyof PageModel>(key: K, accept: (value: Json) => PageModel[K] & Json): Property<OnSheet> {
  const inner = field<PageModel, K>("1.9", key, accept);
  return {
    kind: "property",
    api: "1.9",
    get: ({ sheet }, excel) => inner.get?.(sheet.page, excel) ?? null,
    set: ({ sheet }, value, excel) => inner.set?.(sheet.page, value, excel),
  };
}

type MarginKey = keyof PageModel["margins"];

function margin(key: MarginKey): Property<OnSheet> {
  return {
    kind: "property",
    api: "1.9",
    get: ({ sheet }) => sheet.page.margins[key],
    set: ({ sheet }, value) => {
      sheet.page.margins[key] = pointsOf(value);
    },
  };
}

function pointsOf(value: Json): number {
  const points = number(value);
  if (points < 0) throw invalid(`margin ${String(points)}`);
  return points;
}

const pointsPer: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

export const pageLayout: ObjectType<OnSheet> = {
  name: "PageLayout",
  sheet: sheetOf,
  members: () => ({
    orientation: ofPage("orientation", oneOf("Portrait", "Landscape")),
    paperSize: ofPage("paperSize", oneOf("A3", "A4", "A5", "Letter", "Legal")),
    zoom: ofPage("zoom", zoom),
    centerHorizontally: ofPage("centerHorizontally", flag),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    headersFooters: part("1.9", (target) => handle(headerFooterGroup, target)),
    setPrintMargins: method("1.9", "cells", ({ sheet }, [unit, options]) => {
      const points = pointsPer[oneOf(...Object.keys(pointsPer))(unit)] ?? 1;
      for (const [name, value] of Object.entries(record(options))) {
        const key = oneOf(...Object.keys(sheet.page.margins))(name) as MarginKey;
        sheet.page.margins[key] = pointsOf(value) * points;
      }
      return undefined;
    }),
    setPrintTitleRows: method("1.9", "cells", ({ sheet }, [rows]) => {
      const area = areaArgument(sheet, rows);
      if (area.columns !== columnLimit) throw invalid("print titles that are no whole rows");
      sheet.page.titleRows = area;
      return undefined;
    }),
    setPrintTitleColumns: method("1.9", "cells", ({ sheet }, [columns]) => {
      const area = areaArgument(sheet, columns);
      if (area.rows !== rowLimit) throw invalid("print titles that are no whole columns");
      sheet.page.titleColumns = area;
      return undefined;
    }),
    getPrintTitleRowsOrNullObject: method("1.9", "none", ({ sheet }) =>
      sheet.page.titleRows === null ? null : rangeHandle(sheet, sheet.page.titleRows),
    ),
    getPrintTitleColumnsOrNullObject: method("1.9", "none", ({ sheet }) =>
      sheet.page.titleColumns === null ? null : rangeHandle(sheet, sheet.page.titleColumns),
    ),
  }),
};

/** Either a scale in percent, or numbers of pages; 0 or nothing: as many as it takes. */
function zoom(value: Json): PageModel["zoom"] {
  const { scale, horizontalFitToPages, verticalFitToPages, ...others } = record(value);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalid(`zoom with "${unknown}"`);
  const fits = [horizontalFitToPages, verticalFitToPages].some((pages) => pages !== undefined && pages !== null);
  if (scale !== undefined && scale !== null && fits) throw invalid("zoom with a scale and numbers of pages");
  const pages = (count: Json | undefined): number | undefined =>
    count === undefined || count === null ? undefined : wholeNumber(count);
  const [horizontal, vertical] = [pages(horizontalFitToPages), pages(verticalFitToPages)];
  return {
    ...(scale === undefined || scale === null ? {} : { scale: number(scale) }),
    ...(horizontal === undefined ? {} : { horizontalFitToPages: horizontal }),
    ...(vertical === undefined ? {} : { verticalFitToPages: vertical }),
  };
}

const headerFooterGroup: ObjectType<OnSheet> = {
  name: "HeaderFooterGroup",
  sheet: sheetOf,
  members: () => ({ defaultForAllPages: part("1.9", (target) => handle(headerFooter, target)) }),
};

const headerFooter: ObjectType<OnSheet> = {
  name: "HeaderFooter",
  sheet: sheetOf,
  members: () => {
    const keys = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"];
    return Object.fromEntries(keys.map((key) => [key, headerText(key)]));
  },
};

function headerText(key: string): Property<OnSheet> {
  return {
    kind: "property",
    api: "1.9",
    get: ({ sheet }) => sheet.page.headersFooters[key] ?? "",
    set: ({ sheet }, value) => {
      const line = text(value);
      if (line.length > 255) throw invalid("a header or footer of more than 255 characters");
      sheet.page.headersFooters[key] = line;
    },
  };
}

export const rowBreaks: ObjectType<OnSheet> = {
  name: "PageBreakCollection",
  sheet: sheetOf,
  members: () => ({
    add: method("1.9", "cells", ({ sheet }, [range]) => {
      const { row } = areaArgument(sheet, range);
      if (row === 0) throw invalid("a page break above the first row");
      if (!sheet.breaks.includes(row)) sheet.breaks.push(row);
      sheet.breaks.sort((one, other) => one - other);
      return handle(pageBreak, { sheet, row });
    }),
    getCount: method("1.9", "none", ({ sheet }) => sheet.breaks.length),
    removePageBreaks: method("1.9", "cells", ({ sheet }) => {
      sheet.breaks = [];
      return undefined;
    }),
  }),
  items: ({ sheet }) => sheet.breaks.map((row) => handle(pageBreak, { sheet, row })),
};

const pageBreak: ObjectType<OnSheet & { readonly row: number }> = {
  name: "PageBreak",
  sheet: sheetOf,
  key: ({ row }) => String(row),
  members: () => ({
    rowIndex: readOnly("1.9", ({ row }) => row),
    columnIndex: readOnly("1.9", () => 0),
    delete: method("1.9", "cells", ({ sheet, row }) => {
      sheet.breaks = sheet.breaks.filter((one) => one !== row);
      return undefined;
    }),
  }),
};

export const freezePanes: ObjectType<OnSheet> = {
  name: "WorksheetFreezePanes",
  sheet: sheetOf,
  members: () => ({
    freezeAt: method("1.7", "cells", ({ sheet }, [range]) => {
      const area = typeof range === "string" ? areaOnSheet(sheet, range) : areaArgument(sheet, range);
      const rows = area.rows === rowLimit ? 0 : area.row + area.rows;
      sheet.freeze = { rows, columns: area.columns === columnLimit ? 0 : area.column + area.columns };
      return undefined;
    }),
    freezeRows: method("1.7", "cells", ({ sheet }, [count]) => {
      sheet.freeze = { rows: count === null || count === undefined ? 1 : wholeNumber(count), columns: 0 };
      return undefined;
    }),
    freezeColumns: method("1.7", "cells", ({ sheet }, [count]) => {
      sheet.freeze = { rows: 0, columns: count === null || count === undefined ? 1 : wholeNumber(count) };
      return undefined;
    }),
    unfreeze: method("1.7", "cells", ({ sheet }) => {
      sheet.freeze = { rows: 0, columns: 0 };
      return undefined;
    }),
  }),
};
