/** What the user asks for, done by the use cases of app/: each gives the notice that is shown when it is over. */
import type { AcceptOptions } from "../app/accept-changes";
import type { ShownAccepted, WorkOptions } from "../app/workbook-service";
import { done, sentenceOf } from "./notices";
import { calculate } from "./run-calculate";
import type { Notice, PaneRequest } from "./state";
import type { Work } from "./work";

/** null: nothing to say. Rejects with what the host or a use case fails with. */
export async function runRequest(
  request: Exclude<PaneRequest, { kind: "select" }>,
  work: Work,
  options: WorkOptions,
): Promise<Notice | null> {
  const { service, texts, reading } = work;
  const { dispatch, getState } = work.store;
  switch (request.kind) {
    case "read":
      reading.show(await reading.read(options));
      return null;
    case "calculate":
      return calculate(request.provisional, work, options);
    case "writeFindings": {
      const inspection = await service.writeFindings(getState().unrecorded, options);
      dispatch({ type: "unrecorded", unrecorded: [] });
      reading.show(inspection);
      return done(texts.notices.findingsWritten);
    }
    case "repair": {
      const accepted = await service.repair(request.changes, acceptOptions(work), options);
      return noticeOf(accepted, texts.notices.repaired(request.changes.length), work);
    }
    case "saveSettings": {
      const accepted = await service.saveSettings(request.settings, acceptOptions(work), options);
      dispatch({ type: "drafted", draft: null });
      return noticeOf(accepted, texts.notices.settingsSaved, work);
    }
  }
}

function acceptOptions({ now, store }: Work): AcceptOptions {
  return { now: now(), unrecorded: store.getState().unrecorded };
}

function noticeOf(
  { inspection, unrecorded, recordFailure }: ShownAccepted,
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
