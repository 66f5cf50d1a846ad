import { Button, Caption1, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import { type ReactElement, useEffect, useRef } from "react";
import type { Progress } from "../app/run-calculation";
import type { PaneTexts } from "../strings/pane.vi";
import { usePane } from "./pane-context";
import { type Activity, canStop } from "./state";
import { useFocusTarget } from "./focus";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: "8px",
    padding: "10px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  main: { flexGrow: 2, flexBasis: "140px" },
  other: { flexGrow: 1, flexBasis: "90px" },
  progress: {
    flexGrow: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    gap: "6px",
  },
});

/** The two buttons that the pane is for, always in reach; while something goes on, how far it is. */
export function ActionBar(): ReactElement {
  const { state, controller, texts } = usePane();
  const styles = useStyles();
  const focus = useFocusTarget<HTMLButtonElement>("actions");
  return (
    <section className={styles.bar} aria-label={texts.actions.region}>
      {state.activity === null ? (
        <>
          <Button
            // Fluent's Button is a button or a link by type; its ref takes a callback only.
            ref={(button: HTMLButtonElement | null) => {
              focus.current = button;
            }}
            className={styles.main}
            appearance="primary"
            icon={<CalculatorRegular />}
            onClick={() => void controller.perform({ kind: "calculate", provisional: false })}
          >
            {texts.actions.calculate}
          </Button>
          <Button
            className={styles.other}
            onClick={() => void controller.perform({ kind: "calculate", provisional: true })}
          >
            {texts.actions.provisional}
          </Button>
        </>
      ) : (
        <Running activity={state.activity} />
      )}
    </section>
  );
}

function Running({ activity }: { readonly activity: Activity }): ReactElement {
  const { controller, texts, environment } = usePane();
  const styles = useStyles();
  const cancel = useRef<HTMLButtonElement>(null);
  const isCalculating = activity.kind === "calculate";
  // The button that was pressed is gone: the keyboard goes on at the one that stops it.
  useEffect(() => {
    if (isCalculating) cancel.current?.focus();
  }, [isCalculating]);
  const isStoppable = canStop(activity, environment.service);
  const isWriting = activity.kind === "calculate" && !isStoppable;
  const share = shareDone(activity);
  return (
    <>
      <div className={styles.progress}>
        <Caption1>{stepText(activity, texts)}</Caption1>
        <ProgressBar
          aria-label={texts.steps.progress}
          thickness="large"
          {...(share === null ? {} : { value: share })}
        />
      </div>
      {(activity.kind === "calculate" || isStoppable) && (
        <Button
          ref={(button: HTMLButtonElement | null) => {
            cancel.current = button;
          }}
          disabledFocusable={isWriting || activity.isCancelling}
          {...(isWriting ? { title: texts.steps.noReturn } : {})}
          onClick={controller.cancel}
        >
          {texts.actions.cancel}
        </Button>
      )}
    </>
  );
}

/** 0 to 1; reading, checking, computing and building are a small part of the work. null: not known. */
function shareDone(activity: Activity): number | null {
  if (activity.kind !== "calculate") return null;
  const { progress } = activity;
  if (progress.step === "writing") return 0.3 + 0.7 * (progress.all === 0 ? 1 : progress.done / progress.all);
  const shares: Readonly<Record<Exclude<Progress["step"], "writing">, number>> = {
    reading: 0.02,
    checking: 0.1,
    computing: 0.15,
    building: 0.2,
  };
  return shares[progress.step];
}

export function stepText(activity: Activity, { steps }: PaneTexts): string {
  if (activity.isCancelling) return steps.cancelling;
  switch (activity.kind) {
    case "writeFindings":
      return steps.writingFindings;
    case "repair":
      return steps.repairing;
    case "saveSettings":
      return steps.saving;
    case "read":
    case "calculate": {
      const { progress } = activity;
      return progress.step === "writing" ? steps.writing(progress.done, progress.all) : steps[progress.step];
    }
  }
}
