import Fraction from "fraction.js";
import { toNumber } from "../../src/scoring/exact";
import { levelOf } from "../../src/scoring/level";
import type { AgencyGroup, Settings } from "../../src/scoring/model";
import { lastRankOf, rankAll } from "../../src/scoring/rank";
import { type AgencyResult, computeResults, inOrder, type Results } from "../../src/scoring/results";
import { agencyOf, areasOf, groupOf, type Node, settings } from "./make-input";

const twoAreas: readonly Node[] = [
  {
    code: "1",
    children: [
      {
        code: "1.1",
        children: [
          { code: "1.1.1", maximum: "2" },
          { code: "1.1.2", maximum: "3" },
        ],
      },
      { code: "1.2", maximum: "5" },
    ],
  },
  { code: "2", children: [{ code: "2.1", maximum: "10" }] },
];
const full = { "1.1.1": "2", "1.1.2": "3", "1.2": "5", "2.1": "10" };

function compute(groups: readonly AgencyGroup[], changed: Partial<Settings> = {}, provisional = false): Results {
  return computeResults({ year: 2020, settings: { ...settings, ...changed }, groups }, provisional);
}

function oneAgency(
  nodes: readonly Node[],
  scores: Record<string, string>,
  changed: Partial<Settings> = {},
): AgencyResult {
  const areas = areasOf(nodes);
  const agency = compute([groupOf(areas, [agencyOf("Sở A", areas, scores)])], changed).groups[0]?.agencies[0];
  if (agency === undefined) throw new Error("no agency");
  return agency;
}

const numbers = (agency: AgencyResult): readonly (number | null)[] => [
  toNumber(agency.score),
  toNumber(agency.maximum),
  agency.index && toNumber(agency.index),
];

describe("an agency's index", () => {
  it("is the sum of the leaves over the sum of their maxima, in percent", () => {
    expect(numbers(oneAgency(twoAreas, { ...full, "1.1.2": "1.5", "2.1": "8.25" }))).toEqual([16.75, 20, 83.75]);
  });

  it("leaves out what does not apply, score and maximum alike", () => {
    const agency = oneAgency(twoAreas, { ...full, "1.2": "KAD", "1.1.2": "1" });
    expect(numbers(agency)).toEqual([13, 15, toNumber(new Fraction(1300, 15))]);
    expect(agency.areas.map((area) => toNumber(area.maximum))).toEqual([5, 10]);
  });

  it("takes 'not applicable' on a parent for all leaves below, even where numbers were left there", () => {
    expect(numbers(oneAgency(twoAreas, { ...full, "1.1": "KAD" }))).toEqual([15, 15, 100]);
  });

  it("gives an area that is wholly not applicable score 0, maximum 0, no sub-index and no rank", () => {
    const areas = areasOf(twoAreas);
    const results = compute([
      groupOf(areas, [agencyOf("A", areas, { ...full, "1": "KAD" }), agencyOf("B", areas, full)]),
    ]);
    const [first] = results.groups[0]?.agencies ?? [];
    expect(first?.areas[0]).toMatchObject({ subIndex: null, rank: null });
    expect(first?.areas[0]?.score.equals(0)).toBe(true);
    expect(first?.areas[0]?.maximum.equals(0)).toBe(true);
    expect(first?.index?.equals(100)).toBe(true);
    // The mean of the area counts the agencies that have it.
    expect(results.groups[0]?.mean.areas[0]?.subIndex?.equals(100)).toBe(true);
    expect(results.groups[0]?.mean.areas[0]?.score?.equals(10)).toBe(true);
  });

  it("has none where nothing applies", () => {
    expect(oneAgency(twoAreas, { "1": "KAD", "2": "KAD" })).toMatchObject({ index: null, rank: null, level: null });
  });

  describe("with 'Quy đổi trong tiêu chí cấp trên'", () => {
    const rule = { notApplicableRule: "parent" as const };

    it("scales a parent's applicable children up to its own maximum, from the bottom up", () => {
      // 1.1: 1 of 2 applicable → 2.5 of 5; area 1: 2.5 + 4 of 10.
      const agency = oneAgency(twoAreas, { "1.1.1": "1", "1.1.2": "KAD", "1.2": "4", "2.1": "10" }, rule);
      expect(numbers(agency)).toEqual([16.5, 20, 82.5]);
    });

    it("takes a parent without applicable children as not applicable, and scales its siblings", () => {
      const agency = oneAgency(twoAreas, { "1.1.1": "KAD", "1.1.2": "KAD", "1.2": "4", "2.1": "10" }, rule);
      expect(agency.areas[0]?.score.equals(8)).toBe(true);
      expect(numbers(agency)).toEqual([18, 20, 90]);
    });

    it("stays exact where thirds add up to a whole", () => {
      const thirds: readonly Node[] = [
        {
          code: "1",
          children: ["1.1", "1.2", "1.3"].map((code) => ({
            code,
            children: [
              { code: `${code}.1`, maximum: "3" },
              { code: `${code}.2`, maximum: "7" },
            ],
          })),
        },
      ];
      const scores = { "1.1.1": "1", "1.2.1": "1", "1.3.1": "1", "1.1.2": "KAD", "1.2.2": "KAD", "1.3.2": "KAD" };
      expect(oneAgency(thirds, scores, rule).score.equals(10)).toBe(true);
    });

    it("adds bonus and penalty points as they are, never scaled", () => {
      const nodes: readonly Node[] = [
        {
          code: "1",
          children: [
            { code: "1.1", maximum: "4" },
            { code: "1.2", maximum: "6" },
            { code: "1.3", maximum: "2", method: "bonus" },
            { code: "1.4", maximum: "-2", method: "penalty" },
          ],
        },
      ];
      const agency = oneAgency(nodes, { "1.1": "2", "1.2": "KAD", "1.3": "1", "1.4": "0.5" }, rule);
      expect(numbers(agency)).toEqual([5.5, 10, 55]);
    });
  });

  it("adds a bonus and subtracts a penalty, typed with or without a minus, beside the maximum", () => {
    const nodes: readonly Node[] = [
      { code: "1", maximum: "100" },
      {
        code: "2",
        children: [
          { code: "2.1", maximum: "3", method: "bonus" },
          { code: "2.2", maximum: "5", method: "penalty" },
        ],
      },
    ];
    expect(numbers(oneAgency(nodes, { "1": "90", "2.1": "2", "2.2": "0.5" }))).toEqual([91.5, 100, 91.5]);
    const other = oneAgency(nodes, { "1": "90", "2.1": "2", "2.2": "-0.5" });
    expect(numbers(other)).toEqual([91.5, 100, 91.5]);
    expect(other.areas[1]).toMatchObject({ subIndex: null, rank: null });
    expect(other.areas[1]?.score.equals("1.5")).toBe(true);
  });

  it("may exceed 100 unless a cap is set", () => {
    const nodes: readonly Node[] = [
      { code: "1", maximum: "100" },
      { code: "2", maximum: "5", method: "bonus" },
    ];
    const scores = { "1": "99", "2": "3" };
    expect(numbers(oneAgency(nodes, scores))).toEqual([102, 100, 102]);
    expect(numbers(oneAgency(nodes, scores, { indexCap: new Fraction(100) }))).toEqual([102, 100, 100]);
  });

  it("keeps survey points apart from appraised ones, and adds both", () => {
    const nodes: readonly Node[] = [
      { code: "1", maximum: "60" },
      { code: "2", maximum: "40", method: "survey" },
    ];
    const agency = oneAgency(nodes, { "1": "50", "2": "30.5" });
    expect([toNumber(agency.appraised), toNumber(agency.survey), toNumber(agency.score)]).toEqual([50, 30.5, 80.5]);
  });

  it("counts a missing entry as 0 and keeps its maximum, and says how many there were", () => {
    const areas = areasOf(twoAreas);
    const results = compute([groupOf(areas, [agencyOf("A", areas, { ...full, "1.2": "" })])], {}, true);
    expect(results).toMatchObject({ provisional: true, missing: 1 });
    expect(results.groups[0]?.agencies[0]?.index?.equals(75)).toBe(true);
  });
});

describe("ranks", () => {
  const values = [90, 95, 90, null, 80].map((value) => (value === null ? null : new Fraction(value)));

  it("go on without a gap (Liền kề) or with one (Cách hạng)", () => {
    expect(rankAll(values, "dense")).toEqual([2, 1, 2, null, 3]);
    expect(rankAll(values, "competition")).toEqual([2, 1, 2, null, 4]);
    expect(lastRankOf([2, 1, 2, null, 3])).toBe(3);
    expect(lastRankOf([null])).toBeNull();
  });

  const single: readonly Node[] = [{ code: "1", maximum: "100" }];
  const indexRanks = (scores: readonly string[], changed: Partial<Settings> = {}): readonly (number | null)[] => {
    const areas = areasOf(single);
    const agencies = scores.map((score, at) => agencyOf(`Sở ${String(at)}`, areas, { "1": score }));
    return compute([groupOf(areas, agencies)], changed).groups[0]?.agencies.map((agency) => agency.rank) ?? [];
  };

  it("compare the index rounded to 3 decimals, by the rule in force", () => {
    expect(indexRanks(["86.8445", "86.845", "86.8444"])).toEqual([1, 1, 2]);
    expect(indexRanks(["86.8445", "86.845", "86.8444"], { rounding: "half-even" })).toEqual([2, 1, 2]);
  });

  it("are not given to a group of one", () => {
    expect(indexRanks(["90"])).toEqual([null]);
  });

  it("keep the workbook's order among equals", () => {
    const ordered = inOrder(
      [
        { name: "b", rank: 1 },
        { name: "none", rank: null },
        { name: "c", rank: 2 },
        { name: "a", rank: 1 },
      ],
      ({ rank }) => rank,
    );
    expect(ordered.map(({ name }) => name)).toEqual(["b", "a", "c", "none"]);
  });
});

describe("levels", () => {
  const { levels } = groupOf([], []);

  it("begin at their threshold, by the index rounded to 3 decimals", () => {
    const areas = areasOf([{ code: "1", maximum: "100" }]);
    const scores = ["95", "94.9995", "94.9994", "80", "79.999", "60", "0"];
    const agencies = scores.map((score, at) => agencyOf(`Sở ${String(at)}`, areas, { "1": score }));
    const result = compute([groupOf(areas, agencies)]).groups[0];
    expect(result?.agencies.map((agency) => agency.level?.name)).toEqual([
      "Cao",
      "Cao",
      "Tương đối cao",
      "Tương đối cao",
      "Trung bình",
      "Tương đối thấp",
      "Thấp",
    ]);
  });

  it("cover an index below 0 by a lowest level from 0, and leave one below any other lowest level without", () => {
    expect(levelOf(new Fraction(-3), levels)?.name).toBe("Thấp");
    expect(levelOf(new Fraction(40), levels.slice(0, 3))).toBeNull();
    expect(levelOf(new Fraction(40), [])).toBeNull();
  });
});

describe("means and last year", () => {
  const areas = areasOf([{ code: "1", maximum: "100" }]);
  const first = groupOf(
    areas,
    [agencyOf("A", areas, { "1": "95.895" }, "92.49"), agencyOf("B", areas, { "1": "90" })],
    "I",
  );
  const second = groupOf(areas, [agencyOf("C", areas, { "1": "80.004" }, "81.996")], "II");
  const results = compute([first, second]);

  it("mean the unrounded values, and over all groups all agencies", () => {
    expect(results.groups.map(({ mean }) => mean.index && toNumber(mean.index))).toEqual([92.9475, 80.004]);
    expect(results.meanOfAll.index && toNumber(results.meanOfAll.index)).toBe(toNumber(new Fraction("265.899").div(3)));
  });

  it("compare the values as printed, with 2 decimals", () => {
    expect(results.groups[0]?.agencies[0]?.change?.equals("3.41")).toBe(true);
    // 80.00 less 82.00, not 80.004 less 81.996.
    expect(results.groups[1]?.agencies[0]?.change?.equals("-2")).toBe(true);
    expect(results.groups[0]?.agencies[1]?.change).toBeNull();
  });

  it("mean last year over the agencies that have a value, and count them", () => {
    expect(results.groups[0]?.mean).toMatchObject({ lastYearCount: 1 });
    expect(results.groups[0]?.mean.lastYear?.equals("92.49")).toBe(true);
    expect(results.meanOfAll.lastYear?.equals("87.24")).toBe(true);
    expect(results.meanOfAll.change?.equals("1.39")).toBe(true);
  });
});
