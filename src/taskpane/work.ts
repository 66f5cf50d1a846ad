import type { PaneTexts } from "../strings/pane.vi";
import type { PaneEnvironment } from "./environment";
import type { Reading } from "./reading";
import type { Store } from "./store";

/** What everything that works on the workbook works with. */
export interface Work extends Pick<PaneEnvironment, "service" | "language" | "now"> {
  readonly texts: PaneTexts;
  readonly store: Store;
  readonly reading: Reading;
}
