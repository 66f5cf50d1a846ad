import type { TableBlock } from "../../src/data/blocks";
import { formatOf } from "../../src/layout/cell-formats";
import { chartOf } from "../../src/layout/chart";
import { formats } from "../../src/layout/formats";
import { placesFrom } from "../../src/layout/places";
import { orientationOf, spansTwo, widthsOf } from "../../src/layout/widths";

const tableOf = (...kinds: TableBlock["columns"][number]["kind"][]): TableBlock => ({
  kind: "table",
  id: "a",
  columns: kinds.map((kind, at) => ({ key: String(at), kind, heading: "" })),
  rows: [],
});

test("a cell looks as its column, its row and its tone say", () => {
  expect(formatOf("name", "body", { value: "Sở A" })).toBe(formats.name);
  expect(formatOf("points", "mean", { value: 1 })).toBe(formats.meanNumber);
  expect(formatOf("order", "set", { value: "" })).toBe(formats.number);
  expect(formatOf("severity", "body", { value: "Lỗi", tone: "error" })).toBe(formats.severityError);
  expect(formatOf("cell", "body", { value: "D3", link: { sheet: "Điểm", cell: "D3" } })).toBe(formats.link);
  // An empty text that a formula gives is a number's cell still.
  expect(formatOf("workingPercent", "body", { value: "", formula: "A1" })).toBe(formats.workingPercent);
  expect(formatOf("workingPercent", "body", { value: "" })).toBe(formats.number);
  expect(formatOf("change", "mean", { value: "không đủ cơ sở so sánh" }).wrap).toBe(true);
});

test("a sheet is as wide as its widest table, and wide ones lie on their side", () => {
  const narrow = tableOf("rank", "name", "points", "index");
  expect(widthsOf([narrow])).toEqual([9, 50, 22, 22]);
  expect(orientationOf(widthsOf([narrow]))).toBe("portrait");
  const wide = tableOf("order", "name", ...Array.from({ length: 9 }, () => "working" as const));
  expect(widthsOf([narrow, wide])).toHaveLength(11);
  expect(orientationOf(widthsOf([narrow, wide]))).toBe("landscape");
  expect(widthsOf([])).toHaveLength(1);
  expect([spansTwo("newValue"), spansTwo("oldValue")]).toEqual([true, false]);
});

test("a chart lies down for a long list, and puts long names on end", () => {
  const data = (names: number): Parameters<typeof chartOf>[0] => ({
    title: "Hình",
    sheet: "BC",
    columnWidths: [9, 50, 22, 22],
    headingRow: 4,
    names: Array.from({ length: names }, (_, at) => `Sở ${String(at)}`),
    nameColumn: 1,
    series: [{ column: 3, color: "index" }],
    values: [91.5, 85],
  });
  expect(chartOf(data(3))).toMatchObject({
    type: "column",
    categoryRotation: 0,
    valueAxisMaximum: 120,
    legend: "none",
  });
  expect(chartOf(data(20))).toMatchObject({ type: "column", categoryRotation: -90 });
  expect(chartOf(data(41))).toMatchObject({ type: "bar" });
  expect(chartOf(data(3)).series[0]?.values.area).toEqual({ row: 5, column: 3, rows: 3, columns: 1 });
});

test("references name the sheet where it is another one", () => {
  const tables = new Map([["a", { sheet: "K'rông", firstRow: 4, columns: new Map([["x", 1]]) }]]);
  const from = (sheet: string): string =>
    placesFrom({ tables, sheets: new Map() }, sheet, () => ({ table: null, row: 0 })).cell({
      table: "a",
      row: 1,
      column: "x",
    });
  expect([from("K'rông"), from("BC")]).toEqual(["B6", "'K''rông'!B6"]);
});
