import { readWorkbook } from "../../src/workbook/read-workbook";
import { codes, firstGroup, formatted, serial, sheet, smallTable, withCode, type Cell, sentenceOf } from "./grids";

const table = smallTable({ "Sở A": [20, 40, 40] }, "Cấp tỉnh");
const read = (rows: readonly (readonly Cell[])[], name = "Thông tin"): ReturnType<typeof readWorkbook> =>
  readWorkbook([table, sheet(name, rows)]);
const levelsOf = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  firstGroup(read(rows)).levels.map(({ name, atLeast }) => `${name} ${String(atLeast.valueOf())}`);

describe("settings", () => {
  test("have defaults where the workbook says nothing", () => {
    const { input, information } = readWorkbook([table]);
    expect(input.year).toBeNull();
    expect(input.settings).toEqual({
      rankRule: "dense",
      rounding: "half-up",
      notApplicableRule: "total",
      indexCap: null,
      decimalMark: ",",
    });
    expect(information).toMatchObject({
      province: null,
      issuer: null,
      nationalRank: null,
      nationalRankLastYear: null,
      lastYear: null,
    });
  });

  test("are read by key and value", () => {
    const result = read([
      ["THÔNG TIN CHUNG", null],
      ["Tỉnh", "Đắk Nông"],
      ["Cơ quan ban hành:", "UBND tỉnh Đắk Nông"],
      ["Năm đánh giá", 2020],
      ["Cách xếp hạng", "Cách hạng"],
      ["Làm tròn", "Làm tròn về số chẵn"],
      ["Không áp dụng", "Quy đổi trong tiêu chí cấp trên"],
      ["Trần chỉ số", 100],
      ["Dấu thập phân", "."],
      ["Xếp hạng toàn quốc", "45/63"],
      ["Xếp hạng toàn quốc năm trước", 50],
    ]);
    expect(result.input).toMatchObject({
      year: 2020,
      settings: { rankRule: "competition", rounding: "half-even", notApplicableRule: "parent", decimalMark: "." },
    });
    expect(result.input.settings.indexCap?.valueOf()).toBe(100);
    expect(result.information).toMatchObject({
      province: "Đắk Nông",
      issuer: "UBND tỉnh Đắk Nông",
      nationalRank: "45/63",
      nationalRankLastYear: "50",
      lastYear: 2019,
    });
    expect(codes(result)).toEqual([]);
  });

  test("understand other words for the same, texts for numbers, and a sheet of any name", () => {
    const rows: Cell[][] = [
      ["Năm đánh giá: 2020", null],
      ["Cách xếp hạng", "cách quãng"],
      ["Làm tròn", "Nửa chẵn"],
      ["Trần chỉ số", "Không"],
      ["Dấu thập phân", "dấu chấm"],
    ];
    const result = read(rows, "Cài đặt");
    expect(result.input).toMatchObject({
      year: 2020,
      settings: { rankRule: "competition", rounding: "half-even", indexCap: null, decimalMark: "." },
    });
    expect(result.sheets[1]).toEqual({ name: "Cài đặt", role: "settings", reason: null });
    expect(codes(result)).toEqual([]);
    expect(
      read([
        ["Cách xếp hạng", "Liên tiếp"],
        ["Làm tròn", "nửa lên"],
      ]).input.settings,
    ).toMatchObject({ rankRule: "dense", rounding: "half-up" });
  });

  test("that are unknown are warnings with the known ones", () => {
    const result = read([
      ["Tỉnh", "X"],
      ["Màu chữ", "đỏ"],
      ["Cách xếp hạng", "Ngẫu nhiên"],
      ["Năm đánh giá", "hai nghìn"],
      ["Trần chỉ số", "nhiều"],
      ["Dấu thập phân", "*"],
    ]);
    expect(codes(result)).toEqual(["A2", "B3", "B4", "B5", "B6"].map((cell) => `setting-unknown ${cell}`));
    expect(sentenceOf(result.findings[0])).toContain("Trần chỉ số");
    expect(sentenceOf(result.findings[1])).toContain("Liền kề hoặc Cách hạng");
  });

  test("a national rank that Excel took for a month is read back, with a warning", () => {
    const result = read([["Xếp hạng toàn quốc", formatted(serial(1963, 12, 1), "mmm-yy")]]);
    expect(result.information.nationalRank).toBe("12/63");
    expect(result.findings).toMatchObject([{ code: "setting-unknown", cell: "B1", repair: "12/63" }]);
  });
});

describe("levels", () => {
  test("are those of Đắk Nông unless the workbook has its own", () => {
    expect(levelsOf([])).toEqual(["Cao 95", "Tương đối cao 80", "Trung bình 70", "Tương đối thấp 60", "Thấp 0"]);
  });

  test("stand highest first, whatever their order, as numbers, texts or percentages", () => {
    expect(
      levelsOf([
        ["Xếp loại", "Từ (%)"],
        ["Yếu", null],
        ["Khá", "80,5"],
        ["Tốt", formatted(0.9, "0%")],
        ["Trung bình", "≥ 70%"],
      ]),
    ).toEqual(["Tốt 90", "Khá 80.5", "Trung bình 70", "Yếu 0"]);
  });

  test("may be those of one group, and others hold for the rest", () => {
    const rows: Cell[][] = [
      ["Xếp loại", "Từ (%)", "Nhóm"],
      ["Xuất sắc", 93, "cấp tỉnh"],
      ["Tốt", 90, null],
    ];
    expect(levelsOf(rows)).toEqual(["Xuất sắc 93"]);
    expect(
      levelsOf([
        ["Xếp loại", "Từ (%)", "Nhóm"],
        ["Tốt", 90, null],
      ]),
    ).toEqual(["Tốt 90"]);
  });

  test("without a number, or of a group that does not exist, are warnings", () => {
    const result = read([
      ["Xếp loại", "Từ (%)", "Nhóm"],
      ["Tốt", "nhiều", null],
      ["Khá", 80, "Cấp xã"],
    ]);
    expect(codes(result)).toEqual(["setting-unknown B2", "setting-unknown C3"]);
    expect(sentenceOf(result.findings[1])).toContain("Cấp tỉnh");
  });
});

test("a group's words are its name unless Thông tin gives them", () => {
  expect(firstGroup(read([]))).toMatchObject({ columnHeading: "Cấp tỉnh", captionName: "Cấp tỉnh" });
  const rows: Cell[][] = [
    ["Tỉnh", "X"],
    ["Nhóm", "Tên cột đơn vị", "Tên trong tiêu đề"],
    ["Cấp Tỉnh", "Các Sở, ngành", "các đơn vị cấp tỉnh"],
    ["Xếp loại", "Từ (%)", null],
    ["Đạt", 50, null],
  ];
  const result = read(rows);
  expect(firstGroup(result)).toMatchObject({ columnHeading: "Các Sở, ngành", captionName: "các đơn vị cấp tỉnh" });
  expect(firstGroup(result).levels).toHaveLength(1);
  expect(codes(result)).toEqual([]);
  expect(
    withCode(
      read([
        ["Nhóm", "Tên cột đơn vị"],
        ["Cấp xã", "Các xã"],
      ]),
      "setting-unknown",
    ),
  ).toHaveLength(1);
});
