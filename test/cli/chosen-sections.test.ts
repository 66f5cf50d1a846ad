import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Inspection, inspect } from "../../src/app/inspect";
import { sectionsOf } from "../../src/app/sections";
import { chosenSections } from "../../src/cli/chosen-sections";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";

let inspection: Inspection;
beforeAll(async () => {
  const sample = join(__dirname, "../../assets/sample-dak-nong-2020.xlsx");
  inspection = await inspect(await openXlsx(readFileSync(sample), () => Promise.resolve([])));
});

const keysOf = (list: string): readonly string[] =>
  sectionsOf(inspection)
    .filter(({ byDefault }) => byDefault || /^all$/i.test(list))
    .map(({ key }) => key);

test("without a name the report is written as Trang báo cáo says", () => {
  expect(chosenSections(null, inspection)).toBeNull();
});

test.each([["all"], ["ALL"], ["BC IV.2"], [" bc iv.2 ; BC III.1;"], ["BC IV.2".normalize("NFD")]])(
  "%p: the official report is written whole",
  (list) => {
    expect(chosenSections(list, inspection)).toEqual(new Set(keysOf(list)));
  },
);

test.each([
  ["BC IV.22", "Không có trang báo cáo “BC IV.22”. Tên gần nhất: BC IV.2."],
  ["BC III.1;BC IIIl.2", "Không có trang báo cáo “BC IIIl.2”. Tên gần nhất: BC III.2."],
  ["x;y", "Không có trang báo cáo “x”."],
  [";", "Thiếu giá trị sau --with."],
])("%p is refused", (list, sentence) => {
  expect(() => chosenSections(list, inspection)).toThrow(new Error(sentence));
});
