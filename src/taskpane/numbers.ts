import type { ShownDifference } from "../app/shown-results";
import type { PaneTexts } from "../strings/pane.vi";

/** A change as the report prints it: "(+) 3,41", "(-) 1,99", "0". */
export function changeText({ value, text }: ShownDifference, { results }: PaneTexts): string {
  if (value === 0) return "0";
  return value > 0 ? results.higher(text) : results.lower(text);
}
