import {
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type JSX, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import type { StandaloneTexts } from "../strings/standalone.vi";
import { downloadBytes } from "./download";
import { downloadFileName } from "./file-name";
import { type FileSource, fileFromDisk, sampleFile } from "./file-source";
import { type Language, storedLanguage, storeLanguage, textsOf } from "./language";
import { narrowScreen } from "./narrow-screen";
import type { OpenDocument } from "./open-document";
import { PageHeader } from "./page-header";
import { useDarkTheme } from "./use-dark-theme";
import { useFileDrop } from "./use-file-drop";
import { useLeaveWarning } from "./use-leave-warning";
import { Welcome } from "./welcome";
import type * as workspace from "./workspace";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    // On a narrow screen the page scrolls as a whole: pane above, workbook below.
    [narrowScreen]: { height: "auto", minHeight: "100%" },
  },
  notice: { padding: "8px 12px" },
  spinner: { padding: "8px 12px", justifyContent: "flex-start" },
  drop: {
    position: "fixed",
    inset: 0,
    zIndex: 1000,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    textAlign: "center",
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    border: `4px dashed ${tokens.colorBrandStroke1}`,
    pointerEvents: "none",
  },
});

/** The part of the program that works on an open file; see workspace.tsx. */
export type WorkspaceModule = typeof workspace;

interface Opened {
  readonly document: OpenDocument;
  readonly parts: WorkspaceModule;
}

interface Failure {
  readonly message: string;
  /** What could not be opened; null: nothing to try again. */
  readonly source: FileSource | null;
}

export interface PageProps {
  /** Open the sample at once, as npm start does. */
  readonly opensSample: boolean;
  readonly loadWorkspace: () => Promise<WorkspaceModule>;
}

/** The page for offices whose Excel is old or missing: the workbook to look at, and the pane beside it. */
export function Page({ opensSample, loadWorkspace }: PageProps): JSX.Element {
  const styles = useStyles();
  const isDark = useDarkTheme();
  const [language, setLanguage] = useState<Language>(storedLanguage);
  const texts = textsOf[language];
  const [opened, setOpened] = useState<Opened | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** A file that waits for the user's leave to give up changes. */
  const [waiting, setWaiting] = useState<FileSource | null>(null);
  const isUnsaved = useUnsaved(opened);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(0);

  const open = useCallback(
    async (source: FileSource): Promise<void> => {
      // Of two files opened in a row the second one counts, whichever is read faster.
      const turn = ++latest.current;
      setWaiting(null);
      setFailure(null);
      setOpening(source.name);
      try {
        const parts = await loadWorkspace();
        const document = await parts.openDocument(source);
        if (turn === latest.current) setOpened({ document, parts });
      } catch (error) {
        const message = error instanceof HostError ? hostSentence(error.failure, language) : texts.unexpected;
        if (turn === latest.current) setFailure({ message, source });
      } finally {
        if (turn === latest.current) setOpening(null);
      }
    },
    [loadWorkspace, texts, language],
  );
  const openOrAsk = (source: FileSource): void => {
    if (isUnsaved) setWaiting(source);
    else void open(source);
  };
  const openFiles = (files: readonly File[]): void => {
    const [file, second] = files;
    if (second) setFailure({ message: texts.oneFile, source: null });
    else if (file) openOrAsk(fileFromDisk(file));
  };
  const chooseFile = useCallback(() => input.current?.click(), []);
  const openSample = (): void => {
    openOrAsk(sampleFile(texts.sampleName));
  };
  const download = useCallback(() => {
    if (!opened) return;
    const { fileName, workbook, store } = opened.document;
    downloadBytes(workbook.toBytes(), downloadFileName(fileName, texts.downloadName, texts.downloadEnding));
    store.downloaded();
  }, [opened, texts]);

  const isDragged = useFileDrop(openFiles);
  useLeaveWarning(isUnsaved);
  useEffect(() => {
    if (opensSample) void open(sampleFile(texts.sampleName));
    // Once, when the page has come up.
  }, []);
  const fileName = opened?.document.fileName ?? null;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = fileName === null ? texts.pageTitle : texts.documentTitle(fileName);
  }, [language, texts, fileName]);

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: "100%" }} lang={language}>
      <div className={styles.page}>
        <PageHeader
          texts={texts}
          language={language}
          fileName={fileName}
          isUnsaved={isUnsaved}
          isBusy={opening !== null}
          onLanguage={(chosen) => {
            storeLanguage(chosen);
            setLanguage(chosen);
          }}
          onChooseFile={chooseFile}
          onOpenSample={openSample}
          onDownload={download}
        />
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xlsm,.xltx,.xltm"
          aria-label={texts.open}
          onChange={(event) => {
            openFiles([...(event.target.files ?? [])]);
            // The same file may be chosen again after it was corrected.
            event.target.value = "";
          }}
        />
        <div role="status">
          {opening !== null && <Spinner size="tiny" className={styles.spinner} label={texts.opening(opening)} />}
        </div>
        <div role="alert">
          {failure && (
            <div className={styles.notice}>
              <FailureBar
                failure={failure}
                texts={texts}
                onRetry={(source) => void open(source)}
                onChoose={chooseFile}
                onDismiss={() => {
                  setFailure(null);
                }}
              />
            </div>
          )}
        </div>
        {opened && (
          <opened.parts.Workspace
            document={opened.document}
            language={language}
            theme={isDark ? "dark" : "light"}
            texts={texts}
            onDownload={download}
          />
        )}
        {!opened && opening === null && <Welcome texts={texts} onChooseFile={chooseFile} onOpenSample={openSample} />}
        {opened && (
          <opened.parts.DiscardDialog
            texts={texts}
            fileName={opened.document.fileName}
            isOpen={waiting !== null}
            onDiscard={() => {
              if (waiting) void open(waiting);
            }}
            onKeep={() => {
              setWaiting(null);
            }}
          />
        )}
        {isDragged && <div className={styles.drop}>{texts.dropHere}</div>}
      </div>
    </FluentProvider>
  );
}

function useUnsaved(opened: Opened | null): boolean {
  const store = opened?.document.store;
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().isUnsaved ?? false);
}

const never = (): (() => void) => () => undefined;

function FailureBar(props: {
  readonly failure: Failure;
  readonly texts: StandaloneTexts;
  readonly onRetry: (source: FileSource) => void;
  readonly onChoose: () => void;
  readonly onDismiss: () => void;
}): JSX.Element {
  const { failure, texts, onRetry, onChoose, onDismiss } = props;
  const { source } = failure;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {source && <MessageBarTitle>{texts.cannotOpen(source.name)}.</MessageBarTitle>} {failure.message}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={texts.dismiss} onClick={onDismiss} />
        }
      >
        {source && (
          <Button
            onClick={() => {
              onRetry(source);
            }}
          >
            {texts.tryAgain}
          </Button>
        )}
        <Button onClick={onChoose}>{texts.retry}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
