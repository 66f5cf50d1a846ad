/** Random workbooks through the command line: numbers against the independent calculation, formulas against LibreOffice. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResultsJson } from "../../src/app/results-json";
import { randomWorkbook } from "../fixtures/random";
import { calculate } from "../independent/calculate";
import { differences } from "../independent/compare";
import { compareAllFormulas } from "../independent/recalculate";
import { runReport, temporaryFolder } from "./run-report";

const folder = temporaryFolder();
const seeds = Array.from({ length: 20 }, (_, at) => 1000 + at);
const outputs: string[] = [];

it.each(seeds)("workbook %i comes out as calculated independently", (seed) => {
  const fixture = randomWorkbook(seed);
  const [input, out, json] = ["", "-out", ""].map((ending, at) =>
    join(folder, `${String(seed)}${ending}.${at === 2 ? "json" : "xlsx"}`),
  ) as [string, string, string];
  writeFileSync(input, fixture.bytes);
  expect(runReport([input, "--out", out, "--json", json]).status).toBe(0);
  const { findings, ...results } = JSON.parse(readFileSync(json, "utf8")) as ResultsJson;
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(differences(results, calculate(fixture.definition))).toEqual([]);
  outputs.push(out);
});

it("and every formula of theirs recalculates to its cached value", async () => {
  expect(outputs).toHaveLength(seeds.length);
  const compared = await compareAllFormulas(outputs.map((file) => readFileSync(file)));
  const wrong = compared.flatMap((found, at) => found.map((difference) => ({ file: outputs[at], ...difference })));
  expect(wrong.slice(0, 10)).toEqual([]);
});
