/** Where things stand in the workbook changes no result. */
import type { Cell, Rows } from "../../fixtures/fixture";
import {
  copyOf,
  draw,
  type Drawn,
  type DrawnSheet,
  fileOf,
  listSheet,
  type Places,
  setCell,
  sheetNamed,
} from "../drawn-workbook";
import type { Scoring } from "../scoring";
import { byName, inOrder, same, shuffled, type Picks, type Relation } from "./relation";

type Change = (drawn: Drawn, picks: Picks, scoring: Scoring) => readonly DrawnSheet[] | null;

/** Results as before, in the same order; sheet names aside. */
function unchanged(
  name: string,
  change: Change,
  compared: (json: Parameters<typeof inOrder>[0]) => unknown = inOrder,
): Relation {
  return {
    name,
    async holds({ scoring, drawn, json }, picks, evaluate) {
      const sheets = change(copyOf(drawn), picks, scoring);
      if (sheets === null) return false;
      const after = await evaluate(fileOf(sheets));
      same(compared(after), compared(json));
      // Nothing is found but the same, and infos.
      const warnings = ({ findings }: typeof json): string[] =>
        findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
      same(warnings(after), warnings(json));
      return true;
    },
  };
}

function everyScoreSheet(drawn: Drawn, change: (rows: Rows, places: Places) => Rows): DrawnSheet[] {
  return drawn.sheets.map((sheet) => {
    const places = drawn.places.find((one) => one.sheet === sheet.name);
    return places === undefined || sheet.role !== "scores" ? sheet : { ...sheet, rows: change(sheet.rows, places) };
  });
}

function withColumn(rows: Rows, column: number): Rows {
  return rows.map((row) => (row.length <= column ? row : [...row.slice(0, column), null, ...row.slice(column)]));
}

/** Columns of a table in another order; index: where each comes from. */
function inColumns(rows: Rows, headerRow: number, order: readonly number[]): Rows {
  return rows.map((row, at) => (at < headerRow ? row : order.map((from): Cell => row[from] ?? null)));
}

/** Appraised scores below the agency's name, self scores beside them. */
function twoHeaderRows(rows: Rows, { headerRow, methodColumn }: Places, pick: number): Rows {
  const first = methodColumn + 1;
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width - first }, (_, at) => first + at);
  const self = (value: Cell): Cell => (typeof value === "number" ? value + (pick % 3) : value);
  return rows.flatMap((row, at): Rows => {
    if (at < headerRow) return [row];
    const leading = Array.from({ length: first }, (_, column): Cell => row[column] ?? null);
    if (at === headerRow) {
      return [
        [...leading, ...columns.flatMap((column): Cell[] => [row[column] ?? null, null])],
        [...leading.map(() => null), ...columns.flatMap((): Cell[] => ["Tự đánh giá", "Thẩm định"])],
      ];
    }
    return [[...leading, ...columns.flatMap((column): Cell[] => [self(row[column] ?? null), row[column] ?? null])]];
  });
}

/** Some agencies' columns on a sheet of their own with the same label. */
function onTwoSheets(drawn: Drawn, { a }: Picks): DrawnSheet[] | null {
  const [places] = drawn.places;
  if (places === undefined) return null;
  const sheet = sheetNamed(drawn, places.sheet);
  const first = places.methodColumn + 1;
  const cut = first + 1 + (a % Math.max(1, (sheet.rows[places.headerRow]?.length ?? 0) - first - 1));
  const right = sheet.rows.map((row, at) =>
    at < places.headerRow ? row : [...row.slice(0, first), ...row.slice(cut)],
  );
  const left = sheet.rows.map((row, at) => (at < places.headerRow ? row : row.slice(0, cut)));
  return drawn.sheets.flatMap((one) =>
    one === sheet
      ? [
          { ...one, rows: left },
          { ...one, name: `${one.name} (tiếp)`, rows: right },
        ]
      : [one],
  );
}

const agenciesColumnsInAnotherOrder: Relation = {
  name: "agencies' columns in another order",
  async holds({ scoring, json }, picks, evaluate) {
    const groups = scoring.definition.groups.map((group) => ({
      ...group,
      agencies: shuffled(group.agencies, picks),
    }));
    const drawn = draw({ ...scoring, definition: { ...scoring.definition, groups } });
    same(byName(await evaluate(fileOf(drawn.sheets))), byName(json));
    return true;
  },
};

const textsInTheCellsInstead: Relation = {
  name: "texts in the cells instead of the shared table",
  async holds({ drawn, json }, _, evaluate) {
    same(await evaluate(fileOf(drawn.sheets, { sharedStrings: false })), json);
    return true;
  },
};

const hiddenSheets: Relation = {
  name: "hidden sheets",
  async holds({ drawn, json }, _, evaluate) {
    same(
      inOrder(await evaluate(fileOf(drawn.sheets, { hidden: drawn.sheets.slice(1).map(({ name }) => name) }))),
      inOrder(json),
    );
    return true;
  },
};

export const layoutRelations: readonly Relation[] = [
  agenciesColumnsInAnotherOrder,
  unchanged("sheets in another order", ({ sheets }, picks) => shuffled(sheets, picks), byName),
  unchanged("sheets of other names", ({ sheets }, { a }) =>
    sheets.map((sheet, at) => ({ ...sheet, name: ["Trang", "Sheet", "Ra'nh", "BC III.1 x"][a % 4] + String(at) })),
  ),
  unchanged("the table further down", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows) => [...Array.from({ length: 1 + (a % 30) }, () => []), ...rows]),
  ),
  unchanged("the table further right", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows) => rows.map((row) => [...Array.from({ length: 1 + (a % 5) }, () => null), ...row])),
  ),
  unchanged("an empty column", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows, { headerRow }) => withColumn(rows, a % (rows[headerRow]?.length ?? 1))),
  ),
  unchanged("an empty row", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows, { headerRow }) => {
      // Not between the two: a header is one row, or two that touch.
      const at = headerRow + 1 + (a % (rows.length - headerRow));
      return [...rows.slice(0, at), [], ...rows.slice(at)];
    }),
  ),
  unchanged("the header repeated", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows, { headerRow }) => {
      const at = headerRow + 2 + (a % (rows.length - headerRow - 1));
      return [...rows.slice(0, at), rows[headerRow] ?? [], ...rows.slice(at)];
    }),
  ),
  unchanged("leading columns in another order", (drawn, picks) =>
    everyScoreSheet(drawn, (rows, { headerRow, methodColumn }) => {
      const width = Math.max(...rows.map((row) => row.length));
      const leading = shuffled(
        Array.from({ length: methodColumn + 1 }, (_, at) => at),
        picks,
      );
      return inColumns(rows, headerRow, [
        ...leading,
        ...Array.from({ length: width - leading.length }, (_, at) => leading.length + at),
      ]);
    }),
  ),
  unchanged("two header rows, self scores beside", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows, places) => twoHeaderRows(rows, places, a)),
  ),
  unchanged("a group on two sheets", onTwoSheets),
  unchanged("a note column at the end", (drawn) =>
    everyScoreSheet(drawn, (rows, { headerRow }) => {
      const width = Math.max(...rows.map((row) => row.length));
      return rows.map((row, at) => {
        if (at < headerRow) return row;
        const padded = [...row, ...Array.from({ length: width - row.length }, () => null)];
        return [...padded, at === headerRow ? "Ghi chú" : at % 2 === 0 ? "5" : null];
      });
    }),
  ),
  unchanged("a name that goes on in the next row", (drawn, { a }) =>
    everyScoreSheet(drawn, (rows, { headerRow, nameColumn }) => {
      const at = headerRow + 1 + (a % (rows.length - headerRow - 1));
      const row = rows[at];
      const name = row?.[nameColumn];
      if (row === undefined || typeof name !== "string" || row[0] === null) return rows;
      const [first = "", ...rest] = name.split(" ");
      return [
        ...rows.slice(0, at),
        [row[0] ?? null, first, ...row.slice(2)],
        [null, rest.join(" ")],
        ...rows.slice(at + 1),
      ];
    }),
  ),
  unchanged("a sheet of something else", ({ sheets }, { a }) => {
    const other: DrawnSheet = {
      name: "Ghi chép",
      role: "other",
      rows: [
        ["Ngày", "Việc"],
        [a, "Gọi điện"],
      ],
    };
    return shuffled([...sheets, other], { a: 0, b: 0, c: 0 });
  }),
  unchanged("names in the list in other spellings", (drawn, { a }, { look }) => {
    if (!look.agencyList) return null;
    const list = sheetNamed(drawn, listSheet);
    const spellings = [
      (name: string) => name.normalize("NFD"),
      (name: string) => name.toUpperCase(),
      (name: string) => ` ${name.replaceAll(" ", "  ")}\u00a0`,
      (name: string) => name.replaceAll("'", "’"),
    ];
    list.rows.forEach((row, at) => {
      const name = row[1];
      const spelling = spellings[(a + at) % spellings.length];
      if (at > 2 && typeof name === "string" && spelling !== undefined) setCell(list, at, 1, spelling(name));
    });
    return drawn.sheets;
  }),
  unchanged("texts decomposed", ({ sheets }) =>
    sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.normalize("NFD") : cell))),
    })),
  ),
  unchanged("texts with odd spaces", ({ sheets }) =>
    sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) => (typeof cell === "string" ? ` ${cell.replaceAll(" ", "\u00a0 ")}\n` : cell)),
      ),
    })),
  ),
  textsInTheCellsInstead,
  hiddenSheets,
];
