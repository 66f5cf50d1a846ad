import type { PageRole, ReportBlock } from "../data/blocks";
import type { ReportContext } from "./report-context";

/** One page of the report that a user can choose or leave out. */
export interface Section {
  /** Stable over runs: what the sheet's mark says. */
  readonly key: string;
  /** The sheet name that it wants, "BC IV.2". */
  readonly name: string;
  /** The group or the area that it is about; null where the name says it. */
  readonly about: string | null;
  readonly role: PageRole;
  /** Of the official report: written where nobody chooses otherwise. */
  readonly official: boolean;
  /** False where these results have not what it needs. */
  readonly available: boolean;
  /** What stands on it, below the lines that every page begins with. */
  readonly blocks: (context: ReportContext) => readonly ReportBlock[];
}
