import { Body1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "8px",
    padding: "40px 16px",
    textAlign: "center",
  },
  icon: { fontSize: "32px", lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Nothing to show here: why, and what to do. */
export function EmptyState(props: {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {props.icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {props.icon}
        </span>
      )}
      <Subtitle2 as="p" block className={styles.title}>
        {props.title}
      </Subtitle2>
      {props.hint !== undefined && <Body1 className={styles.hint}>{props.hint}</Body1>}
      {props.action}
    </div>
  );
}
