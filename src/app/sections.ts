import { availableSections, wantedSections, type WantedSections } from "../report/sections";
import { type Inspection, resultsOf } from "./inspect";

/** A report sheet that a user can choose. */
export interface ReportSection {
  /** For RunOptions.sections. */
  readonly key: string;
  /** Its sheet name, "BC IV.2". */
  readonly name: string;
  /** The group or the area that it is about; null where the name says it. */
  readonly about: string | null;
  /** Written where nobody chooses: official, or named by Trang báo cáo. */
  readonly byDefault: boolean;
}

export function sectionsOf(inspection: Inspection): readonly ReportSection[] {
  const results = resultsOf(inspection);
  if (results === null) return [];
  const { keys } = wantedSections(inspection.workbook.information.reportSections ?? "official", results);
  return availableSections(results).map(({ key, name, about }) => ({ key, name, about, byDefault: keys.has(key) }));
}

/**
 * The sections that --with or Trang báo cáo names: "all", "official", or sheet names joined by ";". null where nothing
 * can be computed, and so no name be known.
 */
export function chosenSections(inspection: Inspection, wanted: string): WantedSections | null {
  const results = resultsOf(inspection);
  return results === null ? null : wantedSections(wanted, results);
}
