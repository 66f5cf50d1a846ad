import { readWorkbook } from "../../src/workbook/read-workbook";
import { codes, entryText, firstGroup, header, sheet, smallTable, withCode, type Cell, sentenceOf } from "./grids";

const scores = [20, 40, 40] as const;
const listOf = (...rows: (readonly Cell[])[]) =>
  sheet("Danh sách đơn vị", [["STT", "Tên đơn vị", "Nhóm", "Tên gọi khác", "Năm trước"], ...rows]);
const tableOf = (...names: string[]) => smallTable(Object.fromEntries(names.map((name) => [name, scores])));

const groupsOf = (...grids: Parameters<typeof readWorkbook>[0]): readonly string[] =>
  readWorkbook(grids).input.groups.map(
    ({ name, agencies }) => `${name}: ${agencies.map((agency) => agency.name).join(", ")}`,
  );

const labelled = (label: readonly Cell[], names: readonly string[], sheetName = "Điểm", maximum = 100) =>
  sheet(sheetName, [label, [...header, ...names], ["1", "Một", maximum, ...names.map(() => 50)]]);

describe("groups", () => {
  test("take the label above the header, in the same cell or the next", () => {
    expect(groupsOf(labelled(["Nhóm: Cấp tỉnh"], ["Sở A"]))).toEqual(["Cấp tỉnh: Sở A"]);
    expect(groupsOf(labelled(["Nhóm:", null, "Cấp tỉnh"], ["Sở A"]))).toEqual(["Cấp tỉnh: Sở A"]);
    expect(groupsOf(labelled([null, "NHÓM", "Cấp tỉnh"], ["Sở A"]))).toEqual(["Cấp tỉnh: Sở A"]);
  });

  test("take the sheet's name where nothing else names them", () => {
    expect(groupsOf(tableOf("Sở A", "Sở B"))).toEqual(["Bảng điểm: Sở A, Sở B"]);
    expect(
      groupsOf(
        tableOf("Sở A"),
        sheet("DS", [
          ["STT", "Tên đơn vị"],
          [1, "Sở A"],
        ]),
      ),
    ).toEqual(["Bảng điểm: Sở A"]);
  });

  test("split a sheet as the agency list says, in the order of the columns, under one criteria set", () => {
    const list = listOf(
      [1, "Sở A", "Cấp tỉnh", null, null],
      [2, "Huyện X", "Cấp huyện", null, null],
      [3, "Sở B", "Cấp tỉnh", null, null],
    );
    const read = readWorkbook([tableOf("Huyện X", "Sở A", "Sở lạ", "Sở B"), list]);
    expect(read.input.groups.map(({ name, agencies }) => [name, agencies.map((agency) => agency.name)])).toEqual([
      ["Cấp huyện", ["Huyện X", "Sở lạ"]],
      ["Cấp tỉnh", ["Sở A", "Sở B"]],
    ]);
    expect(read.input.groups[0]?.areas).toBe(read.input.groups[1]?.areas);
    expect(codes(read)).toEqual(["agency-unknown F1"]);
  });

  test("are known from the list also where its group stands once for many rows", () => {
    const merged = listOf(
      [1, "Sở A", "Cấp tỉnh", null, null],
      [2, "Sở B", null, null, null],
      [3, "Huyện X", "Cấp huyện", null, null],
    );
    expect(groupsOf(tableOf("Sở A", "Sở B", "Huyện X"), merged)).toEqual([
      "Cấp tỉnh: Sở A, Sở B",
      "Cấp huyện: Huyện X",
    ]);
    const headed = sheet("DS", [
      ["STT", "Tên đơn vị", "Năm trước"],
      ["I", "Cấp tỉnh", null],
      [1, "Sở A", 80],
      [2, "Sở B", 80],
      ["II", "Cấp huyện", null],
      [1, "Huyện X", 80],
    ]);
    expect(groupsOf(tableOf("Sở A", "Sở B", "Huyện X"), headed)).toEqual([
      "Cấp tỉnh: Sở A, Sở B",
      "Cấp huyện: Huyện X",
    ]);
  });

  test("follow the label where the list contradicts it, with one warning", () => {
    const list = listOf(
      [1, "Sở A", "Cấp tỉnh", null, null],
      [2, "Sở B", "Khối sở", null, null],
      [3, "Sở C", "Khối sở", null, null],
    );
    const read = readWorkbook([labelled(["Nhóm: Cấp tỉnh"], ["Sở A", "Sở B", "Sở C"]), list]);
    expect(read.input.groups.map(({ name }) => name)).toEqual(["Cấp tỉnh"]);
    expect(withCode(read, "group-mismatch")).toMatchObject([{ severity: "warning", cell: "E2" }]);
    expect(sentenceOf(withCode(read, "group-mismatch")[0])).toContain("Sở B và 1 đơn vị khác");
  });

  test("on two sheets are one group where the criteria sets are the same", () => {
    const read = readWorkbook([
      labelled(["Nhóm: Huyện"], ["Huyện X"], "Trang 1"),
      labelled(["Nhóm: huyện"], ["Huyện Y"], "Trang 2"),
    ]);
    const group = firstGroup(read);
    expect(read.input.groups).toHaveLength(1);
    expect(group.agencies.map(({ source }) => source)).toMatchObject([{ sheet: "Trang 1" }, { sheet: "Trang 2" }]);
    expect(entryText(group, "Huyện Y", "1")).toBe("50");
    expect(codes(read)).toEqual([]);
  });

  test("of one name with different criteria sets stay apart, with a warning", () => {
    const read = readWorkbook([
      labelled(["Nhóm: Huyện"], ["Huyện X"], "Trang 1"),
      labelled(["Nhóm: Huyện"], ["Huyện Y"], "Trang 2", 90),
    ]);
    expect(read.input.groups.map(({ name }) => name)).toEqual(["Huyện", "Huyện (2)"]);
    expect(withCode(read, "group-mismatch")).toMatchObject([{ sheet: "Trang 2", cell: null }]);
  });
});

describe("agencies", () => {
  test("twice in one group are an error that names the first", () => {
    const read = readWorkbook([tableOf("Sở Nội vụ", "Sở  Nội Vụ")]);
    const [finding] = withCode(read, "agency-duplicate");
    expect(finding).toMatchObject({ severity: "error", cell: "E1", agency: "Sở Nội Vụ" });
    expect(sentenceOf(finding)).toContain("D1");
  });

  test("twice under a name and its alias are twice the same", () => {
    const list = listOf([1, "Sở Nội vụ", "Cấp tỉnh", "Sở Nội vụ và Lao động", null]);
    const read = readWorkbook([tableOf("Sở Nội vụ", "Sở Nội vụ và Lao động"), list]);
    expect(withCode(read, "agency-duplicate")).toMatchObject([{ cell: "E1" }]);
  });

  test("of one name in two groups are two agencies", () => {
    const list = listOf(
      [1, "Tân An", "Xã", null, 80],
      [2, "Tân An", "Phường", null, 90],
      [3, "Tân Bình", "Phường", null, 70],
    );
    const xa = labelled(["Nhóm: Xã"], ["Tân An"], "Xã");
    const unlabelled = sheet("P", [
      [...header, "Tân An", "Tân Bình"],
      ["1", "Một", 100, 1, 2],
    ]);
    const read = readWorkbook([xa, unlabelled, list]);
    expect(codes(read)).toEqual([]);
    expect(
      read.input.groups.map(({ name, agencies }) => [name, agencies.map(({ lastYear }) => lastYear?.valueOf())]),
    ).toEqual([
      ["Xã", [80]],
      ["Phường", [90, 70]],
    ]);
  });

  test("in other letters that look the same are one agency, shown as people write it", () => {
    const list = listOf(
      [1, "UBND huyện Ðắk\u00ad Song", "Huyện", "Ｓở　X；Sở Z", 84.79],
      [2, "Sở X", "Huyện", null, 70],
    );
    const read = readWorkbook([tableOf("UBND huyện Đắk Song", "\u202aSở X\u202c"), list]);
    expect(codes(read)).toEqual(["agency-name-variant D1", "agency-name-variant E1"]);
    expect(sentenceOf(withCode(read, "agency-name-variant")[0])).toContain("trông giống");
    const { agencies } = firstGroup(read);
    expect(agencies.map(({ name, lastYear }) => [name, lastYear?.valueOf()])).toEqual([
      ["UBND huyện Đắk Song", 84.79],
      ["Sở X", 70],
    ]);
  });

  test("have the last year's index that makes sense", () => {
    const read = readWorkbook([tableOf("Sở A"), listOf([1, "Sở A", "Huyện", null, 1e300])]);
    expect(firstGroup(read).agencies[0]?.lastYear).toBeNull();
    expect(sentenceOf(withCode(read, "setting-unknown")[0])).toContain("quá mức");
  });

  test("written in another way are matched, and said so", () => {
    const list = listOf(
      [1, "UBND huyện Krông Nô", "Huyện", null, 84.79],
      [2, "UBND huyện Đắk G'long", "Huyện", null, "81,10"],
      [3, "Sở Nông nghiệp và Môi trường", "Huyện", "Sở TNMT; Sở Nông nghiệp và PTNT", 80],
      [4, "Sở Y tế", "Huyện", null, 70],
    );
    const read = readWorkbook([
      tableOf("UBND huyện K'ông Nô", "UBND huyện Đăk Glong", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Y tế"),
      list,
    ]);
    expect(codes(read)).toEqual(["agency-name-variant D1", "agency-name-variant E1", "agency-name-variant F1"]);
    expect(firstGroup(read).agencies.map(({ lastYear }) => lastYear?.valueOf())).toEqual([84.79, 81.1, 80, 70]);
    expect(firstGroup(read).agencies[1]?.lastYearSource).toEqual({
      sheet: "Danh sách đơn vị",
      row: 2,
      column: 4,
      heldAs: "text",
    });
  });

  test("are not matched by a typo where another agency may be meant", () => {
    const list = listOf([1, "UBND huyện Krông Nô", "Huyện", null, 1], [2, "UBND huyện K'ôngg Nô", "Huyện", null, 2]);
    const read = readWorkbook([tableOf("UBND huyện K'ông Nô"), list]);
    expect(firstGroup(read).agencies[0]?.lastYear).toBeNull();
    expect(withCode(read, "agency-unknown")[0]).toMatchObject({ cell: "D1" });
  });

  test("are not matched by a typo that two names of the table may be", () => {
    const list = listOf([1, "UBND huyện Krông Nô", "Huyện", null, 1]);
    const read = readWorkbook([tableOf("UBND huyện K'ông Nô", "UBND huyện K'rôn Nô"), list]);
    expect(withCode(read, "agency-unknown").map(({ cell }) => cell)).toEqual(["D1", "E1", "B2"]);
  });

  test("in a table but not in the list, or in the list but in no table, are warnings", () => {
    const list = listOf([1, "Sở A", "Cấp tỉnh", null, null], [2, "Sở B", "Cấp tỉnh", null, null]);
    const read = readWorkbook([tableOf("Sở A", "Sở Ngoại vụ"), list]);
    expect(withCode(read, "agency-unknown")).toMatchObject([
      { severity: "warning", sheet: "Bảng điểm", cell: "E1", agency: "Sở Ngoại vụ" },
      { severity: "warning", sheet: "Danh sách đơn vị", cell: "B3", agency: "Sở B" },
    ]);
  });

  test("of a whole group without a table are one warning", () => {
    const list = listOf(
      [1, "Sở A", "Cấp tỉnh", null, null],
      ...Array.from({ length: 9 }, (_, at): Cell[] => [at + 2, `Phường ${String(at + 1)}`, "Phường", null, null]),
    );
    const read = readWorkbook([tableOf("Sở A"), list]);
    expect(withCode(read, "agency-unknown")).toMatchObject([{ cell: "B3", agency: null }]);
    expect(sentenceOf(read.findings[0])).toContain("9 đơn vị của nhóm Phường");
  });

  test("keep their names as in the table, cleaned", () => {
    expect(firstGroup(readWorkbook([tableOf(" Sở\u00a0 Nội\nvụ ".normalize("NFD"))])).agencies[0]?.name).toBe(
      "Sở Nội vụ",
    );
  });
});

describe("last year's index", () => {
  const information = sheet("Thông tin", [["Năm đánh giá", 2020]]);
  const list = (...columns: readonly (readonly [Cell, Cell])[]) =>
    sheet("DS", [
      ["Tên đơn vị", "Nhóm", ...columns.map(([top]) => top)],
      ["Sở A", "Cấp tỉnh", ...columns.map(([, cell]) => cell)],
    ]);
  const lastYearOf = (...grids: Parameters<typeof readWorkbook>[0]): readonly [number | undefined, number | null] => {
    const read = readWorkbook([tableOf("Sở A"), ...grids]);
    return [firstGroup(read).agencies[0]?.lastYear?.valueOf(), read.information.lastYear];
  };

  test("stands under the latest year before the evaluation year", () => {
    expect(
      lastYearOf(
        information,
        list(["Xếp hạng năm 2019", 3], ["Năm 2018", 70], ["Chỉ số CCHC năm 2019 (%)", 80], ["Năm 2020", 90]),
      ),
    ).toEqual([80, 2019]);
    expect(lastYearOf(information, list([2018, 70], [2019, 80]))).toEqual([80, 2019]);
  });

  test("stands under Năm trước, whose year is the one before", () => {
    expect(lastYearOf(information, list(["Chỉ số năm trước", "92,49"], ["Năm 2018", 70]))).toEqual([92.49, 2019]);
  });

  test("stands under any year where the evaluation year is unknown", () => {
    expect(lastYearOf(list(["Năm 2019", 80]))).toEqual([80, 2019]);
    expect(lastYearOf(list(["Năm trước", 80]))).toEqual([80, null]);
  });

  test("that is no number is a warning, and a dash is none", () => {
    const read = readWorkbook([tableOf("Sở A"), list(["Năm 2019", "chưa có"])]);
    expect(withCode(read, "setting-unknown")).toMatchObject([{ sheet: "DS", cell: "C2", agency: "Sở A" }]);
    expect(codes(readWorkbook([tableOf("Sở A"), list(["Năm 2019", "-"])]))).toEqual([]);
  });
});
