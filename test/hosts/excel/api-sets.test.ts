import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { officeSource, readApiSets } from "../../excel-host/api-sets";
import { needing, programOf, usedMembers } from "../../excel-host/used-members";

/** What the manifest asks for. */
const base = "1.9";
const root = join(__dirname, "../../..");
const sets = readApiSets(officeSource());

/** Sources that may name Excel: the host, and whatever else does. */
function sources(): string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(root, "src", path))
    .filter((path) => path.includes(join("hosts", "excel")) || /\bExcel\./.test(readFileSync(path, "utf8")));
}

const use = "sheet.getRange().getMergedAreasOrNullObject();";
const named = {
  'const range = sheet.getRange(); range.load("values"); console.log(range.width);': "Range.width 1.10",
  'sheet.getRange().load("values,width");': "Range.width 1.10",
  'sheet.getRange().load("values,format/font/tintAndShade");': null,
  'sheet.getRange().load(["height"]);': "Range.height 1.10",
  "sheet.getRange().load({ values: true, width: true });": "Range.width 1.10",
  'workbook.worksheets.load("items/tabId");': "Worksheet.tabId 1.14",
  "workbook.worksheets.load({ tabId: true });": "Worksheet.tabId 1.14",
  "sheet.set({ standardWidth: 3 });": null,
  "workbook.worksheets.load({ name: true, $all: true });": null,
  "const { width } = sheet.getRange(); console.log(width);": "Range.width 1.10",
  "sheet.onNameChanged.add(async () => undefined);": "Worksheet.onNameChanged 1.17",
  [use]: "Range.getMergedAreasOrNullObject 1.13",
};
const guarded = [
  `if (hasApi("1.13")) { ${use} }`,
  `if (hasApi("1.13") && sheet.name) ${use}`,
  `if (!hasApi("1.13")) return; ${use}`,
  `const areas = hasApi("1.14") ? ${use.slice(0, -1)} : null; console.log(areas);`,
  `if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) ${use}`,
];
const badlyGuarded = [
  `if (hasApi("1.12")) { ${use} }`,
  `if (!hasApi("1.13")) { ${use} }`,
  `if (hasApi("1.13") || sheet.name) { ${use} }`,
  `if (hasApi("1.13")) { console.log(1); } ${use}`,
];

/** One program for all: reading the types takes seconds. */
const codes = [...Object.keys(named), ...guarded, ...badlyGuarded];
const pathOf = (code: string): string => join(root, `test/hosts/excel/sample-${String(codes.indexOf(code))}.ts`);
const declarations = `declare function hasApi(set: string): boolean;
declare const workbook: Excel.Workbook;
declare const sheet: Excel.Worksheet;`;
const texts = Object.fromEntries(
  codes.map((code) => [pathOf(code), `${declarations}\nexport async function sample(): Promise<void> { ${code} }`]),
);
const files = sources();
const program = programOf(files, texts);

function neededIn(code: string): string[] {
  const used = usedMembers(program, [pathOf(code)], sets, base);
  return needing(used).map(({ member, set }) => `${member} ${String(set)}`);
}

test("no member of Excel.* needs more than the manifest's set, unless a condition makes sure of it", () => {
  const used = usedMembers(program, files, sets, base);
  // Otherwise the check would be blind.
  expect(used.map(({ member }) => member)).toEqual(
    expect.arrayContaining(["Worksheet.getRangeByIndexes", "Range.values"]),
  );
  expect(needing(used).map(({ member, set, place }) => `${member} needs ${String(set)}: ${place}`)).toEqual([]);
});

test("the sets are those of the documentation", () => {
  expect(
    [
      "Range.values",
      "Range.width",
      "Worksheet.showGridlines",
      "WorksheetCollection.onChanged",
      "RangeAreas.format",
    ].map((member) => sets.get(member)),
  ).toEqual(["1.1", "1.10", "1.8", "1.9", "1.9"]);
});

test.each(Object.entries(named))("a later member is found however it is named: %s", (code, member) => {
  expect(neededIn(code)).toEqual(member === null ? [] : [member]);
});

test.each(guarded)("a condition on a set that is late enough lets a later member through: %s", (code) => {
  expect(neededIn(code)).toEqual([]);
});

test.each(badlyGuarded)("another condition does not: %s", (code) => {
  expect(neededIn(code)).toEqual(["Range.getMergedAreasOrNullObject 1.13"]);
});
