"use strict";
const { join, relative, sep } = require("node:path");
const { readFileSync, writeFileSync } = require("node:fs");
const { stampName, stampOf } = require("../../src/cli/fresh-bundle.js");

/**
 * Writes beside the command line what it was made of, so that src/cli/cchc.js sees whether it still is what the sources
 * give: every file that webpack read, with the content that it read.
 */
class MadeOfPlugin {
  /** also: files of the project that the build hangs on without being made of them. */
  constructor(root, also) {
    this.root = root;
    this.also = also;
  }

  apply(compiler) {
    // Last of all: a build that ends before leaves no stamp.
    compiler.hooks.afterEmit.tap("MadeOfPlugin", (compilation) => {
      if (compilation.errors.length > 0) return;
      const sources = [...new Set([...filesIn(compilation).map((file) => this.nameOf(file)), ...this.also])].sort();
      const made = compilation.getAssets().map(({ name }) => name);
      const dist = compilation.outputOptions.path;
      // Through webpack's own cache: a file saved meanwhile counts as it was when it was compiled.
      const readSource = (name) => compilation.inputFileSystem.readFileSync(join(this.root, name));
      const readMade = (name) => readFileSync(join(dist, name));
      writeFileSync(join(dist, stampName), stampOf(sources, readSource, made.sort(), readMade));
    });
  }

  /** "src/cli/main.ts"; "node_modules/fflate/lib/node.cjs" also where that folder is a link to another place. */
  nameOf(file) {
    const name = relative(this.root, file).split(sep).join("/");
    return name.startsWith("..") ? name.slice(name.indexOf("node_modules/")) : name;
  }
}

/** The files of the modules, those joined into one another too, and the assets that are copied as they are. */
function filesIn(compilation) {
  const modules = [...compilation.modules].flatMap((module) => module.modules ?? [module]);
  const copied = compilation
    .getAssets()
    .map(({ info }) => info.sourceFilename && join(compilation.compiler.context, info.sourceFilename));
  return [...modules.map(({ resource }) => resource), ...copied].filter((file) => file);
}

module.exports = { MadeOfPlugin };
