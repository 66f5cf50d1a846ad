/**
 * The official Đắk Nông 2020 report, number by number, from the sample workbook through the command line: in the JSON
 * and in the sheets. The report's own errors are listed below, each with the right value that must stand instead.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { ResultsJson } from "../../src/app/results-json";
import golden from "../golden/dak-nong-2020.json";
import { type ReportTable, reportTables, type Value } from "./report-tables";
import { projectFolder, runReport, temporaryFolder } from "./run-report";

/** Where the official report is wrong: printed value → right value (knownErrorsInTheReport of the golden file). */
const knownErrors: Readonly<Record<string, { readonly printed: number; readonly right: number }>> = {
  "Các đơn vị cấp tỉnh / Văn phòng UBND tỉnh / area 1 rank": { printed: 6, right: 4 },
  "Các đơn vị cấp tỉnh / Kho Bạc Nhà nước tỉnh / area 1 rank": { printed: 7, right: 5 },
  "Các đơn vị cấp tỉnh / mean lastYear": { printed: 86.22, right: 86.82 },
  "Các đơn vị cấp tỉnh / mean change": { printed: 4.1, right: 3.5 },
};

/** Printed as "(+) 3.41", "(-) 1.99", "0". */
function printedNumber(text: string): number {
  return Number(text.replace("(+) ", "").replace("(-) ", "-"));
}

/** Rounds half up from the decimal text of a number: no binary remainder. */
function rounded(value: number | null | undefined, decimals: number): number {
  if (value === null || value === undefined) return NaN;
  const [whole = "0", fraction = ""] = value.toFixed(12).split(".");
  const units = BigInt(whole + fraction.slice(0, decimals)) + (Number(fraction[decimals]) >= 5 ? 1n : 0n);
  return Number(units) / 10 ** decimals;
}

const folder = temporaryFolder();
const outFile = join(folder, "out.xlsx");
const jsonFile = join(folder, "r.json");
let json: ResultsJson;
let tables: readonly ReportTable[];
let bytes: Uint8Array;

const differences: string[] = [];
const errorsMet = new Set<string>();
let compared = 0;

function compare(where: string, actual: Value | undefined, printed: string | number): void {
  compared += 1;
  const expected = typeof printed === "number" ? printed : printedNumber(printed);
  const known = knownErrors[where];
  if (known !== undefined) {
    if (expected !== known.printed) differences.push(`${where}: the report prints ${String(expected)}`);
    if (actual === known.right) errorsMet.add(where);
    else differences.push(`${where}: ${String(actual)} instead of the right ${String(known.right)}`);
  } else if (actual !== expected) {
    differences.push(`${where}: ${String(actual)}, printed ${String(printed)}`);
  }
}

beforeAll(() => {
  const sample = join(projectFolder, "assets/sample-dak-nong-2020.xlsx");
  const run = runReport([sample, "--out", outFile, "--json", jsonFile]);
  expect(run.status).toBe(0);
  json = JSON.parse(readFileSync(jsonFile, "utf8")) as ResultsJson;
  bytes = readFileSync(outFile);
  tables = reportTables(bytes);
});

beforeEach(() => {
  differences.length = 0;
  errorsMet.clear();
  compared = 0;
});

const [comparisonRows, meanLabel] = [golden.comparison.rows, "Giá trị trung bình"];

describe("the Đắk Nông 2020 report", () => {
  it("comes out in the JSON, number by number, but for its known errors", () => {
    expect(json.year).toBe(2020);
    golden.groups.forEach((group, at) => {
      const computed = json.groups[at];
      expect(computed?.name).toBe(group.name);
      for (const agency of group.agencies) {
        const found = computed?.agencies.find(({ name }) => name === agency.name);
        const where = `${group.name} / ${agency.name}`;
        compare(`${where} / index`, rounded(found?.index, 3), agency.index);
        compare(`${where} / score`, rounded(found?.score, 2), agency.score);
        compare(`${where} / rank`, found?.rank ?? null, agency.rank);
        compare(`${where} / lastYear`, found?.lastYear ?? null, agency.lastYear.score2019);
        compare(`${where} / change`, found?.change ?? null, agency.lastYear.change);
        const level = golden.levels.find(({ atLeast }) => Number(agency.index) >= atLeast);
        expect(found?.level).toBe(level?.name);
        agency.domains.forEach((domain, areaAt) => {
          const area = found?.areas[areaAt];
          compare(`${where} / area ${String(areaAt + 1)} score`, rounded(area?.score, 3), domain.score);
          compare(`${where} / area ${String(areaAt + 1)} subIndex`, rounded(area?.subIndex, 2), domain.percent);
          compare(`${where} / area ${String(areaAt + 1)} rank`, area?.rank ?? null, domain.rank);
        });
      }
      const order = group.agencies.map(({ name }) => name);
      expect(computed?.agencies.map(({ name }) => name)).toEqual(order);

      const mean = computed?.mean;
      compare(`${group.name} / mean score`, rounded(mean?.score, 2), group.publishedAverage.score);
      compare(`${group.name} / mean index`, rounded(mean?.index, 2), group.publishedAverage.index);
      const printedMean = comparisonRows.filter((row) => row[1] === meanLabel)[at];
      compare(`${group.name} / mean lastYear`, mean?.lastYear ?? null, printedMean?.[2] ?? "");
      compare(`${group.name} / mean change`, mean?.change ?? null, printedMean?.[4] ?? "");
      group.domains.forEach((domain, areaAt) => {
        const where = `${group.name} / mean of area ${String(areaAt + 1)}`;
        compare(`${where} score`, rounded(mean?.areas[areaAt]?.score, 2), domain.publishedAverage.score);
        compare(`${where} subIndex`, rounded(mean?.areas[areaAt]?.subIndex, 2), domain.publishedAverage.percent);
      });
    });
    const all = comparisonRows[comparisonRows.length - 1] ?? [];
    compare("all / lastYear", json.meanOfAll.lastYear, all[2] ?? "");
    compare("all / index", rounded(json.meanOfAll.index, 2), all[3] ?? "");
    compare("all / change", json.meanOfAll.change, all[4] ?? "");

    expect(differences).toEqual([]);
    expect([...errorsMet].sort()).toEqual(Object.keys(knownErrors).sort());
    expect(compared).toBeGreaterThan(800);
  });

  it("stands in seventeen tables of the workbook, number by number, but for its known errors", () => {
    expect(tables.map(({ sheet }) => sheet)).toEqual([
      "BC III.1",
      "BC III.2",
      "BC III.3 So sánh",
      ...[1, 2, 3, 4, 5, 6, 7].flatMap((number) => [`BC IV.${String(number)}`, `BC IV.${String(number)}`]),
    ]);
    golden.groups.forEach((group, at) => {
      const ranking = tables[at];
      expect(ranking?.headings).toEqual(group.rankingHeadings);
      group.agencies.forEach((agency, row) => {
        const cells = ranking?.rows[row] ?? [];
        const where = `${group.name} / ${agency.name}`;
        expect(cells[1]).toBe(agency.name);
        compare(`${where} / rank`, cells[0], agency.rank);
        compare(`${where} / score`, cells[2], agency.score);
        compare(`${where} / index`, cells[3], agency.index);
      });
      const mean = ranking?.rows[group.agencies.length] ?? [];
      expect(mean[1]).toBe(meanLabel);
      compare(`${group.name} / mean score`, mean[2], group.publishedAverage.score);
      compare(`${group.name} / mean index`, mean[3], group.publishedAverage.index);

      group.domains.forEach((domain, areaAt) => {
        const table = tables[3 + areaAt * 2 + at];
        const maximum = `(tối đa ${String(domain.max)} điểm)`;
        expect(table?.headings[2]).toContain(maximum);
        // The printed headings are in small letters throughout ("cchc"), and not sure of the space before "(%)".
        const bare = (text: string): string => text.toLowerCase().replace(/ \(%\)/, "(%)");
        expect(table?.headings.slice(2).map(bare)).toEqual(domain.headings.slice(2).map(bare));
        for (const agency of group.agencies) {
          const cells = table?.rows.find((row) => row[1] === agency.name) ?? [];
          const where = `${group.name} / ${agency.name} / area ${String(areaAt + 1)}`;
          compare(`${where} rank`, cells[0], agency.domains[areaAt]?.rank ?? "");
          compare(`${where} score`, cells[2], agency.domains[areaAt]?.score ?? "");
          compare(`${where} subIndex`, cells[3], agency.domains[areaAt]?.percent ?? "");
        }
        const areaMean = table?.rows[group.agencies.length] ?? [];
        const where = `${group.name} / mean of area ${String(areaAt + 1)}`;
        compare(`${where} score`, areaMean[2], domain.publishedAverage.score);
        compare(`${where} subIndex`, areaMean[3], domain.publishedAverage.percent);
      });
    });

    const comparison = tables[2];
    expect(comparison?.headings).toEqual(golden.comparison.headings);
    expect(comparison?.rows).toHaveLength(comparisonRows.length);
    let group = "all";
    comparisonRows.forEach((printed, row) => {
      const cells = comparison?.rows[row] ?? [];
      const [order = "", name = "", lastYear = "", thisYear = "", change = ""] = printed;
      if (/^I+$/.test(order)) {
        group = golden.groups[order.length - 1]?.name ?? "";
        expect(cells[0]).toBe(order);
        return;
      }
      if (name === `${meanLabel} (I) và (II)`) group = "all";
      const where = group === "all" ? "all /" : name === meanLabel ? `${group} / mean` : `${group} / ${name} /`;
      expect(cells[1]).toBe(name);
      compare(`${where} lastYear`, cells[2], lastYear);
      compare(`${where} index of the comparison`, cells[3], thisYear);
      compare(`${where} change`, cells[4], change);
    });

    expect(differences).toEqual([]);
    expect([...errorsMet].sort()).toEqual(Object.keys(knownErrors).sort());
    expect(compared).toBeGreaterThan(800);
  });

  it("has its sixteen native charts, with the official captions as titles", () => {
    const parts = unzipSync(bytes);
    const titles = Object.keys(parts)
      .filter((path) => /^xl\/charts\/chart[^/]*\.xml$/.test(path))
      .map((path) => {
        const xml = new TextDecoder().decode(parts[path]);
        const title = /<c:title>.*?<\/c:title>/s.exec(xml)?.[0] ?? "";
        return [...title.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join("");
      });
    // Two printed captions carry slips or an extra "của": compared without case, "của", and with CBCCVC put right.
    const bare = (text: string): string =>
      text
        .toLowerCase()
        .replace(/ của(?= các| ubnd)/g, "")
        .replace("cbcvc", "cbccvc");
    expect(titles.map(bare).sort()).toEqual(golden.captions.map(bare).sort());
  });
});
