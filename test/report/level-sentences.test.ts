import { comparison, levelSentences } from "../../src/report/level-sentences";
import { smallTable } from "../workbook/grids";
import { contextOf } from "./context";

function sentencesOf(...first: readonly number[]): readonly string[] {
  const agencies = first.map((score, at) => [`Sở ${String.fromCharCode(65 + at)}`, [score, 40, 40]] as const);
  const context = contextOf([smallTable(Object.fromEntries(agencies))]);
  return context.results.groups.flatMap((group) => levelSentences(group, context));
}

describe("the ranking in words", () => {
  it("has a line for each level that somebody is in, and names the agencies of the first", () => {
    expect(sentencesOf(18, 20, 0)).toEqual([
      "Chỉ số CCHC của Bảng điểm có giá trị trung bình đạt 92,67%, được chia thành 02 nhóm, cụ thể:",
      "- Nhóm cao: Chỉ số CCHC đạt từ 95% trở lên gồm 02 đơn vị (chiếm 66,67%): Sở B, đạt 100%; Sở A, đạt 98%.",
      "- Nhóm tương đối cao: Chỉ số CCHC đạt từ 80% đến dưới 95% gồm 01 đơn vị (chiếm 33,33%).",
    ]);
  });

  it("is one sentence where all are in one level, or there is one agency", () => {
    expect(sentencesOf(18, 20)).toHaveLength(1);
    expect(sentencesOf(18)).toEqual(["Chỉ số CCHC của Bảng điểm có giá trị trung bình đạt 98%."]);
  });

  it("says whether the mean is higher than last year's, and nothing without one", () => {
    const context = contextOf();
    expect(comparison(context.results.meanOfAll, context)).toBe(", cao hơn năm 2019 là 12,92% (năm 2019 đạt 80%)");
    expect(comparison({ lastYear: null, change: null }, context)).toBe("");
  });
});
