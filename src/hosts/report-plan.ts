import { extentOf, type Report, type ReportSheet } from "../data/pages";
import type { OwnSheetMark } from "../data/grid";
import { failure } from "../data/host-error";
import type { WriteOptions } from "./host";
import { isKept, isLeftOver, isUnfinishedSheetName } from "../data/own-sheet-mark";
import { isUnmarked } from "./own-sheets";
import { freeSheetName, sameSheetName } from "../data/sheet-name";

/** A sheet as it stands before the report is written; marks are those that count (ownMarks). */
export interface StandingSheet {
  readonly name: string;
  readonly mark: OwnSheetMark | null;
}

/** Rows and columns from A1 on. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** What only the host can tell about one of the program's sheets. */
export interface OwnSheetQuestions<Carried> {
  /**
   * What a person put outside the program's extent, to be kept when the sheet is written anew with another extent;
   * null where that cannot be done without loss.
   */
  carriedContent(index: number, next: ReportSheet, extent: Extent): Carried | null;
  /** Is there anything on the sheet that a person would miss? */
  holdsUserContent(index: number): boolean;
}

/** What is to become of every sheet before anything is changed. */
export interface ReportPlan<Carried> {
  /** In the report's order. */
  readonly written: readonly WrittenSheet<Carried>[];
  /** Own sheets that stay as the user's, under another name. */
  readonly retired: readonly RetiredSheet[];
  /** Indices of own sheets that go. */
  readonly removed: ReadonlySet<number>;
  /** Indices of own sheets that stay as they are, in order. */
  readonly kept: readonly number[];
}

export interface WrittenSheet<Carried> {
  readonly sheet: ReportSheet;
  readonly mark: OwnSheetMark;
  /** Index of the own sheet that is written anew in place; null for a new sheet. */
  readonly previousIndex: number | null;
  /** null for a new sheet. */
  readonly carried: Carried | null;
}

export interface RetiredSheet {
  readonly index: number;
  readonly newName: string;
}

/** Throws a HostError where a sheet of the user's has a name that the report needs. */
export function planReport<Carried>(
  standing: readonly StandingSheet[],
  report: Report,
  otherOwnSheets: NonNullable<WriteOptions["otherOwnSheets"]>,
  questions: OwnSheetQuestions<Carried>,
): ReportPlan<Carried> {
  const keys = new Set(report.sheets.map(({ key }) => key));
  const stays = (mark: OwnSheetMark): boolean => isKept(mark) || (otherOwnSheets === "keep" && !isLeftOver(mark));
  const kept = standing.flatMap(({ mark }, index) =>
    mark !== null && !keys.has(mark.key) && stays(mark) ? [index] : [],
  );
  const wanted = report.sheets.map(({ name }) => name);
  const clash = wanted.find((name) =>
    standing.some((one, index) => (one.mark === null || kept.includes(index)) && sameSheetName(name, one.name)),
  );
  if (clash !== undefined) throw failure("nameTaken", { sheet: clash });

  const taken = [...standing.map(({ name }) => name), ...wanted];
  const retired: RetiredSheet[] = [];
  const retire = (index: number, name: string): void => {
    // A failure may have left it with that name already.
    const newName = retiredName(
      name,
      taken.filter((_, other) => other !== index),
    );
    taken.push(newName);
    retired.push({ index, newName });
  };

  const written = report.sheets.map((sheet): WrittenSheet<Carried> => {
    const extent = extentOf(sheet);
    const mark = { key: sheet.key, name: sheet.name, ...extent };
    const index = standing.findIndex((one) => one.mark?.key === sheet.key);
    const previous = standing[index];
    if (!previous) return { sheet, mark, previousIndex: null, carried: null };
    const carried = questions.carriedContent(index, sheet, extent);
    if (carried !== null) return { sheet, mark, previousIndex: index, carried };
    retire(index, previous.name);
    return { sheet, mark, previousIndex: null, carried: null };
  });

  const removed = new Set<number>();
  standing.forEach(({ name, mark }, index) => {
    if (mark === null || keys.has(mark.key) || kept.includes(index)) return;
    const isHeld = questions.holdsUserContent(index);
    // Something on a sheet that was never marked: nobody can say that it is not the user's.
    if (isHeld && isUnmarked(mark)) kept.push(index);
    else if (isHeld && !isUnfinishedSheetName(name)) retire(index, name);
    else removed.add(index);
  });
  return { written, retired, removed, kept };
}

export function isInside(extent: Extent, row: number, column: number): boolean {
  return row < extent.rows && column < extent.columns;
}

/** "BC III.1 (cũ)", "BC III.1 (cũ 2)" …: the first that no sheet has, within Excel's 31 characters. */
export function retiredName(name: string, taken: readonly string[]): string {
  const base = name.replace(/ \(cũ(?: \d+)?\)$/, "");
  return freeSheetName(base, taken, (number) => (number === 1 ? " (cũ)" : ` (cũ ${String(number)})`));
}
