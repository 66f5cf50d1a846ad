"use strict";
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { Compilation, sources } = require("webpack");

/** Writes the licence texts of all packages that went into the scripts into one file. */
class ThirdPartyPlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("ThirdPartyPlugin", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "ThirdPartyPlugin", stage }, () => {
        const text = notices(packageFolders(compilation.modules)).join(`\n${"=".repeat(80)}\n\n`);
        compilation.emitAsset(this.file, new sources.RawSource(text));
      });
    });
  }
}

function packageFolders(modules) {
  const folders = new Set();
  const visit = (module) => {
    const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module.resource ?? "")?.[0];
    if (folder !== undefined) folders.add(folder);
    for (const inner of module.modules ?? []) visit(inner);
  };
  for (const module of modules) visit(module);
  return [...folders];
}

/** The packages that share a text stand above it together. */
function notices(folders) {
  const packagesOfText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license, author, repository } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    const holder = author?.name ?? author ?? repository?.url ?? repository;
    const text = file === undefined ? `Copyright: ${holder}` : readFileSync(join(folder, file), "utf8").trim();
    packagesOfText.set(text, [...(packagesOfText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...packagesOfText].map(([text, packages]) => `${packages.join("\n")}\n\n${text}\n`);
}

module.exports = { ThirdPartyPlugin };
