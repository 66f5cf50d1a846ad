import { mentionsSheet, renameSheetInFormula } from "../src/formula/sheet-references";
import { dependentFormulas } from "../src/formula/dependent-formulas";
import { parseMark } from "../src/data/own-sheet-mark";
import { formats, text as reportText } from "../src/layout/formats";
import { heightOf, startSheet } from "../src/layout/sheet-builder";
import { insideSentence } from "../src/report/words";
import { parseDecimal } from "../src/scoring/exact";
import { displayText } from "../src/viewer/model/display-text";
import { standaloneTextsVi } from "../src/strings/standalone.vi";
import { cellContent } from "../src/viewer/drawing/formula-bar";
import { wrap } from "../src/viewer/drawing/chart-words";
import { agencyKey, isNearName } from "../src/workbook/agency-name";
import { codesOfDate } from "../src/workbook/dates";
import { parseCode } from "../src/workbook/codes";
import { agencyListColumn, columnKind, headerKey, isSpanningTitle, scoreKind } from "../src/workbook/headers";
import { methodOf } from "../src/workbook/methods";
import { formatKind, showsNoDay } from "../src/workbook/number-format";
import { numberInText, readNumber, readPercent } from "../src/workbook/numbers";
import { readWorkbook } from "../src/workbook/read-workbook";
import { settingKeyIn } from "../src/workbook/settings-words";
import { foldDiacritics, isBlank, normalise, quote, unusualCharacters } from "../src/workbook/text";
import { formula, header, sheet, toCell } from "./workbook/grids";

/** What runs on texts of a workbook; each must take time in proportion to the text's length. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  normalise,
  quote,
  isBlank: (text) => isBlank(toCell(text)),
  foldDiacritics,
  unusualCharacters,
  headerKey,
  columnKind,
  scoreKind,
  agencyListColumn,
  isSpanningTitle,
  parseCode,
  methodOf,
  settingKeyIn,
  readNumber: (text) => readNumber(toCell(text)),
  numberInText,
  parseDecimal,
  readPercent: (text) => readPercent(toCell(text), text),
  agencyKey,
  isNearName: (text) => isNearName(text, `${text}x`),
  formatKind,
  showsNoDay,
  codesOfDate: (text) => codesOfDate(45_000, text),
  formatCode: (text) =>
    displayText({ type: "number", value: -1234.5, format: text, formula: null }, standaloneTextsVi.numbers),
  insideSentence,
  heightOf: (text) => heightOf(reportText(text, formats.name), 40),
  line: (text) => {
    startSheet("A", [100]).line(reportText(text, formats.paragraph));
  },
  parseMark,
  mentionsSheet: (text) => mentionsSheet(text, "A"),
  renameSheetInFormula: (text) => renameSheetInFormula(text, "A", "B"),
  dependentFormulas: (text) => dependentFormulas([sheet("A", [[formula(text, 1)]])], []),
  cellContent: (text) => cellContent(toCell(text), ","),
  wrap: (text) => wrap(text, 20, countingMeasure),
  workbook: readEverywhere,
};

/** As costly as the text is long, like a canvas. */
function countingMeasure(text: string): number {
  return [...text].length;
}

/** The text in each place that the reader looks at. */
function readEverywhere(text: string): void {
  readWorkbook([
    sheet("Điểm", [
      [text],
      [`Nhóm: ${text}`, text],
      [...header, "Hình thức đánh giá", "Tên ngắn", "Sở A", text, "Ghi chú"],
      ["1", text, null, text, text, text, text, text],
      ["1.1", text, text, text, text, text, text, text],
      [text, text, 10, text, text, 5, text, text],
      [null, text],
      [null, `Tổng cộng ${text}`, text, null, null, text, text],
      [text, text],
    ]),
    sheet("DS", [
      ["STT", "Tên đơn vị", "Nhóm", "Tên gọi khác", "Năm trước"],
      [text, text, text, text, text],
      [1, `${text} x`, text, `${text};${text}`, text],
    ]),
    sheet("Thông tin", [
      ["Tỉnh", text],
      [text, text],
      ["Năm đánh giá", text],
      ["Trần chỉ số", text],
      ["Dấu thập phân", text],
      [null],
      ["Xếp loại", "Từ (%)", "Nhóm"],
      [text, text, text],
    ]),
  ]);
}

const ends = ["x", "", "!", " 1"];
const fillings = [
  ...["-", ".", ",", "(", ")", "()", "[", "'", '"', "\"'", ":", "%", "/", "=", ";", "–", "*", "\\"],
  ...[" ", "\n", " \n", "\u00a0", "\u200b", "\u0301", "a", "ắ", "I", "X", "A.", "1", "0", "1.", "0,", "1 ", "9. "],
  ...["a ", "a(", "điểm ", "năm ", "(1) ", "trở lên", "tp ", "d'", "<", "😀", "Ð", "５", "d", "\\d", "mục "],
];

const short = 2_000;
const times = 32;
/** In milliseconds. A square of the long length takes ten times as long on any machine. */
const surelyStraight = 40;
/** 32 times the text takes 32 times as long; its square would take 1,024 times. A busy machine blurs either. */
const steepest = 180;

let serial = 0;

/** The best of some runs, in milliseconds of this process alone: nothing makes a run shorter than it must be. */
function timeOf(reader: (text: string) => unknown, filling: string, length: number, end: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    // Another text each time: some results are kept.
    serial += 1;
    const text = filling.repeat(Math.ceil(length / filling.length)) + end + String(serial).padStart(9, "b");
    const start = process.cpuUsage();
    reader(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

/** Time for the long text by time for the short one; measured again where it seems too much. */
function growth(reader: (text: string) => unknown, filling: string, end: string): number {
  const long = times * short;
  if (timeOf(reader, filling, long, end, 1) < surelyStraight) return times;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > steepest; attempt += 1) {
    least = Math.min(least, timeOf(reader, filling, long, end, 2) / timeOf(reader, filling, short, end, 8));
  }
  return least;
}

test.each(Object.entries(readers))(
  "%s takes time in proportion to a text's length, whatever it is full of",
  (_, reader) => {
    const steep = fillings.flatMap((filling, at) => {
      const end = ends[at % ends.length] ?? "";
      const ratio = growth(reader, filling, end);
      return ratio > steepest ? [`${JSON.stringify(filling)} … ${JSON.stringify(end)}: ×${ratio.toFixed(1)}`] : [];
    });
    expect(steep).toEqual([]);
  },
);

test("the measure tells a square from a line", () => {
  const work = (steps: number): number => {
    let sum = 0;
    for (let step = 0; step < steps; step += 1) sum = (sum + step) % 1_000_003;
    return sum;
  };
  expect(growth((text) => work((text.length / 8) ** 2), ".", "x")).toBeGreaterThan(steepest);
  expect(growth((text) => work(text.length * 500), ".", "x")).toBeLessThan(steepest);
});
