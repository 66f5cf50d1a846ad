/** What people read of a finding, in every language. */
import type { FindingData } from "../../src/data/finding";
import { findingSentence, listOr } from "../../src/strings/finding-sentence";
import { findingTextsEn } from "../../src/strings/findings.en";
import { findingTextsVi } from "../../src/strings/findings.vi";

const say = (data: FindingData, mark: "," | "." = ","): readonly string[] =>
  [findingTextsVi, findingTextsEn].map((texts) => findingSentence({ data }, texts, mark));

test("numbers have the workbook's decimal mark in every language", () => {
  const data: FindingData = { says: "scoreAboveMaximum", score: 20.5, maximum: 20, criterion: "1.1" };
  expect(say(data)).toEqual([
    "Điểm 20,5 vượt điểm tối đa 20 của tiêu chí 1.1: sửa lại điểm hoặc điểm tối đa.",
    "Score 20,5 is above the maximum 20 of criterion 1.1: correct the score or the maximum.",
  ]);
  for (const sentence of say(data, ".")) expect(sentence).toContain("20.5");
});

test("days and shares are shown as people write them", () => {
  const [vi = ""] = say({ says: "scoreBecameDate", date: { day: 45_413 }, criterion: "2.1", repair: 1.5 });
  expect(vi).toContain("(01/05/2024)");
  expect(vi).toContain("nhập lại điểm 1,5");
  expect(say({ says: "scoreIsPercent", found: { percent: 92.5 }, criterion: "2.1" })[0]).toContain("(92,5%)");
  expect(say({ says: "scoreIsPercent", found: { percent: 92.5 }, criterion: "2.1" }, ".")[0]).toContain("(92.5%)");
});

test("what can be written instead is listed", () => {
  expect(listOr(["A"], " hoặc ")).toBe("A");
  expect(listOr(["A", "B", "C"], " hoặc ")).toBe("A, B hoặc C");
  const [vi, en] = say({ says: "methodUnknown", found: "x", known: ["Thẩm định", "Điểm trừ"] });
  expect(vi).toContain("Thẩm định hoặc Điểm trừ");
  expect(en).toContain("Thẩm định or Điểm trừ");
});

test("one agency of another group is named, several are counted", () => {
  const mismatch = (others: number): FindingData => ({
    says: "groupMismatch",
    first: "Sở A",
    others,
    listed: "Cấp xã",
    label: "Cấp tỉnh",
  });
  expect(say(mismatch(0))[0]).toContain("xếp Sở A vào");
  expect(say(mismatch(2))).toEqual([
    expect.stringContaining("Sở A và 2 đơn vị khác"),
    expect.stringContaining("Sở A and 2 other agencies"),
  ]);
});
