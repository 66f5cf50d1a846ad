import type { HostTexts } from "./host.vi";

/** The English beside host.vi.ts. */
export const hostTextsEnglish: HostTexts = {
  nameTaken: (sheet) =>
    `The workbook already has a sheet “${sheet}” that this program did not make: rename it and try again.`,
  sheetGone: (sheet) => `The sheet “${sheet}” is no longer in the workbook (deleted or renamed): check the data again.`,
  cellUnknown: (cell, sheet) => `There is no cell ${cell} on the sheet “${sheet}”: check the data again.`,
  cellChanged: (cell, sheet) =>
    `Cell ${cell} on the sheet “${sheet}” has changed since the check, no cell was corrected: check the data again, then correct.`,
  cellInArray: (cell, sheet) =>
    `Cell ${cell} on the sheet “${sheet}” belongs to an array formula and cannot be changed alone: change the formula in Excel.`,
  sheetHidden: (sheet) => `The sheet “${sheet}” is hidden: right-click any sheet tab, choose Unhide, and try again.`,
  sheetProtected: (sheet) => `The sheet “${sheet}” is protected: unprotect it on the Review tab and try again.`,
  someSheetProtected: "A protected sheet cannot be written: unprotect it on the Review tab and try again.",
  workbookProtected:
    "The workbook's structure is protected, no sheet can be added or removed: unprotect the workbook on the Review tab and try again.",
  readOnly: "The workbook is open read-only: choose Enable Editing or save it as another file, and try again.",
  cellEditing: "Excel is editing a cell: press Enter to finish editing, then try again.",
  conflict:
    "Somebody else has just changed this workbook: wait some seconds until Excel has synchronised, then try again.",
  tooLarge:
    "The workbook is too large for one exchange with Excel: delete the rows and columns that are not needed on the largest sheet and try again.",
  sheetTooLarge: (sheet) =>
    `The sheet “${sheet}” has cells too far away to read it all: delete its rows and columns that are not needed and try again.`,
  busy: "Excel is busy (a dialog is open, or it is calculating): close the dialog, wait a moment and try again.",
  offline: "The connection to Excel is lost: check the network, wait until the workbook is saved and try again.",
  tooOld:
    "This version of Excel is too old (Excel 2021 or later, or Microsoft 365, is needed): use the standalone page with the .xlsx file.",
  badSheetName: (name) => `The sheet name “${name}” is not allowed: at most 31 characters, none of / \\ ? * : [ ].`,
  tooLongForWriting: (sheet) =>
    `What is to stand on the sheet “${sheet}” is too long to be written to Excel: shorten the very long cells of the workbook and try again.`,
  unexpected: (code) =>
    `Excel could not do this (error code ${code}): save the workbook, close and open Excel again, and try again.`,
};
