import { contentTypesPath, type PackageParts } from "./package-parts";
import { appendInside, applyEdits, removeElement } from "./xml-edit";
import { escapeAttribute } from "./xml-text";
import { childrenNamed, parseXml, prefixOf } from "./xml-tree";

export interface PartType {
  readonly path: string;
  readonly contentType: string;
}

/** Takes the entries of some parts out of [Content_Types].xml and puts new ones at its end. */
export function editContentTypes(
  parts: PackageParts,
  removedPaths: ReadonlySet<string>,
  added: readonly PartType[],
): void {
  const text = parts.text(contentTypesPath);
  const root = parseXml(text);
  const removed = new Set([...removedPaths].map((path) => `/${path.toLowerCase()}`));
  const removals = childrenNamed(root, "Override")
    .filter((element) => removed.has((element.attributes["PartName"] ?? "").toLowerCase()))
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
