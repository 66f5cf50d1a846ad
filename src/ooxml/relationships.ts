import type { PackageParts } from "./package-parts";
import { appendInside, applyEdits, removeElement, setAttribute, type Edit } from "./xml-edit";
import { escapeAttribute } from "./xml-text";
import { childrenNamed, parseXml, prefixOf, requireShortList, type XmlElement } from "./xml-tree";

export interface Relationship {
  /** As written; a second one with the same Id has one that cannot be written, so that nothing is taken for it. */
  readonly id: string;
  /** Last word of the type's address: "worksheet", "drawing", "chart". */
  readonly kind: string;
  /** Path of a part as it stands in the package, or the address outside it, as written. */
  readonly target: string;
  readonly external: boolean;
}

export interface NewRelationship {
  readonly id: string;
  /** The type's whole address. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** "xl/_rels/workbook.xml.rels" for "xl/workbook.xml"; "_rels/.rels" for the package itself, "". */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** What a part points to; nothing where it has no relationships part. */
export function readRelationships(parts: PackageParts, path: string): Relationship[] {
  const relationships = parts.find(relationshipsPath(path));
  if (relationships === null) return [];
  return identified(rootOf(parts, relationships)).map(({ id, element }) => {
    const target = element.attributes["Target"] ?? "";
    const external = element.attributes["TargetMode"] === "External";
    const resolved = external ? target : resolveTarget(path, target);
    return {
      id,
      kind: (element.attributes["Type"] ?? "").split("/").at(-1) ?? "",
      target: external ? target : (parts.find(resolved) ?? resolved),
      external,
    };
  });
}

/**
 * Takes some relationships out and puts new ones at the end; the others stay as they are written, but that no two
 * share an Id from then on.
 */
export function editRelationships(
  parts: PackageParts,
  path: string,
  removedIds: ReadonlySet<string>,
  added: readonly NewRelationship[],
): void {
  const relationships = relationshipsPath(path);
  const existing = parts.find(relationships);
  const text =
    existing === null
      ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${namespace}"></Relationships>`
      : parts.text(existing);
  const root = existing === null ? parseXml(text) : rootOf(parts, existing);
  const standing = identified(root);
  // Another series than that of new parts, whose Ids have been chosen before.
  const nextId = unusedIds(new Set(standing.map(({ id }) => id)), "rIdAgain");
  const edits = standing.flatMap(({ id, element, namesake }): Edit[] => {
    if (removedIds.has(id)) return [removeElement(element)];
    if (!namesake) return [];
    const isSame = ["Type", "Target"].every((name) => element.attributes[name] === namesake.attributes[name]);
    // Another one may be found by its kind, as the styles are: it must not get lost.
    return [isSame ? removeElement(element) : setAttribute(text, element, "Id", nextId())];
  });
  const xml = added.map((one) => relationshipXml(prefixOf(root), path, one)).join("");
  parts.setText(relationships, applyEdits(text, [...edits, appendInside(text, root, xml)]));
}

/** Roots by their part, as long as its text is the same: some parts are asked for at every sheet. */
const roots = new WeakMap<PackageParts, Map<string, { readonly text: string; readonly root: XmlElement }>>();

function rootOf(parts: PackageParts, path: string): XmlElement {
  const text = parts.text(path);
  const known = roots.get(parts) ?? new Map<string, { readonly text: string; readonly root: XmlElement }>();
  roots.set(parts, known);
  const before = known.get(path);
  if (before?.text === text) return before.root;
  const root = parseXml(text);
  requireShortList(root);
  known.set(path, { text, root });
  return root;
}

/** Relationships with their Ids; namesake: the first one with the same Id. */
function identified(root: XmlElement): { id: string; element: XmlElement; namesake?: XmlElement }[] {
  const first = new Map<string, XmlElement>();
  return childrenNamed(root, "Relationship").map((element, index) => {
    const id = element.attributes["Id"] ?? "";
    const namesake = first.get(id);
    if (namesake) return { id: `${id} ${String(index)}`, element, namesake };
    first.set(id, element);
    return { id, element };
  });
}

/** Gives "rId1", "rId2" … one after the other, but for those that are taken. */
export function unusedIds(taken: ReadonlySet<string>, stem = "rId"): () => string {
  let number = 0;
  const next = (): string => `${stem}${String(++number)}`;
  return () => {
    let id = next();
    while (taken.has(id)) id = next();
    return id;
  };
}

function relationshipXml(prefix: string, source: string, one: NewRelationship): string {
  const target = one.external ? one.target : relativeTarget(source, one.target);
  const mode = one.external ? ' TargetMode="External"' : "";
  return `<${prefix}Relationship Id="${escapeAttribute(one.id)}" Type="${one.type}" Target="${escapeAttribute(target)}"${mode}/>`;
}

function resolveTarget(source: string, target: string): string {
  const path = decodeTarget(target.split("#")[0] ?? "").replaceAll("\\", "/");
  const base = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "" && step !== ".") base.push(step);
  }
  return base.join("/");
}

/** Targets are addresses: a part name with a space or an accent is written with %20. */
export function decodeTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function relativeTarget(source: string, target: string): string {
  const from = source.split("/").slice(0, -1);
  const to = target.split("/");
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return encodeURI([...from.slice(common).map(() => ".."), ...to.slice(common)].join("/"));
}

/** Every part that can be reached from the package's root by relationships. */
export function reachableParts(parts: PackageParts): Set<string> {
  const reached = new Set<string>();
  const waiting = [""];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const relationship of readRelationships(parts, path)) {
      if (relationship.external || reached.has(relationship.target)) continue;
      reached.add(relationship.target);
      waiting.push(relationship.target);
    }
  }
  return reached;
}

/** Gives the first path "before1after", "before2after" … for a new part; it is taken from then on. */
export type NewPath = (before: string, after: string) => string;

/** Paths that no part has and that nothing in the package points to: a user's lost drawing is not to become ours. */
export function unusedPaths(parts: PackageParts): NewPath {
  const taken = new Set([...reachableParts(parts)].map((path) => path.toLowerCase()));
  // Relationships of a part that is gone would become those of the new one.
  const isTaken = (path: string): boolean =>
    taken.has(path.toLowerCase()) || parts.find(path) !== null || parts.find(relationshipsPath(path)) !== null;
  return (before, after) => {
    let number = 1;
    while (isTaken(`${before}${String(number)}${after}`)) number++;
    const path = `${before}${String(number)}${after}`;
    taken.add(path.toLowerCase());
    return path;
  };
}
