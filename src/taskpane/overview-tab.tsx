import { Body1, Caption1, Link, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import type { ReactElement } from "react";
import type { ShownGroup, ShownInspection } from "../app/shown-inspection";
import type { SheetSummary } from "../data/sheet-summary";
import { Disclosure } from "./disclosure";
import { EmptyState } from "./empty-state";
import { countBySeverity } from "./filter-findings";
import { lazyPart } from "./lazy-part";
import { usePane } from "./pane-context";
import { SeverityMark } from "./severity-mark";
import { WindowedList } from "./windowed-list";

const ReportSections = lazyPart(
  () => import("./report-sections"),
  ({ ReportSections }) => ReportSections,
);

const useStyles = makeStyles({
  heading: { margin: 0 },
  subtitle: { color: tokens.colorNeutralForeground2, display: "block", marginBottom: "12px" },
  status: {
    display: "flex",
    gap: "8px",
    alignItems: "flex-start",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    marginBottom: "16px",
  },
  statusText: { display: "flex", flexDirection: "column", gap: "2px" },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: "16px", lineHeight: 1, marginTop: "2px" },
  mark: { marginTop: "2px" },
  sectionHeading: { margin: "0 0 4px" },
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "10px 8px 6px",
    marginBottom: "8px",
  },
  groupText: { padding: "0 4px 4px", display: "flex", flexDirection: "column", gap: "2px" },
  groupName: { fontWeight: tokens.fontWeightSemibold, margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "4px" },
  names: { listStyleType: "none", margin: 0, padding: 0 },
  name: { padding: "2px 0" },
  line: { display: "flex", justifyContent: "space-between", gap: "8px" },
  number: { whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums", color: tokens.colorNeutralForeground2 },
});

/** What the program sees in this workbook. */
export function OverviewTab(): ReactElement | null {
  const { state, texts, environment } = usePane();
  const styles = useStyles();
  const { inspection } = state;
  if (inspection === null) return null;
  const { province, year, groups, hasScores, sheets } = inspection;
  const facts = [year === null ? null : texts.overview.year(year), environment.documentName ?? null].filter(
    (fact) => fact !== null,
  );
  return (
    <>
      <Subtitle2 as="h2" block className={styles.heading}>
        {province ?? texts.overview.heading}
      </Subtitle2>
      <Caption1 className={styles.subtitle}>{facts.length > 0 ? facts.join(" · ") : texts.overview.start}</Caption1>
      {hasScores ? (
        <>
          <Status inspection={inspection} />
          <Body1 as="h3" block className={styles.sectionHeading}>
            <strong>{texts.overview.groups}</strong>
          </Body1>
          {groups.map((group) => (
            <Group key={`${group.sheet}/${group.name}`} group={group} />
          ))}
          <ReportSections inspection={inspection} />
        </>
      ) : (
        <EmptyState
          icon={<TableRegular />}
          title={texts.overview.nothing}
          hint={texts.overview.nothingHint}
          action={<FindingsLink />}
        />
      )}
      <Sheets sheets={sheets} isOpenFirst={!hasScores} />
    </>
  );
}

OverviewTab.load = ReportSections.load;

function FindingsLink(): ReactElement {
  const { dispatch, texts } = usePane();
  return (
    <Link
      as="button"
      onClick={() => {
        dispatch({ type: "tabChosen", tab: "findings" });
        dispatch({ type: "focused", target: "findings" });
      }}
    >
      {texts.overview.showFindings}
    </Link>
  );
}

function Status({ inspection }: { readonly inspection: ShownInspection }): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const { error, warning } = countBySeverity(inspection.findings);
  const text =
    error > 0
      ? texts.overview.errors(error)
      : warning > 0
        ? texts.overview.readyWithWarnings(warning)
        : texts.overview.ready;
  return (
    <div className={styles.status}>
      {error + warning === 0 ? (
        <span className={styles.good} aria-hidden="true">
          <CheckmarkCircleFilled />
        </span>
      ) : (
        <span className={styles.mark}>
          <SeverityMark severity={error > 0 ? "error" : "warning"} />
        </span>
      )}
      <div className={styles.statusText}>
        <Body1>{text}</Body1>
        {error + warning > 0 && (
          <span>
            <FindingsLink />
          </span>
        )}
      </div>
    </div>
  );
}

function Group({ group }: { readonly group: ShownGroup }): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.group}>
      <div className={styles.groupText}>
        <Body1 as="h4" block className={styles.groupName}>
          {group.name}
        </Body1>
        <Caption1 className={styles.muted}>
          {texts.overview.groupFacts(group.agencies.length, group.areas.length)}
        </Caption1>
        <Caption1 className={styles.muted}>{texts.overview.groupSheet(group.sheet)}</Caption1>
        {group.selfScored && <Caption1>{texts.overview.selfScored}</Caption1>}
      </div>
      <Disclosure title={texts.overview.areas(group.areas.length)}>
        {() => (
          <ul className={styles.list}>
            {group.areas.map((area) => (
              <li key={area.id} className={styles.line}>
                <Caption1>{area.title}</Caption1>
                <Caption1 className={styles.number}>{texts.overview.points(area.points)}</Caption1>
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
      <Disclosure title={texts.overview.agencies(group.agencies.length)}>
        {() => (
          <WindowedList
            items={group.agencies}
            height={20}
            className={styles.names}
            item={(name, place) => (
              <li key={`${String(place["data-index"])}/${name}`} className={styles.name} {...place}>
                <Caption1>{name}</Caption1>
              </li>
            )}
          />
        )}
      </Disclosure>
    </div>
  );
}

function Sheets(props: { readonly sheets: readonly SheetSummary[]; readonly isOpenFirst: boolean }): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const { sheets } = props;
  const read = sheets.filter(({ role }) => role === "scores" || role === "agencies" || role === "settings").length;
  return (
    <Disclosure title={texts.overview.sheets(read, sheets.length)} isOpenFirst={props.isOpenFirst}>
      {() => (
        <ul className={styles.list}>
          {sheets.map(({ name, role, reason }) => (
            <li key={name}>
              <Body1 block>{name}</Body1>
              <Caption1 block className={styles.muted}>
                {role === "own"
                  ? texts.overview.roles.own
                  : sentence(texts.overview.roles[role], reason === null ? null : texts.sheetReasons[reason])}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function sentence(role: string, reason: string | null): string {
  return reason === null ? role : `${role}: ${reason}`;
}
