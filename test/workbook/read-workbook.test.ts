import type { SheetGrid } from "../../src/data/grid";
import { findingSeverities } from "../../src/data/finding";
import { findingSentence } from "../../src/strings/finding-sentence";
import { findingTextsEn } from "../../src/strings/findings.en";
import { readWorkbook } from "../../src/workbook/read-workbook";
import {
  codes,
  errorCell,
  firstGroup,
  formatted,
  header,
  sheet,
  smallTable,
  withCode,
  type Cell,
  sentenceOf,
} from "./grids";

const table = smallTable({ "Sở A": [20, 40, 40] });
const form = sheet("Sở B", [
  ["PHIẾU CHẤM ĐIỂM"],
  ["Đơn vị: Sở B"],
  [...header, "Điểm tự đánh giá", "Điểm thẩm định", "Giải trình", "Ghi chú"],
  ["1", "Một", 100, 90, 80, null, null],
]);

describe("sheets", () => {
  test("each have a role, and what is not read says why", () => {
    const own = {
      ...smallTable({ "Sở X": [1, 2, 3] }, "BC III.1"),
      mark: { key: "III.1", name: "BC III.1", rows: 9, columns: 9 },
    };
    const read = readWorkbook([
      sheet("Thông tin", [["Tỉnh", "Đắk Nông"]]),
      table,
      form,
      sheet("Danh sách", [
        ["STT", "Tên đơn vị", "Nhóm"],
        [1, "Sở A", "Cấp tỉnh"],
        [2, "Sở B", "Cấp tỉnh"],
      ]),
      own,
      sheet("Nháp", [["abc"]]),
      sheet("Theo năm", [
        ["Năm", "Số hồ sơ"],
        [2019, 5],
      ]),
      sheet("Trống", [[null, " "]]),
      sheet("Bộ tiêu chí", [
        [...header, "Ghi chú"],
        ["1", "Một", 100, null],
      ]),
    ]);
    expect(read.sheets.map(({ name, role }) => `${name}: ${role}`)).toEqual([
      "Thông tin: settings",
      "Bảng điểm: scores",
      "Sở B: form",
      "Danh sách: agencies",
      "BC III.1: own",
      "Nháp: skipped",
      "Theo năm: skipped",
      "Trống: skipped",
      "Bộ tiêu chí: skipped",
    ]);
    expect(read.input.groups).toHaveLength(1);
    expect(read.findings.map(({ code, severity, sheet: at }) => `${code} ${severity} ${at}`)).toEqual([
      "sheet-skipped info Sở B",
      "sheet-skipped info Nháp",
      "sheet-skipped info Theo năm",
      "sheet-skipped info Bộ tiêu chí",
    ]);
    expect(sentenceOf(withCode(read, "sheet-skipped")[0])).toContain("phiếu chấm điểm");
  });

  test("that are hidden or protected are read as the others", () => {
    const read = readWorkbook([{ ...table, visible: false, protected: true }]);
    expect(firstGroup(read).agencies[0]?.entries.size).toBe(3);
    expect(read.sheets[0]).toMatchObject({ role: "scores", reason: "hidden" });
    expect(codes(read)).toEqual([]);
  });

  test("are recognised by what they hold, not by their names", () => {
    expect(readWorkbook([smallTable({ "Sở A": [20, 40, 40] }, "Sheet1")]).sheets[0]?.role).toBe("scores");
  });

  test("are forms by their label, whatever stands above their columns", () => {
    const titled = sheet("P", [
      ["Tên đơn vị", "Sở B"],
      [null, null, null, "Điểm chấm", null],
      [...header, "Tự chấm", "Thẩm định"],
      ["1", "Một", 100, 90, 80],
    ]);
    expect(readWorkbook([table, titled]).sheets[1]?.role).toBe("form");
  });

  test("are forms without a label, too, where score columns have no agency's name", () => {
    const read = readWorkbook([
      table,
      sheet("P", [
        [...header, "Điểm đạt được", "Xếp hạng", "Ghi chú"],
        ["1", "Một", 17.5, 11, null, null],
      ]),
    ]);
    expect(read.sheets[1]?.role).toBe("form");
  });
});

describe("nothing to score", () => {
  test.each<[string, Parameters<typeof readWorkbook>[0], string]>([
    ["an empty workbook", [], ""],
    ["a workbook without a table", [sheet("Nháp", [["abc"]])], "Nháp"],
    ["a table without agencies", [sheet("Điểm", [[...header], ["1", "Một", 100]])], "Điểm"],
    ["a table without criteria", [sheet("Điểm", [[...header, "Sở A"]])], "Điểm"],
  ])("is an error for %s", (_, grids, at) => {
    const read = readWorkbook(grids);
    expect(withCode(read, "nothing-to-score")).toMatchObject([{ severity: "error", sheet: at, cell: null }]);
    expect(read.input.groups).toEqual([]);
  });

  test("names forms where there are only forms", () => {
    expect(sentenceOf(withCode(readWorkbook([form]), "nothing-to-score")[0])).toContain("1 phiếu chấm điểm");
  });
});

describe("findings", () => {
  test("come as errors, warnings and info, each by sheet, row and column", () => {
    const second = smallTable({ "Sở B": [21, "40", -1], "Sở C": [21, 1, 1] }, "Trang 2");
    const read = readWorkbook([sheet("Nháp", [["abc"]]), smallTable({ "Sở A": ["20", 41, 1] }, "Trang 1"), second]);
    expect(read.findings.map(({ code, sheet: at, cell }) => `${code} ${at} ${String(cell)}`)).toEqual([
      "score-above-maximum Trang 1 D4",
      "score-above-maximum Trang 2 D3",
      "score-above-maximum Trang 2 E3",
      "score-negative Trang 2 D6",
      "score-is-text Trang 1 D3",
      "score-is-text Trang 2 D4",
      "sheet-skipped Nháp null",
    ]);
    for (const finding of read.findings) expect(finding.severity).toBe(findingSeverities[finding.code]);
  });

  test("quote long texts cut and on one line", () => {
    const read = readWorkbook([smallTable({ "Sở A": [`Chưa\n${"rất ".repeat(40)}rõ`, 40, 40] })]);
    const [quoted = ""] = /"[^"]*"/.exec(sentenceOf(read.findings[0])) ?? [];
    expect(quoted).not.toContain("\n");
    expect(quoted.length).toBeLessThanOrEqual(62);
    expect(quoted.endsWith('…"')).toBe(true);
  });

  test("can be said in English", () => {
    const read = readWorkbook([smallTable({ "Sở A": [20.5, 40, 40] })]);
    const [finding] = read.findings;
    expect(finding && findingSentence(finding, findingTextsEn, ".")).toBe(
      "Score 20.5 is above the maximum 20 of criterion 1.1: correct the score or the maximum.",
    );
  });
});

test("no cell makes the reader throw, wherever it stands", () => {
  const odd: Cell[] = [
    null,
    "",
    "x",
    -1,
    1e300,
    Number.NaN,
    true,
    errorCell("#REF!"),
    formatted(-5, "d-mmm"),
    formatted(1e9, "yyyy"),
    { type: "number", value: null, format: "General", formula: "A1" },
    { type: "text", value: null, format: "", formula: null },
  ];
  const base = () =>
    [
      ["Nhóm: X", null, null, null, null],
      [...header, "Sở A", "Sở B"],
      ["1", "Một", 60, null, null],
      ["1.1", "A", 60, 1, 2],
      ["2", "Hai", 40, 1, 2],
      [null, "Tổng điểm", 100, 2, 4],
    ] as Cell[][];
  const list = () =>
    [
      ["STT", "Tên đơn vị", "Nhóm", "Tên gọi khác", "Năm trước"],
      [1, "Sở A", "X", "A", 80],
    ] as Cell[][];
  const information = () =>
    [
      ["Tỉnh", "X"],
      ["Năm đánh giá", 2020],
      ["Trần chỉ số", 100],
      ["Dấu thập phân", ","],
      ["Xếp hạng toàn quốc", "1/2"],
      ["Xếp loại", "Từ (%)"],
      ["Tốt", 90],
    ] as Cell[][];
  for (const make of [base, list, information]) {
    make().forEach((row, at) => {
      row.forEach((_, column) => {
        for (const cell of odd) {
          const rows = make();
          (rows[at] ?? [])[column] = cell;
          const sheets = [base, list, information].map((one, index) =>
            sheet(["Điểm", "DS", "Thông tin"][index] ?? "", one === make ? rows : one()),
          );
          expect(() => readWorkbook(sheets)).not.toThrow();
        }
      });
    });
  }
});

/** Three sheets of so many agencies and 150 rows, and how often their cells are looked at. */
function cellLooks(agencies: number): { readonly perCell: number; readonly found: number } {
  const names = Array.from({ length: agencies }, (_, at) => `Phường số ${String(at + 1)}`);
  const rows: Cell[][] = [[...header, ...names]];
  for (let area = 1; area <= 10; area += 1) {
    rows.push([String(area), `Lĩnh vực ${String(area)}`, 10, ...names.map(() => 9.8)]);
    for (let at = 1; at <= 14; at += 1)
      rows.push([
        `${String(area)}.${String(at)}`,
        "Tiêu chí",
        at === 14 ? 3.5 : 0.5,
        ...names.map(() => (at === 14 ? 3.3 : 0.5)),
      ]);
  }
  let looks = 0;
  const watched = (grid: SheetGrid): SheetGrid => ({
    ...grid,
    rows: grid.rows.map(
      (row) =>
        new Proxy(row, {
          get(target, key, receiver): unknown {
            if (typeof key === "string" && /^\d+$/.test(key)) looks += 1;
            return Reflect.get(target, key, receiver);
          },
        }),
    ),
  });
  const sheets = ["A", "B", "C"].map((name) => watched(sheet(name, rows)));
  const list = sheet("DS", [["Tên đơn vị", "Nhóm", "Năm trước"], ...names.map((name): Cell[] => [name, "Phường", 80])]);
  const read = readWorkbook([...sheets, list]);
  return {
    perCell: looks / (3 * rows.length * names.length),
    found: read.input.groups.flatMap((group) => group.agencies).length,
  };
}

test("reading looks at every cell a few times, however many agencies there are", () => {
  const [few, many] = [cellLooks(42), cellLooks(168)];
  expect([few.found, many.found]).toEqual([126, 504]);
  expect(many.perCell).toBeLessThan(30);
  expect(many.perCell).toBeLessThan(few.perCell * 1.5);
});
