import type { HostSentences } from "./host.vi";

/** The English beside host.vi.ts. */
export const hostSentencesEn: HostSentences = {
  fileNotRead: () =>
    "The file cannot be read (it may have been moved or renamed, or may not be yours to read): choose it again.",
  sampleMissing: () =>
    "The sample could not be loaded from where this page stands: try again, or open a file of your own.",
  workerMissing: () =>
    "The part of this page that works on files (standalone-workbook.js) could not be loaded: check the connection and try again; the open file is not lost.",
  workerStopped: () =>
    "The part of this page that works on files broke down (the computer may be short of memory): the open file is as it was before; close other programs and try again.",
  empty: () => "This file is empty (0 bytes): choose another file.",
  notWorkbook: () => "This file is not an Excel workbook (.xlsx): open it in Excel and save it as .xlsx.",
  oldFormat: () => "This file is in the old Excel format (.xls): open it in Excel and save it as .xlsx.",
  binaryFormat: () => "This file is in the binary format (.xlsb): open it in Excel and save it as .xlsx.",
  encrypted: () => "The file has a password: open it in Excel, remove the password, save it and choose it again.",
  truncated: () => "The end of the file is missing (perhaps a download or copy did not finish): copy the file again.",
  tooLarge: () =>
    "The file is too large when unpacked (more than 200 MB, or oddly compressed): remove what is not needed and save it again.",
  sheetTooLarge: ({ place: { sheet } }) =>
    `The sheet “${sheet}” has cells too far away: delete the rows and columns that are not needed and save it again.`,
  tooManyElements: () =>
    "The file has too many elements (such as formats, names or cells): remove what is not needed and save it again.",
  unknownEncoding: () =>
    "A part of the file is in an encoding that the program cannot read: open it in Excel and save it as .xlsx.",
  notWritable: () =>
    "This file cannot be written into without damage to it; it is as it was: open it in Excel, save it and try again.",
  broken: () => "The file is damaged and cannot be read: open it in Excel to repair it and save it again.",
  tooMuchContent: ({ place: { sheet } }) =>
    `The workbook holds too much (beyond the limit on the sheet “${sheet}”): delete cells, texts and formulas that are not needed and save it again.`,
  misplacedCells: ({ place: { sheet } }) =>
    `The file is damaged: the sheet “${sheet}” has rows or cells with wrong addresses. Open it in Excel to repair it and save it again.`,
  cellTwice: ({ place: { sheet, cell } }) =>
    `The file is damaged: cell ${cell} of the sheet “${sheet}” is written twice. Open it in Excel to repair it and save it again.`,
  textMissing: ({ place: { sheet, cell } }) =>
    `The file is damaged: the text of cell ${cell} of the sheet “${sheet}” is not in the file. Open it in Excel to repair it and save it again.`,
  nameTaken: ({ place: { sheet } }) =>
    `The workbook already has a sheet “${sheet}” that this program did not make: rename it and try again.`,
  sheetGone: ({ place: { sheet } }) =>
    `The sheet “${sheet}” is no longer in the workbook (deleted or renamed): check the data again.`,
  cellUnknown: ({ place: { sheet, cell } }) =>
    `There is no cell ${cell} on the sheet “${sheet}”: check the data again.`,
  cellChanged: ({ place: { sheet, cell } }) =>
    `Cell ${cell} on the sheet “${sheet}” has changed since the check, no cell was corrected: check the data again, then correct.`,
  cellInArray: ({ place: { sheet, cell } }) =>
    `Cell ${cell} on the sheet “${sheet}” belongs to an array formula and cannot be changed alone: change the formula in Excel.`,
  sheetHidden: ({ place: { sheet } }) =>
    `The sheet “${sheet}” is hidden: right-click any sheet tab, choose Unhide, and try again.`,
  sheetProtected: ({ place: { sheet } }) =>
    `The sheet “${sheet}” is protected: unprotect it on the Review tab and try again.`,
  someSheetProtected: () => "A protected sheet cannot be written: unprotect it on the Review tab and try again.",
  workbookProtected: () =>
    "The workbook's structure is protected, no sheet can be added or removed: unprotect the workbook on the Review tab and try again.",
  readOnly: () => "The workbook is open read-only: choose Enable Editing or save it as another file, and try again.",
  cellEditing: () => "Excel is editing a cell: press Enter to finish editing, then try again.",
  conflict: () =>
    "Somebody else has just changed this workbook: wait some seconds until Excel has synchronised, then try again.",
  exchangeTooLarge: () =>
    "The workbook is too large for one exchange with Excel: delete the rows and columns that are not needed on the largest sheet and try again.",
  sheetTooLargeForExcel: ({ place: { sheet } }) =>
    `The sheet “${sheet}” has cells too far away to read it all: delete its rows and columns that are not needed and try again.`,
  busy: () => "Excel is busy (a dialog is open, or it is calculating): close the dialog, wait a moment and try again.",
  offline: () => "The connection to Excel is lost: check the network, wait until the workbook is saved and try again.",
  tooOld: () =>
    "This version of Excel is too old (Excel 2021 or later, or Microsoft 365, is needed): use the standalone page with the .xlsx file.",
  badSheetName: ({ data: { name } }) =>
    `The sheet name “${name}” is not allowed: at most 31 characters, none of / \\ ? * : [ ].`,
  tooLongForWriting: ({ place: { sheet } }) =>
    `What is to stand on the sheet “${sheet}” is too long to be written to Excel: shorten the very long cells of the workbook and try again.`,
  unexpected: ({ data: { officeCode } }) =>
    `Excel could not do this (error code ${officeCode ?? "?"}): save the workbook, close and open Excel again, and try again.`,
};
