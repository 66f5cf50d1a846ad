/** XML that is cut about: elements and attributes dropped, doubled, renamed, and texts that nobody writes. */
import { isRead, isXml } from "./neutral-xml";
import type { Mutator, Parts, Picks } from "./mutation";
import { oneOf } from "./mutation";
import { attributesOf, elementsOf, spliced, textsOf, type TextElement } from "./xml-text";

const oddValues = [
  ...["", " ", "0", "-1", "1.5", "1e9", "4294967296", "999999999999999999999", "NaN", "true", "x", "Đ", "rId1", "A1"],
  ...[
    "../../../../x.xml",
    "/xl/workbook.xml",
    "#REF!",
    "'",
    "&quot;",
    "&lt;",
    "%",
    "_x0000_",
    "\u200b",
    "xl/styles.xml",
  ],
] as const;

function inPart(name: string, change: (text: string, picks: Picks) => string): Mutator {
  const apply = (parts: Parts, picks: Picks): void => {
    const all = [...parts.keys()].filter(isXml);
    // One in eight of the other parts, which nobody reads.
    const path = oneOf(picks.a % 8 === 0 ? all : all.filter(isRead), picks.a >> 3);
    if (path !== undefined) parts.set(path, change(parts.get(path) ?? "", picks));
  };
  return { name, neutral: false, level: "parts", apply };
}

function onElement(name: string, change: (text: string, element: TextElement, picks: Picks) => string): Mutator {
  return inPart(name, (text, picks) => {
    const element = oneOf(elementsOf(text), picks.b);
    return element === undefined ? text : change(text, element, picks);
  });
}

function onAttribute(
  name: string,
  change: (attribute: { name: string; value: string }, picks: Picks) => string,
): Mutator {
  return onElement(name, (text, element, picks) => {
    const attribute = oneOf(attributesOf(text, element), picks.c);
    return attribute === undefined ? text : spliced(text, attribute.start, attribute.end, change(attribute, picks));
  });
}

function swapSiblings(text: string, one: TextElement, { c }: Picks): string {
  const siblings = elementsOf(text).filter(({ parent, start }) => parent === one.parent && start > one.end - 1);
  const other = oneOf(siblings, c);
  if (other === undefined) return text;
  const [first, second] = [text.slice(one.start, one.end), text.slice(other.start, other.end)];
  return spliced(spliced(text, other.start, other.end, first), one.start, one.end, second);
}

function renamed(text: string, element: TextElement, { c }: Picks): string {
  const names = ["c", "v", "f", "t", "is", "si", "row", "sheet", "sheets", "fuzz", "x:fuzz", "xf", "Relationship"];
  const other = oneOf(names, c) ?? "fuzz";
  const close = element.end > element.closeStart ? `</${other}>` : "";
  const start = text.slice(element.start + 1 + element.name.length, element.closeStart);
  return spliced(text, element.start, element.end, `<${other}${start}${close}`);
}

function doctype(text: string, definitions: string): string {
  const root = elementsOf(text)[0];
  if (root === undefined) return text;
  const inside = spliced(text, root.openEnd, root.openEnd, "&b;");
  return spliced(inside, root.start, root.start, `<!DOCTYPE ${root.name} [${definitions}]>`);
}

const laughs = Array.from({ length: 12 }, (_, at) => {
  const before = at === 0 ? "ha" : `&l${String(at - 1)};`.repeat(10);
  return `<!ENTITY l${String(at)} "${before}">`;
}).join("");

export const damagedXml: readonly Mutator[] = [
  onElement("xml: an element dropped", (text, { start, end }) => spliced(text, start, end, "")),
  onElement("xml: an element emptied", (text, { openEnd, closeStart }) => spliced(text, openEnd, closeStart, "")),
  onElement("xml: a start tag dropped", (text, { start, openEnd }) => spliced(text, start, openEnd, "")),
  onElement("xml: an element twice", (text, { start, end }) => spliced(text, end, end, text.slice(start, end))),
  onElement("xml: an element many times", (text, { start, end }, { c }) =>
    spliced(text, end, end, text.slice(start, Math.min(end, start + 2000)).repeat(c % 50)),
  ),
  onElement("xml: an element renamed", renamed),
  onElement("xml: siblings changed places", swapSiblings),
  onElement("xml: an element within itself", (text, { start, openEnd }) => {
    const tag = text.slice(start, openEnd);
    return tag.endsWith("/>") ? text : spliced(text, start, start, tag);
  }),
  onElement("xml: self-closing, without its content", (text, { start, openEnd, end }) => {
    const tag = text.slice(start, openEnd).replace(/\s*\/?>$/, "/>");
    return spliced(text, start, end, tag);
  }),
  onElement("xml: moved into mc:AlternateContent", (text, { start, end }) => {
    const content = text.slice(start, end);
    const space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const wrapped = `<mc:AlternateContent ${space}><mc:Choice Requires="x14">${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent>`;
    return spliced(text, start, end, wrapped);
  }),
  onAttribute("xml: an attribute dropped", () => ""),
  onAttribute("xml: an attribute renamed", ({ value }) => ` fuzz="${value}"`),
  onAttribute("xml: an attribute twice", ({ name, value }) => ` ${name}="${value}" ${name}="${value}"`),
  onAttribute("xml: an odd attribute", ({ name }, { a }) => ` ${name}="${oneOf(oddValues, a >> 5) ?? ""}"`),
  inPart("xml: an odd text", (text, { b, c }) => {
    const place = oneOf(textsOf(text), b);
    return place === undefined ? text : spliced(text, place[0], place[1], oneOf(oddValues, c) ?? "");
  }),
  inPart("xml: a huge text", (text, { b }) => {
    const place = oneOf(textsOf(text), b);
    return place === undefined ? text : spliced(text, place[1], place[1], "A1+".repeat(12_000));
  }),
  inPart("xml: cut off", (text, { b }) => text.slice(0, b % (text.length + 1))),
  inPart("xml: a character that XML cannot hold", (text, { b, c }) => {
    const at = b % (text.length + 1);
    return spliced(
      text,
      at,
      at,
      oneOf(["\u0000", "\u0008", "\ufffe", "&#0;", "&#x1F;", "&nbsp;", "<", "&", "]]>"], c) ?? "",
    );
  }),
  inPart("xml: an entity of its own", (text) => doctype(text, '<!ENTITY b "c">')),
  inPart("xml: entities within entities", (text) => doctype(text, `${laughs}<!ENTITY b "&l11;">`)),
  inPart("xml: an entity from elsewhere", (text) => doctype(text, '<!ENTITY b SYSTEM "file:///etc/hostname">')),
  inPart("xml: very deep", (text) => {
    const root = elementsOf(text)[0];
    return root === undefined
      ? text
      : spliced(text, root.openEnd, root.openEnd, "<a>".repeat(20_000) + "</a>".repeat(20_000));
  }),
  inPart(
    "xml: another part's text",
    (text, { c }) => oneOf(["", "\ufeff", "{}", "<a></a>", "<workbook></workbook>", "<sst></sst>"], c) ?? text,
  ),
  inPart(
    "xml: an empty root",
    (text, { c }) => oneOf(["<a/>", "<workbook/>", "<worksheet/>", "<styleSheet/>", "<Types/>"], c) ?? text,
  ),
];
