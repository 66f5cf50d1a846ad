/** Which of a workbook's sheets are the program's: the mark must fit this workbook and this sheet. All else is the user's. */
import type { OwnSheetMark } from "../data/grid";
import {
  isUnfinished,
  isUnfinishedSheetName,
  leftOverMark,
  noIds,
  type SheetIds,
  type SheetMark,
} from "../data/own-sheet-mark";
import { mentionsSheet } from "../formula/sheet-references";
import { sameSheetName } from "../data/sheet-name";

/** A sheet as a host sees it before it is known whose it is. */
export interface SeenMark {
  readonly name: string;
  /** The mark that it carries, whoever's it is. */
  readonly mark: SheetMark | null;
  /** What the asking host calls the sheet by. */
  readonly id: string;
  /** Nothing stands on it. */
  readonly isEmpty: () => boolean;
  /** Formula of A1 without "=", or "". Asked of sheets with a mark of the first version alone. */
  readonly firstFormula: () => string;
  /** Text in A1, or "". Likewise. */
  readonly firstText: () => string;
}

/**
 * The marks that count, null for a sheet of the user's. A mark counts where it names this workbook and either this
 * sheet's id or this sheet's name; of several sheets with one key, the one whose id fits does (the others are copies).
 * A sheet with the name that new sheets have until they are marked, without a mark and empty, was left by a failure.
 * host: whose ids to compare; null where ids say nothing (another program has numbered the sheets anew).
 */
export function ownMarks(
  sheets: readonly SeenMark[],
  identity: string | null,
  host: keyof SheetIds | null,
): (SheetMark | null)[] {
  const own = new Map<string, { index: number; fit: number }>();
  const old = oldMarks(sheets);
  sheets.forEach((sheet, index) => {
    const { mark } = sheet;
    const fit = old[index] ? 1 : fitOf(sheet, identity, host);
    if (mark && fit > (own.get(mark.key)?.fit ?? 0)) own.set(mark.key, { index, fit });
  });
  return sheets.map(({ name, mark, isEmpty }, index) => {
    if (mark && own.get(mark.key)?.index === index) {
      // It never got its name: nothing on it is worth keeping, and another may have its key by the time it goes.
      return isUnfinishedSheetName(name) ? leftOverMark(mark) : mark;
    }
    if (mark !== null || !isUnfinishedSheetName(name) || !isEmpty()) return null;
    return leftOverMark({ key: name, name, rows: 0, columns: 0, workbook: identity, ids: noIds });
  });
}

/** Was this mark made up for a sheet that a failure left behind before it was marked? */
export function isUnmarked({ key, rows, columns }: OwnSheetMark): boolean {
  return isUnfinishedSheetName(key.slice(1)) && rows === 0 && columns === 0;
}

/**
 * What a workbook is called by from now on that is not called anything yet. No mark in it may say so already: where
 * the name was deleted and the marks were not, their sheets became the user's, and calling the workbook by the old name
 * again would make them ours.
 */
export function newIdentity(fingerprint: string, seen: readonly (string | null)[]): string {
  const taken = new Set(seen);
  for (let number = 1; ; number++) {
    const identity = number === 1 ? fingerprint : `${fingerprint}-${String(number)}`;
    if (!taken.has(identity)) return identity;
  }
}

/** What a reader of the workbook needs of a mark. */
export function plainMark(mark: SheetMark | null): OwnSheetMark | null {
  return mark && { key: mark.key, name: mark.name, rows: mark.rows, columns: mark.columns };
}

/** 3: id and name fit, 2: the id does, 1: the name does, 0: the sheet is the user's. */
function fitOf({ name, mark, id }: SeenMark, identity: string | null, host: keyof SheetIds | null): number {
  if (mark === null || identity === null || mark.workbook !== identity) return 0;
  const idFits = host !== null && id !== "" && mark.ids[host] === id;
  return (idFits ? 2 : 0) + (nameFits(name, mark) ? 1 : 0);
}

function nameFits(name: string, mark: SheetMark): boolean {
  if (!isUnfinished(mark)) return sameSheetName(name, mark.name);
  return isUnfinishedSheetName(name) || sameSheetName(name, mark.name.slice(1));
}

/**
 * Marks of the first version named no workbook. They count on the sheet that has the name given, where A1 leads to
 * this workbook's own BC Tính toán, as the stale line of every report sheet did.
 */
function oldMarks(sheets: readonly SeenMark[]): boolean[] {
  const isOld = ({ name, mark }: SeenMark): boolean => mark?.workbook === null && nameFits(name, mark);
  const calculation = sheets.find((sheet) => isOld(sheet) && sheet.mark?.key === "calculation");
  if (!calculation || !isStaleLine(calculation.firstFormula())) return sheets.map(() => false);
  return sheets.map((sheet) => {
    if (!isOld(sheet)) return false;
    if (sheet === calculation || mentionsSheet(sheet.firstFormula(), calculation.name)) return true;
    return sheet.mark?.key === "findings" && firstLines.some((line) => sheet.firstText().startsWith(line));
  });
}

/** With scores to watch it was an IF, with none an empty text. */
function isStaleLine(formula: string): boolean {
  return formula === '""' || /^IF\(.*=0,"",/.test(formula);
}

/** How Kiểm tra số liệu began where there was no BC Tính toán to lead to. */
const firstLines = ["Trang này do phần mềm Chỉ số CCHC lập", "Còn lỗi nên chưa lập báo cáo chính thức"];
