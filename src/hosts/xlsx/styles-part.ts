import type { PackageParts } from "../../ooxml/package-parts";
import type { NewPath } from "../../ooxml/relationships";
import { emptyStyles, openStyleTable, type StyleTable } from "../../ooxml/style-table";
import { partOfKind, type WorkbookPart } from "../../ooxml/workbook-part";

/** Where a workbook's styles are, or are to be. */
export interface StylesPart {
  readonly path: string;
  readonly table: StyleTable;
  /** The part, its type and its relationship are still to be added. */
  readonly isNew: boolean;
  /** Relationships to styles that are not there: with the new one there would be two, which is damage to Excel. */
  readonly lostIds: ReadonlySet<string>;
}

export function openStyles(parts: PackageParts, workbook: WorkbookPart, newPath: NewPath): StylesPart {
  const existing = partOfKind(parts, workbook, "styles");
  if (existing !== null) {
    const table = openStyleTable(parts.text(existing));
    return { path: existing, table, isNew: false, lostIds: new Set() };
  }
  const usual = `${workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1)}styles`;
  return {
    // What stands there though nothing points to it is not ours to overwrite.
    path: parts.find(`${usual}.xml`) === null ? `${usual}.xml` : newPath(usual, ".xml"),
    table: openStyleTable(emptyStyles(workbook.dialect)),
    isNew: true,
    lostIds: new Set(workbook.relationships.filter(({ kind }) => kind === "styles").map(({ id }) => id)),
  };
}
