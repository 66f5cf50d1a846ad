/** The library that the hosts compute with knows no arrays inside a formula, which the stale line hangs on. */
import { cellAddress } from "../../src/data/grid";
import type { Calculator, ExcelHost } from "../excel-host/excel-host";
import { toXlsx } from "../excel-host/xlsx-file";
import { recalculateAll, type WorkbookValues } from "../independent/recalculate";

const computed = new Map<string, WorkbookValues>();

/** What LibreOffice's values hang on: it computes every formula anew, whatever value the file has for it. */
function contentsOf(host: ExcelHost): string {
  const { names, sheets } = host.snapshot();
  return JSON.stringify([
    names,
    sheets.map((sheet) => [
      sheet.name,
      sheet.names,
      Object.entries(sheet.cells).map(([cell, { type, value, formula }]) => [cell, formula ?? [type, value]]),
    ]),
  ]);
}

/** Every cell's value; the same workbook is computed once. */
async function valuesOf(host: ExcelHost): Promise<WorkbookValues> {
  const key = contentsOf(host);
  const known = computed.get(key);
  if (known !== undefined) return known;
  const [values] = await recalculateAll([await toXlsx(host, "contents")]);
  if (values === undefined) throw new Error("LibreOffice gave no workbook back");
  computed.set(key, values);
  return values;
}

/** Saves the workbook of an Excel that openExcelHost made, and lets LibreOffice compute the cells. */
export const calculateWithLibreOffice: Calculator = async (cells, host) => {
  const values = await valuesOf(host);
  return cells.map(({ sheet, row, column }) => {
    const { value, type } = values.get(sheet)?.get(cellAddress(row, column)) ?? { value: "", type: "text" };
    // An empty text and a blank cell are the same to who reads the file.
    return type === "blank" || value === null ? { type: "text", value: "" } : { type, value };
  });
};
