import { escapeAttribute } from "./xml-text";
import type { XmlElement } from "./xml-tree";

/** Replaces text[start, end). Edits of one text do not overlap; inserts at one place keep their order. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let result = "";
  let position = 0;
  for (const edit of ordered) {
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}

export function sourceOf(text: string, element: XmlElement): string {
  return text.slice(element.start, element.end);
}

export function innerSourceOf(text: string, element: XmlElement): string {
  return text.slice(element.openEnd, element.closeStart);
}

export function removeElement(element: XmlElement): Edit {
  return { start: element.start, end: element.end, text: "" };
}

/** Puts xml at the end of an element; opens it where it was written <like-this/>. */
export function appendInside(text: string, element: XmlElement, xml: string): Edit {
  if (isSelfClosing(text, element)) return openSelfClosing(text, element, xml);
  return { start: element.closeStart, end: element.closeStart, text: xml };
}

/** Replaces everything inside an element. */
export function replaceInside(text: string, element: XmlElement, xml: string): Edit {
  if (isSelfClosing(text, element)) return openSelfClosing(text, element, xml);
  return { start: element.openEnd, end: element.closeStart, text: xml };
}

/** The start tag with one attribute set (or taken away, by null); the others as they were. */
export function withAttribute(startTag: string, name: string, value: string | null): string {
  // From attribute to attribute, so that a value which looks like an attribute is not taken for one.
  const attribute = /(\s+)([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g;
  for (const match of startTag.matchAll(attribute)) {
    if (match[2] !== name) continue;
    const text = value === null ? "" : `${match[1] ?? " "}${name}="${escapeAttribute(value)}"`;
    return startTag.slice(0, match.index) + text + startTag.slice(match.index + match[0].length);
  }
  if (value === null) return startTag;
  return startTag.replace(/\s*\/?>$/, (ending) => ` ${name}="${escapeAttribute(value)}"${ending}`);
}

export function setAttribute(text: string, element: XmlElement, name: string, value: string | null): Edit {
  const startTag = text.slice(element.start, element.openEnd);
  return { start: element.start, end: element.openEnd, text: withAttribute(startTag, name, value) };
}

/** Inserts a new child before the first child that by the schema stands behind it. */
export function insertInOrder(
  text: string,
  parent: XmlElement,
  order: readonly string[],
  local: string,
  xml: string,
): Edit {
  const later = new Set(order.slice(order.indexOf(local) + 1));
  const next = parent.children.find((child) => later.has(child.local));
  return next ? { start: next.start, end: next.start, text: xml } : appendInside(text, parent, xml);
}

function isSelfClosing(text: string, element: XmlElement): boolean {
  return element.end === element.openEnd && text[element.end - 2] === "/";
}

function openSelfClosing(text: string, element: XmlElement, xml: string): Edit {
  const startTag = text.slice(element.start, element.openEnd).replace(/\s*\/>$/, ">");
  return { start: element.start, end: element.end, text: `${startTag}${xml}</${element.name}>` };
}
