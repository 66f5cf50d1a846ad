/**
 * npm run compare -- COMMIT: what this tree writes otherwise than that commit did. The sample and every awkward
 * workbook go through both command lines; the results, the findings printed and each part of the output are compared.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { awkwardWorkbooks } from "../fixtures/awkward";
import { projectFolder, temporaryFolder } from "../e2e/run-report";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Hashes by workbook and part. */
function outputsOf(project: string, inputs: readonly (readonly [name: string, file: string])[]): Map<string, string> {
  const folder = temporaryFolder();
  const hashes = new Map<string, string>();
  inputs.forEach(([name, file], index) => {
    const [out, json] = [join(folder, `${String(index)}.xlsx`), join(folder, `${String(index)}.json`)];
    const words = [join(project, "src/cli/report.js"), file, "--out", out, "--json", json];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
    hashes.set(`${name}: exit status`, String(status));
    hashes.set(`${name}: printed`, `${stdout}${stderr}`);
    if (existsSync(json)) hashes.set(`${name}: JSON`, hashOf(readFileSync(json)));
    if (!existsSync(out)) return;
    for (const [part, bytes] of Object.entries(unzipSync(readFileSync(out)))) {
      hashes.set(`${name}: ${part}`, hashOf(bytes));
    }
  });
  rmSync(folder, { recursive: true });
  return hashes;
}

function main([commit]: readonly string[]): void {
  if (commit === undefined) throw new Error("npm run compare -- COMMIT");
  const folder = temporaryFolder();
  const other = join(folder, "other");
  execFileSync("git", ["worktree", "add", "--detach", other, commit], { cwd: projectFolder, stdio: "ignore" });
  try {
    symlinkSync(join(projectFolder, "node_modules"), join(other, "node_modules"));
    mkdirSync(join(folder, "in"));
    const inputs = awkwardWorkbooks().map(({ name, bytes }, index): [string, string] => {
      const file = join(folder, "in", `${String(index)}.xlsx`);
      writeFileSync(file, bytes);
      return [name, file];
    });
    inputs.push(["the sample", join(projectFolder, "assets/sample-dak-nong-2020.xlsx")]);
    const before = outputsOf(other, inputs);
    const after = outputsOf(projectFolder, inputs);
    const different = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => before.get(key) !== after.get(key),
    );
    for (const key of different) console.log(key);
    console.log(`${String(different.length)} of ${String(after.size)} outputs differ`);
    if (different.length > 0) process.exitCode = 1;
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", other], { cwd: projectFolder });
    rmSync(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2));
