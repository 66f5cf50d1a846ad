/** Which format a table's cell has, by its column, its row and what it holds. */
import type { ColumnKind, TableCell, TableRow } from "../data/blocks";
import type { CellFormat } from "../data/pages";
import { formats } from "./formats";

/** Columns of words; the others are centred. */
const ofWords: ReadonlySet<ColumnKind> = new Set(["name", "sheet", "agency", "message", "oldValue", "newValue"]);

const tones = { error: formats.severityError, warning: formats.severityWarning, info: formats.severityInfo };

export function formatOf(column: ColumnKind, row: TableRow["kind"], cell: TableCell): CellFormat {
  const isText = typeof cell.value === "string" && cell.formula === undefined;
  switch (row) {
    case "group":
      return ofWords.has(column) ? formats.groupRow : formats.groupNumber;
    case "set":
      if (column === "order") return formats.number;
      return ofWords.has(column) ? formats.meanName : formats.meanNumber;
    case "mean":
      if (column === "change") return isText ? formats.meanNoChange : formats.meanChange;
      return ofWords.has(column) ? formats.meanName : formats.meanNumber;
    case "body":
      if (cell.tone !== undefined) return tones[cell.tone];
      if (cell.link !== undefined) return formats.link;
      if (column === "change") return formats.change;
      if (column === "workingPercent") return isText ? formats.number : formats.workingPercent;
      return ofWords.has(column) ? formats.name : formats.number;
  }
}
