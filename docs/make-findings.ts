/** Writes docs/findings.md from the one list of findings: npm run docs. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findingsPage } from "./findings-page";

writeFileSync(join(__dirname, "findings.md"), findingsPage());
