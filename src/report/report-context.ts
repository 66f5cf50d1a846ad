import type { Results } from "../scoring/results";
import type { Ledger } from "./ledger";
import type { ReportInformation } from "./report-information";

/** What every section of the report needs beside its own numbers. */
export interface ReportContext {
  readonly results: Results;
  readonly information: ReportInformation;
  /** Every computed number, and where it stands. */
  readonly ledger: Ledger;
  readonly staleFormula: string;
  /** Counts the charts through the whole report, from 1. */
  readonly nextChartNumber: () => number;
}
