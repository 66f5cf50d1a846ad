import { computeInWorker } from "../../src/formula/values/engine-node";
import { openExcel } from "../../src/hosts/excel/excel-workbook";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import { createExcelHost, type ExcelHost, type ExcelHostOptions } from "../excel-host/excel-host";
import { type Client, loadClient } from "../excel-host/node-client";

/** An Excel in which a workbook is open, and the host over it. */
export interface OpenedExcel {
  readonly excel: ExcelHost;
  readonly workbook: WorkbookHost;
}

/** Excel.* and Office.* are globals to whoever runs inside Excel: from here on, those of this Excel. */
export function openInExcel(options: ExcelHostOptions): OpenedExcel {
  const excel = createExcelHost(options);
  useClient(excel);
  return { excel, workbook: openExcel() };
}

export function useClient(excel: ExcelHost): void {
  usePage(loadClient(excel));
}

/** From here on, whoever runs inside Excel runs in this page of the add-in. */
export function usePage(client: Client): void {
  Object.assign(globalThis, { Excel: client.Excel, Office: client.Office });
}

/** The same workbook that an .xlsx file holds. */
export async function openFileInExcel(
  bytes: Uint8Array,
  options: Omit<ExcelHostOptions, "sheets"> = {},
): Promise<OpenedExcel> {
  const file = await openXlsx(bytes, computeInWorker);
  return openInExcel({ sheets: await file.readSheets(), ...options });
}
