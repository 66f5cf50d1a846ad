import type { ReportBlock, ReportPage, TableBlock } from "../../src/data/blocks";
import { longestFormula } from "../../src/data/references";
import type { CellsBlock, Report, ReportSheet } from "../../src/data/pages";
import { layOut } from "../../src/layout/lay-out";
import { layOutPage } from "../../src/layout/lay-out-page";

const table = (id: string, rest: Partial<TableBlock> = {}): TableBlock => ({
  kind: "table",
  id,
  columns: [
    { key: "rank", kind: "rank", heading: "Hạng" },
    { key: "name", kind: "name", heading: "Đơn vị" },
    { key: "score", kind: "points", heading: "Điểm" },
    { key: "index", kind: "index", heading: "Chỉ số" },
  ],
  rows: [
    { kind: "body", cells: [{ value: 1 }, { value: "Sở A" }, { value: 50 }, { value: 90 }] },
    { kind: "mean", cells: [{ value: "" }, { value: "TB" }, { value: 50 }, { value: 90 }] },
  ],
  ...rest,
});

const page = (blocks: readonly ReportBlock[], rest: Partial<ReportPage> = {}): ReportPage => ({
  key: "k",
  name: "BC",
  role: "index",
  staleLine: null,
  blocks,
  ...rest,
});

const sheetOf = (...pages: readonly ReportPage[]): ReportSheet => {
  const [sheet] = layOut({ identity: "w", pages }).sheets;
  if (sheet === undefined) throw new Error("there is no page");
  return sheet;
};

/** "row: values" of every line of cells. */
function rowsOf({ blocks }: ReportSheet): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "cells"
      ? block.cells.map(
          (cells, at) => `${String(block.row + at)}: ${cells.map((cell) => String(cell?.value ?? "")).join("|")}`,
        )
      : [`${String(block.area.row)}: chart`],
  );
}

const formulasOf = ({ sheets }: Report): readonly (string | null)[] =>
  sheets.flatMap(({ blocks }) =>
    blocks
      .filter((block): block is CellsBlock => block.kind === "cells")
      .flatMap(({ cells }) =>
        cells.flat().flatMap((cell) => (cell === null || cell.formula === null ? [] : [cell.formula])),
      ),
  );

describe("blocks below each other", () => {
  it("have a blank line around tables and charts and above a part", () => {
    const sheet = sheetOf(
      page([
        { kind: "heading", level: "section", text: "Mục" },
        { kind: "paragraph", text: "Lời" },
        table("a", { footnotes: ["Chú"] }),
        { kind: "chart", title: "Hình", table: "a", names: "name", series: ["score", "index"] },
      ]),
    );
    const lines = [
      "0: Mục|||",
      "1: Lời|||",
      "3: Hạng|Đơn vị|Điểm|Chỉ số",
      "4: 1|Sở A|50|90",
      "5: |TB|50|90",
      "6: Chú|||",
    ];
    expect(rowsOf(sheet)).toEqual([...lines, "8: chart"]);
    const parts = sheetOf(
      page([
        { kind: "note", text: "x" },
        { kind: "heading", level: "part", text: "y" },
      ]),
    );
    expect(rowsOf(parts)).toEqual(["0: x", "2: y"]);
  });

  it("stand together where a table belongs to its heading, and a line stands for a table without rows", () => {
    const blocks: readonly ReportBlock[] = [
      { kind: "heading", level: "section", text: "Mục" },
      table("a", { underHeading: true, title: "Bảng" }),
      table("b", { rows: [], whenEmpty: "Không có" }),
    ];
    const rows = rowsOf(sheetOf(page(blocks)));
    expect(rows.slice(0, 3)).toEqual(["0: Mục|||", "1: Bảng|||", "2: Hạng|Đơn vị|Điểm|Chỉ số"]);
    expect(rows.at(-1)).toBe("6: Không có|||");
  });
});

describe("formulas", () => {
  const first = page([], { staleLine: ({ staleLine }) => staleLine("last") });
  const withFormula = (formula: TableBlock["rows"][number]["cells"][number]["formula"]): ReportPage =>
    page(
      [
        table("a", {
          rows: [
            {
              kind: "body",
              cells: [{ value: 1 }, { value: "" }, { value: 2 }, { value: 3, ...(formula && { formula }) }],
            },
          ],
        }),
      ],
      { key: "last", name: "Tính toán" },
    );

  it("are told where things stand, on this sheet and on others, also further down", () => {
    const place = { table: "a", row: 0, column: "score" };
    const last = withFormula(({ here, cell, fixedCell, across }) =>
      [here("rank"), cell(place), fixedCell(place), across(place, "index")].join(" "),
    );
    expect(formulasOf(layOut({ identity: "w", pages: [first, last] }))).toEqual([
      "'Tính toán'!$A$1",
      "A3 C3 C$3 C3:D3",
    ]);
    const range = { table: "a", column: "score", firstRow: 0, lastRow: 4 };
    const other = page([], { staleLine: ({ cell, column }) => `${cell(place)} ${column(range)}` });
    expect(formulasOf(layOut({ identity: "w", pages: [other, withFormula("1")] }))).toEqual([
      "'Tính toán'!C3 'Tính toán'!C$3:C$7",
      "1",
    ]);
  });

  it("that are too long for Excel leave the value", () => {
    expect(formulasOf(layOut({ identity: "w", pages: [withFormula("1".repeat(longestFormula + 1))] }))).toEqual([]);
  });

  it("cannot ask for what is not there", () => {
    const wrong = [
      withFormula(({ cell }) => cell({ table: "b", row: 0, column: "score" })),
      withFormula(({ here }) => here("x")),
      page([], { staleLine: ({ here }) => here("score") }),
      page([], { staleLine: ({ staleLine }) => staleLine("x") }),
    ];
    for (const one of wrong) expect(() => layOut({ identity: "w", pages: [one] })).toThrow(RangeError);
    const chart: ReportBlock = { kind: "chart", title: "", table: "b", names: "name", series: [] };
    expect(() => layOut({ identity: "w", pages: [page([table("a"), chart])] })).toThrow(RangeError);
  });
});

describe("the frame of a sheet", () => {
  it("follows what the page is for", () => {
    expect(sheetOf(page([table("a")], { role: "working" }))).toMatchObject({
      freeze: { rows: 0, columns: 2 },
      page: { repeatColumns: [0, 1], repeatRows: null },
    });
    expect(sheetOf(page([table("a", { headings: "inSight" })], { role: "errors" }))).toMatchObject({
      freeze: { rows: 2, columns: 0 },
      page: { repeatRows: [1, 1] },
    });
  });

  it("repeats headings where the one table is longer than a page", () => {
    const [row] = table("a").rows;
    const long = {
      headings: "repeatedWhereLong",
      rows: Array.from({ length: 90 }, () => row).flatMap((one) => one ?? []),
    } as const;
    expect(sheetOf(page([table("a", { headings: "repeatedWhereLong" })])).page.repeatRows).toBeNull();
    expect(sheetOf(page([table("a", long)])).page.repeatRows).toEqual([1, 1]);
    expect(sheetOf(page([table("a", long), table("b", long)])).page.repeatRows).toBeNull();
  });

  it("breaks the page above a heading that wants one", () => {
    const blocks: readonly ReportBlock[] = [
      table("a"),
      { kind: "heading", level: "section", text: "x", newPage: true },
    ];
    expect(sheetOf(page(blocks)).page.breaksAbove).toEqual([5]);
  });
});

test("a group's name goes over the rest of its row, a new value over the next column", () => {
  const merges = (one: TableBlock): unknown =>
    sheetOf(
      page([table("wide", { columns: [...table("x").columns, ...table("x").columns], rows: [] }), one]),
    ).blocks.flatMap((block) => (block.kind === "cells" && block.row >= 3 ? block.merges : []));
  const group: TableBlock = table("a", { rows: [{ kind: "group", cells: [{ value: "I" }, { value: "Sở" }] }] });
  expect(merges(group)).toEqual([{ row: 4, column: 1, rows: 1, columns: 3 }]);
  const change = table("a", {
    columns: [{ key: "after", kind: "newValue", heading: "Mới" }],
    rows: [{ kind: "body", cells: [{ value: "18.5" }] }],
  });
  expect(merges(change)).toEqual([3, 4].map((row) => ({ row, column: 0, rows: 1, columns: 2 })));
});

test("a page tells the document where its tables stand", () => {
  const placed: unknown[] = [];
  layOutPage(page([table("a")]), { placed: (id, { firstRow }) => placed.push([id, firstRow]), late: () => undefined });
  expect(placed).toEqual([["a", 2]]);
});
