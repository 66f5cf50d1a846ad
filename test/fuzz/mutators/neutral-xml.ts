/** Other ways to write the same XML: what a workbook says does not change. */
import { strToU8 } from "fflate";
import type { Mutator, Parts, Picks } from "./mutation";
import { oneOf } from "./mutation";
import { attributesOf, elementsOf, spliced, textsOf, type TextElement } from "./xml-text";

/** Rewrites one part that the program reads. */
function rewrite(
  name: string,
  change: (text: string, picks: Picks, path: string) => string,
  wanted: (path: string) => boolean = () => true,
): Mutator {
  const apply = (parts: Parts, picks: Picks): void => {
    const path = oneOf(
      [...parts.keys()].filter((one) => isXml(one) && isRead(one) && wanted(one)),
      picks.a,
    );
    if (path !== undefined) parts.set(path, change(parts.get(path) ?? "", picks, path));
  };
  return { name, neutral: true, level: "parts", apply };
}

export function isXml(path: string): boolean {
  return /\.(xml|rels)$/.test(path);
}

/** Parts that decide what the workbook says; charts and the like are only carried along. */
export function isRead(path: string): boolean {
  return /^(\[Content_Types\]\.xml|_rels\/|xl\/(_rels\/|workbook|styles|sharedStrings|worksheets\/sheet))/.test(path);
}

const isSheet = (path: string): boolean => path.startsWith("xl/worksheets/sheet");
const isOfMainNamespace = (path: string): boolean => /^xl\/(workbook|styles|sharedStrings|worksheets\/)/.test(path);

function everyStartTag(text: string, change: (tag: string, element: TextElement) => string): string {
  let result = text;
  for (const element of elementsOf(text).reverse()) {
    const tag = text.slice(element.start, element.openEnd);
    result = spliced(result, element.start, element.openEnd, change(tag, element));
  }
  return result;
}

/** <c r="A1"> as <x:c r="A1">, the namespace with it. */
function prefixed(text: string): string {
  const elements = elementsOf(text);
  const main = /\sxmlns="/.exec(text);
  if (main === null || elements.some(({ name }) => name.includes(":")) || text.includes("xmlns:x=")) return text;
  return text.replace(/(<\/?)(?=[A-Za-z])/g, "$1x:").replace(/\sxmlns="/, ' xmlns:x="');
}

function strict(parts: Parts): void {
  for (const [path, text] of parts) {
    if (!isXml(path)) continue;
    parts.set(
      path,
      text
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    );
  }
}

/** Only where characters are texts of cells: a number's or formula's form is not the point here. */
function everyText(text: string, change: (part: string) => string): string {
  return textsOf(text)
    .reverse()
    .reduce((result, [start, end]) => spliced(result, start, end, change(text.slice(start, end))), text);
}

const asReferences = (part: string): string =>
  part.replace(/&[^;]*;|[^&]/gu, (one) => (one.length > 2 ? one : `&#x${(one.codePointAt(0) ?? 0).toString(16)};`));

function asCdata(part: string): string {
  return part.includes("&") || part.includes("]]>") ? part : `<![CDATA[${part}]]>`;
}

function opened(text: string): string {
  return text.replace(/<([A-Za-z:]+)((?:\s[^<>]*)?)\/>/g, "<$1$2></$1>");
}

function afterSomeTag(text: string, { b }: Picks, insert: string): string {
  const elements = elementsOf(text);
  const at = oneOf(elements, b)?.end ?? text.length;
  return spliced(text, at, at, insert);
}

function encoded(name: string, encode: (text: string) => Uint8Array): Mutator {
  return { name, neutral: true, level: "bytes of parts", apply: ({ text }) => encode(text) };
}

function declared(text: string, encoding: string): string {
  const body = text.replace(/^\ufeff?(<\?xml[^>]*\?>)?/, "");
  return `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>${body}`;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

/** ISO 8859-1, the rest as references. */
function latin1(text: string): Uint8Array {
  const known = text.replace(/[^\u0000-\u00ff]/gu, (one) => `&#${String(one.codePointAt(0))};`);
  return Uint8Array.from(known, (letter) => letter.charCodeAt(0));
}

export const neutralXml: readonly Mutator[] = [
  rewrite("xml: another prefix", prefixed, isOfMainNamespace),
  rewrite("xml: single quotes", (text) => everyStartTag(text, (tag) => tag.replace(/="([^"']*)"/g, "='$1'"))),
  rewrite("xml: blanks in tags", (text) =>
    everyStartTag(text, (tag) => tag.replace(/="/g, ' \n= "').replace(/(\/?>)$/, " $1")),
  ),
  rewrite("xml: attributes in the other order", (text) =>
    everyStartTag(text, (tag, element) => {
      const attributes = attributesOf(text, element).map(({ start, end }) => text.slice(start, end));
      const close = tag.endsWith("/>") ? "/>" : ">";
      return `<${element.name}${attributes.reverse().join("")}${close}`;
    }),
  ),
  rewrite("xml: references for characters", (text) => everyText(text, asReferences)),
  rewrite("xml: CDATA", (text) => everyText(text, asCdata)),
  rewrite("xml: a comment", (text, picks) => afterSomeTag(text, picks, "<!-- <c r='A1'><v>1</v></c> -->")),
  rewrite("xml: a processing instruction", (text, picks) => afterSomeTag(text, picks, "<?mso <row/> ?>")),
  rewrite("xml: blanks between elements", (text) => text.replace(/></g, ">\r\n  <"), isNotText),
  rewrite("xml: empty elements opened", opened),
  rewrite("xml: a huge attribute nobody knows", (text, { b }) => {
    const element = oneOf(elementsOf(text), b);
    if (element === undefined || text.includes(" fuzz=")) return text;
    const at = element.start + 1 + element.name.length;
    return spliced(text, at, at, ` fuzz="${"đ".repeat(200_000)}"`);
  }),
  rewrite("xml: a byte order mark", (text) => `\ufeff${text}`),
  rewrite("xml: no declaration", (text) => text.replace(/^<\?xml[^>]*\?>\s*/, "")),
  rewrite(
    "xml: elements of an extension",
    (text) => {
      const close = text.lastIndexOf("</");
      const extension =
        '<extLst><ext uri="{0}" xmlns:f="urn:fuzz"><f:rule><f:f>$A$1&lt;1</f:f><f:sqref>A1:F9</f:sqref></f:rule></ext></extLst>';
      return close < 0 ? text : spliced(text, close, close, extension);
    },
    isSheet,
  ),
  { name: "xml: strict namespaces", neutral: true, level: "parts", apply: strict },
  encoded("encoding: UTF-16 with a mark, little end first", (text) => utf16(declared(text, "UTF-16"), true)),
  encoded("encoding: UTF-16 with a mark, big end first", (text) => utf16(declared(text, "utf-16"), false)),
  encoded("encoding: ISO-8859-1", (text) => latin1(declared(text, "ISO-8859-1"))),
  encoded("encoding: UTF-8 in small letters", (text) => strToU8(declared(text, "utf-8"))),
];

/** Blanks inside texts would be part of them. */
function isNotText(path: string): boolean {
  return !path.includes("sharedStrings");
}
