"use strict";
// Compiles src/**/*.ts in memory when it is required: nothing is built beforehand, so nothing can be stale.
const { addHook } = require("pirates");
const { transformSync } = require("@swc/core");

addHook(
  (code, filename) =>
    transformSync(code, {
      filename,
      sourceMaps: "inline",
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
      // import() stays: what is loaded so may be no CommonJS.
      module: { type: "commonjs", ignoreDynamic: true },
    }).code,
  { exts: [".ts"], ignoreNodeModules: true },
);
