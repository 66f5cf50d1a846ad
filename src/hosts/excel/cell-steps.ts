import {
  fontName,
  type Area,
  type CellFormat,
  type CellsBlock,
  type ReportCell,
  type ReportSheet,
} from "../../data/pages";
import { cellAddress } from "../../data/grid";
import { quoteSheetName } from "../../data/sheet-name";
import { asText } from "./cell-values";
import { areaLists, formatGroups } from "./format-areas";
import { bytesOf, bytesPerCall, type WriteStep } from "./write-steps";

/** A block of cells that is written by one assignment is at most so large. */
const blockBytes = 1_000_000;

type Written = string | number | boolean;

/** Values and formulas, links, formats, merges: in this order, because a link changes its cell's format. */
export function cellSteps(sheet: ReportSheet): WriteStep[] {
  const blocks = sheet.blocks.filter((block) => block.kind === "cells");
  return [
    ...blocks.flatMap((block) => valueSteps(sheet.name, block)),
    ...blocks.flatMap((block) => linkSteps(sheet.name, block)),
    ...formatSteps(sheet.name, blocks),
    ...mergeSteps(
      sheet.name,
      blocks.flatMap(({ merges }) => merges),
    ),
  ];
}

function valueSteps(sheet: string, { row, column, cells }: CellsBlock): WriteStep[] {
  const steps: WriteStep[] = [];
  let rows: Written[][] = [];
  let bytes = 0;
  let first = row;
  const finish = (): void => {
    const [formulas, from] = [rows, first];
    if (formulas.length === 0) return;
    steps.push({
      sheet,
      bytes: bytes + bytesPerCall * 2,
      queue: (request) => {
        const columns = formulas[0]?.length ?? 0;
        const target = request.sheet(sheet).getRangeByIndexes(from, column, formulas.length, columns);
        target.untrack().formulas = formulas;
      },
    });
    first += formulas.length;
    rows = [];
    bytes = 0;
  };
  for (const cellsOfRow of cells) {
    const written = cellsOfRow.map(writtenValue);
    const size = bytesOf(written);
    if (bytes + size > blockBytes) finish();
    rows.push(written);
    bytes += size;
  }
  finish();
  return steps;
}

/** What stands in the cell, in the words of Range.formulas. */
function writtenValue(cell: ReportCell | null): Written {
  if (cell === null || (cell.formula === null && cell.value === null)) return "";
  if (cell.formula !== null) return `=${withoutPrefixes(cell.formula)}`;
  return typeof cell.value === "string" ? asText(cell.value) : (cell.value ?? "");
}

/** Files write newer functions as _xlfn.NUMBERVALUE; in Excel they go by the names that people see. */
function withoutPrefixes(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|_xlfn\.(?:_xlws\.)?|_xlws\./g, (part) =>
    part.startsWith("_") ? "" : part,
  );
}

function linkSteps(sheet: string, { row, column, cells }: CellsBlock): WriteStep[] {
  return cells.flatMap((cellsOfRow, rowOffset) =>
    cellsOfRow.flatMap((cell, columnOffset): WriteStep[] => {
      if (!cell?.link) return [];
      const documentReference = `${quoteSheetName(cell.link.sheet)}!${cell.link.cell}`;
      const address = cellAddress(row + rowOffset, column + columnOffset);
      return [
        {
          sheet,
          bytes: bytesPerCall * 3,
          queue: (request) => {
            request.sheet(sheet).getRange(address).untrack().hyperlink = { documentReference };
          },
        },
      ];
    }),
  );
}

function formatSteps(sheet: string, blocks: readonly CellsBlock[]): WriteStep[] {
  return formatGroups(blocks).flatMap(({ format, areas }) => [
    ...areaLists(areas).map(
      (addresses): WriteStep => ({
        sheet,
        bytes: addresses.length + bytesPerCall * 24,
        queue: (request) => {
          const target = request.sheet(sheet).getRanges(addresses).untrack().format;
          applyFormat(target, format);
          if (format.border !== undefined) drawLines(target, edges, format.border);
        },
      }),
    ),
    ...innerLineSteps(sheet, format, areas),
    ...numberFormatSteps(sheet, format, areas),
  ]);
}

function applyFormat(target: Excel.RangeFormat, format: CellFormat): void {
  const { font } = target;
  font.name = fontName;
  font.size = format.size ?? 11;
  if (format.bold === true) font.bold = true;
  if (format.italic === true) font.italic = true;
  // A link brings its own colour and line, which the format decides.
  font.underline = format.underline === true ? "Single" : "None";
  font.color = format.color ?? "#000000";
  if (format.fill !== undefined) target.fill.color = format.fill;
  if (format.horizontal !== undefined) target.horizontalAlignment = horizontal[format.horizontal];
  if (format.vertical !== undefined) target.verticalAlignment = vertical[format.vertical];
  if (format.wrap === true) target.wrapText = true;
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;
const vertical = { top: "Top", center: "Center" } as const;

const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function drawLines(
  target: Excel.RangeFormat,
  lines: readonly ((typeof edges)[number] | "InsideHorizontal" | "InsideVertical")[],
  color: string,
): void {
  for (const line of lines) {
    const border = target.borders.getItem(line);
    border.style = "Continuous";
    border.color = color;
  }
}

/** Inner lines only where there are any: Excel has none to set in a single row or column. */
function innerLineSteps(sheet: string, { border }: CellFormat, areas: readonly Area[]): WriteStep[] {
  if (border === undefined) return [];
  const isTall = ({ rows }: Area): boolean => rows > 1;
  const isWide = ({ columns }: Area): boolean => columns > 1;
  const groups = [
    {
      lines: ["InsideHorizontal", "InsideVertical"] as const,
      areas: areas.filter((area) => isTall(area) && isWide(area)),
    },
    { lines: ["InsideHorizontal"] as const, areas: areas.filter((area) => isTall(area) && !isWide(area)) },
    { lines: ["InsideVertical"] as const, areas: areas.filter((area) => !isTall(area) && isWide(area)) },
  ];
  return groups.flatMap(({ lines, areas: grouped }) =>
    areaLists(grouped).map(
      (addresses): WriteStep => ({
        sheet,
        bytes: addresses.length + bytesPerCall * 10,
        queue: (request) => {
          drawLines(request.sheet(sheet).getRanges(addresses).untrack().format, lines, border);
        },
      }),
    ),
  );
}

/** Several areas at once have no number format of their own. */
function numberFormatSteps(sheet: string, { numberFormat }: CellFormat, areas: readonly Area[]): WriteStep[] {
  if (numberFormat === undefined || numberFormat === "General") return [];
  return areas.map(({ row, column, rows, columns }) => {
    const formats = Array.from({ length: rows }, () => Array.from({ length: columns }, () => numberFormat));
    return {
      sheet,
      bytes: bytesOf(formats) + bytesPerCall * 2,
      queue: (request) => {
        request.sheet(sheet).getRangeByIndexes(row, column, rows, columns).untrack().numberFormat = formats;
      },
    };
  });
}

function mergeSteps(sheet: string, merges: readonly Area[]): WriteStep[] {
  return merges
    .filter(({ rows, columns }) => rows * columns > 1)
    .map(({ row, column, rows, columns }) => ({
      sheet,
      bytes: bytesPerCall * 3,
      queue: (request) => {
        request.sheet(sheet).getRangeByIndexes(row, column, rows, columns).untrack().merge(false);
      },
    }));
}
