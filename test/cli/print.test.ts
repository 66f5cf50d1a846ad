/** The rankings as they are printed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { calculate } from "../../src/app/calculate";
import { rankingLines } from "../../src/cli/print";
import { printable, widthOf } from "../../src/cli/terminal";
import { computeInWorker } from "../../src/formula/values/engine-node";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { Results } from "../../src/scoring/results";

async function sampleResults(): Promise<Results> {
  const sample = join(__dirname, "../../assets/sample-dak-nong-2020.xlsx");
  const { results } = await calculate(await openXlsx(readFileSync(sample), computeInWorker), false);
  if (results === null) throw new Error("the sample has results");
  return results;
}

/** The printed lines of the sample, with its best provincial agency under another name. */
async function linesWithName(name: string): Promise<readonly string[]> {
  const results = await sampleResults();
  const groups = results.groups.map((group) => ({
    ...group,
    agencies: group.agencies.map((agency) =>
      agency.rank === 1 ? { ...agency, agency: { ...agency.agency, name } } : agency,
    ),
  }));
  return rankingLines({ ...results, groups });
}

test.each([
  ["in letters with separate marks", "Bảo hiểm xã hội tỉnh".normalize("NFD")],
  ["in wide characters", "内务厅"],
  ["with an escape sequence", "Sở\x1B[2J Y tế"],
  ["with what has no width", "Sở\u202E Y\u200B tế"],
  ["with a line break", "Sở\nY tế"],
])("the scores end under their heading beside a name %s", async (_, name) => {
  const lines = (await linesWithName(name)).map(printable);
  const headings = lines.filter((line) => line.startsWith("Hạng"));
  const best = lines.filter((line) => line.startsWith("   1 "));
  expect([headings.length, best.length]).toEqual([2, 2]);
  best.forEach((row, group) => {
    const heading = headings[group] ?? "";
    // Up to the end of the first figure after the name.
    const [upToScore = ""] = /^ +1 .*? \d+(\.\d+)?(?=  )/.exec(row) ?? [];
    expect(upToScore).toMatch(/\d$/);
    expect(widthOf(upToScore)).toBe(widthOf(heading.slice(0, heading.indexOf("Điểm") + "Điểm".length)));
  });
});

test("a name of 32,000 characters makes no row longer than a screen can show", async () => {
  const lines = await linesWithName("dài ".repeat(8000));
  expect(lines.find((line) => line.includes("dài"))).toContain("…");
  expect(Math.max(...lines.map(widthOf))).toBeLessThan(200);
});

test("figures carry the workbook's decimal mark", async () => {
  const results = await sampleResults();
  const lines = rankingLines({ ...results, settings: { ...results.settings, decimalMark: "," } });
  expect(lines.find((line) => line.includes("Bảo hiểm xã hội"))).toMatch(/ 95,9 +95,895 .* \+3,41$/);
  expect(lines.join("")).not.toMatch(/\d\.\d/);
});

test("every figure ends where its heading does, ranks and changes too", async () => {
  const [, , heading = "", ...rows] = rankingLines(await sampleResults());
  const ranks = rows.slice(0, 22);
  for (const row of ranks) {
    expect(row.slice(0, "Hạng".length)).toMatch(/^ +\d+$/);
    expect(row.length).toBe(heading.length);
  }
});
