/** @jest-environment jsdom */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandIds } from "../src/commands/command-ids";

interface ManifestOrigin {
  readonly sourceOrigin: string;
  checkedOrigin(text: string): string;
  manifestForOrigin(xml: string, origin: string): string;
}
const { checkedOrigin, manifestForOrigin, sourceOrigin } = jest.requireActual<ManifestOrigin>(
  "../.ci/webpack/manifest-origin.js",
);

const root = join(__dirname, "..");
const xml = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(xml, "text/xml");

const all = (name: string, within: Document | Element = manifest): Element[] =>
  [...within.getElementsByTagName("*")].filter((element) => element.localName === name);
const first = (name: string, within: Document | Element = manifest): Element => {
  const [element] = all(name, within);
  if (element === undefined) throw new Error(`The manifest has no ${name}.`);
  return element;
};
const attribute = (element: Element, name: string): string => {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`${element.localName} has no ${name}.`);
  return value;
};
const idsOf = (name: string): string[] =>
  all(name)
    .filter((element) => element.hasAttribute("id"))
    .map((element) => attribute(element, "id"));
/** A resource's text as a Vietnamese (default) or English user reads it. */
const textOf = (resid: string): { vi: string; en: string } => {
  const resource = all("String").find((element) => element.getAttribute("id") === resid);
  if (resource === undefined) throw new Error(`There is no text ${resid}.`);
  return { vi: attribute(resource, "DefaultValue"), en: attribute(first("Override", resource), "Value") };
};
const addresses = [...xml.matchAll(/Value="(\w+:\/\/[^"]+)"/g)].map(([, address]) => address ?? "");

/** Width and height from a PNG's header. */
function pngSize(path: string): [number, number] {
  const bytes = readFileSync(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const schema = join(root, "../shared/schemas/office-manifest/OfficeAppManifestV1_1.xsd");
(existsSync(schema) ? test : test.skip)("the manifest follows Microsoft's schema", () => {
  const run = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, join(root, "manifest.xml")], {
    encoding: "utf8",
  });
  expect(run.stderr.trim()).toMatch(/validates$/);
  expect(run.status).toBe(0);
});

test("the add-in has an id and a version of four numbers, as Excel on the web demands", () => {
  expect(first("Id").textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(first("Version").textContent).toMatch(/^[1-9]\d*(\.\d+){3}$/);
});

test("it asks for Excel and ExcelApi 1.9, in the pane and in the ribbon, and for nothing else", () => {
  for (const sets of all("Sets")) expect(sets.getAttribute("DefaultMinVersion")).toBe("1.9");
  expect(all("Sets")).toHaveLength(2);
  expect(all("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")])).toEqual([
    ["ExcelApi", null],
    ["ExcelApi", null],
  ]);
  expect(first("Permissions").textContent).toBe("ReadWriteDocument");
  expect(all("AppDomain")).toHaveLength(0);
});

test("the tab holds the four commands in their order, in Vietnamese and in English", () => {
  expect(all("CustomTab")).toHaveLength(1);
  expect(all("OfficeTab")).toHaveLength(0);
  const tab = first("CustomTab");
  const label = [...tab.children].find((element) => element.localName === "Label");
  expect(label && textOf(attribute(label, "resid"))).toEqual({ vi: "Chỉ số CCHC", en: "PAR Index" });
  expect(all("Control", tab).map((control) => textOf(attribute(first("Label", control), "resid")))).toEqual([
    { vi: "Tính chỉ số", en: "Compute index" },
    { vi: "Tính tạm", en: "Provisional" },
    { vi: "Kiểm tra số liệu", en: "Check the data" },
    { vi: "Mở ngăn tác vụ", en: "Open the pane" },
  ]);
});

test("the ribbon calls exactly the functions that the commands page has", () => {
  expect(all("FunctionName").map((element) => element.textContent)).toEqual(Object.values(commandIds));
});

test("every reference leads to a resource of its kind, and no resource is left over", () => {
  const references = {
    Image: all("Image").filter((element) => element.hasAttribute("resid")),
    Url: ["SourceLocation", "FunctionFile", "LearnMoreUrl"].flatMap((name) =>
      all(name).filter((element) => element.hasAttribute("resid")),
    ),
    String: ["Label", "Title", "Description"].flatMap((name) =>
      all(name).filter((element) => element.hasAttribute("resid")),
    ),
  };
  for (const [kind, elements] of Object.entries(references)) {
    const used = new Set(elements.map((element) => attribute(element, "resid")));
    expect([kind, [...used].sort()]).toEqual([kind, idsOf(kind).sort()]);
  }
  const referring = all("DesktopFormFactor").flatMap((element) => [...element.querySelectorAll("[resid]")]);
  expect(referring).toHaveLength(Object.values(references).flat().length);
});

test("ids are unique, and resource ids have at most 32 characters", () => {
  const ids = [...manifest.querySelectorAll("[id]")].map((element) => attribute(element, "id"));
  expect(new Set(ids).size).toBe(ids.length);
  for (const kind of ["Image", "Url", "String"]) {
    for (const id of idsOf(kind)) expect(id.length).toBeLessThanOrEqual(32);
  }
});

test.each([
  ["short", 125, (): Element[] => [first("DisplayName"), ...all("String", first("ShortStrings"))]],
  ["long", 250, (): Element[] => [...all("Description").slice(0, 1), ...all("String", first("LongStrings"))]],
])("every %s text fits into %d characters, and has an English version of its own", (_, limit, texts) => {
  for (const text of texts()) {
    const vietnamese = attribute(text, "DefaultValue");
    const overrides = all("Override", text);
    expect(overrides.map((override) => override.getAttribute("Locale"))).toEqual(["en-US"]);
    const english = attribute(first("Override", text), "Value");
    expect(english).not.toBe(vietnamese);
    for (const value of [vietnamese, english]) {
      expect(value.length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(limit);
    }
  }
  expect(first("DefaultLocale").textContent).toBe("vi-VN");
});

test("every icon is a PNG of the size that the manifest says, in all sizes that Office takes", () => {
  const icons = all("Icon");
  expect(icons).toHaveLength(6);
  for (const icon of icons) {
    const images = all("Image", icon);
    expect(images.map((image) => Number(image.getAttribute("size")))).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
    for (const image of images) {
      const size = Number(attribute(image, "size"));
      const resource = all("Image", first("Images")).find(
        (element) => element.getAttribute("id") === image.getAttribute("resid"),
      );
      expect([attribute(image, "resid"), iconSize(resource)]).toEqual([attribute(image, "resid"), [size, size]]);
    }
  }
  expect(iconSize(first("IconUrl"))).toEqual([32, 32]);
  expect(iconSize(first("HighResolutionIconUrl"))).toEqual([64, 64]);
});

function iconSize(element: Element | undefined): [number, number] | null {
  const name = element && /^https:\/\/localhost:3000\/icons\/([\w-]+\.png)$/.exec(attribute(element, "DefaultValue"));
  const path = name && join(root, "assets/icons", name[1] ?? "");
  return path && existsSync(path) ? pngSize(path) : null;
}

test("every address is on the one origin, and every page is named once for one purpose", () => {
  const pages = (resid: string): string | undefined =>
    all("Url")
      .find((element) => element.getAttribute("id") === resid)
      ?.getAttribute("DefaultValue") ?? undefined;
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) expect(new URL(address).origin).toBe(sourceOrigin);
  expect(first("SourceLocation").getAttribute("DefaultValue")).toBe(`${sourceOrigin}/taskpane.html`);
  expect(pages(attribute(first("SourceLocation", first("Action", buttonOf("Mở ngăn tác vụ"))), "resid"))).toBe(
    `${sourceOrigin}/taskpane.html`,
  );
  // Its own page: Office may drop the first click where the functions live in the pane's page.
  expect(pages(attribute(first("FunctionFile"), "resid"))).toBe(`${sourceOrigin}/commands.html`);
  expect(first("SupportUrl").getAttribute("DefaultValue")).toBe(`${sourceOrigin}/huong-dan.html`);
});

function buttonOf(label: string): Element {
  const button = all("Control").find((control) => textOf(attribute(first("Label", control), "resid")).vi === label);
  if (button === undefined) throw new Error(`No button ${label}`);
  return button;
}

test("a manifest for an office's address differs in its addresses alone", () => {
  const origin = checkedOrigin("https://cchc.tinh.test/par-index/");
  expect(origin).toBe("https://cchc.tinh.test/par-index");
  const made = manifestForOrigin(xml, origin);
  expect(made).not.toContain("localhost");
  expect(made.replaceAll(origin, sourceOrigin)).toBe(xml);
});

test.each([
  "http://cchc.tinh.test",
  "cchc.tinh.test",
  "https://cchc.tinh.test/?a=1",
  "https://me@cchc.tinh.test",
  "true",
])("an address that Office cannot use is refused with a sentence: %s", (address) => {
  expect(() => checkedOrigin(address)).toThrow(`Địa chỉ "${address}" không dùng được cho Office`);
});
