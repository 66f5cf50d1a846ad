import { Body1, Button, Caption1, Link, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ShownChange } from "../app/repair";
import type { SaidFinding } from "../strings/finding-sentence";
import { usePane } from "./pane-context";
import { SeverityMark } from "./severity-mark";
import type { ItemProps } from "./windowed-list";

const useStyles = makeStyles({
  item: {
    display: "flex",
    gap: "8px",
    padding: "8px 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottomStyle: "none" },
  },
  body: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: "2px" },
  head: { display: "flex", flexWrap: "wrap", columnGap: "8px", rowGap: "2px", alignItems: "baseline" },
  severity: { color: tokens.colorNeutralForeground2 },
  message: { color: tokens.colorNeutralForeground1 },
  about: { color: tokens.colorNeutralForeground2 },
  repair: { alignSelf: "flex-start", marginTop: "4px", height: "auto", textAlign: "start" },
});

interface FindingItemProps {
  readonly place: ItemProps;
  readonly finding: SaidFinding;
  /** What a safe repair would change, or null. */
  readonly repair: ShownChange | null;
  readonly onRepair: (change: ShownChange) => void;
}

/** One finding: what, where, whose; the place leads to the cell. */
export function FindingItem({ place, finding, repair, onRepair }: FindingItemProps): ReactElement {
  const { state, controller, texts } = usePane();
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const { sheet, cell, severity, agency, criterion } = finding;
  const about = [agency, criterion === null ? null : texts.findings.criterion(criterion)].filter(
    (part) => part !== null,
  );
  return (
    <li className={styles.item} {...place}>
      <SeverityMark severity={severity} />
      <div className={styles.body}>
        <div className={styles.head}>
          <Caption1 className={styles.severity}>{texts.findings.severities[severity]}</Caption1>
          {cell === null ? (
            <Caption1 className={styles.about}>{sheet}</Caption1>
          ) : (
            <Link
              as="button"
              title={texts.findings.goTo(cell, sheet)}
              onClick={() => void controller.perform({ kind: "select", sheet, cell })}
            >
              {texts.findings.place(sheet, cell)}
            </Link>
          )}
        </div>
        <Body1 className={styles.message}>{finding.message}</Body1>
        {about.length > 0 && <Caption1 className={styles.about}>{about.join(" · ")}</Caption1>}
        {repair !== null && (
          <Button
            {...restoreFocus}
            size="small"
            className={styles.repair}
            disabledFocusable={state.activity !== null}
            onClick={() => {
              onRepair(repair);
            }}
          >
            {`${texts.findings.repair}: ${repair.shownBefore} → ${repair.shownAfter}`}
          </Button>
        )}
      </div>
    </li>
  );
}
