import { readFileSync } from "node:fs";
import { join } from "node:path";
import { read, write, type WorkBook } from "xlsx";
import { reportTexts } from "../../src/strings/report.vi";
import { recalculateAll } from "../independent/recalculate";
import { projectFolder, runReport, temporaryFolder } from "./run-report";

/** Changes one cell of the report's workbook and gives the file again. */
function changed(bytes: Uint8Array, change: (book: WorkBook) => void): Uint8Array {
  const book = read(bytes, { type: "array", cellFormula: true });
  change(book);
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

const sheetName = "Cấp tỉnh";

describe("after the calculation", () => {
  it("every report sheet says so when a score changes, and the numbers follow", async () => {
    const out = join(temporaryFolder(), "out.xlsx");
    expect(runReport([join(projectFolder, "assets/sample-dak-nong-2020.xlsx"), "--out", out]).status).toBe(0);
    const bytes = readFileSync(out);

    // The first leaf score of the first agency: a number below a row whose code has three parts.
    const scores = read(bytes, { type: "array" }).Sheets[sheetName];
    const leaf = Object.keys(scores ?? {}).find((address) => {
      const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      return (
        column > "E" && typeof scores?.[address]?.v === "number" && /^\d+\.\d+\.\d+$/.test(String(scores[`A${row}`]?.v))
      );
    });
    if (leaf === undefined) throw new Error("no leaf score found");
    const score = Number(scores?.[leaf]?.v);

    const set = (value: number | string): Uint8Array =>
      changed(bytes, (book) => {
        const sheet = book.Sheets[sheetName];
        if (sheet !== undefined) sheet[leaf] = typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value };
      });
    const [same, lower, text] = await recalculateAll([set(score), set(score - 0.125), set("KAD")]);
    const reportSheets = [...(same?.keys() ?? [])].filter((name) => name.startsWith("BC"));
    expect(reportSheets).toHaveLength(11);
    for (const name of reportSheets) {
      expect(same?.get(name)?.get("A1")?.value ?? "").toBe("");
      expect(lower?.get(name)?.get("A1")?.value).toBe(reportTexts.stale);
      expect(text?.get(name)?.get("A1")?.value).toBe(reportTexts.stale);
    }

    // The mean of the ranking's score column falls by an eighth over 22 agencies: the numbers are live.
    const totals = (values: typeof same): number =>
      [...(values?.get("BC Tính toán") ?? [])]
        .filter(([address]) => /^E\d+$/.test(address))
        .reduce((sum, [, cell]) => sum + (typeof cell.value === "number" ? cell.value : 0), 0);
    expect(totals(same) - totals(lower)).toBeGreaterThan(0.12);
  });
});
