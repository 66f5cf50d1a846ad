/** Columns beside code, name, maximum and scores: they reach the model, or are said to be skipped. */
import { readWorkbook } from "../../src/workbook/read-workbook";
import { type Cell, codes, criterionOf, entryText, firstGroup, header, sentenceOf, sheet, smallTable } from "./grids";

const left = ["Trách nhiệm cơ quan chủ trì", "Duy trì/Cải thiện", "Thứ hạng phấn đấu trong năm 2025 (phấn đấu)"];
const names: Cell[] = [...header, ...left, "Sở A", null, null, null, null, null, "Nguyên nhân", "Ghi chú"];
const kinds: Cell[] = [
  ...[null, null, null, null, null, null],
  ...["Tự chấm", "Thẩm định", "Giải trình", "Tài liệu kiểm chứng", "Ý kiến thẩm định", "Ý kiến của đơn vị"],
];
const rows: Cell[][] = [
  ["1", "Một", 60, null, null, null],
  [
    "1.1",
    "A",
    60,
    "Sở Nội vụ",
    "Duy trì",
    5,
    50,
    45,
    "Đã làm",
    "01/BC-SNV",
    "Thiếu minh chứng",
    "Đồng ý",
    "Chậm",
    "Xem lại",
  ],
  ["2", "Hai", 40, "Sở Tài chính", null, null, null, null, null, null, null, null, null, null],
  ["2.1", "B", 40, null, null, null, 40, 40, null, "02/BC-SNV"],
];

describe("columns of a scoring table", () => {
  const read = readWorkbook([sheet("Điểm", [names, kinds, ...rows])]);
  const group = firstGroup(read);
  const [agency] = group.agencies;

  test("that speak of a criterion are its texts, with their places", () => {
    expect(codes(read)).toEqual([]);
    expect(Object.fromEntries(criterionOf(group, "1.1").texts)).toEqual({
      lead: { text: "Sở Nội vụ", sheet: "Điểm", row: 3, column: 3 },
      marker: { text: "Duy trì", sheet: "Điểm", row: 3, column: 4 },
      targetRank: { text: "5", sheet: "Điểm", row: 3, column: 5 },
      cause: { text: "Chậm", sheet: "Điểm", row: 3, column: 12 },
      note: { text: "Xem lại", sheet: "Điểm", row: 3, column: 13 },
    });
    expect([...criterionOf(group, "2").texts.keys()]).toEqual(["lead"]);
  });

  test("that belong to an agency are its texts, by criterion", () => {
    const texts = (kind: string): readonly (readonly [string, number])[] =>
      [...(agency?.texts.get(kind) ?? [])].map(([id, { text, column }]) => [`${String(id)} ${text}`, column]);
    const id = criterionOf(group, "1.1").id;
    const other = criterionOf(group, "2.1").id;
    expect(texts("explanation")).toEqual([[`${String(id)} Đã làm`, 8]]);
    expect(texts("evidence")).toEqual([
      [`${String(id)} 01/BC-SNV`, 9],
      [`${String(other)} 02/BC-SNV`, 9],
    ]);
    expect(texts("remark")).toEqual([[`${String(id)} Thiếu minh chứng`, 10]]);
    expect(texts("reply")).toEqual([[`${String(id)} Đồng ý`, 11]]);
  });

  test("with self scores are read beside the appraised ones, without a word about them", () => {
    expect(entryText(group, "Sở A", "1.1")).toBe("45");
    const self = agency?.self?.get(criterionOf(group, "1.1").id);
    expect(self).toMatchObject({ kind: "value", source: { sheet: "Điểm", row: 3, column: 6 } });
    expect(self?.kind === "value" ? self.value.toFraction() : "").toBe("50");
    expect(firstGroup(readWorkbook([smallTable({ "Sở A": [1, 2, 3] })])).agencies[0]?.self).toBeNull();
  });
});

describe("a column under an unknown header", () => {
  const table = (...cells: readonly [Cell, Cell, Cell]): ReturnType<typeof sheet> =>
    smallTable({ "Sở A": [10, 20, 30], "Kết quả thực hiện": cells });
  const list = sheet("Danh sách", [
    ["STT", "Tên đơn vị", "Nhóm"],
    [1, "Sở A", "Sở"],
    [2, "Kết quả thực hiện", "Sở"],
  ]);

  test("is no agency where most of its filled leaves are words", () => {
    const read = readWorkbook([table("Đã ban hành", null, "Chưa báo cáo")]);
    expect(codes(read)).toEqual(["column-skipped E1"]);
    expect(sentenceOf(read.findings[0])).toContain('Cột "Kết quả thực hiện"');
    expect(firstGroup(read).agencies.map(({ name }) => name)).toEqual(["Sở A"]);
    expect(codes(readWorkbook([table("Đã ban hành", 20, "Chưa báo cáo")]))).toEqual(["column-skipped E1"]);
  });

  test("is an agency where half of them are numbers, not applicable, or numbers in words", () => {
    const columns: readonly (readonly [Cell, Cell, Cell])[] = [
      ["Đã ban hành", 20, null],
      ["Không áp dụng", "Chưa", 1],
      ["13,5 điểm", "Chưa", null],
    ];
    for (const cells of columns) {
      expect(firstGroup(readWorkbook([table(...cells)])).agencies).toHaveLength(2);
    }
    expect(firstGroup(readWorkbook([table(null, null, null)])).agencies).toHaveLength(2);
  });

  test("is an agency where the list names it", () => {
    const read = readWorkbook([table("Đã ban hành", null, "Chưa báo cáo"), list]);
    expect(firstGroup(read).agencies).toHaveLength(2);
    expect(codes(read)).toContain("score-not-a-number E3");
  });

  test("leaves nothing to score where there is no other", () => {
    const read = readWorkbook([smallTable({ "Kết quả": ["Đạt", "Đạt", "Không đạt"] })]);
    expect(codes(read)).toEqual(["nothing-to-score", "column-skipped D1"]);
    expect(read.input.groups).toEqual([]);
  });
});
