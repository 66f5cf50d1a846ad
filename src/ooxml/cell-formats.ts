import { builtInFormats } from "./number-formats";
import type { PackageParts } from "./package-parts";
import { wholeNumber } from "./schema-values";
import { childNamed, childrenNamed, isTrue, parseXml } from "./xml-tree";

/** The number format code of every cell style, by the style's index (the s of a cell). */
export function readCellFormats(parts: PackageParts, stylesPath: string | null): string[] {
  if (stylesPath === null) return [];
  const root = parseXml(parts.text(stylesPath));
  const own = new Map(
    childrenNamed(childNamed(root, "numFmts"), "numFmt").map((element) => [
      wholeNumber(element.attributes["numFmtId"]) ?? -1,
      element.attributes["formatCode"] ?? "General",
    ]),
  );
  return childrenNamed(childNamed(root, "cellXfs"), "xf").map((xf) => {
    const id = wholeNumber(xf.attributes["numFmtId"]) ?? 0;
    const code = own.get(id) ?? builtInFormats.get(id) ?? "General";
    // LibreOffice writes the name of the general format in capitals.
    return code.toLowerCase() === "general" ? "General" : code;
  });
}

/** Is a cell of that style locked on a protected sheet? By the style's index; true where a style says nothing. */
export function readCellLocks(parts: PackageParts, stylesPath: string | null): boolean[] {
  if (stylesPath === null) return [];
  return childrenNamed(childNamed(parseXml(parts.text(stylesPath)), "cellXfs"), "xf").map((xf) => {
    const locked = childNamed(xf, "protection")?.attributes["locked"];
    return locked === undefined || isTrue(locked);
  });
}
