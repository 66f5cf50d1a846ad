import type { ReactElement } from "react";
import { lazyPart } from "./lazy-part";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";

const SettingsForm = lazyPart(
  () => import("./settings-form"),
  ({ SettingsForm }) => SettingsForm,
);

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
