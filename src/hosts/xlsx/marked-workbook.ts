import type { SheetMark } from "../../data/own-sheet-mark";
import type { PackageParts } from "../../ooxml/package-parts";
import { readWorkbook, type WorkbookPart, type WorkbookSheet } from "../../ooxml/workbook-part";
import { identitiesInMarks, identityIn, marksIn } from "./sheet-marks";

/** workbook.xml as it stands, and which of its sheets are the program's own. */
export interface MarkedWorkbook extends WorkbookPart {
  readonly sheets: readonly MarkedSheet[];
  /** What the marks of this workbook's own sheets call it by; null where none was written yet. */
  readonly identity: string | null;
  /** What marks on its sheets call their workbook by, whether they count or not. */
  readonly seenIdentities: readonly string[];
}

export interface MarkedSheet extends WorkbookSheet {
  /** null for a sheet of the user's, whatever mark it carries. */
  readonly mark: SheetMark | null;
}

/** Throws a HostError for a package that is no .xlsx workbook. */
export function readMarkedWorkbook(parts: PackageParts): MarkedWorkbook {
  const workbook = readWorkbook(parts);
  const { definedNames, relationships } = workbook;
  const marks = marksIn(
    parts,
    workbook.sheets.map(({ name, sheetId, kind, path }) => ({
      name,
      sheetId,
      path: kind === "worksheet" ? path : null,
    })),
    definedNames,
    relationships.find(({ kind }) => kind === "sharedStrings")?.target ?? null,
  );
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet, index) => ({ ...sheet, mark: marks[index] ?? null })),
    identity: identityIn(definedNames),
    seenIdentities: identitiesInMarks(definedNames),
  };
}
