/**
 * With what reading or writing a workbook can end, as data: a code, where it happened, and the names and numbers that a
 * sentence about it needs. The sentences stand in strings/host.*.ts.
 */

/** Cells are named as in Excel: "F12". */
export interface FailurePlace {
  readonly sheet: string;
  /** null where the sheet as a whole is meant. */
  readonly cell: string | null;
}

/** What is wrong with a file or a workbook as a whole. */
export type WorkbookFailureCode =
  // The file.
  | "fileNotRead"
  | "sampleMissing"
  // The worker that a page lets its workbook live in.
  | "workerMissing"
  | "workerStopped"
  | "empty"
  | "notWorkbook"
  | "oldFormat"
  | "binaryFormat"
  | "encrypted"
  | "truncated"
  | "tooLarge"
  | "tooManyElements"
  | "unknownEncoding"
  | "notWritable"
  | "broken"
  // The workbook that is open in Excel.
  | "someSheetProtected"
  | "workbookProtected"
  | "readOnly"
  | "cellEditing"
  | "conflict"
  | "exchangeTooLarge"
  | "busy"
  | "offline"
  | "tooOld";

export type SheetFailureCode =
  // In a file.
  | "sheetTooLarge"
  | "tooMuchContent"
  | "misplacedCells"
  // In any workbook.
  | "nameTaken"
  | "sheetGone"
  | "sheetProtected"
  // In the workbook that is open in Excel.
  | "sheetHidden"
  | "sheetTooLargeForExcel"
  | "tooLongForWriting";

export type CellFailureCode = "cellTwice" | "textMissing" | "cellUnknown" | "cellChanged" | "cellInArray";

type NoData = Readonly<Record<string, never>>;

/** What each failure carries beside its code. */
export type HostFailureContents = {
  readonly [Code in WorkbookFailureCode]: { readonly place: null; readonly data: NoData };
} & {
  readonly [Code in SheetFailureCode]: { readonly place: { sheet: string; cell: null }; readonly data: NoData };
} & {
  readonly [Code in CellFailureCode]: { readonly place: { sheet: string; cell: string }; readonly data: NoData };
} & {
  /** The name asked for, which no sheet can have. */
  readonly badSheetName: { readonly place: null; readonly data: { readonly name: string } };
  /** Excel's own code for an error that nothing is known about; null where it gave none. */
  readonly unexpected: { readonly place: null; readonly data: { readonly officeCode: string | null } };
};

export type HostFailureCode = keyof HostFailureContents;

export type HostFailureOf<Code extends HostFailureCode> = {
  [One in Code]: { readonly code: One } & HostFailureContents[One];
}[Code];

export type HostFailure = HostFailureOf<HostFailureCode>;
