import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { read } from "xlsx";
import { brokenScores } from "../fixtures/awkward-entries";
import { hiddenProtectedAndUserSheets } from "../fixtures/awkward-layout";
import { projectFolder, type Run, runReport, temporaryFolder } from "./run-report";

const sample = join(projectFolder, "assets/sample-dak-nong-2020.xlsx");
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

function oneLine(run: Run): string {
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
  expect(run.stderr).not.toContain("    at ");
  return run.stderr.trim();
}

describe("the command line", () => {
  it("takes the sample when no file is named, and prints both rankings", () => {
    const run = runReport([]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("Bảo hiểm xã hội tỉnh");
    expect(run.stdout).toContain("UBND huyện Cư Jút");
  });

  it("bundled by npm run build, gives the same as from the sources", () => {
    const bundle = join(projectFolder, "dist/report.js");
    if (!existsSync(bundle)) {
      // npm test builds first; a single jest run may not have.
      console.warn("dist/report.js is not built: not compared");
      return;
    }
    const run = spawnSync(process.execPath, [bundle], { encoding: "utf8", cwd: folder });
    expect(run.stdout).toBe(runReport([]).stdout);
  });

  it.each([
    ["an unknown option", ["--force"], /--force/],
    ["no name after --out", [sample, "--out"], /--out/],
    ["two workbooks", [sample, sample], /một tệp/],
    ["no such file", [at("missing.xlsx")], /missing\.xlsx/],
    ["a folder", [folder], /thư mục/],
    ["a folder that is not there for --out", [sample, "--out", at("nowhere/out.xlsx")], /nowhere/],
  ])("ends with status 2 and one line for %s", (_, words, sentence) => {
    const run = runReport(words);
    expect(run.status).toBe(2);
    const lines = run.stderr.trim().split("\n");
    expect(lines[lines.length - 1]).toMatch(sentence);
    expect(run.stderr).not.toContain("    at ");
  });

  it("refuses to write over its own input, under whatever name", () => {
    const file = at("scores.xlsx");
    copyFileSync(sample, file);
    symlinkSync(file, at("link.xlsx"));
    const before = readFileSync(file);
    for (const out of [file, at("link.xlsx"), at("./x/../scores.xlsx")]) {
      mkdirSync(at("x"), { recursive: true });
      expect(runReport([file, "--out", out]).status).toBe(2);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ["empty", new Uint8Array()],
    ["not a zip", strToU8("Sở Nội vụ,95.9\n")],
    ["truncated", readFileSync(sample).subarray(0, 20_000)],
    ["a zip, but no workbook", zipSync({ "readme.txt": strToU8("x") })],
    [
      "an old .xls",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0)]),
    ],
  ])("ends with status 2 and one line for a file that is %s", (name, content) => {
    const file = at(`${name}.xlsx`);
    writeFileSync(file, content);
    const run = runReport([file, "--out", at("never.xlsx")]);
    expect(run.status).toBe(2);
    expect(oneLine(run)).toMatch(/\.$/);
    expect(existsSync(at("never.xlsx"))).toBe(false);
  });

  it("says SỐ LIỆU TẠM TÍNH and how many entries were left out on every sheet of a provisional report", () => {
    const fixture = brokenScores();
    writeFileSync(at("broken.xlsx"), fixture.bytes);
    const run = runReport([
      at("broken.xlsx"),
      "--provisional",
      "--out",
      at("provisional.xlsx"),
      "--json",
      at("p.json"),
    ]);
    expect(run.status).toBe(0);
    const missing = fixture.findings.filter(({ code }) => /^(score-|cell-error|formula-not)/.test(code)).length;
    const book = read(readFileSync(at("provisional.xlsx")), { type: "array" });
    const ours = book.SheetNames.filter((name) => /^(BC |Kiểm tra số liệu)/.test(name));
    expect(ours.length).toBeGreaterThan(3);
    for (const name of ours) {
      const texts = Object.values(book.Sheets[name] ?? {}).map((cell: { v?: unknown }) => String(cell.v ?? ""));
      expect(texts.find((text) => text.startsWith("SỐ LIỆU TẠM TÍNH"))).toContain(`${String(missing)} ô`);
    }
  });

  it("gives the same workbook again when it runs on its own output", () => {
    expect(runReport([sample, "--out", at("first.xlsx")]).status).toBe(0);
    expect(runReport([at("first.xlsx"), "--out", at("second.xlsx")]).status).toBe(0);
    const [first, second] = [at("first.xlsx"), at("second.xlsx")].map((file) => unzipSync(readFileSync(file)));
    expect(Object.keys(second ?? {}).sort()).toEqual(Object.keys(first ?? {}).sort());
    for (const [path, content] of Object.entries(first ?? {})) {
      expect([path, Buffer.from(content).equals(Buffer.from(second?.[path] ?? []))]).toEqual([path, true]);
    }
  });

  it("leaves the user's sheets byte for byte, those with the names that it wants too", () => {
    const fixture = hiddenProtectedAndUserSheets();
    writeFileSync(at("user.xlsx"), fixture.bytes);
    const flags = fixture.definition.provisional === true ? ["--provisional"] : [];
    expect(runReport([at("user.xlsx"), "--out", at("user-out.xlsx"), ...flags]).status).toBe(0);
    const [before, after] = [fixture.bytes, readFileSync(at("user-out.xlsx"))].map((bytes) => unzipSync(bytes));
    const sheets = Object.keys(before ?? {}).filter((path) => path.startsWith("xl/worksheets/"));
    expect(sheets.length).toBeGreaterThan(2);
    for (const path of sheets) {
      expect([path, Buffer.from(after?.[path] ?? []).equals(Buffer.from(before?.[path] ?? []))]).toEqual([path, true]);
    }
    const names = read(readFileSync(at("user-out.xlsx")), { bookSheets: true }).SheetNames;
    expect(names).toEqual(
      expect.arrayContaining(["BC III.1", "BC III.1 (2)", "Kiểm tra số liệu", "Kiểm tra số liệu (2)"]),
    );
  });
});
