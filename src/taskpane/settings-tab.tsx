import type { ReactElement } from "react";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";
import { SettingsForm } from "./settings-form";

/** Settings, as a form. */
export function SettingsTab(): ReactElement | null {
  const { state, texts } = usePane();
  const { inspection } = state;
  if (inspection === null) return null;
  return (
    <>
      <PartHeading target="settings">{texts.settings.heading}</PartHeading>
      <SettingsForm inspection={inspection} />
    </>
  );
}

SettingsTab.load = SettingsForm.load;
