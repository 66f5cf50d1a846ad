import type { Places } from "../../src/data/blocks";

/** References by name, for tests that lay nothing out: "calculation.1.summary score[0:2]". */
export const namedPlaces: Places = {
  cell: ({ table, column, row }) => `${table} ${column}[${String(row)}]`,
  fixedCell: ({ table, column, row }) => `${table} ${column}[$${String(row)}]`,
  column: ({ table, column, firstRow, lastRow }) => `${table} ${column}[${String(firstRow)}:${String(lastRow)}]`,
  across: ({ table, column, row }, lastColumn) => `${table} ${column}:${lastColumn}[${String(row)}]`,
  here: (column) => `[${column}]`,
  staleLine: (page) => `${page} stale`,
};
