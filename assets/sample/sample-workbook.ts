import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { init } from "excelize-wasm";
import type { NewFile } from "excelize-wasm";
import { writeAgencyList, writeInformation } from "./information-sheets";
import { must } from "./must";
import type { SampleData } from "./sample-data";
import { writeScoreTable } from "./score-sheet";
import { createStyles } from "./styles";

/** Formulas by sheet and cell: excelize writes their values, addFormulas puts the formulas beside them. */
type Formulas = Map<string, Map<string, string>>;

const CREATED = "2021-02-09T00:00:00Z";

/**
 * Excelize would mark every formula cell as text (t="str"): so the cells are written as plain numbers,
 * and the formula goes into the XML in front of the value.
 */
function addFormulas(xml: string, formulas: ReadonlyMap<string, string>): string {
  let added = 0;
  const result = xml.replace(/<c r="([A-Z]+\d+)"([^>]*)><v>/g, (whole, cell: string, attributes: string) => {
    const formula = formulas.get(cell);
    if (formula === undefined) {
      return whole;
    }
    added += 1;
    return `<c r="${cell}"${attributes}><f>${formula}</f><v>`;
  });
  if (added !== formulas.size) {
    throw new Error(`Only ${String(added)} of ${String(formulas.size)} formulas found their cell`);
  }
  return result;
}

/**
 * What excelize leaves out: the depth of the outline, without which Excel shows no outline buttons, and
 * which warnings are known (codes such as 1.1 are text on purpose, sums leave out their neighbours on purpose).
 */
function completeScoreSheet(xml: string): string {
  const range = /<dimension ref="(A1:[A-Z]+\d+)"/.exec(xml)?.[1];
  if (range === undefined) {
    throw new Error("A score sheet without its extent");
  }
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1" formula="1" formulaRange="1"/></ignoredErrors>`;
  return xml
    .replace("<sheetFormatPr ", '<sheetFormatPr outlineLevelRow="2" ')
    .replace("</worksheet>", `${ignored}</worksheet>`);
}

/** Same parts, same order, same date: the same bytes on every run and in every time zone. */
function zipDeterministically(parts: Record<string, Uint8Array>): Uint8Array {
  const first = "[Content_Types].xml";
  const names = Object.keys(parts).sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  const sorted = Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()]));
  return zipSync(sorted, { level: 9, mtime: new Date(1980, 0, 1) });
}

function describe(file: NewFile, data: SampleData): void {
  must(
    file.SetDocProps({
      Title: `Chỉ số cải cách hành chính tỉnh ${data.province} năm ${String(data.year)} (tệp mẫu)`,
      Creator: "PAR INDEX",
      LastModifiedBy: "PAR INDEX",
      Created: CREATED,
      Modified: CREATED,
      Language: "vi-VN",
    }),
  );
}

/** Builds the sample workbook (.xlsx): Thông tin, Danh sách đơn vị, and one scoring table per group. */
export async function buildSampleWorkbook(data: SampleData): Promise<Uint8Array> {
  const { NewFile } = await init(require.resolve("excelize-wasm/excelize.wasm.gz"));
  const file = NewFile();
  must(file.SetDefaultFont("Times New Roman"));
  const styles = createStyles(file);
  const formulas: Formulas = new Map();

  must(file.SetSheetName("Sheet1", "Thông tin"));
  writeInformation(file, styles, data);
  writeAgencyList(file, styles, data);
  for (const group of data.groups) {
    formulas.set(group.sheet, writeScoreTable(file, styles, group, data.year));
  }
  must(file.SetActiveSheet(0));
  describe(file, data);

  const written = must(file.WriteToBuffer()).buffer;
  const parts = unzipSync(new Uint8Array(written as ArrayBuffer));
  const sheetNames = ["Thông tin", "Danh sách đơn vị", ...data.groups.map((group) => group.sheet)];
  sheetNames.forEach((sheet, index) => {
    const part = `xl/worksheets/sheet${String(index + 1)}.xml`;
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    const sheetFormulas = formulas.get(sheet);
    if (sheetFormulas !== undefined) {
      parts[part] = strToU8(completeScoreSheet(addFormulas(xml, sheetFormulas)));
    }
  });
  return zipDeterministically(parts);
}
