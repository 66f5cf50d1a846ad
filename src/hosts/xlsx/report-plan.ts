import { extentOf, type Report, type ReportSheet } from "../../report/report";
import type { OwnSheetMark } from "../../workbook/grid";
import { failure } from "./failure";
import { carriedContent, holdsUserContent, nothingCarried, type CarriedContent } from "./own-sheet-content";
import type { PackageParts } from "./package-parts";
import { retiredName } from "./retired-sheet";
import { sameSheetName } from "../sheet-references";
import type { WorkbookPart, WorkbookSheet } from "./workbook-part";

/** What is to become of every sheet before anything is changed. */
export interface ReportPlan {
  /** In the report's order. */
  readonly written: readonly WrittenSheet[];
  /** Own sheets that stay as the user's, under another name. */
  readonly retired: readonly RetiredSheet[];
  /** Indices of own sheets that go. */
  readonly removed: ReadonlySet<number>;
}

export interface WrittenSheet {
  readonly sheet: ReportSheet;
  readonly mark: OwnSheetMark;
  /** Index of the own sheet that is written anew in place; null for a new sheet. */
  readonly previousIndex: number | null;
  readonly carried: CarriedContent;
}

export interface RetiredSheet {
  readonly index: number;
  readonly newName: string;
}

type OwnSheet = WorkbookSheet & { readonly mark: OwnSheetMark };

/** Throws a HostError where a sheet of the user's has a name that the report needs. */
export function planReport(parts: PackageParts, workbook: WorkbookPart, report: Report): ReportPlan {
  const foreign = workbook.sheets.filter(({ mark }) => mark === null).map(({ name }) => name);
  const wanted = report.sheets.map(({ name }) => name);
  const clash = wanted.find((name) => foreign.some((other) => sameSheetName(name, other)));
  if (clash !== undefined) throw failure("nameTaken", { sheet: clash });

  const taken = [...workbook.sheets.map(({ name }) => name), ...wanted];
  const retired: RetiredSheet[] = [];
  const retire = (index: number, name: string): void => {
    const newName = retiredName(name, taken);
    taken.push(newName);
    retired.push({ index, newName });
  };

  const written = report.sheets.map((sheet): WrittenSheet => {
    const extent = extentOf(sheet);
    const mark = { key: sheet.key, name: sheet.name, ...extent };
    const index = workbook.sheets.findIndex((one) => one.mark?.key === sheet.key);
    const previous = workbook.sheets[index];
    if (!previous || !isOwn(previous)) return { sheet, mark, previousIndex: null, carried: nothingCarried };
    const carried = carriedContent(parts, previous, extent, sheet.columnWidths.length);
    if (carried) return { sheet, mark, previousIndex: index, carried };
    retire(index, previous.name);
    return { sheet, mark, previousIndex: null, carried: nothingCarried };
  });

  const keys = new Set(report.sheets.map(({ key }) => key));
  const removed = new Set<number>();
  workbook.sheets.forEach((sheet, index) => {
    if (!isOwn(sheet) || keys.has(sheet.mark.key)) return;
    if (holdsUserContent(parts, sheet)) retire(index, sheet.name);
    else removed.add(index);
  });
  return { written, retired, removed };
}

function isOwn(sheet: WorkbookSheet): sheet is OwnSheet {
  return sheet.mark !== null;
}
