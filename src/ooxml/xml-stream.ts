import { parse } from "./xml-parser";
import { localName } from "./xml-tree";

/** Attributes by their names as written; elements by their local names. */
export interface XmlEvents {
  open(local: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(local: string): void;
}

/** For the parts that can be large: goes through without keeping them. Text that is not well-formed is a HostError. */
export function streamXml(text: string, events: XmlEvents, options: { readonly namespaces?: boolean } = {}): void {
  const local = (name: string): string => (name.includes(":") ? localName(name) : name);
  parse(
    text,
    {
      open: (tag) => {
        events.open(local(tag.name), tag.attributes);
      },
      text: events.text,
      close: (tag) => {
        events.close(local(tag.name));
      },
    },
    options,
  );
}
