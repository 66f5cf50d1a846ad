import {
  Body1,
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { type ReactElement, useEffect, useId, useMemo, useState, useSyncExternalStore } from "react";
import { paneTextsEn } from "../strings/pane.en";
import { type PaneTexts, paneTextsVi } from "../strings/pane.vi";
import { ActionBar, stepText } from "./action-bar";
import { type Controller, createController } from "./controller";
import type { PaneEnvironment } from "./environment";
import { EmptyState } from "./empty-state";
import { HiddenText } from "./hidden-text";
import { LiveRegion } from "./live-region";
import { loadPane } from "./load-pane";
import { NoticeBar } from "./notice-bar";
import { PaneTabs } from "./pane-tabs";
import { PaneProvider, usePane } from "./pane-context";
import { canStop } from "./state";
import { createStore } from "./store";
import { tabOf } from "./tabs";

/** The whole task pane; it fills the element that it is put into. */
export function Pane({ environment }: { readonly environment: PaneEnvironment }): ReactElement {
  const { service, language, now, theme } = environment;
  const texts: PaneTexts = language === "vi" ? paneTextsVi : paneTextsEn;
  const [store] = useState(createStore);
  const controller: Controller = useMemo(
    () => createController({ service, language, now }, texts, store),
    [service, language, now, texts, store],
  );
  useEffect(() => controller.start(), [controller]);
  useEffect(() => void loadPane(service), [service]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const value = useMemo(
    () => ({ state, dispatch: store.dispatch, controller, texts, environment }),
    [state, store, controller, texts, environment],
  );
  return (
    <PaneProvider value={value}>
      <FluentProvider theme={theme === "dark" ? webDarkTheme : webLightTheme} style={fill} lang={language}>
        <Frame />
      </FluentProvider>
    </PaneProvider>
  );
}

const fill = { height: "100%" };

const useStyles = makeStyles({
  frame: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "break-word",
  },
  main: { flexGrow: 1, minHeight: 0, overflowX: "hidden", overflowY: "auto" },
  content: { padding: "12px 12px 20px" },
  notices: { display: "flex", flexDirection: "column", gap: "8px", padding: "8px 12px 0" },
  stop: { alignSelf: "center" },
  reading: { padding: "40% 32px 0", display: "flex", flexDirection: "column", gap: "12px", textAlign: "center" },
});

function Frame(): ReactElement {
  const { state, texts, controller, environment } = usePane();
  const styles = useStyles();
  const { inspection, readFailure } = state;
  return (
    <div className={styles.frame}>
      <LiveRegion />
      {inspection === null && readFailure === null && (
        <main className={styles.reading}>
          <Body1>{state.activity === null ? texts.reading : stepText(state.activity, texts)}</Body1>
          <ProgressBar aria-label={texts.steps.progress} />
          {state.activity !== null && canStop(state.activity, environment.service) && (
            <Button className={styles.stop} disabledFocusable={state.activity.isCancelling} onClick={controller.cancel}>
              {texts.actions.cancel}
            </Button>
          )}
        </main>
      )}
      {inspection === null && readFailure !== null && (
        <main>
          <EmptyState
            title={texts.readFailed}
            hint={readFailure}
            action={
              <Button appearance="primary" onClick={() => void controller.perform({ kind: "read" })}>
                {texts.actions.retry}
              </Button>
            }
          />
        </main>
      )}
      {inspection !== null && <Parts />}
    </div>
  );
}

function Parts(): ReactElement {
  const { state, texts, controller } = usePane();
  const styles = useStyles();
  const id = useId();
  const { view: Content } = tabOf(state.tab);
  return (
    <>
      <header>
        <HiddenText>
          <h1>{texts.name}</h1>
        </HiddenText>
        <PaneTabs id={id} />
      </header>
      <main className={styles.main}>
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${state.tab}`}>
          <div className={styles.notices}>
            <NoticeBar />
            {state.isOutdated && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{texts.notices.outdated}</MessageBarBody>
                <MessageBarActions>
                  <Button onClick={() => void controller.perform({ kind: "read" })}>{texts.actions.readAgain}</Button>
                </MessageBarActions>
              </MessageBar>
            )}
            {state.isStale && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{texts.notices.stale}</MessageBarBody>
              </MessageBar>
            )}
          </div>
          <div className={styles.content}>
            <Content />
          </div>
        </div>
      </main>
      <ActionBar />
    </>
  );
}
