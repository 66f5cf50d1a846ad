import { fault, invalid } from "./fault";
import type { NameModel, SheetModel, WorkbookModel } from "./model";
import { quoteSheet } from "./address";

/** Refuses what Excel refuses as the name of a sheet; itself is the sheet that is renamed. */
export function requireSheetName(book: WorkbookModel, name: string, itself: SheetModel | null): void {
  if (name === "") throw invalid("a sheet without a name");
  if (name.length > 31) throw invalid(`a sheet's name of more than 31 characters: "${name}"`);
  if (/[/\\?*:[\]]/.test(name)) throw invalid(`a sheet's name with one of / \\ ? * : [ ]: "${name}"`);
  if (name.startsWith("'") || name.endsWith("'"))
    throw invalid(`a sheet's name with an apostrophe at its end: "${name}"`);
  if (name.toLowerCase() === "history") throw invalid(`the reserved sheet name "${name}"`);
  const taken = findSheet(book, name);
  if (taken && taken !== itself) throw fault("ItemAlreadyExists", `sheet "${name}"`);
}

/** By name, whatever its case. */
export function findSheet(book: WorkbookModel, name: string): SheetModel | null {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
}

export function unusedSheetName(book: WorkbookModel): string {
  for (let number = book.sheets.length + 1; ; number++) {
    const name = `Sheet${String(number)}`;
    if (!findSheet(book, name)) return name;
  }
}

/** Formulas and names follow a sheet that is renamed (to a name) or deleted (null). */
export function followSheet(book: WorkbookModel, before: string, after: string | null): void {
  const change = (formula: string): string => changeSheetInFormula(formula, before, after);
  const follow = (names: readonly NameModel[]): void => {
    for (const name of names) name.formula = change(name.formula);
  };
  follow(book.names);
  for (const sheet of book.sheets) {
    follow(sheet.names);
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === null || !cell.formula.includes("!")) continue;
      const formula = change(cell.formula);
      if (formula !== cell.formula) sheet.cells.set(key, { ...cell, formula });
    }
  }
}

function changeSheetInFormula(formula: string, before: string, after: string | null): string {
  // Text constants are left alone; a sheet is named with quotes or without.
  return formula.replace(
    /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu,
    (whole: string, quoted: string | undefined, plain: string | undefined) => {
      const name = quoted?.replaceAll("''", "'") ?? plain;
      if (name?.toLowerCase() !== before.toLowerCase()) return whole;
      return after === null ? "#REF!" : `${quoteSheet(after)}!`;
    },
  );
}
