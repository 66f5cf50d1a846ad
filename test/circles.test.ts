// Plants files that import each other and lets the lint's two tools look at them, with this project's rules.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const root = join(__dirname, "..");
const hen = `import { egg } from "./egg";\nexport const hen = (): string => egg;`;
const planted = {
  import: { "hen.ts": hen, "egg.ts": `import { hen } from "./hen";\nexport const egg: string = hen();` },
  reexport: { "hen.ts": hen, "egg.tsx": `export { hen } from "./hen";\nexport const egg = "egg";` },
  lazy: {
    "hen.ts": hen,
    "egg.ts": `export const egg = "egg";\nexport const hens = async (): Promise<unknown> => import("./hen");`,
  },
  types: {
    "hen.ts": `import type { Egg } from "./egg";\nexport interface Hen {\n  readonly egg: Egg;\n}`,
    "egg.ts": `import { type Hen } from "./hen";\nexport interface Egg {\n  readonly hen: Hen | null;\n}`,
  },
  line: { "hen.ts": hen, "egg.ts": `export const egg = "egg";` },
};
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "circles-"));
  for (const [place, files] of Object.entries(planted)) {
    mkdirSync(join(folder, "src", place), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "src", place, name), `${text}\n`);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(program: string, ...parameters: readonly string[]): { status: number | null; stdout: string } {
  const path = join(root, "node_modules", program);
  const { status, stdout } = spawnSync(process.execPath, [path, ...parameters], { cwd: folder, encoding: "utf8" });
  return { status, stdout };
}

/** Status, and "file rule" for all that ESLint finds. */
function eslint(path: string): readonly [number | null, readonly string[]] {
  const rules = join(root, "eslint.config.mjs");
  const { status, stdout } = run("eslint/bin/eslint.js", "--config", rules, "--format", "json", path);
  const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  return [
    status,
    files.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${relative(join(folder, "src"), filePath)} ${ruleId}`),
    ),
  ];
}

test("two files that import each other fail the lint of each, by import() and re-export too", () => {
  const circles = [
    "import/egg.ts",
    "import/hen.ts",
    "lazy/egg.ts",
    "lazy/hen.ts",
    "reexport/egg.tsx",
    "reexport/hen.ts",
  ];
  expect(eslint("src")).toEqual([1, circles.map((file) => `${file} import-x/no-cycle`)]);
});

test("one file of a circle fails alone", () => {
  expect(eslint("src/import/hen.ts")).toEqual([1, ["import/hen.ts import-x/no-cycle"]]);
});

test("circles of types fail the lint of all files; files in a line pass", () => {
  const rules = join(root, ".dependency-cruiser.js");
  const program = "dependency-cruiser/bin/dependency-cruise.mjs";
  const { stdout } = run(program, "--config", rules, "--output-type", "json", "src");
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const places = summary.violations.map(({ from, rule }) => `${from.split("/")[1] ?? ""} ${rule.name}`);
  expect(new Set(places)).toEqual(
    new Set(["import", "reexport", "lazy", "types"].map((place) => `${place} no-circle`)),
  );
  expect(run(program, "--config", rules, "--output-type", "err", "src/types").status).toBe(1);
});
