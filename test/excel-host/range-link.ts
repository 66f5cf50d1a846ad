import { invalid } from "./fault";
import { record, text } from "./members";
import type { LinkModel } from "./model";
import type { Json } from "./protocol";

/** A hyperlink as a program gives it. */
export function readLink(value: Json): LinkModel {
  const parts = record(value);
  const known = ["address", "documentReference", "screenTip", "textToDisplay"];
  const unknown = Object.keys(parts).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`hyperlink with "${unknown}"`);
  const link: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) if (part !== null) link[name] = text(part);
  if (link["address"] === undefined && link["documentReference"] === undefined) {
    throw invalid("hyperlink without address and documentReference");
  }
  return link;
}
