/** Kiểm tra số liệu: what the checks found, with a link to every cell. */
import type { Formula, ReportPage, TableBlock, TableRow } from "../data/blocks";
import type { Results } from "../scoring/results";
import type { ReportTexts } from "../strings/report.vi";
import { type ChangeRecord, recordSheetKey } from "../workbook/change-record";
import type { Severity } from "../data/finding";
import type { SaidFinding } from "../strings/finding-sentence";
import { opening } from "./opening";

export interface FindingsInput {
  readonly findings: readonly SaidFinding[];
  /** Changes that the user accepted. */
  readonly record: readonly ChangeRecord[];
  /** null where errors stopped the calculation. */
  readonly results: Results | null;
  readonly staleLine: Formula | null;
}

export function findingsPage(
  name: string,
  { findings, record, results, staleLine }: FindingsInput,
  texts: ReportTexts,
): ReportPage {
  const howMany = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [howMany("error"), howMany("warning"), howMany("info")];
  return {
    key: recordSheetKey,
    name,
    role: errors > 0 ? "errors" : "remarks",
    staleLine,
    blocks: [
      // Where errors stopped the calculation the first line says what to do (repair, or a provisional calculation).
      ...(results === null && errors > 0 ? [{ kind: "warning" as const, text: texts.findings.blocked }] : []),
      ...opening(results, texts),
      { kind: "heading", level: "chapter", text: texts.findings.title },
      { kind: "paragraph", text: texts.findings.summary(errors, warnings, infos) },
      findingsTable(findings, texts),
      ...(record.length === 0
        ? []
        : [
            { kind: "note" as const, text: texts.findings.record.explanation },
            { kind: "heading" as const, level: "section" as const, text: texts.findings.record.title },
            recordTable(record, texts),
          ]),
    ],
  };
}

function findingsTable(findings: readonly SaidFinding[], { findings: texts }: ReportTexts): TableBlock {
  const { headings } = texts;
  return {
    kind: "table",
    id: "findings",
    headings: "inSight",
    columns: [
      { key: "order", kind: "order", heading: headings.order },
      { key: "severity", kind: "severity", heading: headings.severity },
      { key: "sheet", kind: "sheet", heading: headings.sheet },
      { key: "cell", kind: "cell", heading: headings.cell },
      { key: "agency", kind: "agency", heading: headings.agency },
      { key: "criterion", kind: "code", heading: headings.criterion },
      { key: "message", kind: "message", heading: headings.message },
      { key: "repair", kind: "suggestion", heading: headings.repair },
    ],
    rows: findings.map((finding, at) => findingRow(finding, at + 1, texts.severities)),
    whenEmpty: texts.none,
  };
}

function findingRow(finding: SaidFinding, order: number, severities: Readonly<Record<Severity, string>>): TableRow {
  const { sheet, cell, severity } = finding;
  return {
    kind: "body",
    cells: [
      { value: order },
      { value: severities[severity], tone: severity },
      { value: sheet },
      cell === null ? { value: "" } : { value: cell, link: { sheet, cell } },
      { value: finding.agency ?? "" },
      { value: finding.criterion ?? "" },
      { value: finding.message },
      { value: finding.repair ?? "" },
    ],
  };
}

/** readChangeRecord reads it back: title, one row of headings, one numbered row per change. */
function recordTable(record: readonly ChangeRecord[], { findings }: ReportTexts): TableBlock {
  const { headings } = findings.record;
  return {
    kind: "table",
    id: "changes",
    underHeading: true,
    columns: [
      { key: "order", kind: "order", heading: headings.order },
      { key: "time", kind: "time", heading: headings.time },
      { key: "sheet", kind: "sheet", heading: headings.sheet },
      { key: "cell", kind: "cell", heading: headings.cell },
      { key: "before", kind: "oldValue", heading: headings.before },
      { key: "after", kind: "newValue", heading: headings.after },
    ],
    rows: record.map(({ time, sheet, cell, before, after }, at) => ({
      kind: "body",
      // No link: the sheet may have another name by now, or be gone.
      cells: [{ value: at + 1 }, ...[time, sheet, cell, before, after].map((value) => ({ value }))],
    })),
  };
}
