// Which command line src/cli/report.js runs, in a project of a few files.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

type Read = (name: string) => Buffer;
const { stampName, stampOf } = jest.requireActual<{
  stampName: string;
  stampOf(sources: readonly string[], readSource: Read, made: readonly string[], readMade: Read): string;
}>("../../src/cli/fresh-bundle.js");

const says = (what: string): string => `console.log(${JSON.stringify(what)}, process.argv.slice(2).join(" "));\n`;
let project: string;

function write(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

/** What the program says, which is who it is; whatever happens, it complains of nothing. */
function run(script: "report.js" | "cchc.js", ...words: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(project, "src/cli", script), ...words], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout.trim();
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "bundle-"));
  mkdirSync(join(project, "src/cli"), { recursive: true });
  for (const name of ["report.js", "cchc.js", "fresh-bundle.js"]) {
    copyFileSync(join(__dirname, "../../src/cli", name), join(project, "src/cli", name));
  }
  write("src/cli/register.js", 'require.extensions[".ts"] = require.extensions[".js"];\n');
  write("src/cli/main.ts", `require("../app/rule.ts");\n${says("sources")}`);
  write("src/app/rule.ts", "// 1\n");
  write("dist/cchc.js", says("bundle"));
  write("dist/report-formulas.js", "// formulas\n");
  build(["src/app/rule.ts", "src/cli/main.ts"], ["cchc.js", "report-formulas.js"]);
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

const read = (folder: string) => (name: string) => readFileSync(join(project, folder, name));
function build(sources: readonly string[], made: readonly string[]): void {
  write(`dist/${stampName}`, stampOf(sources, read("."), made, read("dist")));
}

it("runs the bundle while the sources are those that it was made of", () => {
  expect(run("cchc.js", "report", "a.xlsx", "--provisional")).toBe("bundle report a.xlsx --provisional");
  expect(run("report.js", "a.xlsx")).toBe("bundle report a.xlsx");
});

it("does so after a copy or a clone too: the times of files say nothing", () => {
  utimesSync(join(project, "src/app/rule.ts"), new Date(), new Date());
  utimesSync(join(project, "dist/cchc.js"), 0, 0);
  expect(run("cchc.js")).toBe("bundle");
});

it.each<readonly [string, () => void]>([
  [
    "a source has changed, by no byte more and no time later",
    () => {
      write("src/app/rule.ts", "// 2\n");
      utimesSync(join(project, "src/app/rule.ts"), 0, 0);
    },
  ],
  [
    "a text has moved from one source to another",
    () => {
      write("src/cli/main.ts", `// 1\n${read(".")("src/cli/main.ts").toString()}`);
      write("src/app/rule.ts", "");
    },
  ],
  [
    "a source has another name",
    () => {
      write("src/app/law.ts", "// 1\n");
      write("src/cli/main.ts", `require("../app/law.ts");\n${says("sources")}`);
      unlinkSync(join(project, "src/app/rule.ts"));
    },
  ],
  [
    "nothing is built",
    () => {
      rmSync(join(project, "dist"), { recursive: true });
    },
  ],
  [
    "a build has ended before its end",
    () => {
      unlinkSync(join(project, "dist", stampName));
    },
  ],
  [
    "the bundle is cut off",
    () => {
      write("dist/cchc.js", says("bundle").slice(0, 20));
    },
  ],
  [
    "the bundle is another's",
    () => {
      write("dist/cchc.js", says("bindle"));
    },
  ],
  [
    "a file beside the bundle is gone",
    () => {
      unlinkSync(join(project, "dist/report-formulas.js"));
    },
  ],
  [
    "the stamp is damaged",
    () => {
      write(`dist/${stampName}`, read("dist")(stampName).toString().slice(0, 100));
    },
  ],
  [
    "the stamp is no stamp",
    () => {
      write(`dist/${stampName}`, "null");
    },
  ],
])("runs the sources where %s", (_, happens) => {
  happens();
  expect(run("cchc.js", "report", "a.xlsx")).toBe("sources report a.xlsx");
  expect(run("report.js", "a.xlsx")).toBe("sources report a.xlsx");
});

it("says nothing in dist/ about the machine", () => {
  expect(read("dist")(stampName).toString()).not.toContain(project);
});
