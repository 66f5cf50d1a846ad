import { cellAddress } from "../../data/grid";
import { failure, HostError } from "../../data/host-error";
import { columnWidthsFor } from "../../data/sheet-look";
import { isSheetName, sameSheetName } from "../../data/sheet-name";
import { editContentTypes } from "../../ooxml/content-types";
import type { PackageParts } from "../../ooxml/package-parts";
import { editRelationships, unusedIds, unusedPaths } from "../../ooxml/relationships";
import { readMarkedWorkbook } from "./marked-workbook";
import { takenIds } from "../../ooxml/workbook-part";
import { unusedSheetIds, workbookText, type PlannedSheet } from "./workbook-writer";
import { escapeCellText } from "../../ooxml/xml-text";

/** Adds a sheet of the user's after the last one of theirs. HostError where its name is taken or not allowed. */
export function addUserSheet(
  parts: PackageParts,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): void {
  const workbook = readMarkedWorkbook(parts);
  if (!isSheetName(name)) throw new HostError({ code: "badSheetName", place: null, data: { name } });
  if (workbook.sheets.some((sheet) => sameSheetName(sheet.name, name))) throw failure("nameTaken", { sheet: name });

  const folder = workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
  const path = unusedPaths(parts)(`${folder}worksheets/sheet`, ".xml");
  const relationshipId = unusedIds(takenIds(workbook))();
  parts.setText(path, plainSheetXml(workbook.dialect.main, rows));
  editContentTypes(parts, new Set(), [
    { path, contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml" },
  ]);
  const type = `${workbook.dialect.relationships}/worksheet`;
  editRelationships(parts, workbook.path, new Set(), [{ id: relationshipId, type, target: path, external: false }]);

  const standing = workbook.sheets.map(
    (sheet, previousIndex): PlannedSheet => ({ ...sheet, previousIndex, ownNames: null, keepsMark: true }),
  );
  const lastOfUser = workbook.sheets.reduce((last, { mark }, index) => (mark === null ? index : last), -1);
  const sheetId = unusedSheetIds(workbook.sheets.map((sheet) => sheet.sheetId))();
  const added: PlannedSheet = { name, sheetId, relationshipId, previousIndex: null, ownNames: null, keepsMark: false };
  const planned = [...standing.slice(0, lastOfUser + 1), added, ...standing.slice(lastOfUser + 1)];
  parts.setText(workbook.path, workbookText(workbook, planned));
}

function plainSheetXml(namespace: string, rows: readonly (readonly (string | number | null)[])[]): string {
  const columns = columnWidthsFor(rows).map((width, index) => {
    const number = String(index + 1);
    return `<col min="${number}" max="${number}" width="${String(width)}" customWidth="1"/>`;
  });
  const rowsXml = rows.map((cells, row) => {
    const xml = cells.map((value, column) => cellXml(cellAddress(row, column), value)).join("");
    return xml === "" ? "" : `<row r="${String(row + 1)}">${xml}</row>`;
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">` +
    (columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`) +
    `<sheetData>${rowsXml.join("")}</sheetData></worksheet>`
  );
}

function cellXml(address: string, value: string | number | null): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${address}"><v>${String(value)}</v></c>`;
  const text = `<t xml:space="preserve">${escapeCellText(value)}</t>`;
  return `<c r="${address}" t="inlineStr"><is>${text}</is></c>`;
}
