/** The workbook's settings: what is in force, and what saving other ones would change. */
import type { WorkbookHost } from "../hosts/host";
import type { SettingChange } from "../workbook/settings-page";
import { planSettings, type SettingsPlan, type WantedSettings } from "../workbook/settings-changes";
import { acceptChanges, type Accepted, type AcceptOptions, acceptSheet } from "./accept-changes";
import type { Inspection } from "./inspect";
import { type ShownChange, shownChange } from "./repair";

export type { WantedLevel } from "../workbook/settings-levels";
export type { WantedSettings } from "../workbook/settings-changes";

export interface ShownSettingsPlan {
  /** Name of the sheet that would be added, or null. */
  readonly newSheet: string | null;
  /** Every cell that would change, old and new. */
  readonly changes: readonly ShownChange[];
}

/** What saving would change, for the user to look at first. */
export function previewSettings({ grids, workbook }: Inspection, wanted: WantedSettings): ShownSettingsPlan {
  const plan = planSettings(grids, workbook.input, wanted);
  return { newSheet: plan.newSheet?.name ?? null, changes: shown(plan, wanted.decimalMark) };
}

/** Writes them into the sheet Thông tin, or adds that sheet; inspection: what the preview was made from. */
export async function saveSettings(
  host: WorkbookHost,
  { grids, workbook }: Inspection,
  wanted: WantedSettings,
  options: AcceptOptions,
): Promise<Accepted> {
  const plan = planSettings(grids, workbook.input, wanted);
  const changes = shown(plan, wanted.decimalMark);
  return plan.newSheet === null
    ? acceptChanges(host, changes, options)
    : acceptSheet(host, plan.newSheet, changes, options);
}

function shown({ changes }: SettingsPlan, decimalMark: "," | "."): readonly ShownChange[] {
  return changes.map(({ sheet, cell, before, after }: SettingChange) =>
    shownChange({ sheet, cell, before: before?.value ?? null, after }, before, decimalMark),
  );
}
