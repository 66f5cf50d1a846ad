"use strict";
const { join } = require("node:path");

/** Finds files that lead back to themselves, by types too, which ESLint's import-x/no-cycle does not see. */
module.exports = {
  forbidden: [{ name: "no-circle", severity: "error", from: {}, to: { circular: true } }],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, "tsconfig.json") },
  },
};
