import {
  Body1,
  Caption1,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from "@fluentui/react-components";
import { CalculatorRegular } from "@fluentui/react-icons/svg/calculator";
import type { ReactElement } from "react";
import type { ShownAgency, ShownGroupResult, ShownResults } from "../app/shown-results";
import type { PaneTexts } from "../strings/pane.vi";
import { AgencyDetail } from "./agency-detail";
import { EmptyState } from "./empty-state";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";
import { RankingTable } from "./ranking-table";

const useStyles = makeStyles({
  facts: { display: "flex", flexDirection: "column", gap: "6px", margin: "10px 0" },
  levels: { display: "flex", flexWrap: "wrap", gap: "4px 6px", listStyleType: "none", margin: 0, padding: 0 },
  level: {
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    fontVariantNumeric: "tabular-nums",
  },
  mark: { color: tokens.colorNeutralForeground2, display: "block" },
  provisional: { marginBottom: "8px" },
});

/** The last calculation: a group's ranking, or one of its agencies in detail. */
export function ResultsTab(): ReactElement | null {
  const { state, texts } = usePane();
  const { calculation, inspection } = state;
  if (inspection === null) return null;
  if (calculation === null) {
    return (
      <>
        <PartHeading target="results">{texts.results.heading}</PartHeading>
        <EmptyState
          icon={<CalculatorRegular />}
          title={texts.results.none}
          hint={inspection.isBlocked ? texts.results.noneBlockedHint : texts.results.noneHint}
        />
      </>
    );
  }
  const { results } = calculation;
  const group = results.groups[state.group] ?? results.groups[0];
  if (group === undefined) return null;
  const agency = state.agency === null ? undefined : group.agencies[state.agency];
  return (
    <>
      {results.provisional && <Provisional results={results} />}
      {agency === undefined ? (
        <Ranking results={results} group={group} />
      ) : (
        <AgencyDetail group={group} result={agency} />
      )}
    </>
  );
}

function Provisional({ results }: { readonly results: ShownResults }): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.provisional}>
      <MessageBarBody>
        <strong>{texts.results.provisional(results.missing)}</strong>
      </MessageBarBody>
    </MessageBar>
  );
}

function Ranking(props: { readonly results: ShownResults; readonly group: ShownGroupResult }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const { results, group } = props;
  const mean = meanText(group, texts);
  return (
    <>
      <PartHeading target="results">{texts.results.headingOf(results.year)}</PartHeading>
      {results.groups.length > 1 && (
        <Field label={texts.results.group}>
          <Select
            value={String(state.group)}
            onChange={(_, { value }) => {
              dispatch({ type: "groupChosen", group: Number(value) });
            }}
          >
            {results.groups.map((each, at) => (
              <option key={`${each.sheet}/${each.name}`} value={String(at)}>
                {each.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.facts}>
        {mean !== null && <Body1>{mean}</Body1>}
        {group.agencies.length === 1 && <Body1>{texts.results.single}</Body1>}
        <ul className={styles.levels} aria-label={texts.results.levels}>
          {levelCounts(group, texts).map(([level, agencies]) => (
            <li key={level} className={styles.level}>
              <Caption1>{texts.results.levelCount(level, agencies)}</Caption1>
            </li>
          ))}
        </ul>
      </div>
      {group.agencies.length > 1 && mean !== null && (
        <Caption1 className={styles.mark}>{texts.results.meanMark}</Caption1>
      )}
      <RankingTable group={group} />
    </>
  );
}

/** "Trung bình 90,32%, cao hơn năm trước 3,5". */
function meanText({ mean }: ShownGroupResult, texts: PaneTexts): string | null {
  if (mean.index === null) return null;
  const fact = texts.results.meanFact(mean.index.text);
  if (mean.change === null) return `${fact}.`;
  const { value, text } = mean.change;
  if (value === 0) return `${fact}, ${texts.results.comparedEqual}.`;
  return `${fact}, ${value > 0 ? texts.results.comparedHigher(text) : texts.results.comparedLower(text)}.`;
}

/** Highest level first, those with nobody in it left out. */
function levelCounts({ levels, agencies }: ShownGroupResult, texts: PaneTexts): readonly (readonly [string, number])[] {
  const count = (isOne: (agency: ShownAgency) => boolean): number => agencies.filter(isOne).length;
  const counted = levels.map((name) => [name, count(({ level }) => level === name)] as const);
  const none = [texts.results.noLevel, count(({ level }) => level === null)] as const;
  return [...counted, none].filter(([, agencyCount]) => agencyCount > 0);
}
