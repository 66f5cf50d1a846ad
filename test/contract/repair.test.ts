/** What a repair leaves behind reads as repaired, through either host. */
import { computeInWorker } from "../../src/formula/values/engine-node";
import { parseCellAddress } from "../../src/data/cell-address";
import type { WorkbookHost } from "../../src/hosts/host";
import { openXlsx } from "../../src/hosts/xlsx/xlsx-workbook";
import type { Finding } from "../../src/data/finding";
import { cellAt } from "../../src/data/grid";
import { readWorkbook } from "../../src/workbook/read-workbook";
import { commaDecimals, datesForScores } from "../fixtures/awkward-entries";
import { lostZeroCodes } from "../fixtures/awkward-layout";
import { openFileInExcel } from "./excel-file";

const hosts = {
  "an .xlsx file": (bytes: Uint8Array): Promise<WorkbookHost> => openXlsx(bytes, computeInWorker),
  Excel: async (bytes: Uint8Array): Promise<WorkbookHost> => (await openFileInExcel(bytes)).workbook,
};
async function repairs(host: WorkbookHost): Promise<{ found: readonly Finding[]; repair: () => Promise<void> }> {
  const grids = await host.readSheets();
  const found = readWorkbook(grids).findings.filter(({ repair, cell }) => repair !== null && cell !== null);
  const repair = (): Promise<void> =>
    host.changeCells(
      found.map(({ sheet, cell, repair: after }) => {
        const place = parseCellAddress(cell ?? "");
        const grid = grids.find(({ name }) => name === sheet);
        const before = (place && grid && cellAt(grid, place.row, place.column)?.value) ?? null;
        return { sheet, cell: cell ?? "", before, after };
      }),
    );
  return { found, repair };
}

describe.each(Object.entries(hosts))("in %s", (_, open) => {
  it.each([
    ["a score that became a date", datesForScores, "score-became-date"],
    ["a score typed as text", commaDecimals, "score-is-text"],
    ["a code that lost its zero", lostZeroCodes, "code-lost-zero"],
  ])("%s reads as repaired after its repair", async (_name, fixture, code) => {
    const host = await open(fixture().bytes);
    const { found, repair } = await repairs(host);
    expect(found.map((finding) => finding.code)).toContain(code);
    await repair();
    expect((await repairs(host)).found).toEqual([]);
  });
});
