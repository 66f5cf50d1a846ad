/** A workbook as it was read: what the checks look at. */
import type { AgencyGroup, AgencyScores } from "../scoring/model";
import type { ListedAgency } from "./agency-list";
import type { MatchedAgency, MatchedTable } from "./agency-match";
import type { FindingDraft } from "./finding-list";
import type { PlannedGroup } from "./group-plan";
import type { WorkbookSettings } from "./settings-sheet";

export interface Book {
  /** The agency list, in its order. */
  readonly listed: readonly ListedAgency[];
  /** Agencies that the workbook holds a form of. */
  readonly formAgencies: readonly string[];
  /** The scoring tables with their agencies. */
  readonly tables: readonly MatchedTable[];
  readonly groups: readonly BookGroup[];
  readonly settings: WorkbookSettings;
}

export interface BookGroup {
  readonly planned: PlannedGroup;
  readonly group: AgencyGroup;
  readonly agencies: readonly BookAgency[];
}

export interface BookAgency {
  readonly matched: MatchedAgency;
  readonly scores: AgencyScores;
  /** It has a column of the scores that the index is computed from. */
  readonly hasScores: boolean;
}

/** Says what is wrong in a workbook that was read. Pure: it changes nothing and knows no language. */
export type Check = (book: Book) => readonly FindingDraft[];
