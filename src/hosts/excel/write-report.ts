import type { Report, ReportSheet } from "../../data/pages";
import { failure } from "../../data/host-error";
import type { WriteOptions } from "../host";
import { formatMark, identityName, markName, type SheetMark, unfinishedMark } from "../../data/own-sheet-mark";
import { newIdentity } from "../own-sheets";
import { planReport, type WrittenSheet } from "../report-plan";
import { cellSteps } from "./cell-steps";
import { chartSteps } from "./chart-steps";
import { surveyQuestions, surveySheets, type Survey, type SurveyedSheet } from "./own-sheet-survey";
import { pageSteps } from "./page-steps";
import type { SeenWorkbook } from "./standing-sheets";
import { changesStructure, structureStep, type Structure } from "./structure-step";
import { bytesPerCall, sendSteps, type WriteRequest, type WriteStep } from "./write-steps";

/**
 * Writes a report: one round trip to see what stands, one to add, remove and move sheets where that is needed (their
 * marks need the ids that Excel then gives them), one to write, and one more for every 5 MB. Only sheets of ours are
 * written to. seen: what the last reading saw; it spares two round trips.
 */
export async function writeReport(
  context: Excel.RequestContext,
  report: Report,
  options: WriteOptions,
  seen: SeenWorkbook | null,
): Promise<void> {
  const survey = await surveySheets(context, report, seen);
  const plan = planReport(survey.sheets, report, options.otherOwnSheets ?? "remove", surveyQuestions(survey));
  if (survey.structureIsProtected && changesStructure(survey, plan)) throw failure("workbookProtected");
  const touched = [
    ...plan.written.map(({ previousIndex }) => previousIndex),
    ...plan.retired.map(({ index }) => index),
  ];
  const locked = touched.map((index) => survey.sheets[index ?? -1]).find((sheet) => sheet?.own?.protected === true);
  if (locked) throw failure("sheetProtected", { sheet: locked.name });

  const structure: Structure = {
    identity: survey.identity ?? newIdentity(report.identity, survey.seenIdentities),
    added: new Map(),
  };
  if (survey.identity === null || changesStructure(survey, plan)) {
    await sendSteps(context, [structureStep(survey, plan, report, structure)], () => undefined);
  }
  const steps = [
    ...hideStep(survey),
    ...plan.written.flatMap((written) => sheetSteps(survey, structure, written)),
    ...showStep(survey, plan.written, options.show),
  ];
  const progress = options.onProgress ?? ((): void => undefined);
  progress(0, report.sheets.length);
  await sendSteps(context, steps, (left) => {
    const unfinished = new Set(left.flatMap(({ sheet }) => sheet ?? []));
    progress(report.sheets.filter(({ name }) => !unfinished.has(name)).length, report.sheets.length);
  });
}

/** The workbook's identity is hidden where a failure came between its being added and hidden. */
function hideStep({ identityIsVisible }: Survey): WriteStep[] {
  if (!identityIsVisible) return [];
  const hide = ({ names }: WriteRequest): void => {
    names.getItem(identityName).visible = false;
  };
  return [{ sheet: null, bytes: bytesPerCall * 2, queue: hide }];
}

function sheetSteps(
  survey: Survey,
  { identity, added }: Structure,
  { sheet, mark: plain, previousIndex }: WrittenSheet<unknown>,
): WriteStep[] {
  const previous = previousIndex === null ? undefined : survey.sheets[previousIndex];
  const excel = previous?.id ?? added.get(sheet.key)?.id ?? "";
  const mark = { ...plain, workbook: identity, ids: { file: previous?.mark?.ids.file ?? "", excel } };
  return [
    ...(previous?.mark ? [clearStep(sheet.name, previous, previous.mark, mark)] : []),
    ...cellSteps(sheet),
    ...pageSteps(sheet),
    ...tabStep(survey, sheet, previous),
    ...chartSteps(sheet),
    markStep(sheet.name, mark),
  ];
}

/** While a sheet is written anew its mark covers what was and what comes: a failure leaves no cell that looks like the user's. */
function clearStep(name: string, { own }: SurveyedSheet, old: SheetMark, next: SheetMark): WriteStep {
  const chartNames = own?.chartNames ?? [];
  return {
    sheet: name,
    bytes: bytesPerCall * (8 + 2 * chartNames.length),
    queue: (request) => {
      const sheet = request.sheet(name);
      const rows = Math.max(old.rows, next.rows);
      const columns = Math.max(old.columns, next.columns);
      sheet.names.getItem(markName).formula = `=${formatMark(unfinishedMark({ ...next, rows, columns }))}`;
      for (const chartName of chartNames) sheet.charts.getItem(chartName).delete();
      if (old.rows === 0 || old.columns === 0) return;
      const cells = sheet.getRangeByIndexes(0, 0, old.rows, old.columns).untrack();
      cells.unmerge();
      cells.clear();
    },
  };
}

function markStep(name: string, mark: SheetMark): WriteStep {
  return {
    sheet: name,
    bytes: bytesPerCall * 3,
    queue: (request) => {
      request.sheet(name).names.getItem(markName).formula = `=${formatMark(mark)}`;
    },
  };
}

/** A protected structure covers tabs: they stay as they are then. */
function tabStep(survey: Survey, { name, tabColor }: ReportSheet, previous: SurveyedSheet | undefined): WriteStep[] {
  if (survey.structureIsProtected || previous?.tabColor.toUpperCase() === tabColor.toUpperCase()) return [];
  return [
    {
      sheet: name,
      bytes: bytesPerCall,
      queue: (request) => {
        request.sheet(name).tabColor = tabColor;
      },
    },
  ];
}

function showStep(survey: Survey, written: readonly WrittenSheet<unknown>[], key: string | undefined): WriteStep[] {
  const shown = written.find(({ sheet }) => sheet.key === key);
  if (!shown) return [];
  const isHidden = survey.sheets[shown.previousIndex ?? -1]?.visible === false;
  if (isHidden && survey.structureIsProtected) return [];
  const { name } = shown.sheet;
  return [
    {
      sheet: name,
      bytes: bytesPerCall * 2,
      queue: (request) => {
        const sheet = request.sheet(name);
        if (isHidden) sheet.visibility = "Visible";
        sheet.activate();
      },
    },
  ];
}
