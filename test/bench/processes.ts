/** Processes whose CPU time is asked for. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { manyAgencies } from "./many-agencies";
import type { Tree } from "./part";

export const benchFolder = __dirname;
export const folder = mkdtempSync(join(tmpdir(), "par-index-bench-"));
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});

/** The path of a workbook of so many agencies, packed as Excel does; made once. */
export function workbookOf(agencies: number): string {
  const file = join(folder, `${String(agencies)}.xlsx`);
  if (!existsSync(file)) writeFileSync(file, zipSync(unzipSync(manyAgencies(agencies)), { level: 6 }));
  return file;
}

export interface Used {
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly stdout: string;
}

/** Runs node, and says what that process has used. Throws where it fails. */
export function node(words: readonly string[], cwd: string): Used {
  const measured = join(folder, "used.json");
  const run = spawnSync(process.execPath, ["-r", join(benchFolder, "../e2e/measure.js"), ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PARINDEX_MEASURE: measured },
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) throw new Error(`node ${words.join(" ")}: ${run.stderr.slice(-2000)}`);
  const used = JSON.parse(readFileSync(measured, "utf8")) as { cpuSeconds: number; megabytes: number };
  return { ...used, stdout: run.stdout };
}

/** One of child/, with the sources of a tree; gives what it prints. */
export function child(name: string, { root }: Tree, ...words: readonly string[]): unknown {
  const script = join(benchFolder, "child", `${name}.js`);
  return JSON.parse(node(["-r", join(root, "src/cli/register.js"), script, root, ...words], root).stdout);
}

/** The command line of a tree on a workbook, with all that it can write. */
export function report({ root }: Tree, file: string): Used {
  return node(["src/cli/report.js", file, "--out", outputOf(file), "--json", join(folder, "out.json")], root);
}

export const outputOf = (file: string): string => join(folder, `out-${basename(file)}`);

/** CPU seconds of all processes that ended as children of this one, and of theirs. Linux alone says it. */
export function childrenSeconds(): number {
  if (process.platform !== "linux") throw new Error("the CPU time of other programs is measured on Linux only");
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** A program's CPU seconds, with all that it starts. */
export function programSeconds(program: string, words: readonly string[], cwd: string): number {
  const before = childrenSeconds();
  const { status, error, stderr } = spawnSync(program, words, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${error?.message ?? stderr.slice(-2000)}`);
  return childrenSeconds() - before;
}
