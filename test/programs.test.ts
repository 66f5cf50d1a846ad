// What "npm test" does first, on a machine where apt-get is a script of ours.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Machine {
  readonly environment?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
  readonly isRoot?: boolean;
  readonly say?: (line: string) => void;
}
const { preparePrograms } = jest.requireActual<{ preparePrograms(machine: Machine): string | null }>(
  "../.ci/programs.js",
);

const everything =
  "chromium libreoffice-calc libxml2-utils poppler-utils fontconfig fonts-crosextra-carlito fonts-liberation";
let folder: string;
let bare: Machine;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "programs-"));
  bare = { environment: { PATH: folder, LANG: "C" }, platform: "linux", isRoot: true, say: () => undefined };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string, script: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
const log = (): readonly string[] => readFileSync(join(folder, "log"), "utf8").trim().split("\n");
const logged = `echo "$DEBIAN_FRONTEND $*" >> "$PATH/log"`;
const isInstalling = `case "$*" in *install*)`;
/** apt-get that puts the programs beside itself. */
const installing = [
  logged,
  isInstalling,
  `for name in chromium soffice xmllint pdftoppm fc-list; do`,
  `printf '#!/bin/sh\\necho Carlito; echo "Liberation Serif"\\n' > "$PATH/$name"; /bin/chmod +x "$PATH/$name"`,
  `done;; esac`,
].join("\n");

test("root on a bare Debian gets all that is missing, without a question", () => {
  program("apt-get", installing);
  const said: string[] = [];
  expect(preparePrograms({ ...bare, say: (line) => said.push(line) })).toBeNull();
  expect(said).toEqual([`Installing ${everything} (apt-get) …`]);
  const quiet = "noninteractive -qq -o DPkg::Lock::Timeout=300";
  expect(log()).toEqual([`${quiet} update`, `${quiet} install --yes --no-install-recommends ${everything}`]);
});

test("what is there is not installed again, and nothing is said", () => {
  program("apt-get", installing);
  preparePrograms(bare);
  rmSync(join(folder, "log"));
  expect(preparePrograms({ ...bare, say: (line) => expect(line).toBe("nothing") })).toBeNull();
  expect(log).toThrow(/ENOENT/);

  rmSync(join(folder, "pdftoppm"));
  program("fc-list", "echo Carlito");
  program("apt-get", logged);
  expect(preparePrograms(bare)).toMatch(/installed poppler-utils fonts-liberation, but/);
  expect(log()[1]).toMatch(/install --yes --no-install-recommends poppler-utils fonts-liberation$/);
});

test("a failure of apt-get is one line with its reason", () => {
  program(
    "apt-get",
    `${isInstalling} echo "W: old lists" >&2; echo "E: Unable to locate package" >&2; exit 100;; esac`,
  );
  expect(preparePrograms(bare)).toBe(`apt-get could not install ${everything}: E: Unable to locate package`);
});

test.each([
  ["apt-get", "linux", `sudo apt-get install --no-install-recommends ${everything} (Ubuntu has chromium as a snap`],
  ["dnf", "linux", "sudo dnf install chromium libreoffice-calc"],
  ["brew", "darwin", "brew install --cask google-chrome libreoffice"],
  ["winget", "win32", "in WSL"],
  ["pacman", "linux", "what Debian calls chromium"],
] as const)("who is not root is told in one line what to install: %s, %s", (packages, platform, advice) => {
  program(packages, logged);
  const line = preparePrograms({ ...bare, platform, isRoot: false }) ?? "";
  expect(line).toContain(`The tests need programs that are not here. Install them: ${advice}`);
  expect(line).not.toContain("\n");
  expect(log).toThrow(/ENOENT/);
});
