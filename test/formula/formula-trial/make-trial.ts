/** Asks LibreOffice for the value of every formula of the trial: node -r ./src/cli/register.js …/make-trial.ts */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write, type CellObject } from "xlsx";
import { trialData, trialFormulas } from "./formulas";

const folder = mkdtempSync(join(tmpdir(), "trial-"));
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet(trialData.map((row) => [...row])), "Dữ liệu");
const sheet: Record<string, unknown> = { "!ref": `A1:A${String(trialFormulas.length)}` };
trialFormulas.forEach((f, at) => (sheet[`A${String(at + 1)}`] = { t: "n", f }));
utils.book_append_sheet(book, sheet, "Tính");
writeFileSync(join(folder, "trial.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
spawnSync("soffice", [
  "--headless",
  `-env:UserInstallation=file://${folder}/profile`,
  "--convert-to",
  "xlsx:Calc MS Excel 2007 XML",
  "--outdir",
  join(folder, "out"),
  join(folder, "trial.xlsx"),
]);
const computed = read(readFileSync(join(folder, "out", "trial.xlsx"))).Sheets["Tính"];
const lines = trialFormulas.map((formula, at) => {
  const cell = computed?.[`A${String(at + 1)}`] as CellObject | undefined;
  const value = cell === undefined ? "" : cell.t === "e" ? (cell.w ?? "") : String(cell.v);
  return [formula, cell?.t ?? "z", value].join("\t");
});
writeFileSync(join(__dirname, "libreoffice.tsv"), `${lines.join("\n")}\n`);
process.stdout.write(`${String(lines.length)} formulas\n`);
