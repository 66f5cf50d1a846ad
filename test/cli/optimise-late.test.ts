import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "../..");
const inNode = (...words: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return `${stdout}${stderr}`;
};

it("sets no flag that this engine does not know: it would complain of it on the user's terminal", () => {
  expect(inNode("-r", "./src/cli/register.js", "src/cli/optimise-late.ts")).toBe("");
});
