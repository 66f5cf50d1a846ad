"use strict";
// Required before the command line: writes what the process has used to the file that PARINDEX_MEASURE names.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  writeFileSync(process.env["PARINDEX_MEASURE"], JSON.stringify(used));
});
