import type { Results } from "../scoring/results";
import type { ReportTexts } from "../strings/report.vi";
import type { Ledger } from "./ledger";
import type { ReportInformation } from "./report-information";

/** What every section of the report needs beside its own numbers. */
export interface ReportContext {
  readonly results: Results;
  readonly information: ReportInformation;
  /** Every computed number, and where it stands. */
  readonly ledger: Ledger;
  /** The words of the report. */
  readonly texts: ReportTexts;
}
