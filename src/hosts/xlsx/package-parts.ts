import { pack, readZip, unpack, writeZip, type ZipEntry } from "./zip-archive";
import { decodeXml, encodeXml } from "./xml-text";
import { failure } from "./failure";

/** The parts of an .xlsx file by their path ("xl/workbook.xml"). What nobody sets stays packed as it came. */
export interface PackageParts {
  /** The path as it is written in this package, whatever its case, or null. */
  find(path: string): string | null;
  paths(): string[];
  /** Throws a HostError where there is no such part. */
  text(path: string): string;
  /** Text equal to the part's present text leaves its bytes alone. */
  setText(path: string, text: string): void;
  remove(path: string): void;
  /** A copy to change: this one stays as it is. */
  copy(): PackageParts;
  toBytes(): Uint8Array;
}

export const contentTypesPath = "[Content_Types].xml";

export function openPackage(bytes: Uint8Array): PackageParts {
  return packageOf(new Map(readZip(bytes).map((entry) => [entry.name, entry])));
}

function packageOf(entries: Map<string, ZipEntry>): PackageParts {
  const byLowerCase = new Map([...entries.keys()].map((path) => [path.toLowerCase(), path]));
  const find = (path: string): string | null => byLowerCase.get(path.toLowerCase()) ?? null;
  const text = (path: string): string => {
    const entry = entries.get(find(path) ?? path);
    if (!entry) throw failure("broken");
    return decodeXml(unpack(entry));
  };
  return {
    find,
    paths: () => [...entries.keys()],
    text,
    setText(path, newText) {
      const existing = find(path);
      if (existing !== null && text(existing) === newText) return;
      const name = existing ?? path;
      entries.set(name, pack(name, encodeXml(newText)));
      byLowerCase.set(name.toLowerCase(), name);
    },
    remove(path) {
      const existing = find(path);
      if (existing === null) return;
      entries.delete(existing);
      byLowerCase.delete(existing.toLowerCase());
    },
    copy: () => packageOf(new Map(entries)),
    toBytes: () => writeZip(inFixedOrder([...entries.values()])),
  };
}

/** The two parts that readers want first, then by path: independent of the order in which parts came to be. */
function inFixedOrder(entries: readonly ZipEntry[]): ZipEntry[] {
  const first = [contentTypesPath, "_rels/.rels"];
  const rank = (entry: ZipEntry): number => (first.includes(entry.name) ? first.indexOf(entry.name) : first.length);
  return [...entries].sort(
    (one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0),
  );
}

/** The first path "before1after", "before2after" … that no part has. */
export function unusedPath(parts: PackageParts, before: string, after: string): string {
  for (let number = 1; ; number++) {
    const path = `${before}${String(number)}${after}`;
    if (parts.find(path) === null) return path;
  }
}
