import { readWorkbook } from "../../src/workbook/read-workbook";
import { findTableHeader } from "../../src/workbook/table-header";
import {
  codes,
  criterionOf,
  entryText,
  firstGroup,
  header,
  outline,
  sheet,
  withCode,
  type Cell,
  sentenceOf,
} from "./grids";

const rows: Cell[][] = [
  ["1", "Một", 60, 50, 40],
  ["2", "Hai", 40, 30, 20],
];

function agenciesOf(...top: (readonly Cell[])[]): readonly string[] {
  const found = findTableHeader(sheet("Điểm", [...top, ...rows]));
  return (found?.agencies ?? []).map(({ name, appraised, self }) => `${name}: ${String(appraised)}/${String(self)}`);
}

describe("one header row", () => {
  test("makes every heading right of the known columns an agency's appraised score", () => {
    expect(agenciesOf([...header, "Sở A", "Sở B"])).toEqual(["Sở A: 3/null", "Sở B: 4/null"]);
  });

  test.each<[string, string, string]>([
    ["TT", "Nội dung đánh giá", "Điểm chuẩn"],
    ["Mã tiêu chí", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa"],
    ["STT", "Lĩnh vực / Tiêu chí /\nTiêu chí thành phần", "ĐIỂM\u00a0TỐI ĐA:"],
    ["stt.", "Tên tiêu chí", "Điểm tối đa (điểm)"],
    ["Mã", "Nội dung", "Thang điểm"],
    ["STT", "Tiêu chí".normalize("NFD"), "Điểm tối đa".normalize("NFD")],
  ])("is known by %p, %p, %p", (code, name, maximum) => {
    expect(agenciesOf([code, name, maximum, "Sở A"])).toEqual(["Sở A: 3/null"]);
  });

  test("may have its columns in any order, and stands below a title block", () => {
    const grid = sheet("Điểm", [
      ["BẢNG CHẤM ĐIỂM", null, null, null, null],
      [null, null, null, null, null],
      ["Điểm tối đa", "Ghi chú", "Tiêu chí", "STT", "Sở A"],
      [100, null, "Một", "1", 50],
    ]);
    const group = firstGroup(readWorkbook([grid]));
    expect(outline(group)).toEqual(["1"]);
    expect(entryText(group, "Sở A", "1")).toBe("50");
    expect(group.agencies[0]?.source).toEqual({ sheet: "Điểm", headerRow: 2, scoreColumn: 4 });
  });

  test("skips a blank column between agencies", () => {
    expect(agenciesOf([...header, "Sở A", null, "Sở B"])).toEqual(["Sở A: 3/null", "Sở B: 5/null"]);
  });

  test("takes no sum, mean, rank or second note for an agency", () => {
    const top = [
      ...header,
      "Sở A",
      "Tổng cộng",
      "Sở B",
      "Điểm trung bình",
      "Cao nhất",
      "Xếp hạng",
      "Điểm năm 2019",
      "Ghi chú",
    ];
    expect(agenciesOf(top)).toEqual(["Sở A: 3/null", "Sở B: 5/null"]);
  });

  test("leaves out unknown columns left of the last known one", () => {
    const top = [...header, "Quy định", "Hình thức đánh giá", "Cơ quan chủ trì", "Mục tiêu năm 2022", "Sở A"];
    expect(agenciesOf(top)).toEqual(["Sở A: 7/null"]);
  });

  test("keeps agencies left of a known column that stands at the far right", () => {
    expect(agenciesOf([...header, "Sở A", "Cơ quan chủ trì"])).toEqual(["Sở A: 3/null"]);
  });

  test("takes no title that spans agencies for one of them", () => {
    expect(agenciesOf([...header, "Điểm thẩm định của các đơn vị"])).toEqual([]);
  });

  test("is looked for in the first 40 rows only", () => {
    const title = Array.from({ length: 40 }, (): Cell[] => [null]);
    expect(agenciesOf(...title.slice(1), [...header, "Sở A"])).toHaveLength(1);
    expect(agenciesOf(...title, [...header, "Sở A"])).toHaveLength(0);
  });
});

describe("two header rows", () => {
  const names: Cell[] = [...header, "Sở A", null, null, "Sở B", null];
  const kinds: Cell[] = [null, null, null, "Tự chấm", "Điểm thẩm định", "Giải trình", "Tự đánh giá", "Thẩm định"];

  test("have each agency's own columns below its name", () => {
    expect(agenciesOf(names, kinds)).toEqual(["Sở A: 4/3", "Sở B: 7/6"]);
  });

  test("may repeat the name over each column", () => {
    expect(
      agenciesOf(
        [...header, "Sở A", "Sở A", "Sở B", "Sở B"],
        [null, null, null, "Tự chấm", "Thẩm định", "Tự chấm", "Thẩm định"],
      ),
    ).toEqual(["Sở A: 4/3", "Sở B: 6/5"]);
  });

  test("may have code, name and maximum in the second row, or spread over both", () => {
    const above: Cell[] = [null, null, null, "Sở A", null];
    expect(agenciesOf(above, [...header, "Tự chấm", "Thẩm định"])).toEqual(["Sở A: 4/3"]);
    expect(
      agenciesOf(["STT", "Tiêu chí", "Điểm", "Sở A", null], [null, null, "tối đa", "Tự chấm", "Thẩm định"]),
    ).toEqual(["Sở A: 4/3"]);
  });

  test("may have agencies' names below a title that spans them", () => {
    const title: Cell[] = [...header, "Điểm thẩm định của các đơn vị", null];
    expect(agenciesOf(title, [null, null, null, "Sở A", "Sở B"])).toEqual(["Sở A: 3/null", "Sở B: 4/null"]);
    expect(
      agenciesOf(
        [...header, "Điểm tự chấm", null, "Điểm thẩm định", null],
        [null, null, null, "Sở A", "Sở B", "Sở A", "Sở B"],
      ),
    ).toEqual(["Sở A: 5/3", "Sở B: 6/4"]);
  });

  test("leave out sums beside the agencies", () => {
    expect(
      agenciesOf(
        [...header, "Sở A", null, "Tổng cộng", null],
        [null, null, null, "Tự chấm", "Thẩm định", "Tự chấm", "Thẩm định"],
      ),
    ).toEqual(["Sở A: 4/3"]);
  });

  test("give the scores of the appraised column, and the addresses of both", () => {
    const group = firstGroup(readWorkbook([sheet("Điểm", [names, kinds, ["1", "Một", 100, 90, 80, "Thiếu", 70, 60]])]));
    expect([entryText(group, "Sở A", "1"), entryText(group, "Sở B", "1")]).toEqual(["80", "60"]);
    expect(group.selfScored).toBe(false);
    expect(group.agencies[1]?.source).toEqual({ sheet: "Điểm", headerRow: 0, scoreColumn: 7 });
  });

  test("that repeat at a page break are skipped", () => {
    const grid = sheet("Điểm", [
      names,
      kinds,
      ["1", "Một", 60, 9, 8, null, 7, 6],
      names,
      kinds,
      ["2", "Hai", 40, 9, 8, null, 7, 6],
    ]);
    const read = readWorkbook([grid]);
    expect(outline(firstGroup(read))).toEqual(["1", "2"]);
    expect(criterionOf(firstGroup(read), "1").name).toBe("Một");
    expect(codes(read)).toEqual([]);
  });
});

describe("self scores alone", () => {
  const kinds: Cell[] = [null, null, null, "Tự chấm", "Thẩm định", "Tự chấm", "Thẩm định"];
  const names: Cell[] = [...header, "Sở A", null, "Sở B", null];

  test("stand in for appraised ones, with a single error", () => {
    const read = readWorkbook([
      sheet("Điểm", [names, kinds, ["1", "Một", 60, 9, null, 7, null], ["2", "Hai", 40, 8, null, null, null]]),
    ]);
    const group = firstGroup(read);
    expect(group.selfScored).toBe(true);
    expect([entryText(group, "Sở A", "1"), entryText(group, "Sở B", "1"), entryText(group, "Sở B", "2")]).toEqual([
      "9",
      "7",
      "missing",
    ]);
    expect(group.agencies[0]?.source).toMatchObject({ scoreColumn: 3 });
    expect(codes(read)).toEqual(["nothing-to-score"]);
    expect(read.findings[0]).toMatchObject({ sheet: "Điểm", cell: null, severity: "error" });
    expect(sentenceOf(read.findings[0])).toMatch(/tự đánh giá.*Điểm thẩm định.*Tính tạm/);
  });

  test("also where no appraised column exists", () => {
    const read = readWorkbook([
      sheet("Điểm", [
        [...header, "Sở A", "Sở B"],
        [null, null, null, "Tự chấm", "Tự chấm"],
        ["1", "Một", 100, 9, 8],
      ]),
    ]);
    expect(firstGroup(read).selfScored).toBe(true);
    expect(codes(read)).toEqual(["nothing-to-score"]);
  });

  test("are not said to be there where everything is blank", () => {
    const read = readWorkbook([sheet("Điểm", [names, kinds, ["1", "Một", 100, null, null, null, null]])]);
    expect(firstGroup(read).selfScored).toBe(false);
    expect(codes(read)).toEqual(["score-missing D1", "score-missing F1"]);
  });

  test("do not stand in for one agency among appraised ones", () => {
    const read = readWorkbook([
      sheet("Điểm", [names, kinds, ["1", "Một", 60, 9, 8, 7, null], ["2", "Hai", 40, 8, 8, 7, null]]),
    ]);
    const group = firstGroup(read);
    expect(group.selfScored).toBe(false);
    expect(entryText(group, "Sở B", "1")).toBe("missing");
    expect(withCode(read, "score-missing")).toMatchObject([{ cell: "F1", agency: "Sở B" }]);
  });
});
