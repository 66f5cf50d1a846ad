import { fontName, type CellFormat } from "../data/pages";
import type { Dialect } from "./dialect";
import { portableFormatIds } from "./number-formats";
import { appendInside, applyEdits, insertInOrder, setAttribute, withAttribute, type Edit } from "./xml-edit";
import { escapeAttribute } from "./xml-text";
import { childNamed, childrenNamed, parseXml, prefixOf, type XmlElement } from "./xml-tree";

/** The workbook's cell styles. Existing ones keep their index; identical ones are used again; new ones come after. */
export interface StyleTable {
  /**
   * The index (s of a cell) for a format. A quoted cell stays text when a person edits it,
   * though it begins with "=".
   */
  indexOf(format: CellFormat, quoted: boolean): number;
  /** The index of the same look with the number format General. */
  withoutNumberFormat(index: number): number;
  /** styles.xml with what was asked for. */
  text(): string;
}

/** Children of <styleSheet> in the schema's order. */
const childOrder = [
  ...["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles"],
  ...["colors", "extLst"],
];

/** Lists without which a style sheet cannot be; the first two fills are fixed by Excel. */
const listDefaults: readonly { list: string; entries: readonly string[] }[] = [
  { list: "fonts", entries: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'] },
  {
    list: "fills",
    entries: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  },
  { list: "borders", entries: ["<border><left/><right/><top/><bottom/><diagonal/></border>"] },
  { list: "cellXfs", entries: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'] },
];

/** For a workbook without styles.xml. */
export function emptyStyles(dialect: Dialect): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${dialect.main}"></styleSheet>`;
}

export function openStyleTable(text: string): StyleTable {
  const root = parseXml(text);
  const lists = new Map(listDefaults.map(({ list, entries }) => [list, openList(root, list, entries)]));
  const numberFormats = openNumberFormats(root);
  const cellXfs = childNamed(root, "cellXfs")?.children ?? [];
  const hasNormalStyle = childrenNamed(childNamed(root, "cellStyleXfs"), "xf").length > 0;
  const known = new Map<string, number>();
  // Cells share few formats: asked by identity first.
  const asked = { plain: new WeakMap<CellFormat, number>(), quoted: new WeakMap<CellFormat, number>() };

  const indexIn = (list: string, xml: string): number => lists.get(list)?.indexOf(xml) ?? 0;
  const create = (format: CellFormat, quoted: boolean): number => {
    const ids = {
      numFmtId: numberFormats.idOf(format.numberFormat ?? "General"),
      fontId: indexIn("fonts", fontXml(format)),
      fillId: format.fill === undefined ? 0 : indexIn("fills", fillXml(format.fill)),
      borderId: format.border === undefined ? 0 : indexIn("borders", borderXml(format.border)),
    };
    return indexIn("cellXfs", cellXfXml(format, quoted, ids, hasNormalStyle));
  };

  return {
    indexOf(format, quoted) {
      const same = quoted ? asked.quoted : asked.plain;
      const before = same.get(format);
      if (before !== undefined) return before;
      const key = JSON.stringify([quoted, Object.entries(format).sort()]);
      const index = known.get(key) ?? create(format, quoted);
      known.set(key, index);
      same.set(format, index);
      return index;
    },
    withoutNumberFormat(index) {
      const xf = cellXfs[index];
      if (!xf) return index;
      const start = withAttribute(text.slice(xf.start, xf.openEnd), "numFmtId", "0");
      const xml = start + text.slice(xf.openEnd, xf.end);
      // New entries stand without the part's prefix until they are written.
      return indexIn("cellXfs", xml.replaceAll(`<${prefixOf(xf)}`, "<").replaceAll(`</${prefixOf(xf)}`, "</"));
    },
    text() {
      // In the schema's order: where none of the lists stands yet, they come to stand as they are named here.
      const edits = listDefaults.flatMap(({ list }) => listEdit(text, root, list, lists.get(list)?.added() ?? []));
      return applyEdits(text, [...listEdit(text, root, "numFmts", numberFormats.added()), ...edits]);
    },
  };
}

interface EntryList {
  indexOf(xml: string): number;
  /** New entries, in order. */
  added(): readonly string[];
}

function openList(root: XmlElement, list: string, defaults: readonly string[]): EntryList {
  const existing = childNamed(root, list)?.children ?? [];
  const indices = new Map<string, number>();
  const added: string[] = [];
  const add = (key: string): number => {
    const index = indices.size;
    indices.set(key, index);
    return index;
  };
  // Two existing entries may be identical: each still takes its index, the first one is used.
  existing.forEach((element, index) => {
    const key = canonical(element);
    add(indices.has(key) ? `${key} ${String(index)}` : key);
  });
  const indexOf = (xml: string): number => {
    const key = canonical(parseXml(xml));
    const found = indices.get(key);
    if (found !== undefined) return found;
    added.push(xml);
    return add(key);
  };
  if (existing.length === 0) defaults.forEach(indexOf);
  return { indexOf, added: () => added };
}

function openNumberFormats(root: XmlElement): { idOf(code: string): number; added(): readonly string[] } {
  const firstCustomId = 164;
  const ids = new Map(portableFormatIds);
  const added: string[] = [];
  let next = firstCustomId;
  for (const element of childrenNamed(childNamed(root, "numFmts"), "numFmt")) {
    const id = Number(element.attributes["numFmtId"] ?? 0);
    const code = element.attributes["formatCode"] ?? "General";
    if (!ids.has(code)) ids.set(code, id);
    next = Math.max(next, id + 1);
  }
  const idOf = (code: string): number => {
    const found = ids.get(code);
    if (found !== undefined) return found;
    added.push(`<numFmt numFmtId="${String(next)}" formatCode="${escapeAttribute(code)}"/>`);
    ids.set(code, next);
    return next++;
  };
  return { idOf, added: () => added };
}

/** Two entries with equal canonical texts look the same in a cell. */
function canonical(element: XmlElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort();
  return `${element.local}[${attributes.join()}](${element.children.map(canonical).join()})`;
}

function listEdit(text: string, root: XmlElement, list: string, added: readonly string[]): Edit[] {
  if (added.length === 0) return [];
  const prefix = prefixOf(root);
  const xml = added.map((entry) => withPrefix(entry, prefix)).join("");
  const element = childNamed(root, list);
  if (!element) {
    const tag = `${prefix}${list}`;
    const whole = `<${tag} count="${String(added.length)}">${xml}</${tag}>`;
    return [insertInOrder(text, root, childOrder, list, whole)];
  }
  const count = String(element.children.length + added.length);
  return [setAttribute(text, element, "count", count), appendInside(text, element, xml)];
}

function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

function fontXml(format: CellFormat): string {
  const flag = (name: string, on: boolean | undefined): string => (on ? `<${name}/>` : "");
  const color = format.color === undefined ? "" : `<color rgb="${argb(format.color)}"/>`;
  const flags = flag("b", format.bold) + flag("i", format.italic) + flag("u", format.underline);
  return `<font>${flags}<sz val="${String(format.size ?? 11)}"/>${color}<name val="${fontName}"/><family val="1"/></font>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(color: string): string {
  const side = (name: string): string => `<${name} style="thin"><color rgb="${argb(color)}"/></${name}>`;
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
}

function cellXfXml(
  format: CellFormat,
  quoted: boolean,
  ids: { numFmtId: number; fontId: number; fillId: number; borderId: number },
  hasNormalStyle: boolean,
): string {
  const { numFmtId, fontId, fillId, borderId } = ids;
  const attributes = [
    `numFmtId="${String(numFmtId)}" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}"`,
    hasNormalStyle ? 'xfId="0"' : "",
    quoted ? 'quotePrefix="1"' : "",
    numFmtId === 0 ? "" : 'applyNumberFormat="1"',
    'applyFont="1"',
    fillId === 0 ? "" : 'applyFill="1"',
    borderId === 0 ? "" : 'applyBorder="1"',
  ];
  const alignment = [
    format.horizontal === undefined ? "" : `horizontal="${format.horizontal}"`,
    format.vertical === undefined ? "" : `vertical="${format.vertical}"`,
    format.wrap ? 'wrapText="1"' : "",
  ].filter((part) => part !== "");
  if (alignment.length === 0) return `<xf ${attributes.filter((part) => part !== "").join(" ")}/>`;
  const all = [...attributes, 'applyAlignment="1"'].filter((part) => part !== "").join(" ");
  return `<xf ${all}><alignment ${alignment.join(" ")}/></xf>`;
}

/** "FF1F4E79" for "#1F4E79". */
function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}
