import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "xlsx";
import { allocateAreaScore, toUnits } from "../assets/sample/allocate";
import { readSampleData } from "../assets/sample/sample-data";
import type { SampleArea } from "../assets/sample/sample-data";

const data = readSampleData();
const root = join(__dirname, "..");
const committed = readFileSync(join(root, "assets", "sample-dak-nong-2020.xlsx"));
const book = XLSX.read(committed, { cellFormula: true });

/** Numbers of criteria and sub-criteria, and maxima, as the report prints them. */
const published = [
  { counts: ["5+12", "4+8", "7+16", "5+5", "7+7", "4+8", "4+11"], maxima: [17.5, 12, 18, 11, 15, 11.5, 15] },
  { counts: ["6+18", "4+8", "7+17", "7+11", "9+9", "4+8", "4+12"], maxima: [18.5, 9, 20, 14.5, 15, 9, 14] },
];

const leavesOf = (area: SampleArea) => area.criteria.flatMap((criterion) => criterion.subCriteria);
const sum = (units: readonly number[]) => units.reduce((total, unit) => total + unit, 0);

function rowsOf(sheet: string): unknown[][] {
  const content = book.Sheets[sheet];
  if (content === undefined) {
    throw new Error(`No sheet ${sheet}`);
  }
  return XLSX.utils.sheet_to_json<unknown[]>(content, { header: 1, raw: true, defval: null, range: "A1:Z200" });
}

test("Generating the sample again gives the committed bytes, in any time zone", () => {
  const folder = mkdtempSync(join(tmpdir(), "sample-"));
  try {
    const target = join(folder, "sample.xlsx");
    // A process of its own: excelize-wasm imports node:fs in a way that jest's sandbox does not allow.
    const script = join(root, "assets", "sample", "make-sample.ts");
    execFileSync(process.execPath, ["-r", join(root, "src", "cli", "register.js"), script, target], {
      env: { ...process.env, TZ: "Asia/Ho_Chi_Minh" },
    });
    expect(readFileSync(target).equals(committed)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe.each(data.groups.map((group, index) => ({ group, expected: published[index] })))(
  "The group $group.name",
  ({ group, expected }) => {
    test("has the published numbers of criteria and sub-criteria, and the published maxima", () => {
      const counts = group.areas.map((area) => `${String(area.criteria.length)}+${String(leavesOf(area).length)}`);
      expect(counts).toEqual(expected?.counts);
      expect(group.areas.map((area) => area.maximum)).toEqual(expected?.maxima);
    });

    test("has leaf maxima that add up to each area's, and areas that add up to 100", () => {
      for (const area of group.areas) {
        expect(sum(leavesOf(area).map((leaf) => toUnits(leaf.maximum)))).toBe(toUnits(area.maximum));
      }
      expect(sum(group.areas.map((area) => toUnits(area.maximum)))).toBe(toUnits(100));
    });

    test("has leaf scores between 0 and their maximum that add up to the published area scores", () => {
      for (const agency of group.agencies) {
        group.areas.forEach((area, index) => {
          const scores = allocateAreaScore(area, agency.name, agency.areaScores[index] ?? NaN);
          expect(sum(scores)).toBe(toUnits(agency.areaScores[index] ?? NaN));
          leavesOf(area).forEach((leaf, place) => {
            expect(scores[place]).toBeGreaterThanOrEqual(0);
            expect(scores[place]).toBeLessThanOrEqual(toUnits(leaf.maximum));
          });
        });
      }
    });

    test("stands in its sheet: every area row holds the published maximum and scores as calculated sums", () => {
      const sheet = book.Sheets[group.sheet];
      const rows = rowsOf(group.sheet);
      const header = rows.findIndex((row) => row[0] === "STT");
      expect(rows[header]?.slice(4, 4 + group.agencies.length)).toEqual(group.agencies.map((agency) => agency.name));
      group.areas.forEach((area, index) => {
        const at = rows.findIndex((row) => row[0] === String(index + 1));
        expect(rows[at]?.slice(1, 4)).toEqual([area.name, area.maximum, area.shortName]);
        const scores = group.agencies.map((agency) => agency.areaScores[index]);
        expect(rows[at]?.slice(4, 4 + group.agencies.length)).toEqual(scores);
        const cell = sheet?.[XLSX.utils.encode_cell({ r: at, c: 4 })] as XLSX.CellObject | undefined;
        expect(cell?.t).toBe("n");
        expect(cell?.f).toMatch(/^SUM\(/);
      });
    });

    test("has every leaf of its sheet filled, none above its maximum", () => {
      const leafRows = rowsOf(group.sheet).filter((row) => /^\d+\.\d+\.\d+$/.test(String(row[0])));
      expect(leafRows).toHaveLength(sum(group.areas.map((area) => leavesOf(area).length)));
      for (const row of leafRows) {
        const [maximum, ...scores] = [row[2], ...row.slice(4, 4 + group.agencies.length)].map(Number);
        expect(scores.every((score) => score >= 0 && score <= (maximum ?? NaN))).toBe(true);
      }
    });
  },
);

test("No agency loses its points in the same places as another of its group", () => {
  for (const group of data.groups) {
    const patterns = group.agencies.map((agency) =>
      group.areas
        .flatMap((area, index) => allocateAreaScore(area, agency.name, agency.areaScores[index] ?? NaN))
        .join(" "),
    );
    expect(new Set(patterns).size).toBe(patterns.length);
  }
});

test("The agency list names every agency with its group and last year's index", () => {
  const rows = rowsOf("Danh sách đơn vị");
  const header = rows.findIndex((row) => row[0] === "STT");
  const listed = rows.slice(header + 1).filter((row) => row[0] !== null);
  const wanted = data.groups.flatMap((group) =>
    group.agencies.map((agency) => [agency.name, group.name, agency.aliases?.join("; ") ?? null, agency.lastYear]),
  );
  expect(listed.map((row) => row.slice(1, 5))).toEqual(wanted);
});
