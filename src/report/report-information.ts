import type { WatchedSetting } from "../workbook/watched-settings";

/** What the workbook says about itself beyond scores (sheet Thông tin). */
export interface ReportInformation {
  /** The year of "last year", where it is known. */
  readonly lastYear: number | null;
  /** "45/63", or null. */
  readonly nationalRank: string | null;
  readonly nationalRankLastYear: string | null;
  /** The cells that the settings were read from. */
  readonly watched: readonly WatchedSetting[];
  /** Of all that the report is made from: the report is current as long as the workbook has the same. */
  readonly fingerprint: string;
}
