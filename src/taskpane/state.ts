/** Everything that the pane shows, as plain data, and how it changes. No rule about scores lives here. */
import type { ShownChange } from "../app/repair";
import type { Progress } from "../app/run-calculation";
import type { WantedSettings } from "../app/settings";
import type { ShownInspection } from "../app/shown-inspection";
import type { ShownResults } from "../app/shown-results";
import type { WorkbookService } from "../app/workbook-service";
import type { PaneTexts } from "../strings/pane.vi";
import type { ChangeRecord } from "../workbook/change-record";
import type { Severity } from "../data/finding";
import type { SettingsDraft } from "./level-draft";

/** What has a word on the tabs is a tab. */
export type Tab = keyof PaneTexts["tabs"];

/** What the user can ask the workbook for; a request that failed can be made again as it is. */
export type PaneRequest =
  | { readonly kind: "read" }
  | { readonly kind: "calculate"; readonly provisional: boolean }
  | { readonly kind: "writeFindings" }
  | { readonly kind: "select"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "repair"; readonly changes: readonly ShownChange[] }
  | { readonly kind: "saveSettings"; readonly settings: WantedSettings };

/** What is going on now; one thing at a time. */
export interface Activity {
  readonly kind: Exclude<PaneRequest["kind"], "select">;
  readonly progress: Progress;
  readonly isCancelling: boolean;
}

/** In Excel a calculation until it writes; where the workbook lives in a worker everything at every moment. */
export function canStop(
  { kind, progress }: Activity,
  { stopsAnytime }: Pick<WorkbookService, "stopsAnytime">,
): boolean {
  return stopsAnytime || (kind === "calculate" && progress.step !== "writing");
}

export interface Notice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly text: string;
  readonly retry: PaneRequest | null;
  /** The workbook has changed, so there is something to download. */
  readonly canDownload: boolean;
}

export interface FindingFilter {
  readonly severity: Severity | "all";
  readonly text: string;
}

export type SortColumn = "rank" | "agency" | "index" | "change";

export interface Sort {
  readonly column: SortColumn;
  readonly ascending: boolean;
}

/** Where the keyboard goes after something has changed the page. */
export type FocusTarget = Exclude<Tab, "overview"> | "agency" | "actions";

export interface PaneState {
  /** null until the workbook was read for the first time. */
  readonly inspection: ShownInspection | null;
  /** The sentence with which the first reading failed. */
  readonly readFailure: string | null;
  /** The workbook changed and could not be read again. */
  readonly isOutdated: boolean;
  readonly activity: Activity | null;
  readonly notice: Notice | null;
  /** The last calculation, and what it was computed from. */
  readonly calculation: { readonly results: ShownResults; readonly fingerprint: string } | null;
  /** Scores or settings have changed since the report in the workbook was written. */
  readonly isStale: boolean;
  /** Accepted changes that the workbook's record does not hold yet. */
  readonly unrecorded: readonly ChangeRecord[];
  readonly tab: Tab;
  readonly filter: FindingFilter;
  /** Index of the group and, where one is looked at in detail, of the agency, in workbook order. */
  readonly group: number;
  readonly agency: number | null;
  readonly sort: Sort;
  /** Keys of the report's sections that are wanted otherwise than the workbook says. */
  readonly sectionsToggled: ReadonlySet<string>;
  /** Settings as edited; null while they are as in the workbook. */
  readonly draft: SettingsDraft | null;
  readonly focus: FocusTarget | null;
}

export type PaneAction =
  | { readonly type: "started"; readonly activity: Activity }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancelling" }
  | { readonly type: "finished"; readonly notice: Notice | null }
  | { readonly type: "readFailed"; readonly text: string }
  | { readonly type: "outdated" }
  /** restored: the results of the report in the workbook, where they are others than the pane's. */
  | { readonly type: "inspected"; readonly inspection: ShownInspection; readonly restored: ShownResults | null }
  | { readonly type: "calculated"; readonly results: ShownResults; readonly fingerprint: string }
  | { readonly type: "unrecorded"; readonly unrecorded: readonly ChangeRecord[] }
  | { readonly type: "dismissed" }
  | { readonly type: "tabChosen"; readonly tab: Tab }
  | { readonly type: "filtered"; readonly filter: Partial<FindingFilter> }
  | { readonly type: "groupChosen"; readonly group: number }
  | { readonly type: "agencyOpened"; readonly agency: number }
  | { readonly type: "agencyClosed" }
  | { readonly type: "sorted"; readonly column: SortColumn }
  | { readonly type: "sectionsToggled"; readonly keys: ReadonlySet<string> }
  | { readonly type: "drafted"; readonly draft: SettingsDraft | null }
  | { readonly type: "focused"; readonly target: FocusTarget }
  | { readonly type: "focusServed" };

export const initialState: PaneState = {
  inspection: null,
  readFailure: null,
  isOutdated: false,
  activity: null,
  notice: null,
  calculation: null,
  isStale: false,
  unrecorded: [],
  tab: "overview",
  filter: { severity: "all", text: "" },
  group: 0,
  agency: null,
  sort: { column: "rank", ascending: true },
  sectionsToggled: new Set(),
  draft: null,
  focus: null,
};

export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case "started":
      return { ...state, activity: action.activity, notice: null };
    case "progressed":
      return state.activity === null ? state : { ...state, activity: { ...state.activity, progress: action.progress } };
    case "cancelling":
      return state.activity === null ? state : { ...state, activity: { ...state.activity, isCancelling: true } };
    case "finished":
      return { ...state, activity: null, notice: action.notice };
    case "readFailed":
      return { ...state, activity: null, readFailure: action.text };
    case "outdated":
      return { ...state, isOutdated: true };
    case "inspected":
      return inspected(state, action);
    case "calculated":
      return calculated(state, action);
    case "unrecorded":
      return { ...state, unrecorded: action.unrecorded };
    case "dismissed":
      return { ...state, notice: null };
    case "tabChosen":
      return { ...state, tab: action.tab };
    case "filtered":
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case "groupChosen":
      return { ...state, group: action.group, agency: null };
    case "agencyOpened":
      return { ...state, agency: action.agency, focus: "agency" };
    case "agencyClosed":
      return { ...state, agency: null, focus: "results" };
    case "sorted":
      return { ...state, sort: nextSort(state.sort, action.column) };
    case "sectionsToggled":
      return { ...state, sectionsToggled: action.keys };
    case "drafted":
      return { ...state, draft: action.draft };
    case "focused":
      return { ...state, focus: action.target };
    case "focusServed":
      return { ...state, focus: null };
  }
}

function inspected(state: PaneState, { inspection, restored }: Extract<PaneAction, { type: "inspected" }>): PaneState {
  const { fingerprint, report } = inspection;
  const next = restored === null ? state : calculated(state, { results: restored, fingerprint });
  const { calculation } = next;
  // What the workbook says of its report holds, whoever wrote it; without one there is the calculation of this pane.
  const isStale =
    report === "none" ? calculation !== null && calculation.fingerprint !== fingerprint : report === "stale";
  return {
    ...next,
    inspection,
    readFailure: null,
    isOutdated: false,
    isStale,
    // "Đã tính xong" beside "Số liệu đã thay đổi" would be one word too many.
    notice: isStale && state.notice?.intent === "success" ? null : state.notice,
  };
}

function calculated(
  state: PaneState,
  { results, fingerprint }: Pick<Extract<PaneAction, { type: "calculated" }>, "results" | "fingerprint">,
): PaneState {
  // The agency that was looked at may be gone, or stand elsewhere.
  const group = state.group < results.groups.length ? state.group : 0;
  return { ...state, calculation: { results, fingerprint }, isStale: false, group, agency: null };
}

/** Ranks and names begin with the first, indices and changes with the highest; a second press turns round. */
function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column === column) return { column, ascending: !sort.ascending };
  return { column, ascending: column === "rank" || column === "agency" };
}
