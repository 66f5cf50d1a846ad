"use strict";
const { availableParallelism } = require("node:os");

const compile = (tsx) => [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx },
      target: "es2022",
      transform: { react: { runtime: "automatic" } },
    },
    module: { type: "commonjs" },
  },
];
const transform = { "\\.ts$": compile(false), "\\.tsx$": compile(true) };

/** One project per kind of test: rules alone, the hosts' contract, whole runs. */
const project = (displayName, testMatch) => ({
  displayName,
  testEnvironment: "node",
  transform,
  testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
});

module.exports = {
  // One for each core: by default a machine of two gets one. More than four would only wait for each other's browsers.
  maxWorkers: Math.min(availableParallelism(), 4),
  testSequencer: "<rootDir>/.ci/heaviest-first.js",
  projects: [
    // All folders but those of the other projects: a new one belongs here by itself.
    project("unit", [
      "*.test.ts",
      "!(contract|e2e|fixtures|fuzz|independent)/**/!(*.e2e|*.smoke).test.{ts,tsx}",
      "independent/calculate.test.ts",
    ]),
    project("contract", ["contract/**/*.test.ts"]),
    project("e2e", [
      "{e2e,fixtures}/**/*.test.ts",
      "{standalone,excel-host,taskpane}/**/*.{e2e,smoke}.test.ts",
      "independent/recalculate.test.ts",
    ]),
    project("fuzz", ["fuzz/*.test.ts"]),
  ],
  // The end-to-end tests start LibreOffice and whole processes.
  testTimeout: 120_000,
};
