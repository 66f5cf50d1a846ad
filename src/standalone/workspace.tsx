/**
 * What is needed once a file is open: reading it, the sheets and the pane. The page loads this part by itself right
 * after it has come up, so that the first sight does not wait for it and an open page needs no network.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import { type JSX, useEffect, useMemo, useSyncExternalStore } from "react";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { PaneEnvironment } from "../taskpane/environment";
import { Pane } from "../taskpane/pane";
import type { Language } from "./language";
import { narrowScreen } from "./narrow-screen";
import type { OpenDocument } from "./open-document";
import { WorkbookPanel } from "./workbook-panel";

export { DiscardDialog } from "./discard-dialog";
/** Those parts of the pane that it asks for later: here they come before the network goes. A failure shows in the pane. */
export { loadPane as loadPaneParts } from "../taskpane/load-pane";
export { openDocument } from "./open-document";
export { startWorkbookWorker } from "./worker/start-workbook-worker";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexGrow: 1,
    minHeight: 0,
    [narrowScreen]: { flexDirection: "column-reverse", justifyContent: "flex-end" },
  },
  workbook: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    [narrowScreen]: {
      flexGrow: 0,
      flexShrink: 0,
      height: "92vh",
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  pane: {
    flexShrink: 0,
    width: "400px",
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    [narrowScreen]: { width: "auto", height: "80vh", borderLeftStyle: "none" },
  },
});

export interface WorkspaceProps {
  readonly document: OpenDocument;
  /** Another file is being opened: what was begun here now would be lost. */
  readonly isLeaving: boolean;
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly texts: StandaloneTexts;
  readonly onDownload: () => void;
}

/** The open workbook and, beside it, the pane that Excel's users have. */
export function Workspace({ document, isLeaving, language, theme, texts, onDownload }: WorkspaceProps): JSX.Element {
  const styles = useStyles();
  const environment = useMemo<PaneEnvironment>(
    () => ({
      service: document.service,
      language,
      theme,
      now: () => new Date(),
      documentName: document.fileName,
      download: onDownload,
    }),
    [document, language, theme, onDownload],
  );
  useScrollToWorkbook(document);
  return (
    <main className={styles.parts} inert={isLeaving}>
      <section id={workbookId} className={styles.workbook} aria-label={texts.workbook}>
        <WorkbookPanel key={document.id} store={document.store} language={language} texts={texts} />
      </section>
      <aside className={styles.pane} aria-label={texts.pane}>
        <Pane key={document.id} environment={environment} />
      </aside>
    </main>
  );
}

const workbookId = "workbook";

/** Where the workbook lies below the pane, a cell that the pane selects would be out of sight. */
function useScrollToWorkbook({ store }: OpenDocument): void {
  const selections = useSyncExternalStore(store.subscribe, () => store.getState().selections);
  useEffect(() => {
    if (selections > 0) window.document.getElementById(workbookId)?.scrollIntoView({ block: "nearest" });
  }, [selections]);
}
