/** Columns that would be agencies by their place alone: remarks, results in words (council.md, 0). */
import { cellAt } from "../data/grid";
import type { MatchedAgency, MatchedTable } from "./agency-match";
import type { AddFinding } from "./finding-list";
import { readNumber } from "./numbers";
import { isBlank, quote } from "./text";

/** The tables without such columns, each of which is reported. */
export function skipColumns(tables: readonly MatchedTable[], add: AddFinding): readonly MatchedTable[] {
  return tables.map(({ table, agencies }) => {
    const kept = agencies.filter((agency) => !isNoAgency(agency));
    for (const { columns } of agencies.filter((agency) => !kept.includes(agency))) {
      add({
        code: "column-skipped",
        sheet: table.grid.name,
        row: columns.headerRow,
        column: columns.headerColumn,
        data: { says: "columnSkipped", name: quote(columns.name) },
      });
    }
    return { table, agencies: kept };
  });
}

/** Not in the agency list, and most of its filled leaves hold neither a number nor a word for "not applicable". */
function isNoAgency({ table, columns, listed }: MatchedAgency): boolean {
  // Below a name with columns of its own ("Tự chấm", "Thẩm định") there is an agency.
  const isPlain = columns.appraised === columns.headerColumn && columns.self === null && columns.texts.size === 0;
  if (listed !== null || !isPlain) return false;
  const cells = table.criteria.leaves.map(({ row }) =>
    row === null ? null : cellAt(table.grid, row, columns.headerColumn),
  );
  const filled = cells.filter((cell) => !isBlank(cell));
  const words = filled.filter((cell) => readNumber(cell).kind === "other");
  return words.length * 2 > filled.length;
}
