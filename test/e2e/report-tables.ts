/** Finds the tables of an output workbook again, with another reader than the product's. */
import { read, utils } from "xlsx";

export type Value = string | number | boolean | null;

export interface ReportTable {
  readonly sheet: string;
  readonly headings: readonly string[];
  /** Without the heading row, down to the first row that has no cell. */
  readonly rows: readonly (readonly Value[])[];
}

/** Every table whose heading row begins with "Xếp hạng" or "TT", in the order of the workbook. */
export function reportTables(bytes: Uint8Array): readonly ReportTable[] {
  const book = read(bytes, { type: "array" });
  return book.SheetNames.filter((name) => name.startsWith("BC I")).flatMap((name) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const lines = utils.sheet_to_json<Value[]>(sheet, { header: 1, defval: null, raw: true, blankrows: true });
    return lines.flatMap((line, at) => {
      if (line[0] !== "Xếp hạng" && line[0] !== "TT") return [];
      const end = lines.findIndex((row, below) => below > at && row.every((value) => value === null));
      return [{ sheet: name, headings: line.map(String), rows: lines.slice(at + 1, end < 0 ? undefined : end) }];
    });
  });
}
