import type { Results } from "../scoring/results";
import type { WatchedSetting } from "../workbook/watched-settings";
import type { GroupAddresses } from "./calculation-sheet";

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
  /** Final name of BC Tính toán. */
  readonly calculationName: string;
  /** Per group, as in results.groups. */
  readonly addresses: readonly GroupAddresses[];
  readonly staleFormula: string;
  /** Counts the charts through the whole report, from 1. */
  readonly nextChartNumber: () => number;
}
