import { printable, shortened, widthOf } from "../../src/cli/terminal";

test.each([
  ["an escape sequence", "\x1B[31mSở Y tế\x1B[0m", "�[31mSở Y tế�[0m"],
  ["a title of the window", "a\x1B]0;owned\x07b", "a�]0;owned�b"],
  ["a C1 control", "a\x9B31mb\x85c", "a�31mb c"],
  ["backspace, delete and carriage return", "10\b\b99\x7F\rx", "10�99� x"],
  ["line breaks of every kind", "a\nb\r\nc\u2028d\u2029e\tf", "a b c d e f"],
  ["direction overrides, isolates and marks", "\u202Ea\u202D\u202C\u2066b\u2069\u200E\u200F\u061Cc", "abc"],
  ["what has no width", "S\u200Bở\u200C \u200DY\u2060\uFEFF t\u00ADế\u180E\u034F\u3164", "Sở Y tế"],
  ["tags", "a\u{E0041}\u{E007F}b", "ab"],
  ["half a character", "a\uD83Db\uDE00c", "a�b�c"],
  ["private characters", "a\uE000\u{F0000}b", "a�b"],
  ["a pile of marks", `e${"\u0301".repeat(5000)}x`, `e${"\u0301".repeat(8)}x`],
])("nothing steers or deceives the terminal: %s", (_, text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(printable(shown)).toBe(shown);
});

test.each(["Sở Nội vụ – “Điểm”: 95,5 %  (2)", "Sở Nội vụ".normalize("NFD"), "人民委員會 😀", "ກົມ ភ្នំពេញ"])(
  "an ordinary text stays as it is: %s",
  (text) => {
    expect(printable(text)).toBe(text);
  },
);

test("width is counted in columns: marks take none, wide characters two", () => {
  expect(widthOf("Sở Nội vụ")).toBe(9);
  expect(widthOf("Sở Nội vụ".normalize("NFD"))).toBe(9);
  expect(widthOf("内务ｱ５😀한")).toBe(11);
});

test("a text is cut by columns, never within a letter", () => {
  expect(shortened("Sở Nội vụ", 9)).toBe("Sở Nội vụ");
  expect(shortened("Sở Nội vụ".normalize("NFD"), 8)).toBe(`${"Sở Nội ".normalize("NFD")}…`);
  expect(shortened("内务内务", 5)).toBe("内务…");
  expect(widthOf(shortened("x".repeat(32_000), 100))).toBe(100);
});
