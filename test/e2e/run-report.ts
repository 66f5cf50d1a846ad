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

/** Straight in node: the bundle where it is fresh, as npm test has made it, otherwise the sources. */
export function runReport(words: readonly string[], stdout: number | "pipe" = "pipe"): Run {
  return runInNode(["src/cli/report.js", ...words], stdout);
}

/** The command line as it stands in the sources, whatever is built. */
export function runSources(words: readonly string[]): Run {
  return runInNode(["-r", "./src/cli/register.js", "src/cli/main.ts", ...words]);
}

/** Never for ever: a pipe without a writer would be waited for. */
export function runInNode(words: readonly string[], stdout: number | "pipe" = "pipe"): Run {
  const run = spawnSync(process.execPath, [...words], {
    cwd: projectFolder,
    encoding: "utf8",
    stdio: ["ignore", stdout, "pipe"],
    timeout: 60_000,
  });
  return { status: run.status, stdout: run.stdout ?? "", stderr: run.stderr };
}

/** As people type it. Costs half a run more. */
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
