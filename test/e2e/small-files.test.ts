/**
 * Small workbooks that went wrong once, each with what is right: test/fixtures/cases are one table with one thing
 * changed, test/fixtures/attacks are hostile. The faults themselves have tests beside the code.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { parseXml } from "../../src/ooxml/xml-tree";
import { projectFolder, temporaryFolder } from "./run-report";

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly repair: string | number | null;
  readonly message: string;
}

interface Json {
  readonly groups: readonly { readonly agencies: readonly { name: string; index: number; rank: number }[] }[];
  readonly findings: readonly Finding[];
}

interface Tried {
  readonly status: number | null;
  readonly printed: string;
  readonly errors: string;
  readonly json: Json | null;
  /** Parts of --out as text, by path; null where there is none. */
  readonly parts: Readonly<Record<string, Uint8Array>> | null;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

const folder = temporaryFolder();
let runs = 0;

function tried(path: string): Tried {
  runs += 1;
  const at = (name: string): string => join(folder, `${String(runs)}-${name}`);
  const [out, json, measured] = [at("out.xlsx"), at("results.json"), at("used.json")];
  const words = [path, "--out", out, "--json", json];
  const run = spawnSync(process.execPath, ["-r", "./test/e2e/measure.js", "src/cli/report.js", ...words], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { ...process.env, PARINDEX_MEASURE: measured },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 110_000,
  });
  const used = JSON.parse(readFileSync(measured, "utf8")) as { cpuSeconds: number; megabytes: number };
  return {
    status: run.status,
    printed: run.stdout,
    errors: run.stderr,
    json: existsSync(json) ? (JSON.parse(readFileSync(json, "utf8")) as Json) : null,
    parts: existsSync(out) ? unzipSync(readFileSync(out)) : null,
    ...used,
  };
}

/** Every part can be read by whoever reads UTF-8 XML, and has one type. */
function requireSound(parts: NonNullable<Tried["parts"]>, only: (path: string) => boolean = () => true): void {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(path) || !only(path)) continue;
    const text = decoder.decode(bytes);
    expect([path, /^<\?xml[^>]*encoding="(?!utf-8)/i.test(text)]).toEqual([path, false]);
    expect([path, parseXml(text).local]).toEqual([path, expect.any(String)]);
  }
  const types = decoder.decode(parts["[Content_Types].xml"]);
  const named = [...types.matchAll(/PartName="([^"]*)"/g)].map(([, path]) => path?.toLowerCase());
  expect(named).toEqual([...new Set(named)]);
}

const indices = ({ json }: Tried): number[] =>
  json?.groups.flatMap(({ agencies }) => agencies.map((one) => one.index)) ?? [];
const ranks = ({ json }: Tried): number[] =>
  json?.groups.flatMap(({ agencies }) => agencies.map((one) => one.rank)) ?? [];
const found = ({ json }: Tried, severities = ["error", "warning"]): string[] =>
  (json?.findings ?? [])
    .filter(({ severity }) => severities.includes(severity))
    .map(({ code, repair }) => (repair === null ? code : `${code} ${String(repair)}`));

const file = (kind: "cases" | "attacks", name: string): string =>
  join(projectFolder, "test/fixtures", kind, `${name}.xlsx`);

describe("a workbook with one thing changed", () => {
  it.each([
    "dangling-override",
    "selfclosed-styles",
    "utf16be-workbook",
    "latin1-workbook",
    "eth-header",
    "eth-agency",
    "shy-header",
    "prefix",
  ])("is computed as if it were not: %s", (name) => {
    const run = tried(file("cases", name));
    expect([run.status, run.errors.includes("    at ")]).toEqual([0, false]);
    expect(indices(run)).toEqual([99.895, 95.5, 80.25]);
    expect(ranks(run)).toEqual([1, 2, 3]);
    expect(found(run)).toEqual([]);
    requireSound(run.parts ?? {});
  });

  it.each([
    ["empty-shared-na", "score-missing"],
    ["date1904", "score-became-date 1.5"],
    ["date1904-wrong", "score-became-date 2.3"],
    ["struct-only", "formula-not-calculated"],
    ["ext-only", "formula-not-calculated"],
    ["f-let", "formula-not-calculated"],
    ["value-comma", "formula-not-calculated"],
  ])("stops the official report: %s", (name, finding) => {
    const run = tried(file("cases", name));
    expect([run.status, run.parts]).toEqual([1, null]);
    expect(run.json?.groups).toEqual([]);
    expect([...new Set(found(run, ["error"]))]).toEqual([finding]);
  });

  it.each(["lrm-score", "fullw"])("has a number seen in its text: %s", (name) => {
    const run = tried(file("cases", name));
    expect([run.status, found(run)[0]]).toEqual([0, "score-is-text 55.5"]);
    expect(found(run).every((one) => one.startsWith("score-is-text"))).toBe(true);
    // It stands where 60 stood.
    expect(indices(run)).toEqual([95.5, 95.395, 80.25]);
  });

  it("has its formulas judged one by one: iferror-let", () => {
    const run = tried(file("cases", "iferror-let"));
    expect([run.status, found(run)]).toEqual([0, []]);
    expect(indices(run)).toEqual([99.895, 95.5, 80.25]);
  });

  it("finds last year's index of an agency under another letter: eth-agency", () => {
    const { json } = tried(file("cases", "eth-agency"));
    expect(json?.findings.map(({ code }) => code)).toContain("agency-name-variant");
  });

  it("is refused where its texts are missing: nosst", () => {
    const run = tried(file("cases", "nosst"));
    expect([run.status, run.parts]).toEqual([2, null]);
    expect(run.errors).toMatch(/^[^\n]*hỏng[^\n]*\n$/);
  });
});

describe("a hostile workbook", () => {
  const attacks = readdirSync(join(projectFolder, "test/fixtures/attacks")).map((name) => name.replace(/\.xlsx$/, ""));

  it.each(attacks)("ends within 20 s of CPU and 2 GB, with an answer: %s", (name) => {
    const run = tried(file("attacks", name));
    expect([0, 1, 2]).toContain(run.status);
    expect(run.cpuSeconds).toBeLessThan(20);
    expect(run.megabytes).toBeLessThan(2048);
    expect(run.errors).not.toContain("    at ");
    if (run.status === 2) expect(run.errors).toMatch(/^[^\n]+\n$/);
    // Nothing of the file steers the terminal.
    expect(run.printed + run.errors).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    if (run.parts !== null) requireSound(run.parts, (path) => !path.startsWith("xl/worksheets/"));
  });

  it("cannot have a sheet of its own overwritten or taken out by a mark", () => {
    for (const [name, kept] of [
      ["last-year-sheet-overwritten", "BC III.1"],
      ["planted-mark-retires-score-sheet", "Sở"],
    ] as const) {
      const before = unzipSync(readFileSync(file("attacks", name)));
      const { parts } = tried(file("attacks", name));
      const workbook = new TextDecoder().decode(parts?.["xl/workbook.xml"]);
      expect(workbook).toMatch(new RegExp(`<(\\w+:)?sheet [^>]*name="${kept}`));
      for (const [path, bytes] of Object.entries(before)) {
        if (path.startsWith("xl/worksheets/sheet")) expect([path, parts?.[path]]).toEqual([path, bytes]);
      }
    }
  });

  it("cannot put a number into the results that is none: json-null-maximum", () => {
    const run = tried(file("attacks", "json-null-maximum"));
    expect([run.status, run.parts]).toEqual([1, null]);
    expect(found(run)).toContain("maximum-missing");
    expect(run.errors).not.toMatch(/Infinity|NaN/);
  });
});
