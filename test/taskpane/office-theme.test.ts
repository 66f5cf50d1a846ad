import { isDark } from "../../src/taskpane/office-theme";

test.each([
  ["#FFFFFF", false],
  ["#F3F2F1", false],
  ["#262626", true],
  ["#0a0a0aff", true],
  ["444444", true],
])("a background of %s is dark: %s", (color, dark) => {
  expect(isDark(color)).toBe(dark);
});

test("without a known colour the pane is light", () => {
  expect([undefined, "", "rgb(0,0,0)"].map(isDark)).toEqual([false, false, false]);
});
