import { escapeAttribute } from "./xml-text";
import type { XmlElement } from "./xml-tree";

/**
 * Replaces text[start, end). Edits of one text do not overlap; inserts at one place keep their order. What is put
 * inside an element written <like-this/> says so: the element is opened once, whoever else edits it.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Name of the self-closing element whose content this is. */
  readonly opens?: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  // At one place the content of the element that ends there stands before what is put in front of the next.
  const ordered = [...edits].sort(
    (one, other) => one.start - other.start || one.end - other.end || rank(one) - rank(other),
  );
  const pieces: string[] = [];
  let position = 0;
  let endTag = "";
  for (const edit of ordered) {
    if (edit.start < position) throw new RangeError(`two edits of one place: ${String(edit.start)}`);
    if (edit.start > position || edit.opens === undefined) {
      pieces.push(endTag, text.slice(position, edit.start));
      endTag = "";
    }
    if (edit.opens !== undefined && endTag === "") {
      // The start tag, or its end behind an edited attribute, is the last piece.
      pieces.push(openTag(pieces.pop() ?? ""));
      endTag = `</${edit.opens}>`;
    }
    pieces.push(edit.text);
    position = edit.end;
  }
  pieces.push(endTag, text.slice(position));
  return pieces.join("");
}

function rank(edit: Edit): number {
  return edit.opens === undefined ? 1 : 0;
}

/** An element's source with edits that lie inside it. */
export function editedSource(text: string, element: XmlElement, edits: readonly Edit[]): string {
  const { start } = element;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(sourceOf(text, element), moved);
}

export function sourceOf(text: string, element: XmlElement): string {
  return text.slice(element.start, element.end);
}

export function removeElement(element: XmlElement): Edit {
  return { start: element.start, end: element.end, text: "" };
}

/** Puts xml at the end of an element; opens it where it was written <like-this/>. */
export function appendInside(text: string, element: XmlElement, xml: string): Edit {
  return insideEdit(text, element, element.closeStart, xml);
}

/** Replaces everything inside an element. */
export function replaceInside(text: string, element: XmlElement, xml: string): Edit {
  return insideEdit(text, element, element.openEnd, xml);
}

/** The start tag with one attribute set (or taken away, by null); the others as they were. */
export function withAttribute(startTag: string, name: string, value: string | null): string {
  return applyEdits(startTag, [attributeEdit(startTag, 0, name, value)]);
}

export function setAttribute(text: string, element: XmlElement, name: string, value: string | null): Edit {
  return attributeEdit(text.slice(element.start, element.openEnd), element.start, name, value);
}

function attributeEdit(startTag: string, offset: number, name: string, value: string | null): Edit {
  const written = value === null ? "" : `${name}="${escapeAttribute(value)}"`;
  // From attribute to attribute, so that a value which looks like an attribute is not taken for one. Only the first
  // of several spaces can begin one: trying each of a million would take their square.
  const attribute = /(?<!\s)(\s+)([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g;
  for (const match of startTag.matchAll(attribute)) {
    if (match[2] !== name) continue;
    const start = offset + match.index;
    return { start, end: start + match[0].length, text: value === null ? "" : `${match[1] ?? " "}${written}` };
  }
  const end = offset + bareTag(startTag).length;
  return { start: end, end, text: value === null ? "" : ` ${written}` };
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

/** A start tag for an element with content, whether it was written <like-this/> or not. */
export function openTag(startTag: string): string {
  return `${bareTag(startTag)}>`;
}

function bareTag(startTag: string): string {
  return startTag.slice(0, startTag.endsWith("/>") ? -2 : -1).trimEnd();
}

function insideEdit(text: string, element: XmlElement, start: number, xml: string): Edit {
  const end = element.closeStart;
  return isSelfClosing(text, element) ? { start: end, end, text: xml, opens: element.name } : { start, end, text: xml };
}

function isSelfClosing(text: string, element: XmlElement): boolean {
  return element.end === element.openEnd && text[element.end - 2] === "/";
}
