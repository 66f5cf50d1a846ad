/** The tabs of the pane, in order: one entry each. Their words stand under the same key in strings/pane. */
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import type { ComponentType } from "react";
import type { PaneTexts } from "../strings/pane.vi";
import { countBySeverity } from "./filter-findings";
import { type Loadable, lazyPart } from "./lazy-part";
import { OverviewTab } from "./overview-tab";
import type { PaneState, Tab } from "./state";

export interface TabBadge {
  readonly count: number;
  /** What is counted. */
  readonly words: string;
}

export interface PaneTab {
  readonly key: Tab;
  /** What the tab shows; all but the first come after the pane stands on the screen. */
  readonly view: ComponentType & Partial<Loadable>;
  /** A number beside the words; null where there is nothing to count. */
  readonly badge?: (state: PaneState, texts: PaneTexts) => TabBadge | null;
  /** Shown alone, at the end: with every word the tabs would need two lines in a pane 320 pixels wide. */
  readonly icon?: typeof SettingsRegular;
}

export const paneTabs: readonly PaneTab[] = [
  { key: "overview", view: OverviewTab },
  {
    key: "findings",
    view: lazyPart(
      () => import("./findings-tab"),
      ({ FindingsTab }) => FindingsTab,
    ),
    badge: errorBadge,
  },
  {
    key: "results",
    view: lazyPart(
      () => import("./results-tab"),
      ({ ResultsTab }) => ResultsTab,
    ),
  },
  {
    key: "settings",
    view: lazyPart(
      () => import("./settings-tab"),
      ({ SettingsTab }) => SettingsTab,
    ),
    icon: SettingsRegular,
  },
];

export function tabOf(key: Tab): PaneTab {
  const tab = paneTabs.find((one) => one.key === key);
  if (tab === undefined) throw new Error(`no tab ${key}`);
  return tab;
}

function errorBadge({ inspection }: PaneState, texts: PaneTexts): TabBadge | null {
  const { error } = countBySeverity(inspection?.findings ?? []);
  return error === 0 ? null : { count: error, words: texts.findings.severities.error };
}
