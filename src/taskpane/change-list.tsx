import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import type { ReactElement } from "react";
import type { ShownChange } from "../app/repair";
import { HiddenText } from "./hidden-text";
import { usePane } from "./pane-context";
import { WindowedList } from "./windowed-list";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderBottomStyle: "none" },
  },
  place: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  values: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  before: { color: tokens.colorNeutralForeground2, textDecorationLine: "line-through" },
  blank: { color: tokens.colorNeutralForeground2, fontStyle: "italic" },
  after: { fontWeight: tokens.fontWeightSemibold },
});

interface ChangeListProps {
  readonly changes: readonly ShownChange[];
  /** Of a new sheet, where nothing stood before. */
  readonly isNew?: boolean;
}

/** Old → new, cell by cell. */
export function ChangeList({ changes, isNew = false }: ChangeListProps): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const value = (text: string, className: string): ReactElement =>
    text === "" ? (
      <span className={styles.blank}>{texts.repair.blank}</span>
    ) : (
      <span className={className}>{text}</span>
    );
  return (
    <WindowedList
      items={changes}
      height={56}
      className={styles.list}
      label={texts.repair.list}
      item={({ sheet, cell, shownBefore, shownAfter }, place) => (
        <li key={`${sheet}!${cell}`} className={styles.item} {...place}>
          <div className={styles.place}>{texts.findings.place(sheet, cell)}</div>
          <div className={styles.values} aria-hidden="true">
            {!isNew && (
              <>
                {value(shownBefore, styles.before)}
                <ArrowRightRegular />
              </>
            )}
            {value(shownAfter, styles.after)}
          </div>
          <HiddenText>
            {texts.repair.change(shownBefore || texts.repair.blank, shownAfter || texts.repair.blank)}
          </HiddenText>
        </li>
      )}
    />
  );
}
