"use strict";
// The program as it was called before it had commands: "report FILE" is "cchc report FILE". Goes into dist/ as it is.
process.argv.splice(2, 0, "report");
require("./cchc.js");
