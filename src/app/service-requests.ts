/**
 * The service's questions as plain data, for whoever passes them to another thread: the page's worker and that of
 * Excel's pane. Every question has one answer; a failure goes as PlainFailure.
 */
import type { ChangeRecord } from "../workbook/change-record";
import type { AcceptOptions } from "./accept-changes";
import { acceptedOf, type PlainAccepted, plainAccepted } from "./plain-failure";
import type { ShownChange } from "./repair";
import type { Progress } from "./run-calculation";
import type { ShownSettingsPlan, WantedSettings } from "./settings";
import type { ShownInspection } from "./shown-inspection";
import type { CalculateOptions, CalculateOutcome, WorkbookService, WorkOptions } from "./workbook-service";

export interface ServiceRequests {
  inspect(): ShownInspection;
  calculate(options: Pick<CalculateOptions, "provisional" | "sections" | "unrecorded">): CalculateOutcome;
  writeFindings(unrecorded: readonly ChangeRecord[]): ShownInspection;
  repair(changes: readonly ShownChange[], accept: AcceptOptions): PlainAccepted;
  previewSettings(wanted: WantedSettings): ShownSettingsPlan;
  saveSettings(wanted: WantedSettings, accept: AcceptOptions): PlainAccepted;
}

export type ServiceRequest = keyof ServiceRequests;

/** What answers each request of a list of requests. */
export type AnswersTo<Requests extends { readonly [Name in keyof Requests]: (...args: never[]) => unknown }> = {
  readonly [Name in keyof Requests]: (
    args: Parameters<Requests[Name]>,
    onProgress: (progress: Progress) => void,
  ) => Promise<ReturnType<Requests[Name]>>;
};

/** On the side that does the work. */
export function serviceAnswers(service: WorkbookService): AnswersTo<ServiceRequests> {
  return {
    inspect: (_, onProgress) => service.inspect({ onProgress }),
    calculate: ([options], onProgress) => service.calculate({ ...options, onProgress }),
    writeFindings: ([unrecorded]) => service.writeFindings(unrecorded),
    repair: async ([changes, accept]) => plainAccepted(await service.repair(changes, accept)),
    previewSettings: ([wanted]) => service.previewSettings(wanted),
    saveSettings: async ([wanted, accept]) => plainAccepted(await service.saveSettings(wanted, accept)),
  };
}

export type AskService = <Name extends ServiceRequest>(
  name: Name,
  args: Parameters<ServiceRequests[Name]>,
  options?: WorkOptions,
) => Promise<ReturnType<ServiceRequests[Name]>>;

/** On the side that asks. */
export function askedService(ask: AskService): Pick<WorkbookService, ServiceRequest> {
  return {
    inspect: (options) => ask("inspect", [], options),
    calculate: ({ provisional, sections, unrecorded, ...options }) =>
      ask("calculate", [{ provisional, sections, unrecorded }], options),
    writeFindings: (unrecorded, options) => ask("writeFindings", [unrecorded], options),
    repair: async (changes, accept, options) => acceptedOf(await ask("repair", [changes, accept], options)),
    previewSettings: (wanted) => ask("previewSettings", [wanted]),
    saveSettings: async (wanted, accept, options) => acceptedOf(await ask("saveSettings", [wanted, accept], options)),
  };
}
