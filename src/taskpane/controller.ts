/** Turns what the user asks for into use cases of app/, one at a time, and tells the store how they go. */
import type { Accepted, AcceptOptions } from "../app/accept-changes";
import { type Inspection, inspect, resultsOf } from "../app/inspect";
import type { RunOutcome } from "../app/run-calculation";
import { HostError } from "../data/host-error";
import { findingTextsEn } from "../strings/findings.en";
import { findingTextsVi } from "../strings/findings.vi";
import type { PaneTexts } from "../strings/pane.vi";
import type { PaneEnvironment } from "./environment";
import type { Activity, Notice, PaneRequest } from "./state";
import type { Store } from "./store";
import { useCases } from "./use-cases";

export interface Controller {
  /** Reads the workbook and watches it; gives the function that stops watching. */
  start(): () => void;
  /** Does it, unless something else is going on: a double click runs once. Never rejects. */
  perform(request: PaneRequest): Promise<void>;
  /** Stops a calculation that has not begun to write. */
  cancel(): void;
}

/** The user types a score, then the next: reading waits for a pause this long, in milliseconds. */
const pauseBeforeReading = 800;

export function createController(
  { host, language, now }: Pick<PaneEnvironment, "host" | "language" | "now">,
  texts: PaneTexts,
  { getState, dispatch }: Store,
): Controller {
  const findingTexts = language === "vi" ? findingTextsVi : findingTextsEn;
  let cancelling: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let hasChanged = false;
  /** Has what is being done shown the workbook as it was read after its beginning? */
  let hasShown = false;

  async function perform(request: PaneRequest): Promise<void> {
    if (getState().activity !== null) return;
    if (request.kind === "select") {
      await select(request);
      return;
    }
    dispatch({ type: "started", activity: activityOf(request) });
    // What is asked for reads the workbook itself: what was heard before need not be read once more.
    const wasWaiting = stopWaiting();
    let notice: Notice | null = null;
    try {
      notice = await run(request);
    } catch (error) {
      notice = failure(error, request);
    }
    if (notice !== null && request.kind === "read" && getState().inspection === null) {
      dispatch({ type: "readFailed", text: notice.text });
    } else {
      dispatch({ type: "finished", notice });
    }
    moveFocus(request, notice);
    if (hasChanged || (wasWaiting && !hasShown)) readSoon();
  }

  function stopWaiting(): boolean {
    const wasWaiting = hasChanged;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    hasChanged = false;
    hasShown = false;
    return wasWaiting;
  }

  async function run(request: Exclude<PaneRequest, { kind: "select" }>): Promise<Notice | null> {
    switch (request.kind) {
      case "read":
        show(await inspect(host, findingTexts));
        return null;
      case "calculate":
        return calculate(request.provisional);
      case "writeFindings": {
        // From the workbook as it is at this moment, not as it was last seen.
        const inspection = await inspect(host, findingTexts);
        const { writeFindings } = await useCases.writeFindings();
        await writeFindings(host, inspection.grids, true, getState().unrecorded);
        dispatch({ type: "unrecorded", unrecorded: [] });
        show(await inspect(host, findingTexts));
        return done(texts.notices.findingsWritten);
      }
      case "repair": {
        const { acceptChanges } = await useCases.acceptChanges();
        const accepted = await acceptChanges(host, request.changes, acceptOptions());
        return noticeOf(accepted, texts.notices.repaired(request.changes.length));
      }
      case "saveSettings": {
        const { inspection } = getState();
        if (inspection === null) return null;
        const { saveSettings } = await useCases.settings();
        const accepted = await saveSettings(host, inspection, request.settings, acceptOptions());
        dispatch({ type: "drafted", draft: null });
        return noticeOf(accepted, texts.notices.settingsSaved);
      }
    }
  }

  async function calculate(provisional: boolean): Promise<Notice> {
    cancelling = new AbortController();
    try {
      const { runCalculation } = await useCases.runCalculation();
      const { unrecorded } = getState();
      const outcome = await runCalculation(host, {
        provisional,
        sections: await chosenSections(),
        texts: findingTexts,
        signal: cancelling.signal,
        unrecorded,
        onProgress: (progress) => {
          dispatch({ type: "progressed", progress });
        },
      });
      return await noticeOfRun(outcome, provisional);
    } finally {
      cancelling = null;
    }
  }

  async function noticeOfRun(outcome: RunOutcome, provisional: boolean): Promise<Notice> {
    const { notices } = texts;
    switch (outcome.kind) {
      case "cancelled":
        return { intent: "info", text: notices.cancelled, retry: null, canDownload: false };
      case "blocked": {
        show(outcome.inspection);
        dispatch({ type: "filtered", filter: { severity: "error", text: "" } });
        dispatch({ type: "tabChosen", tab: "findings" });
        const errors = outcome.inspection.workbook.findings.filter(({ severity }) => severity === "error").length;
        return { intent: "warning", text: notices.blocked(errors), retry: null, canDownload: false };
      }
      case "nothing":
        show(outcome.inspection);
        return { intent: "warning", text: notices.nothing, retry: null, canDownload: false };
      case "written": {
        const { results, inspection, sheets } = outcome;
        dispatch({ type: "unrecorded", unrecorded: [] });
        dispatch({ type: "calculated", results, fingerprint: inspection.fingerprint });
        dispatch({ type: "tabChosen", tab: "results" });
        // The report stands in the workbook: a reading that fails now must not look like a failed calculation.
        await readAgain(inspection);
        return done(provisional ? notices.writtenProvisional(sheets) : notices.written(sheets));
      }
    }
  }

  /** null: all of them. */
  async function chosenSections(): Promise<ReadonlySet<string> | null> {
    const { inspection, sectionsLeftOut } = getState();
    if (inspection === null || sectionsLeftOut.size === 0) return null;
    const { sectionsOf } = await useCases.sections();
    const all = sectionsOf(inspection).map(({ key }) => key);
    return new Set(all.filter((key) => !sectionsLeftOut.has(key)));
  }

  async function select({ sheet, cell }: Extract<PaneRequest, { kind: "select" }>): Promise<void> {
    try {
      await host.selectCell(sheet, cell);
    } catch (error) {
      dispatch({ type: "finished", notice: failure(error, { kind: "select", sheet, cell }) });
    }
  }

  function show(inspection: Inspection): void {
    hasShown = true;
    // A report that is current and not from this pane's calculation was written from the ribbon, or before.
    const isOther = inspection.report === "current" && getState().calculation?.fingerprint !== inspection.fingerprint;
    dispatch({ type: "inspected", inspection, restored: isOther ? resultsOf(inspection) : null });
  }

  async function readAgain(otherwise: Inspection): Promise<void> {
    show(await inspect(host, findingTexts).catch(() => otherwise));
  }

  function acceptOptions(): AcceptOptions {
    return { now: now(), texts: findingTexts, unrecorded: getState().unrecorded };
  }

  function noticeOf({ inspection, unrecorded, recordFailure }: Accepted, text: string): Notice {
    dispatch({ type: "unrecorded", unrecorded });
    if (inspection === null) dispatch({ type: "outdated" });
    else show(inspection);
    if (unrecorded.length === 0) return done(text);
    const reason = sentenceOf(recordFailure, texts);
    const retry: PaneRequest = { kind: "writeFindings" };
    return { intent: "warning", text: texts.notices.notRecorded(reason), retry, canDownload: true };
  }

  function failure(error: unknown, retry: PaneRequest): Notice {
    return { intent: "error", text: sentenceOf(error, texts), retry, canDownload: false };
  }

  /** The button that was pressed was gone meanwhile: the keyboard goes to what it was pressed for. */
  function moveFocus(request: PaneRequest, notice: Notice | null): void {
    if (request.kind === "read") return;
    const { tab } = getState();
    const succeeded = notice?.intent === "success" || notice?.intent === "warning";
    dispatch({ type: "focused", target: tab === "overview" || !succeeded ? "actions" : tab });
  }

  function readSoon(): void {
    hasChanged = true;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (getState().activity !== null) return;
      hasChanged = false;
      // In the background: what the user is doing goes on, and a failure is only said.
      inspect(host, findingTexts).then(show, () => {
        dispatch({ type: "outdated" });
      });
    }, pauseBeforeReading);
  }

  return {
    perform,
    cancel() {
      const { activity } = getState();
      if (activity?.kind !== "calculate" || activity.progress.step === "writing") return;
      dispatch({ type: "cancelling" });
      cancelling?.abort();
    },
    start() {
      let stop: (() => void) | null = null;
      let isStopped = false;
      host.onUserChange(readSoon).then(
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
        stopWaiting();
      };
    },
  };
}

function activityOf(request: Exclude<PaneRequest, { kind: "select" }>): Activity {
  return request.kind === "calculate"
    ? { kind: "calculate", progress: { step: "reading" }, isCancelling: false }
    : { kind: request.kind };
}

function done(text: string): Notice {
  return { intent: "success", text, retry: null, canDownload: true };
}

/** A HostError's sentence is for people; anything else is not. */
function sentenceOf(error: unknown, texts: PaneTexts): string {
  return error instanceof HostError ? error.message : texts.notices.unexpected;
}
