import { Button, makeStyles, useRestoreFocusTarget } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WrenchRegular } from "@fluentui/react-icons/svg/wrench";
import { type ReactElement, useCallback, useMemo, useState } from "react";
import { oncePerCell } from "../app/once-per-cell";
import type { ShownChange } from "../app/repair";
import type { ShownInspection } from "../app/shown-inspection";
import { type SaidFinding, saidFindings } from "../strings/finding-sentence";
import { moveWithArrows } from "./arrow-keys";
import { EmptyState } from "./empty-state";
import { filterFindings } from "./filter-findings";
import { FindingItem } from "./finding-item";
import { FindingsFilter } from "./findings-filter";
import { lazyPart } from "./lazy-part";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";
import { WindowedList } from "./windowed-list";

const ConfirmDialog = lazyPart(
  () => import("./confirm-dialog"),
  ({ ConfirmDialog }) => ConfirmDialog,
);

const useStyles = makeStyles({
  top: { display: "flex", flexDirection: "column", gap: "8px", marginBottom: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

/** What the checks found: filter, go to the cell, repair. */
export function FindingsTab(): ReactElement | null {
  const { state, texts } = usePane();
  const { inspection } = state;
  if (inspection === null) return null;
  return (
    <>
      <PartHeading target="findings">{texts.findings.heading}</PartHeading>
      {inspection.findings.length === 0 ? (
        <EmptyState icon={<CheckmarkCircleRegular />} title={texts.findings.none} hint={texts.findings.noneHint} />
      ) : (
        <Findings inspection={inspection} />
      )}
    </>
  );
}

FindingsTab.load = ConfirmDialog.load;

function Findings({ inspection }: { readonly inspection: ShownInspection }): ReactElement {
  const { state, dispatch, controller, texts } = usePane();
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const [asked, setAsked] = useState<readonly ShownChange[] | null>(null);
  const findings = useMemo(
    () => saidFindings(inspection.findings, texts.sentences, inspection.decimalMark),
    [inspection, texts.sentences],
  );
  const repairOf = useMemo(() => {
    const changes = new Map(findings.map((finding, at) => [finding, inspection.repairs[at] ?? null]));
    return (finding: SaidFinding): ShownChange | null => changes.get(finding) ?? null;
  }, [inspection, findings]);
  const { filter } = state;
  const matching = useMemo(() => filterFindings(findings, filter), [findings, filter]);
  const repairs = useMemo(() => oncePerCell(matching.map(repairOf)), [matching, repairOf]);
  const repairOne = useCallback((change: ShownChange) => {
    setAsked([change]);
  }, []);
  const isBusy = state.activity !== null;
  return (
    <>
      <div className={styles.top}>
        <FindingsFilter findings={findings} />
        <div className={styles.actions}>
          {repairs.length > 0 && (
            <Button
              {...restoreFocus}
              size="small"
              icon={<WrenchRegular />}
              disabledFocusable={isBusy}
              onClick={() => {
                setAsked(repairs);
              }}
            >
              {texts.findings.repairAll(repairs.length)}
            </Button>
          )}
          <Button
            size="small"
            title={texts.findings.writeHint}
            disabledFocusable={isBusy}
            onClick={() => void controller.perform({ kind: "writeFindings" })}
          >
            {texts.findings.write}
          </Button>
        </div>
      </div>
      {matching.length === 0 ? (
        <EmptyState
          title={texts.findings.noMatch}
          action={
            <Button
              onClick={() => {
                dispatch({ type: "filtered", filter: { severity: "all", text: "" } });
              }}
            >
              {texts.findings.clearFilter}
            </Button>
          }
        />
      ) : (
        <WindowedList
          items={matching}
          height={84}
          className={styles.list}
          label={texts.findings.list}
          onKeyDown={moveWithArrows}
          item={(finding, place) => (
            <FindingItem
              key={`${finding.code}/${finding.sheet}/${finding.cell ?? ""}/${String(place["data-index"])}`}
              place={place}
              finding={finding}
              repair={repairOf(finding)}
              onRepair={repairOne}
            />
          )}
        />
      )}
      {asked !== null && (
        <ConfirmDialog
          title={texts.repair.title(asked.length)}
          explanation={texts.repair.explanation}
          changes={asked}
          accept={texts.repair.accept(asked.length)}
          dismiss={texts.repair.dismiss}
          onDismiss={() => {
            setAsked(null);
          }}
          onAccept={() => {
            setAsked(null);
            void controller.perform({ kind: "repair", changes: asked });
          }}
        />
      )}
    </>
  );
}
