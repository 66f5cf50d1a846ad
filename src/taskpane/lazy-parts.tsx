/** Parts of the page that are loaded when they are first shown (see later.ts). */
import { type ComponentType, lazy, type ReactElement, Suspense } from "react";
import { later } from "./later";

function lazyPart<Props extends object>(
  load: () => Promise<(props: Props) => ReactElement | null>,
): (props: Props) => ReactElement {
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return function LazyPart(props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

export const FindingsTab = lazyPart(async () => (await later.findingsTab()).FindingsTab);
export const ResultsTab = lazyPart(async () => (await later.resultsTab()).ResultsTab);
export const ReportSections = lazyPart(async () => (await later.reportSections()).ReportSections);
export const ConfirmDialog = lazyPart(async () => (await later.confirmDialog()).ConfirmDialog);
export const SettingsForm = lazyPart(async () => (await later.settingsForm()).SettingsForm);
