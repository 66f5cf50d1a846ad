import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findingsPage } from "../docs/findings-page";

it("docs/findings.md says what the list of findings says (npm run docs writes it)", () => {
  expect(readFileSync(join(__dirname, "../docs/findings.md"), "utf8")).toBe(findingsPage());
});
