import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../../src/hosts/xlsx/xlsx-workbook";
import { agencies, sampleReport } from "./sample-report";
import { richWorkbook } from "./sample-workbook";
import { unzip, zip } from "./zip-helper";

const noLibrary = (): Promise<never> => Promise.reject(new Error("the library is not needed here"));

function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

const check = hasLibreOffice() ? it : it.skip;
if (check === it.skip) console.warn("LibreOffice is not there: opening the file in it is not checked");

check("LibreOffice opens the workbook, computes the same values and keeps the mark and the charts", async () => {
  const workbook = await openXlsx(zip(richWorkbook), noLibrary);
  await workbook.writeReport(sampleReport({}, { key: "IV.1", name: "BC IV.1", charts: ["bar"] }));
  const folder = mkdtempSync(join(tmpdir(), "par-index-office-"));
  try {
    writeFileSync(join(folder, "report.xlsx"), workbook.toBytes());
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const options = [
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
      join(folder, "report.xlsx"),
    ];
    execFileSync("soffice", [profile, ...options], { stdio: "pipe" });
    const saved = new Uint8Array(readFileSync(join(folder, "out", "report.xlsx")));
    const reopened = await openXlsx(saved, noLibrary);
    const sheets = await reopened.readSheets();
    const sheet = sheets.find(({ name }) => name === "BC III.1");
    expect(sheet?.rows[3]?.map((cell) => cell?.value)).toEqual([1, agencies[0], 95.895, 95.895]);
    expect(sheet?.rows[24]?.[0]?.value).toBe(22);
    expect(sheet?.mark?.key).toBe("III.1");
    const charts = Object.entries(unzip(saved)).filter(([path]) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(charts.filter(([, xml]) => xml.includes("Biểu đồ 0"))).toHaveLength(3);

    // What LibreOffice saved is refreshed like any other.
    await reopened.writeReport(sampleReport({}, { key: "IV.1", name: "BC IV.1", charts: ["bar"] }));
    expect((await reopened.readSheets()).map(({ name }) => name).slice(3)).toEqual(["BC III.1", "BC IV.1"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
