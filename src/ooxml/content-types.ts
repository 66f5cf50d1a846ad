import { contentTypesPath, type PackageParts } from "./package-parts";
import { decodeTarget } from "./relationships";
import { appendInside, applyEdits, removeElement } from "./xml-edit";
import { escapeAttribute } from "./xml-text";
import { parseXml, prefixOf, requireShortList, type XmlElement } from "./xml-tree";

export interface PartType {
  readonly path: string;
  readonly contentType: string;
}

/**
 * Takes the entries of some parts out of [Content_Types].xml and puts new ones at its end. Each part and each file
 * ending is named once from then on: readers refuse a second entry, also for a part that was named but not there.
 */
export function editContentTypes(
  parts: PackageParts,
  removedPaths: ReadonlySet<string>,
  added: readonly PartType[],
): void {
  const text = parts.text(contentTypesPath);
  const root = parseXml(text);
  requireShortList(root);
  const named = new Set([...removedPaths, ...added.map(({ path }) => path)].map((path) => partKey(`/${path}`)));
  const endings = new Set<string>();
  const isNamedAlready = (element: XmlElement): boolean => {
    const [seen, key] =
      element.local === "Override"
        ? [named, partKey(element.attributes["PartName"] ?? "")]
        : [endings, (element.attributes["Extension"] ?? "").toLowerCase()];
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  };
  const removals = root.children
    .filter(({ local }) => local === "Override" || local === "Default")
    .filter(isNamedAlready)
    .map(removeElement);
  const prefix = prefixOf(root);
  const xml = added
    .map(
      ({ path, contentType }) =>
        `<${prefix}Override PartName="/${escapeAttribute(path)}" ContentType="${contentType}"/>`,
    )
    .join("");
  parts.setText(contentTypesPath, applyEdits(text, [...removals, appendInside(text, root, xml)]));
}

/** Names that are one part to a reader: capitals do not count, a letter may be written as %41. */
function partKey(name: string): string {
  return decodeTarget(name).toLowerCase();
}
