import { areasByNumber } from "../report/area-sheet";
import { reportSections } from "../report/build-report";
import { type Inspection, resultsOf } from "./inspect";

/** A report sheet that a user can choose. */
export interface ReportSection {
  /** For RunOptions.sections. */
  readonly key: string;
  /** Its sheet name, "BC IV.2". */
  readonly name: string;
  /** The group or the area that it is about; null where the name says it. */
  readonly about: string | null;
}

export function sectionsOf(inspection: Inspection): readonly ReportSection[] {
  const results = resultsOf(inspection);
  if (results === null) return [];
  const groups = results.groups.map(({ group }, at) => [`III.${String(at + 1)}`, group.name] as const);
  const areas = [...areasByNumber(results)].map(
    ([number, [first]]) => [`IV.${String(number)}`, first?.area.name ?? null] as const,
  );
  const about = new Map<string, string | null>([...groups, ...areas]);
  return reportSections(results).map(({ key, name }) => ({ key, name, about: about.get(key) ?? null }));
}
