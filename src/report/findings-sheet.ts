/** Kiểm tra số liệu: what the checks found, with a link to every cell. */
import type { Results } from "../scoring/results";
import { reportTexts as texts } from "../strings/report.vi";
import { type ChangeRecord, recordColumns } from "../workbook/change-record";
import type { Finding, Severity } from "../workbook/finding";
import { constant, formats, text } from "../layout/formats";
import { addOpening, addStaleLine } from "./opening";
import type { CellFormat, ReportCell, ReportSheet } from "../data/pages";
import { type SheetBuilder, startSheet } from "../layout/sheet-builder";

const severityFormats: Readonly<Record<Severity, CellFormat>> = {
  error: formats.severityError,
  warning: formats.severityWarning,
  info: formats.severityInfo,
};

/** results and staleFormula are null where errors stopped the calculation. record: changes that the user accepted. */
export function buildFindingsSheet(
  key: string,
  name: string,
  findings: readonly Finding[],
  results: Results | null,
  staleFormula: string | null,
  record: readonly ChangeRecord[] = [],
): ReportSheet {
  const sheet = startSheet(name, [6, 12, 22, 8, 30, 10, 70, 14], "landscape");
  if (staleFormula !== null) addStaleLine(sheet, staleFormula);
  const howMany = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  // Where errors stopped the calculation the first line says what to do (repair, or a provisional calculation).
  if (results === null && howMany("error") > 0) sheet.line(text(texts.findings.blocked, formats.provisional));
  addOpening(sheet, results);
  sheet.line(text(texts.findings.title, formats.chapter));
  sheet.line(text(texts.findings.summary(howMany("error"), howMany("warning"), howMany("info")), formats.paragraph));
  sheet.blank();
  if (findings.length === 0) sheet.line(text(texts.findings.none, formats.paragraph));
  const headingRow =
    findings.length === 0
      ? null
      : sheet.table([
          texts.findings.headings.map((heading) => text(heading, formats.heading)),
          ...findings.map((finding, at) => findingCells(finding, at + 1)),
        ]);
  if (record.length > 0) addRecord(sheet, record);
  return sheet.finish({
    key,
    freeze: { rows: headingRow === null ? 0 : headingRow + 1, columns: 0 },
    repeatRows: headingRow === null ? null : [headingRow, headingRow],
    repeatColumns: null,
    tabColor: howMany("error") > 0 ? "#B42318" : "#9A6700",
  });
}

/** readChangeRecord reads it back: title, one row of headings, one numbered row per change. */
function addRecord(sheet: SheetBuilder, record: readonly ChangeRecord[]): void {
  sheet.blank();
  sheet.line(text(texts.findings.record.explanation, formats.note));
  sheet.line(text(texts.findings.record.title, formats.section));
  const firstRow = sheet.nextRow();
  // The new value goes over two columns: the first is too narrow for the words of a setting.
  const merges = [null, ...record].map((_, at) => ({
    row: firstRow + at,
    column: recordColumns.after,
    rows: 1,
    columns: 2,
  }));
  const covered = text("", formats.name);
  sheet.table(
    [
      [...texts.findings.record.headings.map((heading) => text(heading, formats.heading)), text("", formats.heading)],
      ...record.map((change, at) => [...recordCells(change, at + 1), covered]),
    ],
    merges,
  );
}

function recordCells({ time, sheet, cell, before, after }: ChangeRecord, order: number): readonly ReportCell[] {
  return [
    constant(order, formats.number),
    text(time, formats.number),
    text(sheet, formats.name),
    // No link: the sheet may have another name by now, or be gone.
    text(cell, formats.number),
    text(before, formats.name),
    text(after, formats.name),
  ];
}

function findingCells(finding: Finding, order: number): readonly ReportCell[] {
  return [
    constant(order, formats.number),
    text(texts.findings.severities[finding.severity], severityFormats[finding.severity]),
    text(finding.sheet, formats.name),
    finding.cell === null
      ? text("", formats.number)
      : { ...text(finding.cell, formats.link), link: { sheet: finding.sheet, cell: finding.cell } },
    text(finding.agency ?? "", formats.name),
    text(finding.criterion ?? "", formats.number),
    text(finding.message, formats.name),
    typeof finding.repair === "number"
      ? constant(finding.repair, formats.number)
      : text(finding.repair ?? "", formats.number),
  ];
}
