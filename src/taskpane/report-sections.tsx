import { Button, Caption1, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ReportSection } from "../app/sections";
import type { ShownInspection } from "../app/shown-inspection";
import { Disclosure } from "./disclosure";
import { usePane } from "./pane-context";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "4px 0" },
  sections: { display: "flex", flexDirection: "column" },
});

/** Which sheets of the report are wanted; for this session only. */
export function ReportSections({ inspection }: { readonly inspection: ShownInspection }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const { sections } = inspection;
  const { sectionsToggled } = state;
  const isChosen = ({ key, byDefault }: ReportSection): boolean => byDefault !== sectionsToggled.has(key);
  const chosen = sections.filter(isChosen).length;
  const choose = (isWanted: (section: ReportSection) => boolean): void => {
    const keys = sections.filter((section) => isWanted(section) !== section.byDefault).map(({ key }) => key);
    dispatch({ type: "sectionsToggled", keys: new Set(keys) });
  };
  return (
    <Disclosure title={texts.overview.sections(chosen, sections.length)}>
      {() => (
        <>
          <Caption1 className={styles.muted}>{texts.overview.sectionsHint}</Caption1>
          <div className={styles.buttons}>
            <Button
              size="small"
              onClick={() => {
                choose(() => true);
              }}
            >
              {texts.overview.chooseAll}
            </Button>
            <Button
              size="small"
              onClick={() => {
                choose(() => false);
              }}
            >
              {texts.overview.chooseNone}
            </Button>
          </div>
          <div className={styles.sections}>
            {sections.map((section) => (
              <Checkbox
                key={section.key}
                label={section.about === null ? section.name : `${section.name} · ${section.about}`}
                checked={isChosen(section)}
                onChange={(_, { checked }) => {
                  choose((one) => (one === section ? checked === true : isChosen(one)));
                }}
              />
            ))}
          </div>
        </>
      )}
    </Disclosure>
  );
}
