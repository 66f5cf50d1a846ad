import type { Results } from "../scoring/results";
import type { ReportTexts } from "../strings/report.vi";
import type { WatchedSetting } from "../workbook/watched-settings";
import type { Ledger } from "./ledger";

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

/** What every section of the report needs beside its own numbers. */
export interface ReportContext {
  readonly results: Results;
  readonly information: ReportInformation;
  /** Every computed number, and where it stands. */
  readonly ledger: Ledger;
  /** The words of the report. */
  readonly texts: ReportTexts;
}
