import type { Results } from "../scoring/results";
import type { GroupAddresses } from "./calculation-sheet";
import type { ReportInformation } from "./report-information";

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
