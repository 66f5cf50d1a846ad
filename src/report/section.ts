import type { ReportSheet } from "../data/pages";
import type { ReportContext } from "./report-context";

/** One sheet of the report that a user can choose or leave out. */
export interface Section {
  /** Stable over runs: what the sheet's mark says. */
  readonly key: string;
  /** The sheet name that it wants, "BC IV.2". */
  readonly name: string;
  /** The group or the area that it is about; null where the name says it. */
  readonly about: string | null;
  /** Of the official report: written where nobody chooses otherwise. */
  readonly official: boolean;
  /** False where these results have not what it needs. */
  readonly available: boolean;
  /** name: of its sheet, final. */
  readonly build: (name: string, context: ReportContext) => ReportSheet;
}
