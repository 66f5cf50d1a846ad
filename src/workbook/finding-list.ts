/** Collects findings while reading, and puts them into the order in which people go through them. */
import { findingSeverities, type Finding, type FindingCode, type FindingData, type Severity } from "../data/finding";
import { cellAddress } from "../data/grid";

export interface FindingDraft {
  readonly code: FindingCode;
  readonly sheet: string;
  /** Both null where the finding is about the whole sheet. */
  readonly row: number | null;
  readonly column: number | null;
  readonly agency?: string | null;
  readonly criterion?: string | null;
  readonly data: FindingData;
  readonly repair?: number | string | null;
}

export type AddFinding = (draft: FindingDraft) => void;

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then warnings, then info; within that by sheet as in the workbook, row and column. */
export function inReadingOrder(drafts: readonly FindingDraft[], sheetNames: readonly string[]): readonly Finding[] {
  const sheetOrder = new Map(sheetNames.map((name, index) => [name, index]));
  const keys = new Map(
    drafts.map((draft) => [
      draft,
      [
        severityOrder[findingSeverities[draft.code]],
        sheetOrder.get(draft.sheet) ?? -1,
        draft.row ?? -1,
        draft.column ?? -1,
      ],
    ]),
  );
  return [...drafts].sort((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? [])).map(toFinding);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function toFinding(draft: FindingDraft): Finding {
  return {
    code: draft.code,
    severity: findingSeverities[draft.code],
    sheet: draft.sheet,
    cell: draft.row === null || draft.column === null ? null : cellAddress(draft.row, draft.column),
    agency: draft.agency ?? null,
    criterion: draft.criterion ?? null,
    data: draft.data,
    repair: draft.repair ?? null,
  };
}
