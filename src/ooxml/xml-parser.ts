import { SaxesParser } from "saxes";
import { failure } from "../data/host-error";

export interface XmlTag {
  /** With its prefix, as written. */
  readonly name: string;
  /** By their names as written; values are unescaped. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isSelfClosing: boolean;
}

/** What the parser comes upon; position: in the text, behind it. */
export interface ParserEvents {
  open(tag: XmlTag, position: number): void;
  text(text: string): void;
  close(tag: XmlTag, position: number): void;
}

/** As deep as libxml2 and MSXML go; workbooks have some twenty levels. */
const deepest = 256;
const mostAttributes = 1000;
/** Each takes the parser a string of its own until the text is whole. */
const mostFragments = 10_000_000;

/**
 * Goes through XML. HostError for text that is not well-formed, declares a document type (as no part of a workbook
 * may: entities could grow without end), or is made to take all of the memory.
 */
export function parse(text: string, events: ParserEvents, options: { readonly namespaces?: boolean } = {}): void {
  if (text.length > mostFragments && fragments(text) > mostFragments) throw failure("tooManyElements");
  const parser = new SaxesParser<{ xmlns: boolean }>({ xmlns: options.namespaces ?? false });
  let depth = 0;
  let attributes = 0;
  parser.on("error", (error) => {
    throw failure("broken", { cause: error });
  });
  parser.on("doctype", () => {
    throw failure("broken");
  });
  parser.on("opentagstart", () => {
    attributes = 0;
    if (++depth > deepest) throw failure("broken");
  });
  parser.on("attribute", () => {
    if (++attributes > mostAttributes) throw failure("broken");
  });
  parser.on("opentag", (tag) => {
    events.open(tag as XmlTag, parser.position);
  });
  const onText = (part: string): void => {
    events.text(part);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", (tag) => {
    depth--;
    events.close(tag as XmlTag, parser.position);
  });
  parser.write(text).close();
}

/** References and line breaks. */
function fragments(text: string): number {
  let count = 0;
  // An indexed loop: this runs over every letter of a large part.
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 38 || code === 13 || code === 10) count++;
  }
  return count;
}
