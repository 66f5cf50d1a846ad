/** The library that the hosts compute with knows no arrays inside a formula, which the stale line hangs on. */
import { cellAddress } from "../../src/data/grid";
import type { Calculator } from "../excel-host/excel-host";
import { toXlsx } from "../excel-host/xlsx-file";
import { recalculateAll } from "../independent/recalculate";

/** Saves the workbook of an Excel that openExcelHost made, and lets LibreOffice compute the cells. */
export const calculateWithLibreOffice: Calculator = async (cells, host) => {
  const [values] = await recalculateAll([await toXlsx(host, "contents")]);
  return cells.map(({ sheet, row, column }) => {
    const { value, type } = values?.get(sheet)?.get(cellAddress(row, column)) ?? { value: "", type: "text" };
    // An empty text and a blank cell are the same to who reads the file.
    return type === "blank" || value === null ? { type: "text", value: "" } : { type, value };
  });
};
