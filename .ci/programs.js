"use strict";
// The programs and fonts that the tests open beside Node. Plain Node: runs before any package is there.
const { spawnSync } = require("node:child_process");
const { accessSync, constants } = require("node:fs");
const { delimiter, join } = require("node:path");

const chromiumNames = ["chromium", "chromium-browser", "google-chrome"];
const chromeOfMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the program stands on the PATH; undefined where it does not. */
const find = (program, { PATH = "" }) =>
  PATH.split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, program))
    .find(canRun);

/** The browser that the tests open. */
function findChromium(environment = process.env) {
  const found = chromiumNames.map((name) => find(name, environment)).find((path) => path !== undefined);
  return found ?? (process.platform === "darwin" && canRun(chromeOfMac) ? chromeOfMac : undefined);
}

/** Debian's names of what is not here. */
function missingPackages(environment) {
  const fonts = spawnSync("fc-list", [":", "family"], { env: environment, encoding: "utf8" }).stdout ?? "";
  return [
    ["chromium", findChromium(environment)],
    // Recalculates and prints what we wrote.
    ["libreoffice-calc", find("soffice", environment)],
    ["libxml2-utils", find("xmllint", environment)],
    ["poppler-utils", find("pdftoppm", environment)],
    ["fontconfig", find("fc-list", environment)],
    // As wide as Calibri and Times New Roman: without them pages break elsewhere.
    ["fonts-crosextra-carlito", /carlito/i.test(fonts)],
    ["fonts-liberation", /liberation serif/i.test(fonts)],
  ].flatMap(([name, here]) => (here ? [] : [name]));
}

/** What to type on this system. */
function advice(missing, environment, platform) {
  const names = missing.join(" ");
  if (platform === "win32") return "in WSL (wsl --install -d Debian), and run npm test there";
  if (platform === "darwin") {
    return "brew install --cask google-chrome libreoffice font-carlito font-liberation && brew install poppler fontconfig";
  }
  if (find("apt-get", environment)) {
    const snap = missing.includes("chromium") ? " (Ubuntu has chromium as a snap: sudo snap install chromium)" : "";
    return `sudo apt-get install --no-install-recommends ${names}${snap}`;
  }
  if (find("dnf", environment)) {
    return "sudo dnf install chromium libreoffice-calc libxml2 poppler-utils fontconfig google-carlito-fonts liberation-fonts";
  }
  return `what Debian calls ${names}`;
}

/** Null when they are installed, otherwise why not, in a line. */
function installWithApt(names, environment) {
  const apt = (...parameters) =>
    spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...parameters], {
      env: { ...environment, DEBIAN_FRONTEND: "noninteractive" },
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  // A list that cannot be renewed may still do: what cannot be had shows below.
  apt("update");
  const { status, stderr, error } = apt("install", "--yes", "--no-install-recommends", ...names);
  if (status === 0) return null;
  const lines = (stderr ?? "").split("\n");
  return lines.find((line) => line.startsWith("E: ")) ?? error?.message ?? `exit status ${status}`;
}

/**
 * Sees to it that the programs are here: installs them where that can be done without asking (root on Debian).
 * @returns null, or one line that says what is to be installed
 */
function preparePrograms({
  environment = process.env,
  platform = process.platform,
  isRoot = process.getuid?.() === 0,
  say = console.log,
} = {}) {
  const missing = missingPackages(environment);
  if (missing.length === 0) return null;
  const toType = `The tests need programs that are not here. Install them: ${advice(missing, environment, platform)}`;
  if (!isRoot || !find("apt-get", environment)) return toType;
  say(`Installing ${missing.join(" ")} (apt-get) …`);
  const failure = installWithApt(missing, environment);
  if (failure !== null) return `apt-get could not install ${missing.join(" ")}: ${failure}`;
  const still = missingPackages(environment);
  return still.length === 0
    ? null
    : `apt-get has installed ${still.join(" ")}, but the tests do not find what is in it.`;
}

module.exports = { findChromium, preparePrograms };
