/** Ranks as LibreOffice computes them from the formulas, against RESULTS.json; also where the decimal mark is a comma. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { calculate } from "../../src/app/calculate";
import { type GroupJson, type ResultsJson, resultsJson } from "../../src/app/results-json";
import { computeInWorker } from "../../src/formula/values/engine-node";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { rankWorkbook } from "../fixtures/random-ranks";
import { calculate as calculateIndependently } from "../independent/calculate";
import { differences } from "../independent/compare";
import { formulaDifferences, recalculateAll, type SheetValues, type WorkbookValues } from "../independent/recalculate";

/** What each agency's rank is, in the order of the table. */
type Ranks = readonly (readonly [agency: string, rank: number | null])[];

const seeds = Array.from({ length: 30 }, (_, at) => 1 + at);
const reports: { readonly json: ResultsJson; readonly out: Uint8Array }[] = [];

it("ranks as calculated independently, in random workbooks with ties", async () => {
  for (const seed of seeds) {
    const { bytes, definition } = rankWorkbook(seed);
    const host = await openXlsx(bytes, computeInWorker);
    const { results, report } = await calculate(host, definition.provisional === true);
    if (report === null) throw new Error(`workbook ${String(seed)} cannot be computed`);
    const json = resultsJson(2025, results, []);
    expect(differences(json, calculateIndependently(definition))).toEqual([]);
    await host.writeReport(report);
    reports.push({ json, out: host.toBytes() });
  }
  const agencies = reports.flatMap(({ json }) => json.groups.flatMap((group) => group.agencies));
  // What these workbooks are for is in them.
  const some = [
    agencies.filter(({ rank }) => rank === null),
    agencies.filter(({ index }) => index !== null && index < 0),
    agencies.filter(({ index }) => index !== null && index > 100),
    reports.filter(({ json }) => json.groups.some((group) => (group.lastRank ?? 0) < group.agencies.length / 2)),
    reports.filter(({ json }) => json.groups.length > 1),
  ];
  expect(Math.min(...some.map(({ length }) => length))).toBeGreaterThan(5);
});

it.each([
  ["en-US", seeds.length],
  ["vi-VN", 10],
])(
  "and so do the formulas in the locale %s, in %i of them",
  async (locale, count) => {
    const some = reports.slice(0, count);
    const outputs = some.map(({ out }) => out);
    const probes = outputs.slice(0, 4).map(withCriteriaInRanks);
    const values = await recalculateAll([...outputs, ...probes], "soffice", locale);

    const wrong = outputs.flatMap((out, at) => formulaDifferences(out, valuesAt(values, at)));
    expect(wrong.slice(0, 10)).toEqual([]);
    some.forEach(({ json }, at) => {
      const recalculated = valuesAt(values, at);
      json.groups.forEach((group, groupAt) => {
        expect(tablesOn(recalculated.get(`BC III.${String(groupAt + 1)}`))).toEqual([ranksOf(group.agencies)]);
      });
      const areas = Math.max(...json.groups.map((group) => group.mean.areas.length));
      for (let area = 0; area < areas; area += 1) {
        const having = json.groups.filter((group) => area < group.mean.areas.length);
        expect(tablesOn(recalculated.get(`BC IV.${String(area + 1)}`))).toEqual(having.map(areaRanks(area)));
      }
    });

    // A decimal number in a criterion would have a decimal mark, of this locale or another.
    const criteria = probes.flatMap((_, at) => criteriaOn(valuesAt(values, outputs.length + at).get("BC Tính toán")));
    expect(criteria.length).toBeGreaterThan(100);
    expect(criteria.filter((criterion) => !/^>-?\d+$/.test(criterion))).toEqual([]);
  },
  300_000,
);

function valuesAt(values: readonly WorkbookValues[], at: number): WorkbookValues {
  return values[at] ?? new Map<string, SheetValues>();
}

/** The rank cells hold the criterion that they count by. */
function withCriteriaInRanks(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, part];
    const xml = strFromU8(part).replace(/(<f>IF\([^<]*,)1\+COUNTIF\([^,<]*,([^<]*)\)\)<\/f>/g, "$1$2)</f>");
    return [name, strToU8(xml)];
  });
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

function criteriaOn(sheet: SheetValues | undefined): readonly string[] {
  return [...(sheet?.values() ?? [])].flatMap(({ value }) =>
    typeof value === "string" && /^[<>=]/.test(value) ? [value] : [],
  );
}

/** Every table that begins with "Xếp hạng", by name: equal agencies stand in the order of the workbook in both. */
function tablesOn(sheet: SheetValues | undefined): readonly Ranks[] {
  const at = (column: string, row: number): unknown => sheet?.get(`${column}${String(row)}`)?.value;
  const rows = Math.max(0, ...[...(sheet?.keys() ?? [])].map((cell) => Number(cell.replace(/\D/g, ""))));
  const tables: (readonly [string, number | null])[][] = [];
  let table: (readonly [string, number | null])[] | null = null;
  for (let row = 1; row <= rows; row += 1) {
    const [first, name] = [at("A", row), at("B", row)];
    if (first === "Xếp hạng") {
      table = [];
      tables.push(table);
    } else if (name === "Giá trị trung bình") {
      table = null;
    } else if (table !== null && typeof name === "string") {
      table.push([name, typeof first === "number" ? first : null]);
    }
  }
  return tables.map(byName);
}

function ranksOf(agencies: readonly { readonly name: string; readonly rank: number | null }[]): Ranks {
  return byName(agencies.map(({ name, rank }) => [name, rank]));
}

const areaRanks =
  (area: number) =>
  ({ agencies }: GroupJson): Ranks =>
    ranksOf(agencies.map(({ name, areas }) => ({ name, rank: areas[area]?.rank ?? null })));

function byName(ranks: Ranks): Ranks {
  return [...ranks].sort(([a], [b]) => (a < b ? -1 : 1));
}
