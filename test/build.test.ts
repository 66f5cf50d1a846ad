/** @jest-environment jsdom */
// Looks at dist/ as "npm run build" left it (npm test builds first).
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const dist = join(__dirname, "../dist");
const officeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const pages = ["taskpane", "commands", "message", "standalone"];
const guides = ["huong-dan", "cai-dat", "tep-cham-diem"];

beforeAll(() => {
  if (!existsSync(join(dist, "taskpane.html"))) {
    throw new Error("dist/ has no pages: run npm run build first (npm test does).");
  }
});

const read = (file: string): string => readFileSync(join(dist, file), "utf8");
const page = (name: string): Document => new DOMParser().parseFromString(read(`${name}.html`), "text/html");
const scriptsOf = (name: string): string[] =>
  [...page(name).querySelectorAll("script")].map((script) => script.getAttribute("src") ?? "");
const ownScriptsOf = (name: string): string[] => scriptsOf(name).filter((address) => address !== officeScript);

/** A policy's directives, each with its sources in order. */
function policyOf(name: string): Record<string, string> {
  const meta = page(name).querySelector('meta[http-equiv="Content-Security-Policy"]');
  const directives = (meta?.getAttribute("content") ?? "").split(";").map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([directive = "", ...sources]) => [directive, sources.sort().join(" ")]));
}

const gzipKilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024;

test.each([...pages, ...guides])("every file that %s.html names is in dist/", (name) => {
  const addresses = [...page(name).querySelectorAll("[src], [href]")]
    .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
    .filter((address) => !/^(https:|#)/.test(address));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !existsSync(join(dist, address.replace(/[?#].*$/, ""))))).toEqual([]);
});

test("every file that the manifest names is in dist/, on one origin", () => {
  const addresses = [...read("manifest.xml").matchAll(/Value="(https:[^"]+)"/g)].map(([, address]) => address ?? "");
  const origin = dirname(addresses.find((address) => address.endsWith("/taskpane.html")) ?? "");
  expect(addresses.length).toBeGreaterThan(40);
  expect(addresses.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  expect(addresses.filter((address) => !existsSync(join(dist, address.slice(origin.length))))).toEqual([]);
});

test("dist/ is whole: library, sample, licences, and the command line beside them", () => {
  for (const file of [
    "standalone-offline.js",
    "standalone-formulas.js",
    "standalone-workbook.js",
    "taskpane-worker.js",
    "ironcalc.wasm",
    "sample-dak-nong-2020.xlsx",
    "LICENSE",
    "cchc.js",
    "cchc.made-of.json",
    "report.js",
    "report-formulas.js",
  ]) {
    expect([file, statSync(join(dist, file), { throwIfNoEntry: false })?.isFile()]).toEqual([file, true]);
  }
  const licences = read("THIRD-PARTY.txt");
  for (const name of ["react-dom", "@fluentui/react-button", "fraction.js", "saxes"]) {
    const notice = licences.split(/^={80}$/m).find((part) => part.includes(`\n${name} `));
    expect([name, /copyright/i.test(notice ?? "")]).toEqual([name, true]);
  }
});

test("the command line's stamp names every source that it is made of, by its place in the project", () => {
  const { sources } = JSON.parse(read("cchc.made-of.json")) as { sources: readonly string[] };
  expect(sources).toEqual(expect.arrayContaining(["src/cli/main.ts", "src/scoring/exact.ts", "webpack.config.js"]));
  expect(sources).toEqual(expect.arrayContaining(["src/formula/values/formula-worker-node.ts"]));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => !/^(src|assets|node_modules|[\w.-]+$)/.test(name))).toEqual([]);
});

test.each(["taskpane", "commands"])("%s.html runs scripts of its own and of Microsoft's office.js alone", (name) => {
  expect(policyOf(name)).toEqual({
    "default-src": "'none'",
    "script-src": "'self' https://appsforoffice.microsoft.com",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
  expect(scriptsOf(name)).toContain(officeScript);
});

test("message.html runs scripts of its own alone, and asks no server", () => {
  expect(policyOf("message")).toMatchObject({ "default-src": "'none'", "script-src": "'self'" });
  expect(policyOf("message")).not.toHaveProperty("connect-src");
});

test("standalone.html may start the spreadsheet library, and reaches no address but its own", () => {
  const policy = policyOf("standalone");
  // What is not named, objects for one, falls under default-src.
  expect({ "object-src": policy["default-src"], ...policy }).toMatchObject({
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
  });
  expect(Object.values(policy).join(" ")).not.toMatch(/https?:|\*|'unsafe-eval'/);
  expect(read("standalone.html")).not.toContain("appsforoffice");
});

test.each(guides)("%s.html runs no script at all", (name) => {
  expect(policyOf(name)).toMatchObject({ "default-src": "'none'", "img-src": "'self'" });
  expect(policyOf(name)).not.toHaveProperty("script-src");
  expect(page(name).querySelectorAll("script")).toHaveLength(0);
});

test.each([...pages, ...guides])(
  "%s.html states its policy before anything that it governs, and has no inline script or handler",
  (name) => {
    const elements = [...page(name).querySelectorAll("*")];
    const policyAt = elements.findIndex((element) => element.getAttribute("http-equiv") === "Content-Security-Policy");
    const firstLoaded = elements.findIndex((element) => ["SCRIPT", "LINK", "STYLE", "IMG"].includes(element.tagName));
    expect(policyAt).toBeGreaterThan(-1);
    expect(policyAt).toBeLessThan(firstLoaded);
    expect(elements.filter((element) => element.tagName === "SCRIPT" && !element.hasAttribute("src"))).toEqual([]);
    const handlers = elements.flatMap((element) =>
      element.getAttributeNames().filter((attribute) => /^on/.test(attribute)),
    );
    expect(handlers).toEqual([]);
  },
);

test("office.js comes before the scripts that need it", () => {
  for (const name of ["taskpane", "commands"]) {
    const scripts = [...page(name).querySelectorAll("script")];
    const runsInPlace = scripts.filter((script) => !script.hasAttribute("defer"));
    const order = [...runsInPlace, ...scripts.filter((script) => script.hasAttribute("defer"))];
    expect(order[0]?.getAttribute("src")).toBe(officeScript);
    expect(order.length).toBeGreaterThan(1);
  }
});

test("the commands page has all its scripts when it has loaded, so that no first click is lost", () => {
  const scripts = [...page("commands").querySelectorAll("script")];
  expect(scripts.filter((script) => script.hasAttribute("defer") || script.hasAttribute("async"))).toEqual([]);
});

test("the pane begins with at most 200 KB of JavaScript, the commands with less", () => {
  const pane = gzipKilobytes(ownScriptsOf("taskpane"));
  const commands = gzipKilobytes(ownScriptsOf("commands"));
  expect(pane).toBeGreaterThan(40);
  expect(pane).toBeLessThanOrEqual(200);
  expect(commands).toBeLessThan(pane);
});

test("the library that shows number formats comes with the page's workbook, and with nothing before it", () => {
  // A month of the calendars that only the library knows.
  const isLibrary = (file: string): boolean => read(file).includes("Muharram");
  const scripts = readdirSync(join(dist, "scripts")).map((file) => `scripts/${file}`);
  expect(scripts.some(isLibrary)).toBe(true);
  for (const name of pages) expect([name, ownScriptsOf(name).filter(isLibrary)]).toEqual([name, []]);
});

test("the library that computes formulas is in no page's scripts, and React is not in the commands'", () => {
  // What only the library and only React DOM say in their code.
  const isLibrary = (file: string): boolean => read(file).includes("__wbg_model_free");
  const isReact = (file: string): boolean => /Minified React error|react-dom/.test(read(file));
  const scripts = readdirSync(join(dist, "scripts")).map((file) => `scripts/${file}`);
  expect(isLibrary("standalone-formulas.js")).toBe(true);
  expect(scripts.some(isReact)).toBe(true);
  for (const name of pages) {
    expect([name, ownScriptsOf(name).filter(isLibrary)]).toEqual([name, []]);
  }
  for (const name of ["commands", "message"]) expect(ownScriptsOf(name).filter(isReact)).toEqual([]);
});

test("nothing in dist/ names a place on the machine that built it", () => {
  const root = join(__dirname, "..");
  const texts = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.(js|json|html|xml|txt)$/.test(file),
  );
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((file) => read(file).includes(root))).toEqual([]);
  expect(readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".map"))).toEqual([]);
});
