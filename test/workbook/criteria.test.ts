import { nameOfArea } from "../../src/strings/area-name";
import { readWorkbook } from "../../src/workbook/read-workbook";
import {
  codes,
  criterionOf,
  entryText,
  errorCell,
  firstGroup,
  formatted,
  formula,
  header,
  outline,
  serial,
  sheet,
  withCode,
  type Cell,
  sentenceOf,
} from "./grids";

const read = (
  rows: readonly (readonly Cell[])[],
  top: readonly Cell[] = [...header, "Sở A"],
): ReturnType<typeof readWorkbook> => readWorkbook([sheet("Điểm", [top, ...rows])]);

const maximumOf = (result: ReturnType<typeof readWorkbook>, code: string): number | undefined =>
  criterionOf(firstGroup(result), code).maximum?.valueOf();

describe("the criteria tree", () => {
  test("follows the codes, to any depth", () => {
    const group = firstGroup(
      read([
        ["1", "Một", null, null],
        ["1.1", "A", null, null],
        ["1.1.1", "B", 30, 1],
        ["1.1.2", "C", 30, 1],
        ["2", "Hai", 40, 1],
      ]),
    );
    expect(outline(group)).toEqual(["1 > 1.1", "1.1 > 1.1.1 1.1.2", "1.1.1", "1.1.2", "2"]);
    expect(["1", "1.1", "1.1.1", "2"].map((code) => criterionOf(group, code).level)).toEqual([1, 2, 3, 1]);
    expect(criterionOf(group, "1").maximum).toBeNull();
  });

  test("gives every criterion its own id and the address of its maximum", () => {
    const group = firstGroup(
      read([
        ["I", "Một", 60, 1],
        ["II", "Hai", "40,0", 1],
      ]),
    );
    expect(group.areas.map(({ id }) => id)).toEqual([0, 1]);
    expect(criterionOf(group, "II").source).toEqual({ sheet: "Điểm", row: 2, column: 2, heldAs: "text" });
    expect(group.source).toEqual({ sheet: "Điểm", firstRow: 1, lastRow: 2, maximumColumn: 2 });
  });

  test("hangs a code without its parent below the nearest ancestor", () => {
    expect(
      outline(
        firstGroup(
          read([
            ["1", "Một", 100, null],
            ["1.1.1", "A", 60, 1],
            ["1.2", "B", 40, 1],
          ]),
        ),
      ),
    ).toEqual(["1 > 1.1.1 1.2", "1.1.1", "1.2"]);
  });

  test("makes up an area that has no row, and says so", () => {
    const result = read([
      ["1.1", "A", 60, 1],
      ["2", "Hai", 40, 1],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1 > 1.1", "1.1", "2"]);
    expect(codes(result)).toEqual(["code-lost-zero A2"]);
    expect(sentenceOf(result.findings[0])).toContain("lĩnh vực 1");
    const [area] = firstGroup(result).areas;
    expect(area).toMatchObject({ code: "1", name: null });
    expect(area && nameOfArea(area)).toBe("Lĩnh vực 1");
  });

  test("keeps short names of areas", () => {
    const group = firstGroup(read([["1", "Công tác chỉ đạo", 100, "Chỉ đạo", 1]], [...header, "Tên ngắn", "Sở A"]));
    expect(group.areas[0]?.shortName).toBe("Chỉ đạo");
    expect(group.agencies.map(({ name }) => name)).toEqual(["Sở A"]);
  });
});

describe("damaged codes", () => {
  test("1.10 stored as 1.1 is read in sequence, with its repair", () => {
    const nine = Array.from({ length: 9 }, (_, at): Cell[] => [Number(`1.${String(at + 1)}`), "A", 10, 1]);
    const result = read([[1, "Một", 100, null], ...nine, [1.1, "Mười", 10, 2]]);
    expect(codes(result)).toEqual(["code-lost-zero A12"]);
    expect(result.findings[0]).toMatchObject({ severity: "warning", criterion: "1.10", repair: "1.10" });
    expect(entryText(firstGroup(result), "Sở A", "1.10")).toBe("2");
  });

  test("a code that became a date is read in sequence, with its repair", () => {
    const result = read([
      ["1", "Một", 100, null],
      [formatted(serial(2024, 1, 1), "d-mmm"), "A", 60, 1],
      ["1.2", "B", 40, 1],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1 > 1.1 1.2", "1.1", "1.2"]);
    expect(result.findings).toMatchObject([{ code: "code-lost-zero", cell: "A3", repair: "1.1" }]);
  });

  test("a code that became a date is read in a workbook whose days count from 1904, too", () => {
    const firstOfJanuary = { ...formatted(serial(2024, 1, 1) - 1462, "d-mmm"), date1904: true } as const;
    const result = read([
      ["1", "Một", 100, null],
      [firstOfJanuary, "A", 60, 1],
      ["1.2", "B", 40, 1],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1 > 1.1 1.2", "1.1", "1.2"]);
    expect(result.findings).toMatchObject([{ code: "code-lost-zero", cell: "A3", repair: "1.1" }]);
    expect(sentenceOf(result.findings[0])).toContain("01/01/2024");
  });

  test("a missing code is taken from its place, with a warning", () => {
    const result = read([
      ["1", "Một", 100, null],
      ["1.1", "A", 60, 1],
      [null, "Báo cáo định kỳ", 30, 2],
      ["1.3", "C", 10, 3],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1 > 1.1 1.2 1.3", "1.1", "1.2", "1.3"]);
    expect(result.findings).toMatchObject([{ code: "code-lost-zero", cell: "A4", repair: "1.2" }]);
  });

  test("a code twice is an error that names both cells", () => {
    const result = read([
      ["1", "Một", 100, null],
      ["1.1", "A", 60, 1],
      ["1.1.", "B", 40, 1],
    ]);
    const [finding] = withCode(result, "code-duplicate");
    expect(finding).toMatchObject({ severity: "error", cell: "A4", criterion: "1.1" });
    expect(sentenceOf(finding)).toContain("A3");
  });
});

describe("rows that are no criteria", () => {
  test("a name without code and numbers continues the name above, also over a page break", () => {
    const group = firstGroup(
      read([
        ["1", "Công tác chỉ đạo", 100, null],
        ["1.1", "Ban hành kế hoạch", 60, 1],
        [...header, "Sở A"],
        [null, "cải cách hành chính", null, null],
        [null, "ngày 30 tháng 12", null, null],
        ["1.2", "Báo cáo", 40, 1],
      ]),
    );
    expect(criterionOf(group, "1.1").name).toBe("Ban hành kế hoạch cải cách hành chính ngày 30 tháng 12");
    expect(outline(group)).toEqual(["1 > 1.1 1.2", "1.1", "1.2"]);
  });

  test("a header over two rows that repeats is no name that continues", () => {
    const top: Cell[][] = [
      [null, "Tiêu chí", "Điểm", "Sở A"],
      ["STT", null, "tối đa", null],
    ];
    const rows = [...top, ["1", "Một", 60, 1], ...top, ["2", "Hai", 40, 1]];
    const group = firstGroup(readWorkbook([sheet("Điểm", rows)]));
    expect(group.areas.map(({ name }) => name)).toEqual(["Một", "Hai"]);
  });

  test("a blank row ends a name", () => {
    const group = firstGroup(read([["1", "Một", 100, 1], [null], [null, "bảng này gồm một tiêu chí", null, null]]));
    expect(criterionOf(group, "1").name).toBe("Một");
  });

  test("ranks and indices without a total above them are no criteria either", () => {
    const result = read([
      ["1", "Một", 100, 1],
      [null, "Chỉ số CCHC (%)", null, 1],
      [null, "Xếp hạng", null, 1],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1"]);
    expect(codes(result)).toEqual([]);
  });

  test("bullets that explain the scoring are none, even with points beside them", () => {
    const result = read([
      ["1", "Một", 100, 1],
      [null, "- Đạt 100% kế hoạch", 60, null],
      [null, "+ Dưới 80%", null, null],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1"]);
    expect(criterionOf(firstGroup(result), "1").name).toBe("Một");
    expect(codes(result)).toEqual([]);
  });

  test.each(["TỔNG ĐIỂM", "Tổng cộng", "Cộng", "Tổng điểm (I+II)", "TỔNG CỘNG:", "Tổng số điểm"])(
    "%s is a total",
    (text) => {
      const rows: Cell[][] = [
        ["1", "Một", 60, 1],
        ["2", "Hai", 40, 1],
      ];
      expect(codes(read([...rows, [null, text, 100, 2]]))).toEqual([]);
      expect(codes(read([...rows, [text, null, 100, 2]]))).toEqual([]);
      expect(outline(firstGroup(read([...rows, [null, text, 100, 2]])))).toEqual(["1", "2"]);
    },
  );

  test("subtotals after each area are compared with that area, or with all so far", () => {
    const rows = (first: number, second: number): Cell[][] => [
      ["1", "Một", 60, 1],
      [null, "Cộng", 60, 1],
      ["2", "Hai", 40, 2],
      [null, "Cộng", second, 2],
      [null, "Tổng điểm", first, 3],
    ];
    expect(codes(read(rows(100, 40)))).toEqual([]);
    expect(codes(read(rows(100, 41)))).toEqual(["maximum-sum-mismatch C5"]);
    expect(codes(read(rows(99, 40)))).toEqual(["maximum-sum-mismatch C6"]);
  });

  test("ranks, indices and signatures below the total are none", () => {
    const result = read([
      ["1", "Một", 100, 1],
      [null, "Tổng điểm", 100, 1],
      [null, "Chỉ số CCHC (%)", null, 1],
      [null, "Xếp hạng", null, 1],
      ["1", "Số liệu tính đến tháng 12", null, null],
      [null, "NGƯỜI LẬP BIỂU", null, "GIÁM ĐỐC"],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1"]);
    expect(criterionOf(firstGroup(result), "1").name).toBe("Một");
    expect(codes(result)).toEqual([]);
  });

  test("signatures right below the last criterion are none either", () => {
    const result = read([
      ["1", "Một", 100, 1],
      [null, "Người lập biểu", null, "Giám đốc"],
    ]);
    expect(criterionOf(firstGroup(result), "1").name).toBe("Một");
    expect(outline(firstGroup(result))).toEqual(["1"]);
  });

  test("headings, page numbers and numbers of columns are none", () => {
    const result = read([
      ["(1)", "(2)", "(3)", "(4)"],
      [null, "PHẦN THỨ NHẤT", null, null],
      ["1", "Một", 60, 1],
      [null, "PHẦN THỨ HAI", null, null],
      ["2", null, null, null],
      ["2", "Hai", 40, 1],
    ]);
    expect(outline(firstGroup(result))).toEqual(["1", "2"]);
    expect(criterionOf(firstGroup(result), "1").name).toBe("Một");
    expect(codes(result)).toEqual([]);
  });
});

describe("methods", () => {
  test("of a parent hold for the leaves below that say nothing", () => {
    const group = firstGroup(
      read(
        [
          ["1", "Một", null, null, null],
          ["1.1", "A", 100, null, 1],
          ["1.2", "B", 5, "Điểm thưởng", 1],
          ["2", "Khảo sát", null, "Điều tra xã hội học", null],
          ["2.1", "C", 3, null, 1],
          ["2.2", "D", -2, "Trừ", 1],
          ["3", "E", 3, "XHH", 1],
        ],
        [...header, "Hình thức đánh giá", "Sở A"],
      ),
    );
    expect(["1.1", "1.2", "2.1", "2.2", "3"].map((code) => criterionOf(group, code).method)).toEqual([
      "appraisal",
      "bonus",
      "survey",
      "penalty",
      "survey",
    ]);
    expect(criterionOf(group, "2.2").maximum?.valueOf()).toBe(2);
  });

  test("that are unknown are one warning with the known ones", () => {
    const result = read(
      [
        ["1", "A", 60, "Hồ sơ", 1],
        ["2", "B", 40, "Hồ sơ", 1],
      ],
      [...header, "Hình thức đánh giá", "Sở A"],
    );
    expect(codes(result)).toEqual(["setting-unknown D2"]);
    expect(sentenceOf(result.findings[0])).toContain("Thẩm định, Điều tra XHH, Điểm thưởng hoặc Điểm trừ");
    expect(criterionOf(firstGroup(result), "1").method).toBe("appraisal");
  });
});

describe("maxima", () => {
  test("as text are read, with a warning that repairs them", () => {
    const result = read([
      ["1", "A", "60,5", 1],
      ["2", "B", formula("100-C2", 39.5), 1],
    ]);
    expect(maximumOf(result, "1")).toBe(60.5);
    expect(result.findings).toMatchObject([
      { code: "maximum-is-text", severity: "warning", cell: "C2", criterion: "1", repair: 60.5 },
    ]);
  });

  test.each<Cell>([
    null,
    errorCell("#REF!"),
    "mười",
    formula("X1", null),
    formatted(45_413, "d-mmm"),
    -5,
    1e9,
    "1".repeat(310),
  ])("%p is no maximum of a leaf", (cell) => {
    const result = read([
      ["1", "A", cell, 1],
      ["2", "B", 40, 1],
    ]);
    expect(withCode(result, "maximum-missing")).toMatchObject([{ cell: "C2", criterion: "1", severity: "error" }]);
    expect(criterionOf(firstGroup(result), "1").maximum).toBeNull();
    expect(withCode(result, "total-not-100")).toEqual([]);
  });

  test("of parents are compared with the sums of their leaves, bonus and penalty left out", () => {
    const rows = (typed: Cell): Cell[][] => [
      ["1", "Một", typed, null, null],
      ["1.1", "A", 60, null, 1],
      ["1.2", "B", 40, null, 1],
      ["1.3", "C", 5, "Điểm thưởng", 1],
      ["2", "Thưởng", 5, "Điểm thưởng", null],
      ["2.1", "D", 5, null, 1],
    ];
    const top = [...header, "Hình thức đánh giá", "Sở A"];
    expect(codes(read(rows(100), top))).toEqual([]);
    const [finding] = read(rows(99.5), top).findings;
    expect(finding).toMatchObject({ code: "maximum-sum-mismatch", severity: "warning", cell: "C2", criterion: "1" });
    expect(sentenceOf(finding)).toMatch(/99,5.*100/);
  });

  test("that do not add up to 100 are one warning, at the total where there is one", () => {
    expect(
      codes(
        read([
          ["1", "A", 60, 1],
          ["2", "B", 39, 1],
        ]),
      ),
    ).toEqual(["total-not-100"]);
    expect(
      codes(
        read([
          ["1", "A", 60, 1],
          ["2", "B", 39, 1],
          [null, "Tổng cộng", 99, 2],
        ]),
      ),
    ).toEqual(["total-not-100 C4"]);
    expect(
      codes(
        read([
          ["1", "A", 60, 1],
          ["2", "B", 40, 1],
        ]),
      ),
    ).toEqual([]);
  });
});
