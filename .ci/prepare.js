"use strict";
// Runs before start and test: installs the packages when they are missing, and names the programs that tests need.
const { spawnSync } = require("node:child_process");
const { existsSync, statSync } = require("node:fs");
const { join } = require("node:path");

const root = join(__dirname, "..");
const installed = join(root, "node_modules", ".package-lock.json");
const lock = join(root, "package-lock.json");

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log("Installing packages (npm ci) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv.includes("--for-tests")) {
  const missing = [
    ["chromium", "chromium"],
    ["soffice", "libreoffice-calc"],
    ["xmllint", "libxml2-utils"],
    ["pdftoppm", "poppler-utils"],
  ].filter(([program]) => spawnSync(program, ["--version"], { stdio: "ignore" }).error !== undefined);
  if (missing.length > 0) {
    const packages = missing.map(([, name]) => name).join(" ");
    console.error(`The tests need programs that are not here. Install them: apt-get install ${packages}`);
    process.exit(1);
  }
}
