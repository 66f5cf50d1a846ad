"use strict";
// npm run report: the command line, straight from the sources.
require("./register.js");
require("./main.ts");
