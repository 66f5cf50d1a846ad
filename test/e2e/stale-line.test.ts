import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, write, type WorkBook } from "xlsx";
import { reportTexts } from "../../src/strings/report.vi";
import { scoreTable, toBytes } from "../fixtures/fixture";
import { smallGroup } from "../fixtures/plain";
import { recalculateAll } from "../independent/recalculate";
import { projectFolder, runReport, temporaryFolder } from "./run-report";

/** Changes one cell of the report's workbook and gives the file again. */
function changed(bytes: Uint8Array, change: (book: WorkBook) => void): Uint8Array {
  const book = read(bytes, { type: "array", cellFormula: true });
  change(book);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

/** The workbook with other cells, by sheet and cell; null: nothing there. */
function withCells(
  bytes: Uint8Array,
  cells: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>,
): Uint8Array {
  return changed(bytes, (book) => {
    for (const [name, ofSheet] of Object.entries(cells)) {
      const sheet = book.Sheets[name];
      if (sheet === undefined) throw new Error(`no sheet ${name}`);
      for (const [cell, value] of Object.entries(ofSheet)) {
        if (value === null) Reflect.deleteProperty(sheet, cell);
        else sheet[cell] = typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value };
      }
    }
  });
}

const sheetName = "Cấp tỉnh";
const { scores, settings, scoresAndSettings, changed: haveChanged, since } = reportTexts.staleParts;
const scoresChanged = scores + haveChanged + since;
const settingsChanged = (...names: readonly string[]): string =>
  `${settings}${haveChanged} (${names.join(", ")})${since}`;

describe("after the calculation", () => {
  it("every report sheet says so when a score changes, and the numbers follow", async () => {
    const out = join(temporaryFolder(), "out.xlsx");
    expect(runReport([join(projectFolder, "assets/sample-dak-nong-2020.xlsx"), "--out", out]).status).toBe(0);
    const bytes = readFileSync(out);

    // The first leaf score of the first agency: a number below a row whose code has three parts.
    const table = read(bytes, { type: "array" }).Sheets[sheetName];
    const leaf = Object.keys(table ?? {}).find((address) => {
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      return (
        column > "E" && typeof table?.[address]?.v === "number" && /^\d+\.\d+\.\d+$/.test(String(table?.[`A${row}`]?.v))
      );
    });
    if (leaf === undefined) throw new Error("no leaf score found");
    const score = Number(table?.[leaf]?.v);

    const set = (value: number | string): Uint8Array => withCells(bytes, { [sheetName]: { [leaf]: value } });
    const [same, lower, text] = await recalculateAll([set(score), set(score - 0.125), set("KAD")]);
    const reportSheets = [...(same?.keys() ?? [])].filter((name) => name.startsWith("BC"));
    expect(reportSheets).toHaveLength(11);
    for (const name of reportSheets) {
      expect(same?.get(name)?.get("A1")?.value ?? "").toBe("");
      expect(lower?.get(name)?.get("A1")?.value).toBe(scoresChanged);
      expect(text?.get(name)?.get("A1")?.value).toBe(scoresChanged);
    }

    // The mean of the ranking's score column falls by an eighth over 22 agencies: the numbers are live.
    const totals = (values: typeof same): number =>
      [...(values?.get("BC Tính toán") ?? [])]
        .filter(([address]) => /^E\d+$/.test(address))
        .reduce((sum, [, cell]) => sum + (typeof cell.value === "number" ? cell.value : 0), 0);
    expect(totals(same) - totals(lower)).toBeGreaterThan(0.12);
  });
});

/** A sheet Thông tin with a bit of everything, and where its values stand. */
const longWords = `các "sở", ngành ${"và cơ quan tương đương ".repeat(14)}`;
const information = [
  ["THÔNG TIN CHUNG"],
  ["Tỉnh", "Đắk Nông"],
  ["Năm đánh giá", 2020],
  ["Cách xếp hạng", "Liền kề"],
  ["Làm tròn: Gặp 5 làm tròn lên"],
  ["Không áp dụng", null],
  ["Trần chỉ số", "Không"],
  ["Dấu thập phân", ","],
  ["Xếp hạng toàn quốc", "45/63"],
  [],
  ["Xếp loại", "Từ (%)"],
  ["Tốt", 92.5],
  ["Khá", "80,5"],
  ["Kém", null],
  [],
  ["Nhóm", "Tên cột đơn vị", "Tên trong tiêu đề"],
  ["Các sở, ngành", "Cơ quan_x0041_", `${longWords}\ncấp tỉnh`],
];

describe("after a change of settings", () => {
  const group = smallGroup();
  const folder = temporaryFolder();
  const [input, out] = [join(folder, "in.xlsx"), join(folder, "out.xlsx")];
  writeFileSync(input, toBytes({ "Thông tin": information, [group.sheet]: scoreTable(group).rows }));
  const cases: readonly {
    readonly name: string;
    readonly cells: Readonly<Record<string, string | number | null>>;
    readonly expected: string;
  }[] = [
    { name: "nothing", cells: {}, expected: "" },
    { name: "the same once more", cells: { B4: "Liền kề", B3: 2020, B12: 92.5, B13: "80,5" }, expected: "" },
    { name: "a number typed as text", cells: { B3: "2020" }, expected: "" },
    { name: "a word", cells: { B4: "Cách hạng" }, expected: settingsChanged("Cách xếp hạng") },
    { name: "its case", cells: { B2: "đắk nông" }, expected: settingsChanged("Tỉnh") },
    { name: "a number", cells: { B3: 2021 }, expected: settingsChanged("Năm đánh giá") },
    { name: "what was text is a number", cells: { B9: 45 }, expected: settingsChanged("Xếp hạng toàn quốc") },
    { name: "a value that is gone", cells: { B8: null }, expected: settingsChanged("Dấu thập phân") },
    {
      name: "a value that was not there",
      cells: { B6: "Quy đổi trong tiêu chí cấp trên" },
      expected: settingsChanged("Không áp dụng"),
    },
    { name: "key and value in one cell", cells: { A5: "Làm tròn: Về số chẵn" }, expected: settingsChanged("Làm tròn") },
    { name: "a value beside them", cells: { B5: "Về số chẵn" }, expected: settingsChanged("Làm tròn") },
    { name: "a threshold", cells: { B12: 92.4 }, expected: settingsChanged("Xếp loại") },
    { name: "a threshold of words", cells: { B13: "80,6" }, expected: settingsChanged("Xếp loại") },
    { name: "a further level", cells: { A15: "Rất kém" }, expected: settingsChanged("Xếp loại") },
    { name: "the end of long words", cells: { C17: `${longWords}\ncấp xã` }, expected: settingsChanged("Nhóm") },
    {
      name: "several",
      cells: { B4: "Cách hạng", B7: 100, B17: "Cơ quan" },
      expected: settingsChanged("Cách xếp hạng", "Trần chỉ số", "Nhóm"),
    },
  ];
  let values: readonly Awaited<ReturnType<typeof recalculateAll>>[number][] = [];

  beforeAll(async () => {
    const run = runReport([input, "--out", out]);
    expect([run.status, run.stderr]).toEqual([0, expect.any(String)]);
    const bytes = readFileSync(out);
    const workbooks = cases.map(({ cells }) => withCells(bytes, { "Thông tin": cells }));
    const both = withCells(bytes, { "Thông tin": { B4: "Cách hạng" }, [group.sheet]: { D6: 1 } });
    values = await recalculateAll([...workbooks, both]);
  }, 300_000);

  it.each(cases.map(({ name, expected }, at) => [name, expected, at] as const))("%s: %p", (_, expected, at) => {
    const sheets = [...(values[at] ?? [])].filter(([name]) => name.startsWith("BC"));
    expect(sheets.length).toBeGreaterThan(3);
    for (const [, cells] of sheets) expect(cells.get("A1")?.value ?? "").toBe(expected);
  });

  it("names scores and settings where both have changed", () => {
    const both = values[cases.length]?.get("BC III.1")?.get("A1")?.value;
    expect(both).toBe(`${scoresAndSettings}${haveChanged} (Cách xếp hạng)${since}`);
  });
});
