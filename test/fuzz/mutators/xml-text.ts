/** A rough look at the elements of an XML text, for cutting it about: never fails, whatever stands there. */

export interface TextElement {
  readonly name: string;
  readonly start: number;
  /** After the start tag. */
  readonly openEnd: number;
  /** Before the end tag; openEnd where there is none. */
  readonly closeStart: number;
  readonly end: number;
  /** Index of the element around it; -1 for the root. */
  readonly parent: number;
}

const markup = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** In the order of their start tags. */
export function elementsOf(text: string): TextElement[] {
  const elements: { -readonly [Key in keyof TextElement]: TextElement[Key] }[] = [];
  const open: number[] = [];
  for (const { 0: tag, index } of text.matchAll(markup)) {
    if (tag.startsWith("<!") || tag.startsWith("<?")) continue;
    const after = index + tag.length;
    if (tag.startsWith("</")) {
      const closed = elements[open.pop() ?? -1];
      if (closed !== undefined) [closed.closeStart, closed.end] = [index, after];
      continue;
    }
    const name = /^<([^\s/>]*)/.exec(tag)?.[1] ?? "";
    elements.push({ name, start: index, openEnd: after, closeStart: after, end: after, parent: open.at(-1) ?? -1 });
    if (!tag.endsWith("/>")) open.push(elements.length - 1);
  }
  return elements;
}

export interface TextAttribute {
  /** With the blank before it. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** As written, without its quotes. */
  readonly value: string;
}

/** The attributes of a start tag, with their places in the text. */
export function attributesOf(text: string, element: TextElement): TextAttribute[] {
  const tag = text.slice(element.start, element.openEnd);
  return [...tag.matchAll(/\s+([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => ({
    start: element.start + match.index,
    end: element.start + match.index + match[0].length,
    name: match[1] ?? "",
    value: match[2] ?? match[3] ?? "",
  }));
}

export function spliced(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Places of character data that holds more than blanks: [start, end). */
export function textsOf(text: string): [number, number][] {
  const places: [number, number][] = [];
  let last = 0;
  for (const { 0: tag, index } of text.matchAll(markup)) {
    if (text.slice(last, index).trim() !== "") places.push([last, index]);
    last = index + tag.length;
  }
  return places;
}
