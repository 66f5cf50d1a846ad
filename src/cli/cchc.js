"use strict";
// npm run cchc: the command line as it was built, where that is what the sources give; otherwise straight from them.
const bundle = require("./fresh-bundle.js").freshBundle();
if (bundle !== null) {
  require(bundle);
} else {
  require("./register.js");
  require("./main.ts");
}
