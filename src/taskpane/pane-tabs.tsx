import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactElement, useRef } from "react";
import { HiddenText } from "./hidden-text";
import { usePane } from "./pane-context";
import type { Tab } from "./state";
import { type PaneTab, paneTabs } from "./tabs";

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    display: "flex",
    flexWrap: "wrap",
    padding: "4px 4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    padding: "8px 7px 9px",
    border: "none",
    background: "none",
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  last: { marginLeft: "auto" },
  icon: { fontSize: "16px" },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: '""',
      position: "absolute",
      left: "7px",
      right: "7px",
      bottom: 0,
      borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
      borderRadius: tokens.borderRadiusCircular,
    },
  },
  count: {
    minWidth: "16px",
    padding: "0 4px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: "16px",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
  },
});

const tabKeys: readonly Tab[] = paneTabs.map(({ key }) => key);

/**
 * The tabs, as the ARIA pattern has them: one stop of the Tab key, arrows and Home/End choose. Fluent's own TabList
 * brings 20 KB of focus management and hidden focusable elements for what these few lines do.
 */
export function PaneTabs({ id }: { readonly id: string }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const tabs = useRef(new Map<Tab, HTMLButtonElement | null>());
  const choose = (tab: Tab): void => {
    dispatch({ type: "tabChosen", tab });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabIndexAfter(event.key, tabKeys.indexOf(state.tab));
    const tab = at === null ? undefined : tabKeys[at];
    if (tab === undefined) return;
    event.preventDefault();
    choose(tab);
    tabs.current.get(tab)?.focus();
  };
  return (
    <div role="tablist" tabIndex={-1} className={styles.list} aria-label={texts.tabList} onKeyDown={onKeyDown}>
      {paneTabs.map((tab) => {
        const { key, icon } = tab;
        const isChosen = state.tab === key;
        return (
          <button
            key={key}
            ref={(button) => {
              tabs.current.set(key, button);
            }}
            type="button"
            role="tab"
            id={`${id}-tab-${key}`}
            aria-selected={isChosen}
            aria-controls={`${id}-panel`}
            tabIndex={isChosen ? 0 : -1}
            className={mergeClasses(styles.tab, icon !== undefined && styles.last, isChosen && styles.chosen)}
            {...(icon === undefined ? {} : { title: texts.tabs[key] })}
            onClick={() => {
              choose(key);
            }}
          >
            <TabLabel tab={tab} />
          </button>
        );
      })}
    </div>
  );
}

function TabLabel({ tab }: { readonly tab: PaneTab }): ReactElement {
  const { state, texts } = usePane();
  const styles = useStyles();
  const { key, icon: Icon } = tab;
  const badge = tab.badge?.(state, texts) ?? null;
  return (
    <>
      {Icon === undefined ? (
        texts.tabs[key]
      ) : (
        <>
          <Icon className={styles.icon} aria-hidden="true" />
          <HiddenText>{texts.tabs[key]}</HiddenText>
        </>
      )}
      {badge !== null && (
        <>
          <span className={styles.count}>{badge.count}</span>
          <HiddenText>{badge.words}</HiddenText>
        </>
      )}
    </>
  );
}

function tabIndexAfter(key: string, at: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % tabKeys.length;
    case "ArrowLeft":
      return (at + tabKeys.length - 1) % tabKeys.length;
    case "Home":
      return 0;
    case "End":
      return tabKeys.length - 1;
    default:
      return null;
  }
}
