import { reportTexts } from "./report.vi";

/** An area's name as the workbook has it; of an area that no row names, its code in words. */
export function nameOfArea({ code, name }: { readonly code: string; readonly name: string | null }): string {
  return name ?? reportTexts.madeUpArea(code);
}
