import type { OwnSheetMark } from "./grid";
import { freeSheetName } from "./sheet-name";

/**
 * An own sheet carries a hidden sheet-scoped name whose formula is a text constant:
 * ="2|III.1|BC III.1|60|8|1f0a…|9|{…}" (version | key | name given | rows | columns | workbook | sheetId in a file |
 * worksheet.id in Excel). It follows the sheet through renaming and moving, and into copies and other workbooks: the
 * last three say whether it still speaks of the sheet that it was given to (ownMarks).
 */
export const markName = "_PARINDEX";

/** A hidden name of the workbook's: the text constant in its formula is what marks call the workbook by. */
export const identityName = "_PARINDEX_WORKBOOK";

/** A mark as it stands in a workbook. */
export interface SheetMark extends OwnSheetMark {
  /** Identity of the workbook in which the sheet was made; null in a mark of the first version, which had none. */
  readonly workbook: string | null;
  readonly ids: SheetIds;
}

/** What each host calls the sheet by, whatever its name; "" where that host has not written it. */
export interface SheetIds {
  /** sheetId in workbook.xml */
  readonly file: string;
  /** worksheet.id */
  readonly excel: string;
}

export const noIds: SheetIds = { file: "", excel: "" };

/** The formula's text, quotes included, without "=". */
export function formatMark({ key, name, rows, columns, workbook, ids }: SheetMark): string {
  const fields = ["2", key, name, String(rows), String(columns), workbook ?? "", ids.file, ids.excel];
  return quoted(fields.map(escapeField).join("|"));
}

/** null for anything that is not such a formula, with or without "=". */
export function parseMark(formula: string): SheetMark | null {
  const fields = unquoted(formula)?.split("|").map(unescapeField) ?? [];
  const [version, key, name, rows, columns, workbook, file, excel] = fields;
  const isComplete = (version === "1" && fields.length === 5) || (version === "2" && fields.length === 8 && !!workbook);
  if (!isComplete || !key || !name) return null;
  const ids = { file: file ?? "", excel: excel ?? "" };
  const mark = { key, name, rows: Number(rows), columns: Number(columns), workbook: workbook ?? null, ids };
  return isCount(rows) && isCount(columns) ? mark : null;
}

/** The formula of the workbook's hidden name, quotes included, without "=". */
export function formatIdentity(identity: string): string {
  return quoted(identity);
}

/** null for anything that is not such a formula, with or without "=". */
export function parseIdentity(formula: string): string | null {
  return unquoted(formula) || null;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function unquoted(formula: string): string | null {
  const found = /^=?\s*"((?:[^"]|"")*)"\s*$/.exec(formula);
  return found === null ? null : (found[1] ?? "").replaceAll('""', '"');
}

function isCount(field: string | undefined): boolean {
  return field !== undefined && /^\d{1,7}$/.test(field);
}

function escapeField(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("|", "%7C");
}

function unescapeField(text: string): string {
  return text.replaceAll("%7C", "|").replaceAll("%25", "%");
}

/**
 * In Excel a new sheet of ours has such a name until it is marked. One that a failure left behind is known by it.
 */
const unfinishedName = /^PARINDEX ~\d+$/;

/** A name for a sheet that is not yet marked; numbers count from 1. */
export function unfinishedSheetName(number: number, taken: readonly string[]): string {
  return freeSheetName("PARINDEX", taken, (attempt) => ` ~${String(number + 1000 * (attempt - 1))}`);
}

export function isUnfinishedSheetName(name: string): boolean {
  return unfinishedName.test(name);
}

/**
 * The mark while a sheet is being written. What a failure leaves behind then is ours, a chart that has not yet got its
 * name among it.
 */
export function unfinishedMark<Mark extends OwnSheetMark>(mark: Mark): Mark {
  return { ...mark, name: `~${mark.name}` };
}

export function isUnfinished(mark: OwnSheetMark): boolean {
  return mark.name.startsWith("~");
}

/** The mark of a sheet that is on its way out: no report has its key, so the next one takes it away. */
export function leftOverMark<Mark extends OwnSheetMark>(mark: Mark): Mark {
  return { ...mark, key: `~${mark.key}` };
}

export function isLeftOver(mark: OwnSheetMark): boolean {
  return mark.key.startsWith("~");
}

/** Keys of sheets of ours that stay for good begin like this: a report that lacks such a key does not take the sheet away. */
export const keptKeyPrefix = "keep:";

/** Such a sheet is still no input, and every host hands over all of its cells. */
export function isKept({ key }: OwnSheetMark): boolean {
  return key.startsWith(keptKeyPrefix);
}
