import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Severity } from "../data/finding";

const icons: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircleFilled />,
  warning: <WarningFilled />,
  info: <InfoFilled />,
};

const useStyles = makeStyles({
  icon: { display: "inline-flex", fontSize: "16px", lineHeight: 1, flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** The sign of a severity; its word always stands beside it. */
export function SeverityMark({ severity }: { readonly severity: Severity }): ReactElement {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, styles[severity])} aria-hidden="true">
      {icons[severity]}
    </span>
  );
}
