/** Recalculates workbooks with LibreOffice: an independent judge of the formulas that the program writes. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as XLSX from "xlsx";

export interface CellValue {
  readonly value: number | string | boolean | null;
  readonly type: "number" | "text" | "boolean" | "error" | "blank";
}

export type SheetValues = ReadonlyMap<string, CellValue>;
/** By sheet name, then by cell ("F12"). */
export type WorkbookValues = ReadonlyMap<string, SheetValues>;

export interface FormulaDifference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly cached: CellValue;
  readonly recalculated: CellValue;
}

const TIMEOUT_MS = 300_000;
const RELATIVE_TOLERANCE = 1e-9;
const BLANK: CellValue = { value: null, type: "blank" };

/** Recalculation mode 0 is "always": LibreOffice trusts no cached value when it opens a file. */
const settingsIn = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>
`;

function cellValue(cell: XLSX.CellObject | undefined): CellValue {
  switch (cell?.t) {
    case "n":
      return { value: Number(cell.v), type: "number" };
    case "b":
      return { value: Boolean(cell.v), type: "boolean" };
    case "e":
      return { value: cell.w ?? String(cell.v), type: "error" };
    case "s":
    case "d":
      return { value: String(cell.v), type: "text" };
    default:
      return BLANK;
  }
}

function cellsOf(sheet: XLSX.WorkSheet): [cell: string, content: XLSX.CellObject][] {
  return Object.keys(sheet)
    .filter((key) => !key.startsWith("!"))
    .map((key) => [key, sheet[key] as XLSX.CellObject]);
}

function readValues(bytes: Uint8Array): WorkbookValues {
  const book = XLSX.read(bytes, { cellFormula: true });
  return new Map(
    Object.entries(book.Sheets).map(([name, sheet]) => [
      name,
      new Map(cellsOf(sheet).map(([cell, content]) => [cell, cellValue(content)])),
    ]),
  );
}

async function convert(soffice: string, folder: string, names: readonly string[], locale: string): Promise<void> {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), settingsIn(locale));
  const options = [
    "--headless",
    "--norestore",
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    join(folder, "out"),
  ];
  const files = names.map((name) => join(folder, "in", name));
  try {
    await promisify(execFile)(soffice, [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...options, ...files], {
      timeout: TIMEOUT_MS,
    });
  } catch (error) {
    // No instanceof: in jest's sandbox node's errors are of another realm.
    if (typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT") {
      throw new Error(
        `LibreOffice is missing (${soffice} was not found). Install it: apt-get install libreoffice-calc`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

/**
 * Opens workbooks (.xlsx) in LibreOffice with a hard recalculation of every formula.
 * One start of LibreOffice, which costs seconds, serves all of them.
 * @param soffice the LibreOffice program, as found on the PATH
 * @param locale whose decimal mark formulas write texts with: "vi-VN" has a comma
 * @returns every cell's value, in the order of the files
 * @throws an Error that says what to install where LibreOffice is missing
 */
export async function recalculateAll(
  files: readonly Uint8Array[],
  soffice = "soffice",
  locale = "en-US",
): Promise<WorkbookValues[]> {
  const folder = mkdtempSync(join(tmpdir(), "recalculate-"));
  try {
    mkdirSync(join(folder, "in"));
    const names = files.map((_, at) => `${String(at)}.xlsx`);
    names.forEach((name, at) => {
      writeFileSync(join(folder, "in", name), files[at] ?? new Uint8Array());
    });
    await convert(soffice, folder, names, locale);
    return names.map((name) => {
      const converted = join(folder, "out", name);
      if (!existsSync(converted)) {
        throw new Error(`LibreOffice could not open file number ${name}`);
      }
      return readValues(readFileSync(converted));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The same for one workbook. */
export async function recalculate(bytes: Uint8Array): Promise<WorkbookValues> {
  const [values] = await recalculateAll([bytes]);
  return values ?? new Map<string, SheetValues>();
}

function isEmpty({ type, value }: CellValue): boolean {
  return type === "blank" || (type === "text" && value === "");
}

function agree(cached: CellValue, recalculated: CellValue): boolean {
  if (typeof cached.value === "number" && typeof recalculated.value === "number") {
    const size = Math.max(1, Math.abs(cached.value), Math.abs(recalculated.value));
    return Math.abs(cached.value - recalculated.value) <= RELATIVE_TOLERANCE * size;
  }
  return (
    (isEmpty(cached) && isEmpty(recalculated)) ||
    (cached.type === recalculated.type && cached.value === recalculated.value)
  );
}

/** The formula cells whose cached value or type is not the recalculated one. */
export function formulaDifferences(bytes: Uint8Array, recalculated: WorkbookValues): FormulaDifference[] {
  const book = XLSX.read(bytes, { cellFormula: true });
  return Object.entries(book.Sheets).flatMap(([sheet, content]) =>
    cellsOf(content).flatMap(([cell, { f: formula, ...rest }]) => {
      const cached = cellValue(rest);
      const fresh = recalculated.get(sheet)?.get(cell) ?? BLANK;
      return formula === undefined || agree(cached, fresh)
        ? []
        : [{ sheet, cell, formula, cached, recalculated: fresh }];
    }),
  );
}

/** For each workbook, the formula cells whose cached value or type is not what LibreOffice calculates. */
export async function compareAllFormulas(files: readonly Uint8Array[]): Promise<FormulaDifference[][]> {
  const recalculated = await recalculateAll(files);
  return files.map((bytes, at) => formulaDifferences(bytes, recalculated[at] ?? new Map<string, SheetValues>()));
}

/** The same for one workbook. */
export async function compareFormulas(bytes: Uint8Array): Promise<FormulaDifference[]> {
  const [found] = await compareAllFormulas([bytes]);
  return found ?? [];
}
