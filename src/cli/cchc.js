"use strict";
// npm run cchc: the command line, straight from the sources.
require("./register.js");
require("./main.ts");
