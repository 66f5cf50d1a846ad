/** The file that is open, the one that is being opened, and the one that waits. */
import { useCallback, useRef, useState, useSyncExternalStore } from "react";
import { Stopped } from "../app/workbook-service";
import { HostError } from "../data/host-error";
import { hostSentence } from "../strings/host-sentence";
import type { StandaloneTexts } from "../strings/standalone.vi";
import type { FileSource } from "./file-source";
import type { Language } from "./language";
import type { OpenDocument } from "./open-document";
import type * as workspace from "./workspace";

/** The part of the program that works on an open file; see workspace.tsx. */
export type WorkspaceModule = typeof workspace;

export interface Opened {
  readonly document: OpenDocument;
  readonly parts: WorkspaceModule;
}

export interface Failure {
  readonly message: string;
  /** What could not be opened; null: nothing to try again. */
  readonly source: FileSource | null;
}

export interface Documents {
  readonly opened: Opened | null;
  /** Its changes were not downloaded yet. */
  readonly isUnsaved: boolean;
  /** The name of the file that is being opened. */
  readonly opening: string | null;
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
  /** A file that waits for the user's leave to give up changes. */
  readonly waiting: FileSource | null;
  readonly open: (source: FileSource) => Promise<void>;
  /** Opens it, where that gives up changes only with the user's leave. */
  readonly openOrAsk: (source: FileSource) => void;
  readonly keep: () => void;
  /** Gives up opening: what is open stays. */
  readonly stop: () => void;
}

export function useDocuments(
  loadWorkspace: () => Promise<WorkspaceModule>,
  texts: StandaloneTexts,
  language: Language,
): Documents {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState<FileSource | null>(null);
  const isUnsaved = useUnsaved(opened);
  const latest = useRef(0);
  const shown = useRef<OpenDocument | null>(null);
  const stopping = useRef<AbortController | null>(null);

  const open = useCallback(
    async (source: FileSource): Promise<void> => {
      // Of two files opened in a row the second one counts, whichever is read faster.
      const turn = ++latest.current;
      setWaiting(null);
      setFailure(null);
      setOpening(source.name);
      stopping.current?.abort();
      const { signal } = (stopping.current = new AbortController());
      try {
        const parts = await loadWorkspace();
        const document = await parts.openDocument(source, parts.startWorkbookWorker, { signal });
        if (turn === latest.current) {
          shown.current?.close();
          shown.current = document;
          setOpened({ document, parts });
        } else {
          document.close();
        }
      } catch (error) {
        const message = error instanceof HostError ? hostSentence(error.failure, language) : texts.unexpected;
        if (turn === latest.current && !(error instanceof Stopped)) setFailure({ message, source });
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
  const keep = (): void => {
    setWaiting(null);
  };
  const stop = (): void => {
    stopping.current?.abort();
    latest.current++;
    setOpening(null);
  };
  return { opened, isUnsaved, opening, failure, setFailure, waiting, open, openOrAsk, keep, stop };
}

function useUnsaved(opened: Opened | null): boolean {
  const store = opened?.document.store;
  return useSyncExternalStore(store?.subscribe ?? never, () => store?.getState().isUnsaved ?? false);
}

const never = (): (() => void) => () => undefined;
