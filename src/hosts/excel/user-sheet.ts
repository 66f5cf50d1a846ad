import { failure, HostError } from "../../data/host-error";
import { unfinishedSheetName } from "../../data/own-sheet-mark";
import { columnWidthsFor } from "../../data/sheet-look";
import { isSheetName, sameSheetName } from "../../data/sheet-name";
import { asText } from "./cell-values";
import { columnPoints } from "./page-steps";
import { seeSheets } from "./standing-sheets";

/** Adds a sheet of the user's after the last one of theirs. It gets its name when it is whole. */
export async function addUserSheet(
  context: Excel.RequestContext,
  name: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  if (!isSheetName(name)) throw new HostError({ code: "badSheetName", place: null, data: { name } });
  const { sheets: standing } = await seeSheets(context);
  if (standing.some((sheet) => sameSheetName(sheet.name, name))) throw failure("nameTaken", { sheet: name });

  const taken = standing.map((sheet) => sheet.name);
  const unfinished = unfinishedSheetName(1, taken);
  const sheet = context.workbook.worksheets.add(unfinished);
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (columns > 0) {
    sheet.getRangeByIndexes(0, 0, rows.length, columns).untrack().values = rows.map((row) =>
      Array.from({ length: columns }, (_, column) => {
        const value = row[column] ?? "";
        return typeof value === "string" ? asText(value) : value;
      }),
    );
  }
  columnWidthsFor(rows).forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).untrack().format.columnWidth = columnPoints(width);
  });
  sheet.position = standing.reduce((last, { mark }, index) => (mark === null ? index : last), -1) + 1;
  sheet.name = name;
  try {
    await context.sync();
  } catch (error) {
    await takeAway(context, unfinished);
    throw error;
  }
}

/** As well as it goes: the failure that led here is what is reported. */
async function takeAway(context: Excel.RequestContext, unfinished: string): Promise<void> {
  try {
    context.workbook.worksheets.getItemOrNullObject(unfinished).delete();
    await context.sync();
  } catch {
    // What stands half then has a name that says so, and is the user's to delete.
  }
}
