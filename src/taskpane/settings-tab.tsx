import type { ReactElement } from "react";
import { SettingsForm } from "./lazy-parts";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";

/** Settings: the form comes when it is first looked at. */
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
