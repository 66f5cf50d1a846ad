import { SaxesParser } from "saxes";
import { failure } from "./failure";
import { localName } from "./xml-tree";

/** Attributes by their names as written; elements by their local names. */
export interface XmlEvents {
  open(local: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(local: string): void;
}

/** For the parts that can be large: goes through without keeping them. Text that is not well-formed is a HostError. */
export function streamXml(text: string, events: XmlEvents): void {
  const parser = new SaxesParser();
  const local = (name: string): string => (name.includes(":") ? localName(name) : name);
  parser.on("error", (error) => {
    throw failure("broken", { cause: error });
  });
  parser.on("opentag", (tag) => {
    events.open(local(tag.name), tag.attributes);
  });
  const onText = (part: string): void => {
    events.text(part);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.on("closetag", (tag) => {
    events.close(local(tag.name));
  });
  parser.write(text).close();
}
