"use strict";
// Runs before start and test, on a clean clone too: installs what is missing, or says in one line what to install.
const { spawnSync } = require("node:child_process");
const { existsSync, statSync } = require("node:fs");
const { join } = require("node:path");
const { preparePrograms } = require("./programs.js");

const root = join(__dirname, "..");
const installed = join(root, "node_modules", ".package-lock.json");
const lock = join(root, "package-lock.json");

// npm start needs Node alone.
if (process.argv.includes("--for-tests")) {
  const toInstall = preparePrograms();
  if (toInstall !== null) {
    console.error(toInstall);
    process.exit(1);
  }
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log("Installing packages (npm ci) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
