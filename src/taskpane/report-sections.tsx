import { Button, Caption1, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import type { Inspection } from "../app/inspect";
import { sectionsOf } from "../app/sections";
import { Disclosure } from "./disclosure";
import { usePane } from "./pane-context";

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", margin: "4px 0" },
  sections: { display: "flex", flexDirection: "column" },
});

/** Which sheets of the report are wanted; for this session only. */
export function ReportSections({ inspection }: { readonly inspection: Inspection }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const sections = useMemo(() => sectionsOf(inspection), [inspection]);
  const { sectionsLeftOut } = state;
  const chosen = sections.filter(({ key }) => !sectionsLeftOut.has(key)).length;
  const leaveOut = (keys: Iterable<string>): void => {
    dispatch({ type: "sectionsLeftOut", keys: new Set(keys) });
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
                leaveOut([]);
              }}
            >
              {texts.overview.chooseAll}
            </Button>
            <Button
              size="small"
              onClick={() => {
                leaveOut(sections.map(({ key }) => key));
              }}
            >
              {texts.overview.chooseNone}
            </Button>
          </div>
          <div className={styles.sections}>
            {sections.map(({ key, name, about }) => (
              <Checkbox
                key={key}
                label={about === null ? name : `${name} · ${about}`}
                checked={!sectionsLeftOut.has(key)}
                onChange={(_, { checked }) => {
                  const others = [...sectionsLeftOut].filter((other) => other !== key);
                  leaveOut(checked === true ? others : [...others, key]);
                }}
              />
            ))}
          </div>
        </>
      )}
    </Disclosure>
  );
}
