import type { Finding, Severity } from "../data/finding";
import type { SaidFinding } from "../strings/finding-sentence";
import { foldDiacritics, normalise } from "../workbook/text";
import type { FindingFilter } from "./state";

/** The findings of one severity (or all) whose place, agency, criterion or sentence holds the text, accents aside. */
export function filterFindings(
  findings: readonly SaidFinding[],
  { severity, text }: FindingFilter,
): readonly SaidFinding[] {
  const wanted = folded(text);
  return findings.filter(
    (finding) =>
      (severity === "all" || finding.severity === severity) &&
      (wanted === "" ||
        [finding.agency, finding.criterion, finding.sheet, finding.cell, finding.message].some(
          (part) => part !== null && folded(part).includes(wanted),
        )),
  );
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** For finding a text by a part of it, accents and case aside. */
export function folded(text: string): string {
  return foldDiacritics(normalise(text));
}
