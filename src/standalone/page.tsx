import {
  Button,
  FluentProvider,
  makeStyles,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { type JSX, useCallback, useEffect, useRef, useState } from "react";
import { downloadBytes } from "./download";
import { FailureBar } from "./failure-bar";
import { downloadFileName } from "./file-name";
import { fileFromDisk, sampleFile } from "./file-source";
import { type Language, storedLanguage, storeLanguage, textsOf } from "./language";
import { narrowScreen } from "./narrow-screen";
import { PageHeader } from "./page-header";
import { useDarkTheme } from "./use-dark-theme";
import { useDocuments, type WorkspaceModule } from "./use-documents";
import { useFileDrop } from "./use-file-drop";
import { useLeaveWarning } from "./use-leave-warning";
import { Welcome } from "./welcome";

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
  opening: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "12px", padding: "8px 12px" },
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
  const documents = useDocuments(loadWorkspace, texts, language);
  const { opened, isUnsaved, opening, failure, setFailure, waiting, open, openOrAsk } = documents;
  const input = useRef<HTMLInputElement>(null);
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
    const { fileName, bytes, store } = opened.document;
    downloadBytes(bytes(), downloadFileName(fileName, texts.downloadName, texts.downloadEnding));
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
          {opening !== null && (
            <div className={styles.opening}>
              <Spinner size="tiny" label={texts.opening(opening)} />
              <Button size="small" onClick={documents.stop}>
                {texts.cancel}
              </Button>
            </div>
          )}
        </div>
        <div role="alert">
          {failure && (
            <FailureBar
              failure={failure}
              texts={texts}
              onRetry={(source) => void open(source)}
              onChoose={chooseFile}
              onDismiss={() => {
                setFailure(null);
              }}
            />
          )}
        </div>
        {opened && (
          <opened.parts.Workspace
            document={opened.document}
            isLeaving={opening !== null}
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
            onKeep={documents.keep}
          />
        )}
        {isDragged && <div className={styles.drop}>{texts.dropHere}</div>}
      </div>
    </FluentProvider>
  );
}
