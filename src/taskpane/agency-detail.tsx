import { nameOfArea } from "../strings/area-name";
import { Body1, Button, Caption1, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import type { ReactElement, ReactNode } from "react";
import { toNumber } from "../scoring/exact";
import type { AgencyResult, GroupResult } from "../scoring/results";
import { cellAddress } from "../data/grid";
import type { Numbers } from "./numbers";
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
  readonly group: GroupResult;
  readonly result: AgencyResult;
  readonly numbers: Numbers;
}

/** One agency: its place, its points, and how it did in each area. */
export function AgencyDetail(props: AgencyProps): ReactElement {
  const { dispatch, controller, texts } = usePane();
  const styles = useStyles();
  const { group, result, numbers } = props;
  const { sheet, headerRow, scoreColumn } = result.agency.source;
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
      <PartHeading target="agency">{result.agency.name}</PartHeading>
      <dl className={styles.facts}>
        {result.rank !== null && group.lastRank !== null && (
          <Fact label={texts.agency.rank} value={texts.agency.rankOf(result.rank, group.lastRank)}>
            <Caption1>{texts.agency.ofAgencies(group.agencies.length)}</Caption1>
          </Fact>
        )}
        <Fact
          label={texts.agency.index}
          value={result.index === null ? texts.results.noRank : `${numbers.index(result.index)}%`}
        />
        <Fact label={texts.agency.level} value={result.level?.name ?? texts.results.noLevel} />
        <Fact
          label={texts.agency.score}
          value={texts.agency.of(numbers.score(result.score), numbers.score(result.maximum))}
        />
        {group.mean.lastYearCount > 0 && (
          <Fact
            label={texts.agency.change}
            value={result.change === null ? texts.results.notComparable : numbers.change(result.change)}
          />
        )}
      </dl>
      <AreaTable group={group} result={result} numbers={numbers} />
      <Button
        className={styles.goTo}
        onClick={() => void controller.perform({ kind: "select", sheet, cell: cellAddress(headerRow, scoreColumn) })}
      >
        {texts.agency.goTo}
      </Button>
    </>
  );
}

function AreaTable({ group, result, numbers }: AgencyProps): ReactElement {
  const { texts } = usePane();
  const styles = useStyles();
  const table = useTableStyles();
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
          {result.areas.map(({ area, totals, score, maximum, subIndex, rank }) => (
            <tr key={area.id}>
              <th scope="row" className={table.cell}>
                <div className={styles.area}>
                  <Caption1>{`${area.code}. ${nameOfArea(area)}`}</Caption1>
                  {subIndex !== null && <ShareBar percent={toNumber(subIndex)} />}
                </div>
              </th>
              <td className={number}>
                {totals.applicable ? (
                  texts.agency.of(numbers.areaScore(score), numbers.areaScore(maximum))
                ) : (
                  <Caption1 className={table.small}>{texts.agency.notApplicable}</Caption1>
                )}
              </td>
              <td className={number}>{numbers.subIndex(subIndex)}</td>
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
