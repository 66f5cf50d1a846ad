import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type JSX, type KeyboardEvent, useEffect, useRef } from "react";
import type { StandaloneTexts } from "../../strings/standalone.vi";
import type { SheetTab } from "../model/workbook-view";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexShrink: 0,
    overflowX: "auto",
    scrollbarWidth: "thin",
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    flexShrink: 0,
    padding: "7px 14px 5px",
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    whiteSpace: "pre",
    color: tokens.colorNeutralForeground2,
    backgroundColor: "transparent",
    border: "none",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: "3px solid transparent",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  front: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1 },
  },
});

export function sheetTabId(index: number): string {
  return `sheet-tab-${String(index)}`;
}

/** Hidden sheets have no tab, but the one in front always has: a finding may lead to a hidden sheet. */
export function shownTabs(sheets: readonly SheetTab[], front: number): number[] {
  return sheets.flatMap(({ visible }, index) => (visible || index === front ? [index] : []));
}

export function SheetTabs(props: {
  readonly sheets: readonly SheetTab[];
  readonly front: number;
  readonly texts: StandaloneTexts;
  readonly panelId: string;
  readonly onShow: (index: number) => void;
}): JSX.Element {
  const { sheets, front, texts, panelId, onShow } = props;
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const shown = shownTabs(sheets, front);

  useEffect(() => {
    list.current?.querySelector(`#${sheetTabId(front)}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [front, sheets]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = shown.indexOf(front);
    const target = {
      ArrowLeft: shown[at - 1] ?? shown.at(-1),
      ArrowRight: shown[at + 1] ?? shown[0],
      Home: shown[0],
      End: shown.at(-1),
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onShow(target);
    list.current?.querySelector<HTMLElement>(`#${sheetTabId(target)}`)?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label={texts.sheets} className={styles.list} onKeyDown={onKeyDown}>
      {shown.map((index) => {
        const sheet = sheets[index];
        return (
          <button
            key={index}
            type="button"
            role="tab"
            id={sheetTabId(index)}
            aria-selected={index === front}
            aria-controls={panelId}
            tabIndex={index === front ? 0 : -1}
            className={mergeClasses(styles.tab, index === front && styles.front)}
            style={sheet?.color ? { borderBottomColor: sheet.color } : undefined}
            onClick={() => {
              onShow(index);
            }}
          >
            {sheet?.name}
            {sheet?.visible ? "" : ` (${texts.hiddenSheet})`}
          </button>
        );
      })}
    </div>
  );
}
