import { paneTextsVi as texts } from "../../src/strings/pane.vi";
import { draftOf, problemsOf, type SettingsDraft, settingsIn } from "../../src/taskpane/level-draft";

const draft = (levels: SettingsDraft["levels"]): SettingsDraft => ({
  rankRule: "dense",
  rounding: "half-up",
  notApplicableRule: "total",
  decimalMark: ",",
  levels,
});
const row = (name: string, from: string, group: string | null = null): SettingsDraft["levels"][number] => ({
  name,
  from,
  group,
});

test("thresholds may be typed with either decimal mark, and levels are saved highest first within their group", () => {
  const settings = settingsIn(
    draft([row("Khá", "79.5"), row(" Tốt ", "90,25"), row("B", "0", "Xã"), row("A", "50", "Xã")]),
  );
  expect(settings?.levels).toEqual([
    { name: "Tốt", atLeast: 90.25, group: null },
    { name: "Khá", atLeast: 79.5, group: null },
    { name: "A", atLeast: 50, group: "Xã" },
    { name: "B", atLeast: 0, group: "Xã" },
  ]);
});

test("a draft and its settings are the same thing twice", () => {
  const settings = settingsIn(draft([row("Tốt", "90,25"), row("Kém", "0")]));
  expect(settings && draftOf(settings)).toEqual(draft([row("Tốt", "90,25"), row("Kém", "0")]));
});

test.each([
  ["a missing name", [row(" ", "50")], { name: texts.settings.problems.nameMissing, from: null }],
  ["a missing threshold", [row("A", "")], { name: null, from: texts.settings.problems.fromMissing }],
  ["a threshold above 100", [row("A", "101")], { name: null, from: texts.settings.problems.fromMissing }],
  ["a word", [row("A", "cao")], { name: null, from: texts.settings.problems.fromMissing }],
  ["a name twice", [row("A", "9"), row("a", "8")], { name: texts.settings.problems.nameDouble, from: null }],
  ["a threshold twice", [row("A", "9,0"), row("B", "9")], { name: null, from: texts.settings.problems.fromDouble }],
] as const)("%s is said", (_, levels, problems) => {
  expect(problemsOf(levels, texts).at(-1)).toEqual(problems);
});

test("the same name in two groups is no problem", () => {
  expect(problemsOf([row("A", "9"), row("A", "9", "Xã")], texts)).toEqual([
    { name: null, from: null },
    { name: null, from: null },
  ]);
});
