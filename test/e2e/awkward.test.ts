/**
 * Workbooks as offices really send them, each made by another library than the one that reads them: the command line
 * against an independent calculation, its findings, and every formula against a hard recalculation in LibreOffice.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResultsJson } from "../../src/app/results-json";
import { awkwardWorkbooks } from "../fixtures/awkward";
import { calculate } from "../independent/calculate";
import { differences } from "../independent/compare";
import { compareAllFormulas } from "../independent/recalculate";
import { projectFolder, runReport, temporaryFolder } from "./run-report";

const folder = temporaryFolder();
const written: { name: string; file: string }[] = [];

describe.each(awkwardWorkbooks().map((fixture, at) => ({ ...fixture, at })))("a workbook: $name", (fixture) => {
  const file = (ending: string): string => join(folder, `${String(fixture.at)}${ending}`);
  const isProvisional = fixture.definition.provisional === true;

  it("gives the right numbers and findings", () => {
    writeFileSync(file(".xlsx"), fixture.bytes);
    const run = runReport([
      file(".xlsx"),
      "--out",
      file("-out.xlsx"),
      "--json",
      file(".json"),
      ...(isProvisional ? ["--provisional"] : []),
    ]);
    expect(run.stderr).not.toMatch(/^\s+at |Có lỗi ngoài dự kiến/m);
    expect(run.status).toBe(0);
    const { findings, ...results } = JSON.parse(readFileSync(file(".json"), "utf8")) as ResultsJson;
    expect(differences(results, calculate(fixture.definition))).toEqual([]);

    const places = findings.map(({ code, sheet, cell }) => ({ code, sheet, cell }));
    expect(places).toEqual(expect.arrayContaining([...fixture.findings]));
    const expected = new Set(fixture.findings.map(({ code }) => code));
    const unexpected = findings.filter(({ code, severity }) => severity !== "info" && !expected.has(code));
    expect(unexpected).toEqual([]);
    written.push({ name: fixture.name, file: file("-out.xlsx") });
  });

  if (isProvisional) {
    it("is blocked without --provisional: exit 1, findings, and no output", () => {
      const run = runReport([file(".xlsx"), "--out", file("-blocked.xlsx"), "--json", file("-blocked.json")]);
      expect(run.status).toBe(1);
      expect(existsSync(file("-blocked.xlsx"))).toBe(false);
      const json = JSON.parse(readFileSync(file("-blocked.json"), "utf8")) as ResultsJson;
      expect(json.groups).toEqual([]);
      expect(json.findings.some(({ severity }) => severity === "error")).toBe(true);
    });
  }
});

it("every formula of every report equals its cached value after a hard recalculation, in value and type", async () => {
  const sample = join(folder, "sample-out.xlsx");
  expect(runReport([join(projectFolder, "assets/sample-dak-nong-2020.xlsx"), "--out", sample]).status).toBe(0);
  const outputs = [...written, { name: "the sample", file: sample }];
  expect(outputs).toHaveLength(awkwardWorkbooks().length + 1);
  const compared = await compareAllFormulas(outputs.map(({ file }) => readFileSync(file)));
  const wrong = outputs.flatMap(({ name }, at) => (compared[at] ?? []).map((difference) => ({ name, ...difference })));
  expect(wrong.slice(0, 20)).toEqual([]);
});
