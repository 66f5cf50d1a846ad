import type { ReactElement } from "react";
import type { PaneTexts } from "../strings/pane.vi";
import { HiddenText } from "./hidden-text";
import { usePane } from "./pane-context";
import type { PaneState } from "./state";

/** Says aloud what goes on and how it ended; stands from the beginning, or screen readers would miss the first text. */
export function LiveRegion(): ReactElement {
  const { state, texts, environment } = usePane();
  return (
    <div role="status" aria-live="polite">
      <HiddenText>{announcementOf(state, environment.service.stopsAnytime, texts)}</HiddenText>
    </div>
  );
}

/** One sentence per step: every written sheet would be too many. */
function announcementOf({ activity, notice, readFailure }: PaneState, stopsAnytime: boolean, texts: PaneTexts): string {
  if (activity === null) return notice?.text ?? readFailure ?? "";
  const { steps } = texts;
  if (activity.isCancelling) return steps.cancelling;
  switch (activity.kind) {
    case "writeFindings":
      return steps.writingFindings;
    case "repair":
      return steps.repairing;
    case "saveSettings":
      return steps.saving;
    case "read":
    case "calculate":
      if (activity.progress.step !== "writing") return steps[activity.progress.step];
      return (stopsAnytime ? steps.writingStarts : steps.writingForGood)(activity.progress.all);
  }
}
