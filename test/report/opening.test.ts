import { opening, ruleNotes } from "../../src/report/opening";
import { reportTexts } from "../../src/strings/report.vi";
import { contextOf, surveyWorkbook } from "./context";

test("a page begins with whose it is, and before that with why its numbers are provisional", () => {
  const { results } = contextOf();
  expect(opening(results, reportTexts)).toEqual([{ kind: "note", text: reportTexts.ownSheet }]);
  expect(opening(null, reportTexts)).toHaveLength(1);
  const [warning] = opening({ ...results, provisional: true, missing: 3 }, reportTexts);
  expect(warning).toEqual({ kind: "warning", text: reportTexts.provisional([reportTexts.provisionalMissing(3)]) });
});

test("rules are told where they matter", () => {
  expect(ruleNotes(contextOf()).map(({ text }) => text)).toEqual([reportTexts.ruleTotal]);
  expect(ruleNotes(contextOf(surveyWorkbook()))).toEqual([]);
});

test("words come from the context", () => {
  const texts = { ...reportTexts, ownSheet: "This sheet is the program's." };
  expect(opening(null, texts)).toEqual([{ kind: "note", text: "This sheet is the program's." }]);
});
