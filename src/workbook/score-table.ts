/** One sheet with a scoring table: its header, criteria set and label, before the agencies are put into groups. */
import { readCriteria, type CriteriaSet } from "./criteria";
import type { AddFinding } from "./finding-list";
import type { SheetGrid } from "../data/grid";
import { labelWords } from "./headers";
import { findLabel, type Label } from "./labels";
import type { TableHeader } from "./table-header";
import { readTableRows } from "./table-rows";

export interface ScoreTable {
  readonly grid: SheetGrid;
  readonly header: TableHeader;
  readonly criteria: CriteriaSet;
  /** "Nhóm: X" above the header. */
  readonly label: Label | null;
}

/** Reads the criteria of a table; null, with a finding, where it has none. */
export function readScoreTable(grid: SheetGrid, header: TableHeader, add: AddFinding): ScoreTable | null {
  const rows = readTableRows(grid, header);
  if (rows.criteria.length === 0) {
    add({
      code: "nothing-to-score",
      sheet: grid.name,
      row: null,
      column: null,
      data: { says: "nothingToScoreNoCriteria" },
    });
    return null;
  }
  const criteria = readCriteria(grid, header, rows, add);
  return { grid, header, criteria, label: findLabel(grid, header.firstRow, labelWords.group) };
}
