/** What the user asks for, done by the use cases of app/: each gives the notice that is shown when it is over. */
import type { Accepted, AcceptOptions } from "../app/accept-changes";
import { done, sentenceOf } from "./notices";
import type { Notice, PaneRequest } from "./state";
import { useCases } from "./use-cases";
import type { Work } from "./work";

/** null: nothing to say. Rejects with what the host or a use case fails with. */
export async function runRequest(
  request: Exclude<PaneRequest, { kind: "select" }>,
  work: Work,
  signal: AbortSignal,
): Promise<Notice | null> {
  const { host, texts, reading } = work;
  const { dispatch, getState } = work.store;
  switch (request.kind) {
    case "read":
      reading.show(await reading.read());
      return null;
    case "calculate": {
      const { calculate } = await useCases.calculate();
      return calculate(request.provisional, work, signal);
    }
    case "writeFindings": {
      const inspection = await reading.read();
      const { writeFindings } = await useCases.writeFindings();
      await writeFindings(host, inspection, true, getState().unrecorded);
      dispatch({ type: "unrecorded", unrecorded: [] });
      reading.show(inspection);
      return done(texts.notices.findingsWritten);
    }
    case "repair": {
      const { acceptChanges } = await useCases.acceptChanges();
      const accepted = await acceptChanges(host, request.changes, acceptOptions(work));
      return noticeOf(accepted, texts.notices.repaired(request.changes.length), work);
    }
    case "saveSettings": {
      const { inspection } = getState();
      if (inspection === null) return null;
      const { saveSettings } = await useCases.settings();
      const accepted = await saveSettings(host, inspection, request.settings, acceptOptions(work));
      dispatch({ type: "drafted", draft: null });
      return noticeOf(accepted, texts.notices.settingsSaved, work);
    }
  }
}

function acceptOptions({ now, store }: Work): AcceptOptions {
  return { now: now(), unrecorded: store.getState().unrecorded };
}

function noticeOf(
  { inspection, unrecorded, recordFailure }: Accepted,
  text: string,
  { texts, language, store, reading }: Work,
): Notice {
  store.dispatch({ type: "unrecorded", unrecorded });
  if (inspection === null) store.dispatch({ type: "outdated" });
  else reading.show(inspection);
  if (unrecorded.length === 0) return done(text);
  const reason = sentenceOf(recordFailure, { texts, language });
  const retry: PaneRequest = { kind: "writeFindings" };
  return { intent: "warning", text: texts.notices.notRecorded(reason), retry, canDownload: true };
}
