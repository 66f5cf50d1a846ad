import { cutToCell } from "../data/sheet-look";
import type { PackageParts } from "./package-parts";
import { streamXml } from "./xml-stream";
import { unescapeCellText } from "./xml-text";

/** The texts that cells name by number: rich text without its formats, readings of East Asian characters left out. */
export function readSharedStrings(parts: PackageParts, path: string | null): string[] {
  if (path === null) return [];
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inReading = false;
  streamXml(parts.text(path), {
    open(local) {
      if (local === "si") current = "";
      else if (local === "t") inText = !inReading;
      else if (local === "rPh") inReading = true;
    },
    text(part) {
      if (inText) current += part;
    },
    close(local) {
      if (local === "si") strings.push(cutToCell(unescapeCellText(current)));
      else if (local === "t") inText = false;
      else if (local === "rPh") inReading = false;
    },
  });
  return strings;
}
