/** Turns what the user asks for into use cases of app/, one at a time, and tells the store how they go. */
import type { PaneTexts } from "../strings/pane.vi";
import type { PaneEnvironment } from "./environment";
import { failure, stopped } from "./notices";
import { createReading } from "./reading";
import { Stopped } from "../app/workbook-service";
import { runRequest } from "./run-request";
import { type Activity, canStop, type Notice, type PaneRequest } from "./state";
import type { Store } from "./store";
import type { Work } from "./work";

export interface Controller {
  /** Reads the workbook and watches it; gives the function that stops watching. */
  start(): () => void;
  /** Does it, unless something else is going on: a double click runs once. Never rejects. */
  perform(request: PaneRequest): Promise<void>;
  /** Stops what goes on, where it can be stopped. */
  cancel(): void;
}

export function createController(
  { service, language, now }: Pick<PaneEnvironment, "service" | "language" | "now">,
  texts: PaneTexts,
  store: Store,
): Controller {
  const reading = createReading(service, store);
  const work: Work = { service, language, now, texts, store, reading };
  const { getState, dispatch } = store;
  let cancelling: AbortController | null = null;

  async function perform(request: PaneRequest): Promise<void> {
    if (getState().activity !== null) return;
    if (request.kind === "select") {
      await select(request, work);
      return;
    }
    dispatch({ type: "started", activity: activityOf(request) });
    const release = reading.hold();
    cancelling = new AbortController();
    let notice: Notice | null = null;
    try {
      notice = await runRequest(request, work, {
        signal: cancelling.signal,
        onProgress: (progress) => {
          dispatch({ type: "progressed", progress });
        },
      });
    } catch (error) {
      notice = error instanceof Stopped ? stopped(texts) : failure(error, request, work);
    }
    if (notice !== null && request.kind === "read" && getState().inspection === null) {
      dispatch({ type: "readFailed", text: notice.text });
    } else {
      dispatch({ type: "finished", notice });
    }
    moveFocus(request, notice, store);
    release();
  }

  return {
    perform,
    cancel() {
      const { activity } = getState();
      if (activity === null || !canStop(activity, service)) return;
      dispatch({ type: "cancelling" });
      cancelling?.abort();
    },
    start() {
      let stop: (() => void) | null = null;
      let isStopped = false;
      service.onUserChange(reading.soon).then(
        (stopWatching) => {
          if (isStopped) stopWatching();
          else stop = stopWatching;
        },
        () => {
          // Without events the pane still works: every calculation reads the workbook anew.
        },
      );
      void perform({ kind: "read" });
      return () => {
        isStopped = true;
        stop?.();
        reading.stop();
      };
    },
  };
}

async function select(request: Extract<PaneRequest, { kind: "select" }>, work: Work): Promise<void> {
  try {
    await work.service.select(request.sheet, request.cell);
  } catch (error) {
    work.store.dispatch({ type: "finished", notice: failure(error, request, work) });
  }
}

/** The button that was pressed was gone meanwhile: the keyboard goes to what it was pressed for. */
function moveFocus(request: PaneRequest, notice: Notice | null, { getState, dispatch }: Store): void {
  if (request.kind === "read") return;
  const { tab } = getState();
  const succeeded = notice?.intent === "success" || notice?.intent === "warning";
  dispatch({ type: "focused", target: tab === "overview" || !succeeded ? "actions" : tab });
}

function activityOf(request: Exclude<PaneRequest, { kind: "select" }>): Activity {
  return { kind: request.kind, progress: { step: "reading" }, isCancelling: false };
}
