/** Some hundred cases of each kind in every run of the tests, the same ones each time; npm run fuzz draws others. */
import * as fc from "fast-check";
import { findingSeverities } from "../../src/data/finding";
import { computeInWorker } from "../../src/formula/values/engine-node";
import { draw } from "./drawn-workbook";
import { allDefects } from "./defects/defects";
import { fuzzKinds } from "./kinds";
import { fuzzKind, printed, runCases, type FuzzReport } from "./run-cases";
import { scorings } from "./scoring";
import { startWatchdog, type Watchdog } from "./watchdog";

const cases = 500;
const seed = 1;
const netMilliseconds = 900_000;
const reports = new Map<string, FuzzReport>();
let watchdog: Watchdog;

beforeAll(() => {
  watchdog = startWatchdog();
});

afterAll(async () => {
  await watchdog.stop();
  for (const report of reports.values()) process.stdout.write(printed({ ...report, failures: [] }));
});

it.each(fuzzKinds(computeInWorker).map((kind) => [kind.name, kind] as const))(
  "%s: nothing goes wrong in 500 cases",
  async (name, kind) => {
    const report = await runCases(kind, cases, seed, watchdog);
    reports.set(name, report);
    expect(report.failures).toEqual([]);
    expect(report.cases).toBe(cases);
  },
  netMilliseconds,
);

describe("the cases", () => {
  const counted = (kind: string, start: string): string[] =>
    [...(reports.get(kind)?.counts.keys() ?? [])].filter((label) => label.startsWith(start));

  it("of mutators end in every way: computed, blocked, refused, and the same as before", () => {
    expect(counted("mutators", "→")).toEqual(
      expect.arrayContaining([
        "→ read, computed, written",
        "→ read, blocked",
        "→ refused",
        "→ read, the same as unmutated",
      ]),
    );
  });

  it("of defects plant nearly each of them", () => {
    // Which ones a case draws is its seed's: nearly all in so many.
    expect(counted("defects", "planted and found: ").length).toBeGreaterThanOrEqual(allDefects.length - 4);
  });

  it("of defects have every finding that there is, in one workbook or another", async () => {
    const codes = new Set(counted("defects", "code: ").map((label) => label.slice("code: ".length)));
    expect(Object.keys(findingSeverities).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("are the same for the same seed", () => {
    const [one, other] = [1, 2].map(() => fc.sample(scorings, { seed: 7, numRuns: 3 }).map(draw));
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

it("a case that goes wrong is named with its seed, shrunk, and goes wrong again alone", async () => {
  const wrong = fuzzKind("wrong", fc.nat(1000), async (drawn) => {
    if (drawn > 400) throw new TypeError("undefined is not a function");
    return ["right"];
  });
  const report = await runCases(wrong, 20, 100);
  const [failure = ""] = report.failures;
  expect(failure).toContain("TypeError: undefined is not a function");
  expect(failure).toContain("shrunk to: 401");
  const own = Number(/-- 1 (-?\d+) wrong/.exec(failure)?.[1]);
  // Where the program stood when it failed is the one thing that differs.
  const withoutStack = (text: string): string => text.replace(/^ +at .*\n/gm, "");
  expect((await runCases(wrong, 1, own)).failures.map(withoutStack)).toEqual([withoutStack(failure)]);
  expect(report.counts.get("right")).toBe(report.cases - report.failures.length);
});
