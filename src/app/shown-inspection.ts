/** What the pane shows of a workbook that was read: plain data, since it may come from another thread. */
import type { Finding } from "../data/finding";
import type { SheetSummary } from "../data/sheet-summary";
import { format } from "../scoring/exact";
import type { AgencyGroup, Settings } from "../scoring/model";
import { areaScoreDecimals } from "../scoring/results";
import { fullMaximum } from "../scoring/amounts";
import { nameOfArea } from "../strings/area-name";
import { currentSettings, type WantedSettings } from "../workbook/settings-changes";
import { type Inspection, resultsOf } from "./inspect";
import { hasScores, isBlocked } from "./readiness";
import { repairOf, type ShownChange } from "./repair";
import { type ReportSection, sectionsOf } from "./sections";
import { type ShownResults, showResults } from "./shown-results";

export interface ShownInspection extends Pick<Inspection, "fingerprint" | "report"> {
  readonly province: string | null;
  readonly year: number | null;
  readonly decimalMark: "," | ".";
  /** Errors stand in the way of the official result. */
  readonly isBlocked: boolean;
  /** False where there is no table to compute anything from. */
  readonly hasScores: boolean;
  readonly groups: readonly ShownGroup[];
  readonly sheets: readonly SheetSummary[];
  readonly findings: readonly Finding[];
  /** One for each finding: the change that mends it, or null where there is none that is safe. */
  readonly repairs: readonly (ShownChange | null)[];
  readonly sections: readonly ReportSection[];
  readonly settings: WantedSettings;
  /** What the report in the workbook says, where it is current: it may come from another place than the pane. */
  readonly reported: ShownResults | null;
}

export interface ShownGroup {
  readonly name: string;
  readonly sheet: string;
  readonly selfScored: boolean;
  /** points: what can be reached, as printed. */
  readonly areas: readonly { readonly id: number; readonly title: string; readonly points: string }[];
  readonly agencies: readonly string[];
}

export function showInspection(inspection: Inspection): ShownInspection {
  const { grids, workbook, fingerprint, report } = inspection;
  const { settings, year, groups } = workbook.input;
  const results = report === "current" ? resultsOf(inspection) : null;
  return {
    fingerprint,
    report,
    province: workbook.information.province,
    year,
    decimalMark: settings.decimalMark,
    isBlocked: isBlocked(workbook),
    hasScores: hasScores(workbook),
    groups: groups.map((group) => showGroup(group, settings)),
    sheets: workbook.sheets,
    findings: workbook.findings,
    repairs: workbook.findings.map((finding) => repairOf(finding, grids, settings.decimalMark)),
    sections: sectionsOf(inspection),
    settings: currentSettings(grids, workbook.input),
    reported: results === null ? null : showResults(results),
  };
}

function showGroup(group: AgencyGroup, { rounding, decimalMark }: Settings): ShownGroup {
  return {
    name: group.name,
    sheet: group.sheet,
    selfScored: group.selfScored,
    areas: group.areas.map((area) => ({
      id: area.id,
      title: `${area.code}. ${nameOfArea(area)}`,
      points: format(fullMaximum(area), areaScoreDecimals, rounding, decimalMark),
    })),
    agencies: group.agencies.map(({ name }) => name),
  };
}
