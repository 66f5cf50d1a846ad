import { cellAddress, type SheetGrid } from "../../src/data/grid";
import { readWorkbook } from "../../src/workbook/read-workbook";
import {
  currentSettings,
  planSettings,
  type SettingsPlan,
  type WantedSettings,
} from "../../src/workbook/settings-changes";
import { type Cell, formatted, sheet, smallTable, toCell } from "./grids";

const table = smallTable({ "Sở A": [18, 35, 39], "Sở B": [20, 30, 35] });

const level = (name: string, atLeast: number, group: string | null = null): WantedSettings["levels"][number] => ({
  name,
  atLeast,
  group,
});

const wanted: WantedSettings = {
  rankRule: "competition",
  rounding: "half-even",
  notApplicableRule: "parent",
  decimalMark: ".",
  levels: [level("Tốt", 90), level("Khá", 75.5), level("Yếu", 0)],
};

function plan(grids: readonly SheetGrid[], settings: WantedSettings): SettingsPlan {
  return planSettings(grids, readWorkbook(grids).input, settings);
}

function settingsOf(grids: readonly SheetGrid[]): WantedSettings {
  return currentSettings(grids, readWorkbook(grids).input);
}

/** The workbook after the plan was carried out. */
function carriedOut(grids: readonly SheetGrid[], { changes, newSheet }: SettingsPlan): readonly SheetGrid[] {
  if (newSheet !== null) return [...grids, sheet(newSheet.name, newSheet.rows)];
  return grids.map((grid) => {
    const own = new Map(changes.filter((change) => change.sheet === grid.name).map((change) => [change.cell, change]));
    const height = Math.max(grid.rows.length, ...[...own.keys()].map((cell) => Number(/\d+/.exec(cell)?.[0])));
    const width = Math.max(6, ...grid.rows.map((row) => row.length));
    return {
      ...grid,
      rows: Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => {
          const change = own.get(cellAddress(row, column));
          const cell = grid.rows[row]?.[column] ?? null;
          if (change === undefined) return cell;
          expect(change.before).toEqual(cell);
          const after = toCell(change.after);
          return after === null ? null : { ...after, format: cell?.format ?? "General" };
        }),
      ),
    };
  });
}

function addresses({ changes }: SettingsPlan): readonly string[] {
  return changes.map(({ cell, after }) => `${cell} ${String(after)}`);
}

const information = (rows: readonly (readonly Cell[])[]): readonly SheetGrid[] => [sheet("Thông tin", rows), table];
const keys: readonly (readonly Cell[])[] = [
  ["Tỉnh", "Đắk Nông"],
  ["Cách xếp hạng", "Liền kề", "1, 1, 2"],
  ["Làm tròn", "Gặp 5 làm tròn lên"],
  ["Không áp dụng", "Quy đổi trên tổng điểm"],
  ["Dấu thập phân", ","],
];
const levels: readonly (readonly Cell[])[] = [
  ["Xếp loại", "Từ (%)"],
  ["Cao", 95],
  ["Trung bình", 70],
  ["Thấp", "Dưới 70"],
];

test.each([
  ["no settings sheet", [table]],
  ["a blank sheet of that name", information([])],
  ["all keys and a table of levels", information([...keys, [], ...levels])],
  ["keys alone", information(keys)],
  ["levels alone", information(levels)],
  ["keys right above something of the user's", information([...keys, ["Ghi chú của Sở Nội vụ"], [], ["x"]])],
  [
    "levels right above the words of groups",
    information([...keys, [], ...levels, ["Nhóm", "Tên cột đơn vị"], ["Bảng điểm", "Các sở"]]),
  ],
  ["keys with their values in one cell", information([["Tỉnh: Đắk Nông"], ["Cách xếp hạng: Liền kề"]])],
  ["keys without values", information([["Tỉnh", "Đắk Nông"], ["Cách xếp hạng"], ["Làm tròn"]])],
  ["more levels than wanted", information([...levels, ["Rất thấp", 20], ["Kém", 10]])],
  [
    "keys and levels side by side",
    information([
      ["Tỉnh", "X", null, "Xếp loại", "Từ (%)"],
      ["Làm tròn", "Nửa lên", null, "Cao", 95],
      [null, null, null, "Thấp", 0],
    ]),
  ],
] as const)("with %s, the workbook says afterwards what was wanted", (_, grids) => {
  const after = carriedOut(grids, plan(grids, wanted));
  expect(settingsOf(after)).toEqual(wanted);
  expect(readWorkbook(after).findings.filter(({ code }) => code === "setting-unknown")).toEqual([]);
  expect(readWorkbook(after).information.province).toBe(readWorkbook(grids).information.province);
  expect(plan(after, wanted).changes).toEqual([]);
});

test("settings that stand there already change nothing", () => {
  const grids = information([...keys, [], ...levels]);
  expect(plan(grids, settingsOf(grids))).toEqual({ changes: [], newSheet: null });
});

test("one rule changes one cell, and the hint beside it stays", () => {
  const grids = information([...keys, [], ...levels]);
  expect(addresses(plan(grids, { ...settingsOf(grids), rankRule: "competition" }))).toEqual(["B2 Cách hạng"]);
});

test("a rule that is not there is added right below the keys", () => {
  const grids = information([["Tỉnh", "Đắk Nông"], [], [], ...levels]);
  expect(addresses(plan(grids, { ...settingsOf(grids), rounding: "half-even" }))).toEqual([
    "A2 Làm tròn",
    "B2 Làm tròn về số chẵn",
  ]);
});

test("nothing of the user's is written over: without room the rule goes below everything", () => {
  const grids = information([["Tỉnh", "Đắk Nông"], ["Nguồn số liệu"], ["Ghi chú"]]);
  expect(addresses(plan(grids, { ...settingsOf(grids), rounding: "half-even" }))).toEqual([
    "A5 Làm tròn",
    "B5 Làm tròn về số chẵn",
  ]);
});

test("a threshold in a cell that shows percentages is written as a share", () => {
  const grids = information([["Tỉnh", "X"], [], ["Xếp loại", "Từ (%)"], ["Cao", formatted(0.95, "0%")], ["Thấp", 0]]);
  expect(settingsOf(grids).levels).toEqual([level("Cao", 95), level("Thấp", 0)]);
  const next = { ...settingsOf(grids), levels: [level("Cao", 93), level("Thấp", 0)] };
  expect(addresses(plan(grids, next))).toEqual(["B4 0.93"]);
  expect(settingsOf(carriedOut(grids, plan(grids, next))).levels).toEqual(next.levels);
});

test("levels of single groups are kept beside the common ones", () => {
  const grids = information([
    ["Xếp loại", "Từ (%)", "Nhóm"],
    ["Cao", 95],
    ["Thấp", 0],
    ["Tốt", 90, "Bảng điểm"],
    ["Kém", 0, "Bảng điểm"],
  ]);
  const next = {
    ...settingsOf(grids),
    levels: [level("Cao", 96), level("Thấp", 0), level("Tốt", 91, "Bảng điểm"), level("Kém", 0, "Bảng điểm")],
  };
  expect(addresses(plan(grids, next))).toEqual(["B2 96", "B4 91"]);
});

test("levels that are the program's default are not written with a rule", () => {
  const grids = information(keys);
  const plain = plan(grids, { ...settingsOf(grids), rankRule: "competition" });
  expect(addresses(plain)).toEqual(["B2 Cách hạng"]);
});

test("a new sheet takes another name where a report sheet of that name stands", () => {
  const own = sheet("Thông tin", [["x"]], { mark: { key: "III.1", name: "Thông tin", rows: 1, columns: 1 } });
  expect(plan([own, table], wanted).newSheet?.name).toBe("Thông tin (2)");
});
