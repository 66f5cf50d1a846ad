import { extentOf, type Report } from "../../data/pages";
import { isGone } from "./excel-errors";
import { areOwnCharts } from "../../data/own-charts";
import { isUnfinished, type SheetMark } from "../../data/own-sheet-mark";
import type { Extent, OwnSheetQuestions } from "../report-plan";
import { loadedMark, markFormulaOf, seeSheets, type SeenWorkbook } from "./standing-sheets";

const lastRow = 1048576;
const lastColumn = 16384;

/** The workbook just before a report is written. */
export interface Survey {
  readonly sheets: readonly SurveyedSheet[];
  /** What marks call the workbook by; null where nothing was written yet. */
  readonly identity: string | null;
  /** What marks on its sheets call their workbook by, whether they count or not. */
  readonly seenIdentities: readonly (string | null)[];
  readonly identityIsVisible: boolean;
  readonly structureIsProtected: boolean;
}

export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** "#RRGGBB" or "" */
  readonly tabColor: string;
  readonly mark: SheetMark | null;
  /** null for a sheet of the user's. */
  readonly own: OwnSheetState | null;
}

export interface OwnSheetState {
  readonly protected: boolean;
  readonly chartNames: readonly string[];
  /** Charts, shapes, pictures or tables of the user's. */
  readonly holdsForeignObjects: boolean;
  /** Filled cells outside the program's extent. */
  readonly holdsOtherCells: boolean;
  /** Filled cells outside the program's present extent, but inside the one to come. */
  readonly nextCoversOtherCells: boolean;
}

/**
 * One round trip where the sheets that the last reading saw still stand, otherwise two more.
 * seen: what the last reading saw, or null.
 */
export async function surveySheets(
  context: Excel.RequestContext,
  report: Report,
  seen: SeenWorkbook | null,
): Promise<Survey> {
  const known = seen ?? (await seeSheets(context));
  const survey = await surveyKnown(context, report, known);
  if (survey !== null) return survey;
  // Somebody deleted or re-marked one of our sheets in between: once more from the beginning.
  const again = await surveyKnown(context, report, await seeSheets(context));
  const { identity, seenIdentities, identityIsVisible } = known;
  return again ?? { sheets: [], identity, seenIdentities, identityIsVisible, structureIsProtected: false };
}

async function surveyKnown(context: Excel.RequestContext, report: Report, known: SeenWorkbook): Promise<Survey | null> {
  const { workbook } = context;
  workbook.worksheets.load({ id: true, name: true, visibility: true, tabColor: true });
  workbook.protection.load({ protected: true });
  const asked = known.sheets.flatMap(({ id, mark, markFormula }) =>
    mark === null ? [] : [{ id, mark, markFormula, answers: askAbout(workbook, id, mark, report) }],
  );
  if (!(await answered(context))) return null;

  const changed = asked.some(
    ({ markFormula, answers: { sheet, name } }) => sheet.isNullObject || markFormulaOf(name) !== markFormula,
  );
  if (changed) return null;
  const sheets = workbook.worksheets.items.map((sheet): SurveyedSheet => {
    const own = asked.find(({ id }) => id === sheet.id);
    return {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === Excel.SheetVisibility.visible,
      tabColor: sheet.tabColor,
      // A sheet that came since the last reading is the user's, even if it is a copy of ours.
      mark: own?.mark ?? null,
      own: own ? stateOf(own.mark, own.answers) : null,
    };
  });
  const { identity, seenIdentities, identityIsVisible } = known;
  return { sheets, identity, seenIdentities, identityIsVisible, structureIsProtected: workbook.protection.protected };
}

/** false where one of the sheets is gone. */
async function answered(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

interface Answers {
  readonly sheet: Excel.Worksheet;
  readonly name: Excel.NamedItem;
  readonly tables: OfficeExtension.ClientResult<number>;
  readonly others: readonly Excel.Range[];
  readonly covered: readonly Excel.Range[];
}

function askAbout(workbook: Excel.Workbook, id: string, mark: SheetMark, report: Report): Answers {
  const sheet = workbook.worksheets.getItemOrNullObject(id);
  sheet.load({ name: true });
  sheet.protection.load({ protected: true });
  sheet.charts.load({ name: true });
  sheet.shapes.load({ name: true });
  const tables = sheet.tables.getCount();
  const name = loadedMark(sheet);
  const filled = (outside: Extent): Excel.Range[] =>
    stripsOutside(mark, outside).map(([row, column, rows, columns]) => {
      const used = sheet
        .getRangeByIndexes(row, column, rows, columns)
        .untrack()
        .getUsedRangeOrNullObject(true)
        .untrack();
      used.load({ address: true });
      return used;
    });
  const next = report.sheets.find(({ key }) => key === mark.key);
  return {
    sheet,
    name,
    tables,
    others: filled({ rows: lastRow, columns: lastColumn }),
    covered: next ? filled(extentOf(next)) : [],
  };
}

/** What of `outer` lies below and right of `inner`, as row, column, rows, columns. */
function stripsOutside(inner: Extent, outer: Extent): readonly (readonly [number, number, number, number])[] {
  const strips = [
    [inner.rows, 0, outer.rows - inner.rows, outer.columns],
    [0, inner.columns, Math.min(inner.rows, outer.rows), outer.columns - inner.columns],
  ] as const;
  return strips.filter(([, , rows, columns]) => rows > 0 && columns > 0);
}

function stateOf(mark: SheetMark, { sheet, tables, others, covered }: Answers): OwnSheetState {
  const chartNames = sheet.charts.items.map(({ name }) => name);
  const chartsAreOurs = isUnfinished(mark) || areOwnCharts(chartNames, mark.key);
  // A chart is among the shapes on some builds.
  const shapes = sheet.shapes.items.filter(({ name }) => !chartNames.includes(name));
  return {
    protected: sheet.protection.protected,
    chartNames,
    holdsForeignObjects: !chartsAreOurs || shapes.length > 0 || tables.value > 0,
    holdsOtherCells: others.some((range) => !range.isNullObject),
    nextCoversOtherCells: covered.some((range) => !range.isNullObject),
  };
}

/** In Excel what stands outside our extent stays by itself: there is nothing to carry. */
export function surveyQuestions({ sheets }: Survey): OwnSheetQuestions<"stays"> {
  return {
    carriedContent(index) {
      const own = sheets[index]?.own;
      return own && (own.nextCoversOtherCells || own.holdsForeignObjects) ? null : "stays";
    },
    holdsUserContent(index) {
      const own = sheets[index]?.own;
      return own !== null && own !== undefined && (own.holdsOtherCells || own.holdsForeignObjects);
    },
  };
}
