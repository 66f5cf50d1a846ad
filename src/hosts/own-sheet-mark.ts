import type { OwnSheetMark } from "../workbook/grid";

/**
 * An own sheet carries a hidden sheet-scoped name whose formula is a text constant: ="1|III.1|BC III.1|60|8"
 * (version | key | name given | rows | columns). It follows the sheet through renaming and moving.
 */
export const markName = "_PARINDEX";

const version = "1";

/** The formula's text, quotes included, without "=". */
export function formatMark(mark: OwnSheetMark): string {
  const fields = [version, escapeField(mark.key), escapeField(mark.name), String(mark.rows), String(mark.columns)];
  return `"${fields.join("|").replaceAll('"', '""')}"`;
}

/** null for anything that is not such a formula, with or without "=". */
export function parseMark(formula: string): OwnSheetMark | null {
  const quoted = /^=?\s*"((?:[^"]|"")*)"\s*$/.exec(formula);
  const fields = quoted?.[1]?.replaceAll('""', '"').split("|") ?? [];
  const [foundVersion, key, name, rows, columns] = fields;
  if (foundVersion !== version || fields.length !== 5 || !key || !name) return null;
  const mark = { key: unescapeField(key), name: unescapeField(name), rows: Number(rows), columns: Number(columns) };
  return Number.isInteger(mark.rows) && Number.isInteger(mark.columns) ? mark : null;
}

/**
 * Which of the marked sheets are the program's. A copy that the user made of an own sheet carries a copied mark:
 * of several sheets with one key, the one that still has the name given is ours, otherwise the first.
 */
export function ownMarks(sheets: readonly { name: string; mark: OwnSheetMark | null }[]): (OwnSheetMark | null)[] {
  const ownIndex = new Map<string, number>();
  sheets.forEach(({ name, mark }, index) => {
    if (mark && (!ownIndex.has(mark.key) || name === mark.name)) ownIndex.set(mark.key, index);
  });
  return sheets.map(({ mark }, index) => (mark && ownIndex.get(mark.key) === index ? mark : null));
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
  for (let at = number; ; at += 1000) {
    const name = `PARINDEX ~${String(at)}`;
    if (!taken.includes(name)) return name;
  }
}

/** Such a sheet is ours whatever stands on it. */
export function isUnfinishedSheetName(name: string): boolean {
  return unfinishedName.test(name);
}

/** The mark of a sheet, from its name and the formula of its hidden name (null: it has none). */
export function markOfSheet(sheetName: string, formula: string | null): OwnSheetMark | null {
  if (isUnfinishedSheetName(sheetName)) return leftOverMark({ key: sheetName, name: sheetName, rows: 0, columns: 0 });
  return formula === null ? null : parseMark(formula);
}

/**
 * The mark while a sheet is being written. What a failure leaves behind then is ours, a chart that has not yet got its
 * name among it.
 */
export function unfinishedMark(mark: OwnSheetMark): OwnSheetMark {
  return { ...mark, name: `~${mark.name}` };
}

export function isUnfinished(mark: OwnSheetMark): boolean {
  return mark.name.startsWith("~");
}

/** The mark of a sheet that is on its way out: no report has its key, so the next one takes it away. */
export function leftOverMark(mark: OwnSheetMark): OwnSheetMark {
  return { ...mark, key: `~${mark.key}` };
}

export function isLeftOver(mark: OwnSheetMark): boolean {
  return mark.key.startsWith("~");
}
