"use strict";
const { gzipSync } = require("node:zlib");
const { WebpackError, Compilation } = require("webpack");

const kilobytes = (bytes) => (bytes / 1024).toFixed(1);

/**
 * Prints how much JavaScript every page (entry) loads before it shows anything (gzip), and what may follow later; in
 * production a page over its limit (KB) fails the build, when the files are written.
 */
class InitialSizePlugin {
  constructor(limits) {
    this.limits = limits;
  }

  apply(compiler) {
    const isProduction = compiler.options.mode === "production";
    compiler.hooks.thisCompilation.tap("InitialSizePlugin", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "InitialSizePlugin", stage }, () => {
        this.sizes = [...compilation.entrypoints].map(([name, entry]) => sizesOf(compilation, name, entry));
      });
    });
    compiler.hooks.afterEmit.tap("InitialSizePlugin", (compilation) => {
      for (const { name, initial, later } of this.sizes) {
        const limit = this.limits[name] ?? Infinity;
        const said = `${name}: ${kilobytes(initial)} KB of initial JavaScript (gzip)`;
        const limitSaid = limit === Infinity ? "" : `, limit ${limit} KB`;
        console.log(said + limitSaid + (later === 0 ? "" : `; ${kilobytes(later)} KB more when needed`));
        if (isProduction && initial > limit * 1024) compilation.errors.push(new WebpackError(said + limitSaid));
      }
    });
  }
}

function sizesOf(compilation, name, entry) {
  const size = (files) =>
    [...files]
      .filter((file) => file.endsWith(".js"))
      .reduce((sum, file) => sum + gzipSync(compilation.getAsset(file).source.buffer()).length, 0);
  return { name, initial: size(entry.getFiles()), later: size(filesLoadedLater(entry)) };
}

function filesLoadedLater(entry) {
  const first = new Set(entry.getFiles());
  const later = new Set();
  const visit = (group) => {
    for (const child of group.childrenIterable) {
      for (const file of child.getFiles()) if (!first.has(file)) later.add(file);
      visit(child);
    }
  };
  visit(entry);
  return later;
}

module.exports = { InitialSizePlugin };
