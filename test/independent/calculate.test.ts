import { readSampleData } from "../../assets/sample/sample-data";
import { calculate } from "./calculate";
import { differences } from "./compare";
import { NOT_APPLICABLE } from "./definition";
import type { PlainAgency, PlainCriterion, PlainWorkbook } from "./definition";

/** The report's areas as leaves: its published area scores are all that its own numbers follow from. */
function publishedReport(): PlainWorkbook {
  const data = readSampleData();
  return {
    year: data.year,
    groups: data.groups.map((group) => ({
      name: group.name,
      sheet: group.sheet,
      areas: group.areas.map((area, at) => ({ code: String(at + 1), name: area.name, maximum: String(area.maximum) })),
      agencies: group.agencies.map((agency) => ({
        name: agency.name,
        lastYear: String(agency.lastYear),
        scores: Object.fromEntries(agency.areaScores.map((score, at) => [String(at + 1), String(score)])),
      })),
    })),
  };
}

const leaf = (code: string, maximum: string, method?: PlainCriterion["method"]): PlainCriterion =>
  method === undefined ? { code, name: code, maximum } : { code, name: code, maximum, method };

function one(areas: readonly PlainCriterion[], scores: PlainAgency["scores"], more: Partial<PlainWorkbook> = {}) {
  const agencies = [
    { name: "A", scores },
    { name: "B", scores },
  ];
  const [group] = calculate({ ...more, groups: [{ name: "G", sheet: "G", areas, agencies }] }).groups;
  return group?.agencies[0];
}

describe("The Đắk Nông report of 2020", () => {
  const results = calculate(publishedReport());
  const [provincial, districts] = results.groups;

  test("has its printed first and last places", () => {
    expect(provincial?.agencies[0]).toMatchObject({
      name: "Bảo hiểm xã hội tỉnh",
      index: 95.895,
      rank: 1,
      level: "Cao",
      change: 3.41,
    });
    expect(provincial?.agencies.at(-1)).toMatchObject({
      name: "Sở Y tế",
      index: 84.115,
      rank: 21,
      level: "Tương đối cao",
    });
    expect(provincial?.lastRank).toBe(21);
    expect(districts?.agencies.map((agency) => agency.name)[0]).toBe("UBND huyện Cư Jút");
  });

  test("ranks two agencies with one index alike, in workbook order", () => {
    const tied = provincial?.agencies.filter((agency) => agency.rank === 11).map((agency) => agency.name);
    expect(tied).toEqual(["Sở Khoa học và Công nghệ", "Ban Quản lý các Khu công nghiệp tỉnh"]);
  });

  test("has its printed means, the mean of 2019 corrected", () => {
    expect(provincial?.mean.index).toBeCloseTo(90.32, 2);
    expect(provincial?.mean).toMatchObject({ lastYear: 86.82, change: 3.5 });
    expect(districts?.mean).toMatchObject({ lastYear: 83.46, change: 3.13 });
    expect(results.meanOfAll).toMatchObject({ lastYear: 85.92, change: 3.41 });
  });
});

describe("Not applicable", () => {
  const areas = [
    { code: "1", name: "1", children: [leaf("1.1", "6"), leaf("1.2", "4")] },
    { code: "2", name: "2", children: [leaf("2.1", "10")] },
  ];

  test("leaves score and maximum by the rule of the total", () => {
    const agency = one(areas, { "1.1": "3", "1.2": NOT_APPLICABLE, "2.1": "10" });
    expect(agency).toMatchObject({ score: 13, maximum: 16, index: 81.25 });
    expect(agency?.areas[0]).toMatchObject({ score: 3, maximum: 6, subIndex: 50 });
  });

  test("is converted within the parent by the rule of the parent", () => {
    const agency = one(areas, { "1.1": "3", "1.2": NOT_APPLICABLE, "2.1": "10" }, { notApplicableRule: "parent" });
    expect(agency).toMatchObject({ score: 15, maximum: 20, index: 75 });
  });

  test("typed on a parent covers every leaf below: no sub-index, no rank", () => {
    const agency = one(areas, { "1": NOT_APPLICABLE, "2.1": "9" }, { notApplicableRule: "parent" });
    expect(agency?.areas[0]).toMatchObject({ score: 0, maximum: 0, subIndex: null, rank: null });
    expect(agency).toMatchObject({ score: 9, maximum: 10, index: 90 });
  });
});

describe("Bonus and penalty", () => {
  const areas = [
    leaf("1", "10"),
    { code: "2", name: "2", children: [leaf("2.1", "3", "bonus"), leaf("2.2", "2", "penalty")] },
  ];

  test("change the score and not the maximum, whatever the penalty's sign", () => {
    for (const penalty of ["0.5", "-0.5"]) {
      expect(one(areas, { "1": "9", "2.1": "2", "2.2": penalty })).toMatchObject({
        score: 10.5,
        maximum: 10,
        index: 105,
      });
    }
  });

  test("are held at the cap where there is one", () => {
    expect(one(areas, { "1": "9", "2.1": "2", "2.2": "0" }, { indexCap: "100" })).toMatchObject({
      score: 11,
      index: 100,
    });
  });
});

test("Half-even rounding gives another level and rank where an index ends in exactly half a thousandth", () => {
  const scores = { "1": "90.1245" };
  const levels = [
    { name: "Tốt", atLeast: "90.125" },
    { name: "Khá", atLeast: "0" },
  ];
  expect(one([leaf("1", "100")], scores, { levels })?.level).toBe("Tốt");
  expect(one([leaf("1", "100")], scores, { levels, rounding: "half-even" })?.level).toBe("Khá");
});

test("The comparer lists every difference with its place, and leaves findings out", () => {
  const expected = calculate(publishedReport());
  const same: unknown = JSON.parse(JSON.stringify({ ...expected, findings: [{ code: "x" }] }));
  expect(differences(same, expected)).toEqual([]);
  const other: unknown = JSON.parse(
    JSON.stringify(expected).replace('"rank":21', '"rank":22').replace("95.895", "95.8950001"),
  );
  expect(differences(other, expected)).toEqual([
    "groups[0].agencies[0].score: 95.8950001, expected 95.895",
    "groups[0].agencies[21].rank: 22, expected 21",
  ]);
});
