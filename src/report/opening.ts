/** The lines that stand at the top of every report sheet. */
import { toNumber } from "../scoring/exact";
import type { Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { computed, formats, text } from "../layout/formats";
import type { SheetBuilder } from "../layout/sheet-builder";
import { joinedWithAnd } from "./words";

/** Line 1: empty, or "Điểm đã thay đổi sau lần tính này…", by a formula. */
export function addStaleLine(sheet: SheetBuilder, staleFormula: string): void {
  sheet.line(computed(staleFormula, "", formats.stale));
}

/** SỐ LIỆU TẠM TÍNH with its reasons, where the results are provisional; then whose sheet this is. */
export function addOpening(sheet: SheetBuilder, results: Results | null): void {
  if (results?.provisional === true) sheet.line(text(provisionalLine(results), formats.provisional));
  sheet.line(text(texts.ownSheet, formats.note));
}

function provisionalLine(results: Results): string {
  const selfScored = results.groups.filter(({ group }) => group.selfScored).map(({ group }) => group.captionName);
  return texts.provisional([
    results.missing > 0 ? texts.provisionalMissing(results.missing) : texts.provisionalNoneMissing,
    ...(selfScored.length > 0 ? [texts.provisionalSelfScored(joinedWithAnd(selfScored))] : []),
  ]);
}

/** Which rule for "not applicable" and which cap are in force, where they matter for these agencies. */
export function ruleNotes(results: Results): readonly string[] {
  const { settings } = results;
  const someNotApplicable = results.groups.some(({ group }) =>
    group.agencies.some((agency) => [...agency.entries.values()].some((entry) => entry.kind === "notApplicable")),
  );
  const notes: string[] = [];
  if (someNotApplicable) notes.push(settings.notApplicableRule === "total" ? texts.ruleTotal : texts.ruleParent);
  if (settings.indexCap !== null) {
    notes.push(texts.cap(String(toNumber(settings.indexCap)).replace(".", settings.decimalMark)));
  }
  return notes;
}
