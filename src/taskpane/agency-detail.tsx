import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { areasOf, type ShownAgency, type ShownGroupResult } from "../app/shown-results";
import { changeText } from "./numbers";
import { usePane } from "./pane-context";
import { PartHeading } from "./part-heading";
import { ShareBar } from "./share-bar";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  back: { marginBottom: "8px", marginLeft: "-8px" },
  facts: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))",
    gap: "8px",
    margin: "0 0 12px",
  },
  fact: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  areas: { margin: "0 0 4px", fontWeight: tokens.fontWeightSemibold },
  area: { display: "flex", flexDirection: "column", gap: "4px" },
  goTo: { marginTop: "12px" },
});

interface AgencyProps {
  readonly group: ShownGroupResult;
  readonly result: ShownAgency;
}

/** One agency: its place, its points, and how it did in each area. */
export function AgencyDetail(props: AgencyProps): ReactElement {
  const { dispatch, controller, texts } = usePane();
  const styles = useStyles();
  const { group, result } = props;
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.back}
        icon={<ArrowLeftRegular />}
        onClick={() => {
          dispatch({ type: "agencyClosed" });
        }}
      >
        {texts.agency.back}
      </Button>
      <PartHeading target="agency">{result.name}</PartHeading>
      <dl className={styles.facts}>
        {result.rank !== null && group.lastRank !== null && (
          <Fact label={texts.agency.rank} value={texts.agency.rankOf(result.rank, group.lastRank)}>
            <Caption1>{texts.agency.ofAgencies(group.agencies.length)}</Caption1>
          </Fact>
        )}
        <Fact
          label={texts.agency.index}
          value={result.index === null ? texts.results.noRank : `${result.index.text}%`}
        />
        <Fact label={texts.agency.level} value={result.level ?? texts.results.noLevel} />
        <Fact label={texts.agency.score} value={texts.agency.of(result.score, result.maximum)} />
        {group.mean.lastYearCount > 0 && (
          <Fact
            label={texts.agency.change}
            value={result.change === null ? texts.results.notComparable : changeText(result.change, texts)}
          />
        )}
      </dl>
      <AreaTable group={group} result={result} />
      <Button className={styles.goTo} onClick={() => void controller.perform({ kind: "select", ...result.place })}>
        {texts.agency.goTo}
      </Button>
    </>
  );
}

function AreaTable({ group, result }: AgencyProps): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const table = useTableStyles();
  const areas = useMemo(() => areasOf(result), [result]);
  const number = mergeClasses(table.cell, table.number, table.noWrap);
  return (
    <>
      <Body1 as="h3" block className={styles.areas}>
        {texts.agency.areas}
      </Body1>
      <table className={table.table} aria-label={texts.agency.areas}>
        <thead>
          <tr>
            <th scope="col" className={table.head}>
              {texts.agency.columns.area}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {texts.agency.columns.score}
            </th>
            <th scope="col" className={mergeClasses(table.head, table.number)}>
              {texts.agency.columns.subIndex}
            </th>
            {group.lastRank !== null && (
              <th scope="col" className={mergeClasses(table.head, table.number)}>
                {texts.agency.columns.rank}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ id, title, applicable, score, maximum, subIndex, rank }) => (
            <tr key={id}>
              <th scope="row" className={table.cell}>
                <div className={styles.area}>
                  <Caption1>{title}</Caption1>
                  {subIndex !== null && <ShareBar percent={subIndex.value} />}
                </div>
              </th>
              <td className={number}>
                {applicable ? (
                  texts.agency.of(score, maximum)
                ) : (
                  <Caption1 className={table.small}>{texts.agency.notApplicable}</Caption1>
                )}
              </td>
              <td className={number}>{subIndex?.text ?? texts.results.noRank}</td>
              {group.lastRank !== null && <td className={number}>{rank ?? texts.results.noRank}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Fact(props: { readonly label: string; readonly value: string; readonly children?: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt>
        <Caption1 className={styles.label}>{props.label}</Caption1>
      </dt>
      <dd className={styles.value}>
        {props.value} {props.children}
      </dd>
    </div>
  );
}
