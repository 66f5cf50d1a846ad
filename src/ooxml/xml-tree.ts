import { failure } from "../data/host-error";
import { parse } from "./xml-parser";

/** An element and where it stands in the text, so that an edit leaves all the rest of the text as it was. */
export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly local: string;
  /** By their names as written; values are unescaped. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly in this element, not in its children. */
  readonly text: string;
  readonly start: number;
  /** After the start tag. */
  readonly openEnd: number;
  /** Before the end tag; openEnd where there is none. */
  readonly closeStart: number;
  readonly end: number;
}

type Building = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Building[] };

/** Each takes some 300 bytes: more would fill the memory of a browser page. */
const mostElements = 2_000_000;

/** The root element. Text that is not well-formed XML is a HostError. */
export function parseXml(text: string): XmlElement {
  const open: Building[] = [];
  let root: Building | undefined;
  let elements = 0;
  parse(text, {
    text(part) {
      const element = open.at(-1);
      if (element) element.text += part;
    },
    open(tag, openEnd) {
      if (++elements > mostElements) throw failure("tooManyElements");
      const element: Building = {
        name: tag.name,
        local: localName(tag.name),
        attributes: tag.attributes,
        children: [],
        text: "",
        // A start tag holds no "<" but its first character.
        start: text.lastIndexOf("<", openEnd - 1),
        openEnd,
        closeStart: openEnd,
        end: openEnd,
      };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close(tag, end) {
      const element = open.pop();
      if (!element || tag.isSelfClosing) return;
      element.end = end;
      element.closeStart = text.lastIndexOf("</", end - 1);
    },
  });
  if (!root) throw failure("broken");
  return root;
}

/** Links of one sheet are the longest real list (65,530 in Excel): lists of parts and sheets are gone through often. */
const longestList = 100_000;

/** Throws a HostError for an element with more children than any real workbook's lists have. */
export function requireShortList(element: XmlElement | undefined): void {
  if ((element?.children.length ?? 0) > longestList) throw failure("tooManyElements");
}

export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** "x:" for an element written as <x:sheet>, "" for <sheet>. */
export function prefixOf(element: XmlElement): string {
  return element.name.slice(0, element.name.indexOf(":") + 1);
}

export function childNamed(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

export function childrenNamed(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** The value of an attribute with any prefix, as in r:id. */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  const name = Object.keys(element.attributes).find((key) => key.includes(":") && localName(key) === local);
  return name === undefined ? undefined : element.attributes[name];
}

/** Schema booleans: "1" and "true"; LibreOffice writes the latter. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
