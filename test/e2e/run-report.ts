/** Runs the command line as its users do, in a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const projectFolder = join(__dirname, "../..");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runReport(words: readonly string[]): Run {
  return runScript("report", words);
}

export function runScript(name: "report" | "cchc", words: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", name, "--", ...words], {
    cwd: projectFolder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  return { status, stdout, stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "par-index-"));
}
