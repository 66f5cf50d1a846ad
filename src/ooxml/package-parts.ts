import { failure } from "../data/host-error";
import { partTexts } from "./part-texts";
import { streamXml } from "./xml-stream";
import { encodeXml } from "./xml-text";
import { pack, readZip, writeZip, type ZipEntry } from "./zip-archive";

/** The parts of an .xlsx file by their path ("xl/workbook.xml"). What nobody sets stays packed as it came. */
export interface PackageParts {
  /** The path as it is written in this package, whatever its case, or null. */
  find(path: string): string | null;
  paths(): string[];
  /** Throws a HostError where there is no such part. */
  text(path: string): string;
  /** Text equal to the part's present text leaves its bytes alone; another is looked at by requireWellFormed. */
  setText(path: string, text: string): void;
  /** For a large part that holds nothing of the user's: our own tests hold it to be well-formed. */
  setOwnText(path: string, text: string): void;
  remove(path: string): void;
  /** A copy to change: this one stays as it is. */
  copy(): PackageParts;
  /** Throws a HostError if a part that setText has changed could not be read again. */
  requireWellFormed(): void;
  toBytes(): Uint8Array;
}

export const contentTypesPath = "[Content_Types].xml";

/** Throws a HostError for a file that is no zip archive, or one in which a name could mean two parts. */
export function openPackage(bytes: Uint8Array): PackageParts {
  const entries = readZip(bytes);
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw failure("broken");
  return packageOf(new Map(entries.map((entry) => [entry.name, entry])), partTexts());
}

function packageOf(entries: Map<string, ZipEntry>, textOf: (entry: ZipEntry) => string): PackageParts {
  const byLowerCase = new Map([...entries.keys()].map((path) => [path.toLowerCase(), path]));
  const unchecked = new Map<string, string>();
  const find = (path: string): string | null => byLowerCase.get(path.toLowerCase()) ?? null;
  const text = (path: string): string => {
    const entry = entries.get(find(path) ?? path);
    if (!entry) throw failure("broken");
    return textOf(entry);
  };
  const put = (path: string, newText: string): string => {
    const name = find(path) ?? path;
    entries.set(name, pack(name, encodeXml(newText)));
    byLowerCase.set(name.toLowerCase(), name);
    unchecked.delete(name);
    return name;
  };
  return {
    find,
    paths: () => [...entries.keys()],
    text,
    setText(path, newText) {
      const existing = find(path);
      if (existing !== null && text(existing) === newText) return;
      unchecked.set(put(path, newText), newText);
    },
    setOwnText(path, newText) {
      put(path, newText);
    },
    remove(path) {
      const existing = find(path);
      if (existing === null) return;
      entries.delete(existing);
      byLowerCase.delete(existing.toLowerCase());
      unchecked.delete(existing);
    },
    copy: () => packageOf(new Map(entries), textOf),
    requireWellFormed() {
      for (const [path, newText] of unchecked) requireReadable(path, newText);
      unchecked.clear();
    },
    toBytes: () => writeZip(inFixedOrder([...entries.values()])),
  };
}

function requireReadable(path: string, text: string): void {
  try {
    streamXml(text, { open: () => undefined, text: () => undefined, close: () => undefined }, { namespaces: true });
  } catch (error) {
    throw failure("notWritable", { cause: new Error(`the part ${path} would not be well-formed`, { cause: error }) });
  }
}

/** The two parts that readers want first, then by path: independent of the order in which parts came to be. */
function inFixedOrder(entries: readonly ZipEntry[]): ZipEntry[] {
  const first = [contentTypesPath, "_rels/.rels"];
  const rank = (entry: ZipEntry): number => (first.includes(entry.name) ? first.indexOf(entry.name) : first.length);
  return [...entries].sort(
    (one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
}
