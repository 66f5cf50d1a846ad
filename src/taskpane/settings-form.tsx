import {
  Body1,
  Button,
  Caption1,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { ShownSettingsPlan, WantedSettings } from "../app/settings";
import type { ShownInspection } from "../app/shown-inspection";
import { editableKeys } from "../workbook/settings-list";
import { draftOf, problemsOf, type SettingsDraft, settingsIn } from "./level-draft";
import { lazyPart } from "./lazy-part";
import { LevelsEditor } from "./levels-editor";
import { usePane } from "./pane-context";

const ConfirmDialog = lazyPart(
  () => import("./confirm-dialog"),
  ({ ConfirmDialog }) => ConfirmDialog,
);

const useStyles = makeStyles({
  stored: { color: tokens.colorNeutralForeground2, display: "block" },
  form: { display: "flex", flexDirection: "column", gap: "16px" },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  unsaved: { flexBasis: "100%" },
});

/** The rules kept in the workbook's Thông tin sheet; the workbook changes only when they are saved. */
export function SettingsForm({ inspection }: { readonly inspection: ShownInspection }): ReactElement {
  const { state, dispatch, controller, texts } = usePane();
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const [isAsking, setAsking] = useState(false);
  const inForce = useMemo(() => draftOf(inspection.settings), [inspection]);
  const draft = state.draft ?? inForce;
  const problems = problemsOf(draft.levels, texts);
  const isRight = problems.every(({ name, from }) => name === null && from === null);
  const wanted = isRight ? settingsIn(draft) : null;
  const edited = state.draft === null ? null : wanted;
  const plan = usePlan(inspection, edited);
  // Pressed before it is known what would change, the button asks as soon as it is.
  const canSave = edited !== null && plan?.changes.length !== 0 && state.activity === null;
  const sheet = inspection.sheets.find(({ role }) => role === "settings")?.name;
  const edit = (change: Partial<SettingsDraft>): void => {
    dispatch({ type: "drafted", draft: { ...draft, ...change } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) setAsking(true);
      }}
    >
      <Caption1 className={styles.stored}>
        {sheet === undefined ? texts.settings.notStored : texts.settings.stored(sheet)}
      </Caption1>
      {editableKeys.map((key) => (
        <Choice
          key={key}
          {...texts.settings.rules[key]}
          value={draft[key]}
          onChoose={(value) => {
            edit({ [key]: value });
          }}
        />
      ))}
      <LevelsEditor
        levels={draft.levels}
        problems={problems}
        onChange={(levels) => {
          edit({ levels });
        }}
      />
      <div className={styles.buttons}>
        {state.draft !== null && <Body1 className={styles.unsaved}>{texts.settings.unsaved}</Body1>}
        <Button {...restoreFocus} type="submit" disabledFocusable={!canSave}>
          {texts.settings.save}
        </Button>
        {state.draft !== null && (
          <Button
            appearance="subtle"
            onClick={() => {
              dispatch({ type: "drafted", draft: null });
              dispatch({ type: "focused", target: "settings" });
            }}
          >
            {texts.settings.reset}
          </Button>
        )}
      </div>
      {isAsking && plan !== null && plan.changes.length > 0 && wanted !== null && (
        <ConfirmDialog
          title={texts.settings.confirmTitle}
          explanation={plan.newSheet === null ? texts.settings.confirmChange : texts.settings.confirmNew(plan.newSheet)}
          changes={plan.changes}
          isNew={plan.newSheet !== null}
          accept={texts.settings.confirmSave}
          dismiss={texts.settings.confirmDismiss}
          onDismiss={() => {
            setAsking(false);
          }}
          onAccept={() => {
            setAsking(false);
            void controller.perform({ kind: "saveSettings", settings: wanted });
          }}
        />
      )}
    </form>
  );
}

SettingsForm.load = ConfirmDialog.load;

/** What saving would change; null where there is nothing to save, or it is not known yet. */
function usePlan(inspection: ShownInspection, wanted: WantedSettings | null): ShownSettingsPlan | null {
  const { service } = usePane().environment;
  const key = wanted === null ? null : JSON.stringify(wanted);
  const [known, setKnown] = useState<{ readonly key: string; readonly plan: ShownSettingsPlan } | null>(null);
  useEffect(() => {
    setKnown(null);
    if (key === null) return;
    let isLatest = true;
    service.previewSettings(JSON.parse(key) as WantedSettings).then(
      (plan) => {
        if (isLatest) setKnown({ key, plan });
      },
      // What could not be looked at cannot be saved.
      () => {
        if (isLatest) setKnown({ key, plan: { newSheet: null, changes: [] } });
      },
    );
    return () => {
      isLatest = false;
    };
  }, [service, inspection, key]);
  return known !== null && known.key === key ? known.plan : null;
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  /** By their values. */
  readonly choices: Readonly<Record<string, string>>;
  readonly onChoose: (value: string) => void;
}): ReactElement {
  return (
    <Field label={props.label}>
      <RadioGroup
        value={props.value}
        onChange={(_, { value }) => {
          props.onChoose(value);
        }}
      >
        {Object.entries(props.choices).map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </RadioGroup>
    </Field>
  );
}
