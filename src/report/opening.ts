/** The lines that stand at the top of every page of the report. */
import { toNumber } from "../scoring/exact";
import type { Results } from "../scoring/results";
import type { TextBlock } from "../data/blocks";
import type { ReportTexts } from "../strings/report.vi";
import type { ReportContext } from "./report-context";
import { joinedWithAnd } from "./words";

/** SỐ LIỆU TẠM TÍNH with its reasons, where the results are provisional; then whose page this is. */
export function opening(results: Results | null, texts: ReportTexts): readonly TextBlock[] {
  const own: TextBlock = { kind: "note", text: texts.ownSheet };
  if (results?.provisional !== true) return [own];
  return [{ kind: "warning", text: provisionalLine(results, texts) }, own];
}

function provisionalLine(results: Results, texts: ReportTexts): string {
  const selfScored = results.groups.filter(({ group }) => group.selfScored).map(({ group }) => group.captionName);
  return texts.provisional([
    results.missing > 0 ? texts.provisionalMissing(results.missing) : texts.provisionalNoneMissing,
    ...(selfScored.length > 0 ? [texts.provisionalSelfScored(joinedWithAnd(selfScored, texts.and))] : []),
  ]);
}

/** Which rule for "not applicable" and which cap are in force, where they matter for these agencies. */
export function ruleNotes({ results: { groups, settings }, texts }: ReportContext): readonly TextBlock[] {
  const someNotApplicable = groups.some(({ group }) =>
    group.agencies.some((agency) => [...agency.entries.values()].some((entry) => entry.kind === "notApplicable")),
  );
  const notes: string[] = [];
  if (someNotApplicable) notes.push(settings.notApplicableRule === "total" ? texts.ruleTotal : texts.ruleParent);
  if (settings.indexCap !== null) {
    notes.push(texts.cap(String(toNumber(settings.indexCap)).replace(".", settings.decimalMark)));
  }
  return notes.map((text) => ({ kind: "note", text }));
}
