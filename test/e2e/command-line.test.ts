import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { read } from "xlsx";
import { brokenScores } from "../fixtures/awkward-entries";
import { hiddenProtectedAndUserSheets } from "../fixtures/awkward-layout";
import { projectFolder, type Run, runInNode, runReport, runScript, runSources, temporaryFolder } from "./run-report";

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

  const bundle = join(projectFolder, "dist/cchc.js");
  it.each([
    ["cchc.js", ["report"]],
    ["report.js", []],
  ])("bundled by npm run build as %s, gives the same as from the sources", (file, words) => {
    if (!existsSync(bundle)) {
      // npm test builds first; a single jest run may not have.
      console.warn(`dist/${file} is not built: not compared`);
      return;
    }
    const run = spawnSync(process.execPath, [join(projectFolder, "dist", file), ...words], {
      encoding: "utf8",
      cwd: folder,
    });
    expect(run.stdout).toBe(runSources(["report"]).stdout);
  });

  it.each([
    [["report", sample]],
    [["report", "--help"]],
    [["report", sample, "--with", "BC IV.33"]],
    [["report", at("missing.xlsx")]],
    [["report", join(projectFolder, "test/fixtures/attacks/bidi.xlsx")]],
    // Formulas without a value: the worker beside the bundle.
    [["report", join(projectFolder, "test/fixtures/cases/value-comma.xlsx")]],
    [["reprot"]],
    [[]],
  ])("ends the same, bundled and from the sources: %j", (words) => {
    expect(runInNode([existsSync(bundle) ? bundle : "src/cli/cchc.js", ...words])).toEqual(runSources(words));
  });

  it("is the command report of the program cchc, and reads names from the folder where npm was called", () => {
    const run = runScript("cchc", ["report", "assets/sample-dak-nong-2020.xlsx"]);
    expect(run).toEqual(runScript("report", []));
    expect(run).toEqual(runReport([]));
    const cchc = (...words: readonly string[]): Run => runInNode(["src/cli/cchc.js", ...words]);
    expect(cchc("reprot").status).toBe(2);
    expect(cchc("report", "--help").status).toBe(0);
  });

  it.each([
    ["an unknown option", ["--force"], /--force/],
    ["no name after --out", [sample, "--out"], /--out/],
    ["two workbooks", [sample, sample], /một tệp/],
    ["a section that the report has not", [sample, "--with", "BC III.1;BC IV.33"], /“BC IV\.33”.*BC IV\.3/],
    ["no such file", [at("missing.xlsx")], /missing\.xlsx/],
    ["a folder", [folder], /thư mục/],
    ["a folder's name for --out", [sample, "--out", `${at("new")}/`], /thư mục/],
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
    linkSync(file, at("hard-link.xlsx"));
    const before = readFileSync(file);
    for (const out of [file, at("link.xlsx"), at("hard-link.xlsx"), at("./x/../scores.xlsx")]) {
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

const describeUnix = process.platform === "win32" ? describe.skip : describe;

describeUnix("what is no regular file", () => {
  const pipe = at("pipe");
  beforeAll(() => {
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    symlinkSync(pipe, at("link-to-pipe"));
  });

  it.each([[pipe], [at("link-to-pipe")], ["/dev/zero"], ["/dev/null"]])("is not read: %s", (path) => {
    const run = runReport([path, "--out", at("never.xlsx")]);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(oneLine(run)).toMatch(/không phải tệp thông thường/);
  });

  it.each([
    ["--out", pipe],
    ["--out", "/dev/stdout"],
    ["--json", at("link-to-pipe")],
    ["--json", "/dev/null"],
    ["--json", "/dev/full"],
  ])("is not written to, and nothing is computed for it: %s %s", (option, path) => {
    const other = option === "--out" ? "--json" : "--out";
    const run = runReport([sample, option, path, other, at("never")]);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(oneLine(run)).toMatch(/không phải tệp thông thường/);
    expect(existsSync(at("never"))).toBe(false);
  });
});

describe("the files that it writes", () => {
  it("take names of 230 bytes, and stand alone in their folder", () => {
    const out = at(`long/${"ố".repeat(75)}.xlsx`);
    mkdirSync(at("long"));
    expect(runReport([sample, "--out", out, "--json", at("long/r")]).status).toBe(0);
    expect(runReport([sample, "--out", out, "--json", at("long/r")]).status).toBe(0);
    expect(readdirSync(at("long"))).toHaveLength(2);
  });

  it("are not the file that the rankings are redirected to", () => {
    const log = openSync(at("log"), "w");
    const run = runReport([sample, "--out", at("log")], log);
    closeSync(log);
    expect(run.status).toBe(2);
    expect(oneLine(run)).toMatch(/--out đang nhận/);
    expect(readFileSync(at("log"))).toHaveLength(0);
  });

  it("are both there when somebody ends the program while it writes", () => {
    const preload = at("preload.js");
    writeFileSync(
      preload,
      `const fs = require("node:fs"), rename = fs.renameSync;
       fs.renameSync = (...words) => { process.kill(process.pid, "SIGTERM"); rename(...words); };`,
    );
    mkdirSync(at("ended"));
    runInNode([
      "-r",
      preload,
      "src/cli/report.js",
      sample,
      "--out",
      at("ended/out.xlsx"),
      "--json",
      at("ended/r.json"),
    ]);
    expect(readdirSync(at("ended")).sort()).toEqual(["out.xlsx", "r.json"]);
  });
});

test("a file too large for any scoring workbook is refused before it is read", () => {
  writeFileSync(at("large.xlsx"), "PK");
  // Sparse: takes no room on the disk.
  truncateSync(at("large.xlsx"), 3 * 1024 ** 3);
  const run = runReport([at("large.xlsx")]);
  expect(run.status).toBe(2);
  expect(oneLine(run)).toMatch(/lớn hơn 256 MB/);
});

(existsSync("/dev/full") ? test : test.skip)("says in one line that the rankings could not be printed", () => {
  const full = openSync("/dev/full", "w");
  const run = runReport([sample], full);
  closeSync(full);
  expect(run.status).toBe(2);
  expect(oneLine(run)).toMatch(/^Không in được kết quả: hết chỗ/);
});

describe("whatever a name holds, nothing in it reaches the terminal that steers or hides", () => {
  const steering = "\x1B[2J\x07\x9B31m\u202E\u2066\u200B\r\n\u2028";
  const attack = (name: string): string => join(projectFolder, "test/fixtures/attacks", name);
  it.each([
    ["in a workbook, escapes", [attack("terminal-escape.xlsx"), "--provisional"]],
    ["in a workbook, directions", [attack("bidi.xlsx"), "--provisional"]],
    ["in an unknown option", [`--x${steering}`]],
    ["in the name of a missing file", [at(`x${steering}y.xlsx`)]],
    ["in the name of a folder for --out", [sample, "--out", at(`x${steering}y/out.xlsx`)]],
  ])("%s", (_, words) => {
    const { stdout, stderr } = runReport(words);
    expect(`${stdout}${stderr}`).toMatch(/\S/);
    expect(`${stdout}${stderr}`.replaceAll("\n", "")).not.toMatch(/[\p{C}\u2028\u2029]/u);
  });

  it("in an option of 100,000 letters: the usage stays in sight", () => {
    const run = runReport([`--${"x".repeat(100_000)}`]);
    expect(oneLine(run).length).toBeLessThan(300);
    expect(run.stderr).toContain("--provisional");
  });
});
