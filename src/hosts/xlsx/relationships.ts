import type { PackageParts } from "./package-parts";
import { appendInside, applyEdits, removeElement } from "./xml-edit";
import { escapeAttribute } from "./xml-text";
import { childrenNamed, parseXml, prefixOf } from "./xml-tree";

export interface Relationship {
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
  return childrenNamed(parseXml(parts.text(relationships)), "Relationship").map((element) => {
    const target = element.attributes["Target"] ?? "";
    const external = element.attributes["TargetMode"] === "External";
    const resolved = external ? target : resolveTarget(path, target);
    return {
      id: element.attributes["Id"] ?? "",
      kind: (element.attributes["Type"] ?? "").split("/").at(-1) ?? "",
      target: external ? target : (parts.find(resolved) ?? resolved),
      external,
    };
  });
}

/** Takes some relationships out and puts new ones at the end; the others stay as they are written. */
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
  const root = parseXml(text);
  const removals = childrenNamed(root, "Relationship")
    .filter((element) => removedIds.has(element.attributes["Id"] ?? ""))
    .map(removeElement);
  const xml = added.map((one) => relationshipXml(prefixOf(root), path, one)).join("");
  parts.setText(relationships, applyEdits(text, [...removals, appendInside(text, root, xml)]));
}

/** The first "rId1", "rId2" … that is not taken; it is taken from then on. */
export function takeUnusedId(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const id = `rId${String(number)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
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
function decodeTarget(target: string): string {
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
