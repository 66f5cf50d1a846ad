import type { NewFile } from "excelize-wasm";
import { must } from "./must";

const A4 = 9;

/** Lines that a text needs in a column of that width: Times New Roman holds a little more than a letter per unit. */
export function lineCount(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > width * 1.02) {
      lines += 1;
      used = word.length;
    } else {
      used += (used > 0 ? 1 : 0) + word.length;
    }
  }
  return lines;
}

/** A4, one page wide, the header row on every page, the page's number below; groups open upwards. */
export function setUpPage(
  file: NewFile,
  sheet: string,
  orientation: "portrait" | "landscape",
  headerRow: number | null,
  tabColor: string,
): void {
  must(file.SetSheetProps(sheet, { FitToPage: true, OutlineSummaryBelow: false, TabColorRGB: tabColor }));
  must(file.SetPageLayout(sheet, { Size: A4, Orientation: orientation, FitToWidth: 1, FitToHeight: 0 }));
  must(
    file.SetPageMargins(sheet, {
      Left: 0.4,
      Right: 0.4,
      Top: 0.5,
      Bottom: 0.6,
      Header: 0.3,
      Footer: 0.3,
      Horizontally: true,
    }),
  );
  must(file.SetHeaderFooter(sheet, { OddFooter: "&L&A&RTrang &P/&N" }));
  if (headerRow !== null) {
    const row = `$${String(headerRow)}`;
    must(file.SetDefinedName({ Name: "_xlnm.Print_Titles", RefersTo: `'${sheet}'!${row}:${row}`, Scope: sheet }));
  }
}
