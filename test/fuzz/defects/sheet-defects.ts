/** Defects of agencies' names, of the agency list, the settings and whole sheets. */
import { type Cell, leavesOf } from "../../fixtures/fixture";
import { address, listSheet, setCell, settingsSheet, sheetNamed, type DrawnSheet } from "../drawn-workbook";
import { findingKey } from "../evaluate";
import { found, pick, type Defect, type Patient, type Planted } from "./defect";

const firstListed = 3;
const nameColumn = 1;
const groupColumn = 2;
const lastYearColumn = 4;

function defect(name: string, blocks: boolean, plant: (patient: Patient) => Planted | null): Defect {
  return { name, blocks, plant };
}

/** Of workbooks with an agency list alone; at: the row there of one of the first group's agencies. */
function inList(
  name: string,
  blocks: boolean,
  plant: (patient: Patient, list: DrawnSheet, at: number) => Planted | null,
): Defect {
  return defect(name, blocks, (patient) => {
    const list = patient.drawn.sheets.find((sheet) => sheet.name === listSheet);
    return list === undefined
      ? null
      : plant(patient, list, firstListed + (patient.picks.a % patient.group.agencies.length));
  });
}

/** Sets a cell of the settings; the finding stands there. */
function inSettings(name: string, key: string, cell: (pick: number) => Cell, repair: string | null = null): Defect {
  return defect(name, false, ({ drawn, picks, scoring }) => {
    const sheet = sheetNamed(drawn, settingsSheet);
    const known = sheet.rows.findIndex(([first]) => first === key);
    const row = known < 0 ? sheet.rows.length : known;
    setCell(sheet, row, 0, key);
    setCell(sheet, row, 1, cell(picks.b));
    const definition = { ...scoring.definition };
    if (key === "Cách xếp hạng") delete definition.rankRule;
    if (key === "Làm tròn") delete definition.rounding;
    if (key === "Không áp dụng") delete definition.notApplicableRule;
    if (key === "Trần chỉ số") delete definition.indexCap;
    if (key === "Năm đánh giá") delete definition.year;
    return { findings: [findingKey("setting-unknown", settingsSheet, address(row, 1), repair)], definition };
  });
}

function headerPlace({ places }: Patient, agency: string): { row: number; column: number } {
  return { row: places.headerRow, column: places.columnOf(agency) };
}

const listPlace = (row: number, column: number, code: string): string =>
  findingKey(code, listSheet, address(row, column), null);

const agencyTwice = defect("an agency twice", true, (patient) => {
  const { group, picks, sheet, scoring } = patient;
  const second = 1 + (picks.a % (group.agencies.length - 1));
  const [one, other] = [pick(group.agencies, picks.b % second), group.agencies[second]];
  if (one === undefined || other === undefined) return null;
  const place = headerPlace(patient, other.name);
  setCell(sheet, place.row, place.column, one.name);
  // The one whose column got the other's name has none now.
  const unscored = scoring.look.agencyList ? [listPlace(firstListed + second, nameColumn, "agency-unknown")] : [];
  return { findings: [found(patient, "agency-duplicate", place), ...unscored] };
});

/** Nothing is left but the settings and the list; whole groups of the list are named once, at their first agency. */
const noTable = defect("no table at all", true, ({ drawn, scoring: { definition, look } }) => {
  const sheets = drawn.sheets as DrawnSheet[];
  sheets.splice(0, sheets.length, ...sheets.filter(({ role }) => role !== "scores"));
  const before = (at: number): number => definition.groups.slice(0, at).flatMap(({ agencies }) => agencies).length;
  const unscored = definition.groups.map((_, at) => listPlace(firstListed + before(at), nameColumn, "agency-unknown"));
  return {
    findings: [findingKey("nothing-to-score", settingsSheet, null, null), ...(look.agencyList ? unscored : [])],
  };
});

/** Right of the agencies, under a header that no list names. */
const wordsBeside = defect("a column of words", false, (patient) => {
  const { group, picks, places, sheet } = patient;
  const column = Math.max(...sheet.rows.map((row) => row.length));
  const place = { row: places.headerRow, column };
  setCell(sheet, place.row, column, ["Kết quả thực hiện", "Việc cần làm", "Đánh giá chung"][picks.a % 3] ?? "");
  for (const leaf of leavesOf(group.areas)) {
    setCell(sheet, places.rowOf(leaf.code), column, ["Đã làm", "Chưa báo cáo", "Chậm 2 ngày"][picks.b % 3] ?? "");
  }
  return { findings: [found(patient, "column-skipped", place)] };
});

export const sheetDefects: readonly Defect[] = [
  noTable,
  wordsBeside,
  agencyTwice,
  inList("an agency that is not listed", false, (patient, list, at) => {
    const agency = patient.group.agencies[at - firstListed];
    if (agency === undefined) return null;
    setCell(list, at, nameColumn, null);
    const definition = withoutLastYear(patient, agency.name);
    return { findings: [found(patient, "agency-unknown", headerPlace(patient, agency.name))], definition };
  }),
  inList("a listed agency without a column", false, (_, list) => {
    list.rows.push([99, "Thanh tra tỉnh Bình Phước", null, null, null]);
    const row = list.rows.length - 1;
    return { findings: [listPlace(row, nameColumn, "agency-unknown")] };
  }),
  inList("an agency listed twice", true, (_, list, at) => {
    list.rows.push([...(list.rows[at] ?? [])]);
    const row = list.rows.length - 1;
    return { findings: [listPlace(row, nameColumn, "agency-duplicate"), listPlace(row, nameColumn, "agency-unknown")] };
  }),
  inList("a group that contradicts the list", false, (patient, list, at) => {
    const agency = patient.group.agencies[at - firstListed];
    if (agency === undefined) return null;
    setCell(list, at, groupColumn, "Nhóm nào khác");
    return { findings: [found(patient, "group-mismatch", headerPlace(patient, agency.name))] };
  }),
  inList("last year's index in words", false, (patient, list, at) => {
    const agency = patient.group.agencies[at - firstListed];
    if (agency === undefined) return null;
    setCell(list, at, lastYearColumn, ["chưa có", "chưa rõ", "8x,5"][patient.picks.b % 3] ?? "");
    const definition = withoutLastYear(patient, agency.name);
    return { findings: [listPlace(at, lastYearColumn, "setting-unknown")], definition };
  }),
  inList("a name in another spelling", false, (patient, list, at) => {
    const agency = patient.group.agencies[at - firstListed];
    if (agency === undefined) return null;
    const spellings = [
      agency.name.toUpperCase(),
      agency.name.replace(" ", "  "),
      `${agency.name}.`,
      agency.name.normalize("NFD"),
    ];
    setCell(list, at, nameColumn, spellings[patient.picks.b % 4] ?? "");
    return { findings: [found(patient, "agency-name-variant", headerPlace(patient, agency.name))] };
  }),
  defect("an unknown setting", false, ({ drawn, picks }) => {
    const sheet = sheetNamed(drawn, settingsSheet);
    sheet.rows.push([["Màu nền", "Cách xêp hang", "Ghi chú nội bộ"][picks.a % 3] ?? "", "xanh"]);
    return { findings: [findingKey("setting-unknown", settingsSheet, address(sheet.rows.length - 1, 0), null)] };
  }),
  inSettings("an unknown rule of ranking", "Cách xếp hạng", (pick) => ["Ngẫu nhiên", 7][pick % 2] ?? ""),
  inSettings("an unknown rule of rounding", "Làm tròn", () => "Cắt bỏ"),
  inSettings("an unknown rule for what does not apply", "Không áp dụng", () => "Bỏ qua"),
  inSettings("an unknown cap", "Trần chỉ số", (pick) => ["cao", -5, 0][pick % 3] ?? ""),
  inSettings("an unknown year", "Năm đánh giá", (pick) => ["năm ngoái", 20, "202x"][pick % 3] ?? ""),
  inSettings(
    "a national rank that became a date",
    "Xếp hạng toàn quốc",
    () => ({ t: "n", v: 23346, z: "mmm\\-yy" }),
    "12/63",
  ),
  defect("a level without a number", false, ({ drawn, scoring }) => {
    const sheet = sheetNamed(drawn, settingsSheet);
    sheet.rows.push([], ["Xếp loại", "Từ (%)"], ["Tốt", 80], ["Khá", "nhiều"], ["Yếu", 0]);
    const levels = [
      { name: "Tốt", atLeast: "80" },
      { name: "Yếu", atLeast: "0" },
    ];
    const place = address(sheet.rows.length - 2, 1);
    return {
      findings: [findingKey("setting-unknown", settingsSheet, place, null)],
      definition: { ...scoring.definition, levels },
    };
  }),
  defect("a sheet of something else", false, ({ drawn }) => {
    (drawn.sheets as DrawnSheet[]).push({ name: "Nháp", role: "other", rows: [["Việc", "Ai làm"]] });
    return { findings: [findingKey("sheet-skipped", "Nháp", null, null)] };
  }),
];

function withoutLastYear({ scoring: { definition } }: Patient, name: string): NonNullable<Planted["definition"]> {
  const groups = definition.groups.map((group) => ({
    ...group,
    agencies: group.agencies.map(({ lastYear, ...agency }) =>
      agency.name === name || lastYear === undefined ? agency : { ...agency, lastYear },
    ),
  }));
  return { ...definition, groups };
}
