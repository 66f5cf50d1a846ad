/** The trees that are measured: this one, and a commit beside it. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Tree } from "./part";
import { benchFolder, folder } from "./processes";

const project = join(benchFolder, "../..");

function treeAt(root: string): Tree {
  let isBuilt = false;
  return {
    root,
    build: () => {
      if (isBuilt) return;
      console.error("npm run build …");
      execFileSync(process.execPath, [join(root, "node_modules/webpack/bin/webpack.js")], {
        cwd: root,
        stdio: "ignore",
      });
      isBuilt = true;
    },
  };
}

export const presentTree = (): Tree => treeAt(project);

/** Checks the commit out beside this tree, with this tree's packages; gone when the process ends. */
export function treeOf(commit: string): Tree {
  const root = join(folder, "other");
  execFileSync("git", ["worktree", "add", "--detach", root, commit], { cwd: project, stdio: "ignore" });
  process.prependListener("exit", () => {
    execFileSync("git", ["worktree", "remove", "--force", root], { cwd: project });
  });
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  return treeAt(root);
}

/** The libraries that are compared with, in a folder of their own: nobody else needs them. */
export function installPeers(): void {
  const installed = join(benchFolder, "node_modules/.package-lock.json");
  const lock = join(benchFolder, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("Installing what is compared with (npm ci in test/bench) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: benchFolder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm ci in test/bench failed");
}
