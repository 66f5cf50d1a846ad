import type { Report } from "../../data/pages";
import {
  formatIdentity,
  formatMark,
  identityName,
  leftOverMark,
  markName,
  noIds,
  unfinishedMark,
  unfinishedSheetName,
} from "../../data/own-sheet-mark";
import type { ReportPlan, WrittenSheet } from "../report-plan";
import type { Survey, SurveyedSheet } from "./own-sheet-survey";
import { bytesPerCall, type WriteStep } from "./write-steps";

type Plan = ReportPlan<"stays">;

/** What a structure step learns when it has been sent. */
export interface Structure {
  /** What marks call the workbook by. */
  readonly identity: string;
  /** New sheets by key, their ids loaded. */
  readonly added: Map<string, Excel.Worksheet>;
}

/** Does the plan add, remove, rename or move sheets? */
export function changesStructure(survey: Survey, plan: Plan): boolean {
  return (
    plan.removed.size > 0 ||
    plan.retired.length > 0 ||
    plan.written.some((one) => one.previousIndex === null || isRenamed(survey, one)) ||
    !isInOrder(survey, plan)
  );
}

/**
 * All changes of the workbook's sheets, and its identity where it has none, in an order in which every failure leaves what the next run mends: a new sheet
 * is marked before it gets its name, and a sheet that becomes the user's loses its mark last.
 */
export function structureStep(
  survey: Survey,
  plan: Plan,
  report: Report,
  { identity, added: ids }: Structure,
): WriteStep {
  const added = plan.written.filter(({ previousIndex }) => previousIndex === null);
  const taken = survey.sheets.map(({ name }) => name);
  const unfinished = new Map(added.map(({ sheet }, index) => [sheet.key, unfinishedSheetName(index + 1, taken)]));
  const calls = 6 * (plan.written.length + plan.retired.length) + plan.removed.size;
  return {
    sheet: null,
    bytes: bytesPerCall * calls,
    queue: ({ worksheets, names }) => {
      if (survey.identity === null) names.add(identityName, `=${formatIdentity(identity)}`).visible = false;
      for (const { sheet, mark } of added) {
        const created = worksheets.add(unfinished.get(sheet.key) ?? "");
        const first = unfinishedMark({ ...mark, workbook: identity, ids: noIds });
        created.names.add(markName, `=${formatMark(first)}`).visible = false;
        created.load({ id: true });
        ids.set(sheet.key, created);
      }
      for (const { id } of sheetsAt(survey, [...plan.removed])) worksheets.getItem(id).delete();
      for (const { index, newName } of plan.retired) retire(worksheets, survey.sheets[index], newName, identity);
      for (const one of plan.written) {
        if (isRenamed(survey, one)) previousOf(worksheets, survey, one).name = one.sheet.name;
      }
      for (const { sheet } of added) worksheets.getItem(unfinished.get(sheet.key) ?? "").name = sheet.name;
      if (isInOrder(survey, plan)) return;
      // One after the other to the end: the user's sheets keep their order.
      const last = survey.sheets.length - plan.removed.size + added.length - 1;
      const kept = sheetsAt(survey, plan.kept).map(({ id }) => id);
      for (const key of [...kept, ...report.sheets.map(({ name }) => name)]) worksheets.getItem(key).position = last;
    },
  };
}

function retire(
  worksheets: Excel.WorksheetCollection,
  seen: SurveyedSheet | undefined,
  newName: string,
  identity: string,
): void {
  if (!seen?.mark) return;
  const sheet = worksheets.getItem(seen.id);
  const name = sheet.names.getItem(markName);
  const ids = { ...seen.mark.ids, excel: seen.id };
  name.formula = `=${formatMark(leftOverMark({ ...seen.mark, workbook: identity, ids }))}`;
  sheet.name = newName;
  // What it showed stays as values: what its formulas refer to is written anew.
  const { rows, columns } = seen.mark;
  if (rows > 0 && columns > 0) {
    const cells = sheet.getRangeByIndexes(0, 0, rows, columns).untrack();
    cells.copyFrom(cells, "Values");
  }
  name.delete();
}

function sheetsAt({ sheets }: Survey, indices: readonly number[]): SurveyedSheet[] {
  return indices.flatMap((index) => sheets[index] ?? []);
}

function previousOf(
  worksheets: Excel.WorksheetCollection,
  { sheets }: Survey,
  { previousIndex, sheet }: WrittenSheet<unknown>,
): Excel.Worksheet {
  return worksheets.getItem(sheets[previousIndex ?? -1]?.id ?? sheet.name);
}

function isRenamed({ sheets }: Survey, { previousIndex, sheet }: WrittenSheet<unknown>): boolean {
  return previousIndex !== null && sheets[previousIndex]?.name !== sheet.name;
}

/** Will the user's sheets come first, then own ones that stay, then the report's, without moving any? */
function isInOrder({ sheets }: Survey, plan: Plan): boolean {
  const places = new Map<number, number>();
  plan.kept.forEach((index) => places.set(index, 1));
  plan.written.forEach(({ previousIndex }, at) => {
    if (previousIndex !== null) places.set(previousIndex, 2 + at);
  });
  const standing = sheets.flatMap((_, index) => (plan.removed.has(index) ? [] : [places.get(index) ?? 0]));
  const added = plan.written.flatMap(({ previousIndex }, at) => (previousIndex === null ? [2 + at] : []));
  const all = [...standing, ...added];
  return all.every((place, index) => index === 0 || (all[index - 1] ?? 0) <= place);
}
