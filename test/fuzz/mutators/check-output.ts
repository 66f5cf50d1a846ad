/** What must hold of every file that the program writes, whatever it read. */
import { SaxesParser } from "saxes";
import { readArchive, unpacked, type ArchiveEntry } from "./archive";

interface Element {
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Throws where XML is not well-formed, a prefix is not bound, or bytes are not UTF-8. */
function readXml(path: string, bytes: Uint8Array, looseNames = false): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  // The prefixes that hold in each open element; the parser's own reading of namespaces takes as long as all the rest.
  const bound: (readonly string[])[] = [["xml", "xmlns"]];
  parser.on("error", (error) => {
    throw new Error(`${path} is not well-formed: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const names = Object.keys(attributes);
    const declared = names.filter((one) => one.startsWith("xmlns:")).map((one) => one.slice(6));
    const here = declared.length === 0 ? (bound.at(-1) ?? []) : [...(bound.at(-1) ?? []), ...declared];
    bound.push(here);
    const loose = [name, ...names].find((one) => one.includes(":") && !here.includes(one.slice(0, one.indexOf(":"))));
    if (loose !== undefined && !looseNames) throw new Error(`${path} has ${loose}, whose prefix is not bound`);
    elements.push({ local: name.slice(name.indexOf(":") + 1), attributes });
  });
  parser.on("closetag", () => {
    bound.pop();
  });
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (/^<\?xml[^>]*encoding=["'](?!utf-8["'])/i.test(text))
    throw new Error(`${path} declares another encoding than UTF-8`);
  parser.write(text).close();
  return elements;
}

/** Says what is wrong with an output; before: the file that was read, or null where that is no plain zip. */
export function faultsOf(
  before: readonly ArchiveEntry[] | null,
  output: Uint8Array,
  userParts: ReadonlySet<string>,
): string[] {
  const entries = readArchive(output);
  const old = new Map((before ?? []).map((entry) => [pathOf(entry), entry]));
  const byPath = new Map(entries.map((entry) => [pathOf(entry), entry]));
  const faults: string[] = [];
  if (byPath.size < entries.length) faults.push("a part stands twice in the archive");

  // Without the file that was read, what has a user's path may be as it was.
  const written = entries.filter((entry) =>
    before === null ? !userParts.has(pathOf(entry)) : !isSame(entry, old.get(pathOf(entry))),
  );
  const xml = new Map<string, Element[]>();
  for (const entry of written) {
    if (!/\.(xml|rels)$/i.test(entry.name) || !isReadable(old.get(pathOf(entry)))) continue;
    xml.set(pathOf(entry), readXml(entry.name, unpacked(entry)));
  }
  faults.push(...faultsOfTypes(elementsIn(byPath.get("[content_types].xml")), written, old));
  for (const [path, elements] of xml) {
    if (path.endsWith(".rels")) faults.push(...faultsOfRelationships(path, elements, byPath, old));
  }
  if (before !== null) {
    const editable = partsToEdit(before);
    for (const [path, entry] of old) {
      if (!userParts.has(path) || editable.has(path) || isSame(entry, byPath.get(path))) continue;
      faults.push(`${entry.name} is the user's and was ${byPath.has(path) ? "changed" : "taken away"}`);
    }
  }
  return faults;
}

export function pathOf({ name }: ArchiveEntry): string {
  return name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
}

function isSame(one: ArchiveEntry, other: ArchiveEntry | undefined): boolean {
  return (
    other !== undefined &&
    one.crc === other.crc &&
    one.size === other.size &&
    Buffer.compare(one.packed, other.packed) === 0
  );
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) < at);
}

/** False of what was no XML before either (an unbound prefix): its edited text stays the user's. */
function isReadable(before: ArchiveEntry | undefined): boolean {
  try {
    if (before !== undefined) readXml(before.name, unpacked(before));
    return true;
  } catch {
    return false;
  }
}

function faultsOfTypes(
  types: readonly Element[],
  written: readonly ArchiveEntry[],
  before: ReadonlyMap<string, ArchiveEntry>,
): string[] {
  const overrides = overridesIn(types);
  // Wrapped in what no list of types may hold, they are the user's damage.
  const forgiven = twice(overridesIn(elementsIn(before.get("[content_types].xml"))));
  // Relationships have their type by their ending, which the user's file says or does not.
  const untyped = written
    .map(pathOf)
    .filter(
      (path) =>
        before.size > 0 &&
        !before.has(path) &&
        !/(\.rels|^\[content_types\]\.xml)$/.test(path) &&
        !overrides.includes(`/${path}`),
    );
  return [
    ...twice(overrides)
      .filter((path) => !forgiven.includes(path))
      .map((path) => `two Overrides for ${path}`),
    ...untyped.map((path) => `no content type for ${path}`),
  ];
}

function overridesIn(types: readonly Element[]): string[] {
  return types
    .filter(({ local }) => local === "Override")
    .map(({ attributes }) => (attributes["PartName"] ?? "").toLowerCase());
}

function faultsOfRelationships(
  path: string,
  elements: readonly Element[],
  after: ReadonlyMap<string, ArchiveEntry>,
  before: ReadonlyMap<string, ArchiveEntry>,
): string[] {
  const all = elements.filter(({ local }) => local === "Relationship");
  const ids = all.map(({ attributes }) => attributes["Id"] ?? "");
  const old = new Set(relationshipsIn(before.get(path)).map(({ attributes }) => JSON.stringify(attributes)));
  const oldIds = relationshipsIn(before.get(path)).map(({ attributes }) => attributes["Id"] ?? "");
  const missing = all
    // What the user's list said before stays the user's.
    .filter(({ attributes }) => attributes["TargetMode"] !== "External" && !old.has(JSON.stringify(attributes)))
    .map(({ attributes }) => targetOf(path, attributes["Target"] ?? ""))
    .filter((target) => !after.has(target));
  return [
    ...twice(ids)
      .filter((id) => twice(oldIds).indexOf(id) < 0)
      .map((id) => `${path} has ${id} twice`),
    ...missing.map((target) => `${path} points to ${target}, which is not there`),
  ];
}

function relationshipsIn(entry: ArchiveEntry | undefined): Element[] {
  return elementsIn(entry).filter(({ local }) => local === "Relationship");
}

function elementsIn(entry: ArchiveEntry | undefined): Element[] {
  try {
    return entry === undefined ? [] : readXml(entry.name, unpacked(entry), true);
  } catch {
    return [];
  }
}

function targetOf(path: string, target: string): string {
  const source = path.replace("_rels/", "").replace(/\.rels$/, "");
  const base = new URL(source, "file:///");
  const name = new URL(target, base).pathname.slice(1);
  try {
    return decodeURI(name).toLowerCase();
  } catch {
    // An odd target is part of no part's name.
    return name.toLowerCase();
  }
}

/** workbook.xml, its relationships, the styles and the content types take what is new; the order of calculation may go. */
function partsToEdit(before: readonly ArchiveEntry[]): Set<string> {
  const editable = new Set(["[content_types].xml"]);
  for (const entry of before.filter(({ name }) => /\.rels$/i.test(name))) {
    for (const { attributes } of relationshipsIn(entry)) {
      const kind = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
      if (!["officeDocument", "styles", "calcChain"].includes(kind)) continue;
      const target = targetOf(pathOf(entry), (attributes["Target"] ?? "").replaceAll("\\", "/"));
      editable.add(target);
      if (kind === "officeDocument") editable.add(target.replace(/([^/]*)$/, "_rels/$1.rels"));
    }
  }
  return editable;
}
