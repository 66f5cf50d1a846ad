"use strict";

const transform = {
  "\\.ts$": [
    "@swc/jest",
    { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
  ],
};

/** One project per kind of test: rules alone, the hosts' contract, whole runs. */
const project = (displayName, testMatch) => ({
  displayName,
  testEnvironment: "node",
  transform,
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
});

module.exports = {
  projects: [
    project("unit", [
      "*.test.ts",
      "{scoring,workbook,report,hosts,app,cli}/**/*.test.ts",
      "independent/calculate.test.ts",
    ]),
    project("contract", ["contract/**/*.test.ts"]),
    project("e2e", ["{e2e,fixtures}/**/*.test.ts", "independent/recalculate.test.ts"]),
  ],
  // The end-to-end tests start LibreOffice and whole processes.
  testTimeout: 120_000,
};
