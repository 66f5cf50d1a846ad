import { Caption1, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSortDownRegular } from "@fluentui/react-icons/svg/arrow-sort-down";
import { ArrowSortUpRegular } from "@fluentui/react-icons/svg/arrow-sort-up";
import { type ReactElement, useMemo } from "react";
import type { ShownGroupResult } from "../app/shown-results";
import { changeText } from "./numbers";
import { usePane } from "./pane-context";
import { ShareBar } from "./share-bar";
import { sortRanking } from "./sort-ranking";
import type { SortColumn } from "./state";
import { useTableStyles } from "./table-styles";

const useStyles = makeStyles({
  sort: {
    display: "inline-flex",
    alignItems: "center",
    gap: "2px",
    padding: "4px 0",
    border: "none",
    background: "none",
    font: "inherit",
    color: "inherit",
    textAlign: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  agency: { display: "flex", flexDirection: "column", gap: "4px" },
  rank: { width: "36px" },
  index: { width: "56px" },
  change: { width: "66px" },
  link: { textAlign: "start" },
});

/** A group's agencies with their bars; a column's heading sorts, an agency's name opens it. */
export function RankingTable(props: { readonly group: ShownGroupResult }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const table = useTableStyles();
  const { group } = props;
  const { sort } = state;
  const rows = useMemo(() => sortRanking(group.agencies, sort), [group, sort]);
  const hasChange = group.mean.lastYearCount > 0;
  const isRanked = group.lastRank !== null;
  const mean = group.mean.index?.value ?? null;
  const number = mergeClasses(table.cell, table.number, table.noWrap);
  return (
    <table className={table.table} aria-label={texts.results.table(group.name)}>
      <thead>
        <tr>
          {isRanked && <Heading column="rank" className={mergeClasses(table.head, styles.rank)} />}
          <Heading column="agency" className={table.head} />
          <Heading column="index" className={mergeClasses(table.head, table.number, styles.index)} />
          {hasChange && <Heading column="change" className={mergeClasses(table.head, table.number, styles.change)} />}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, result }) => (
          <tr key={at}>
            {isRanked && <td className={table.cell}>{result.rank ?? texts.results.noRank}</td>}
            <th scope="row" className={table.cell}>
              <div className={styles.agency}>
                <Link
                  as="button"
                  className={styles.link}
                  onClick={() => {
                    dispatch({ type: "agencyOpened", agency: at });
                  }}
                >
                  {result.name}
                </Link>
                {result.index !== null && <ShareBar percent={result.index.value} mean={mean} />}
                <Caption1 className={table.small}>{result.level ?? texts.results.noLevel}</Caption1>
              </div>
            </th>
            <td className={number}>{result.index?.text ?? texts.results.noRank}</td>
            {hasChange && (
              <td className={mergeClasses(table.cell, table.number)}>
                {result.change === null ? (
                  <Caption1 className={table.small}>{texts.results.notComparable}</Caption1>
                ) : (
                  <span className={table.noWrap}>{changeText(result.change, texts)}</span>
                )}
              </td>
            )}
          </tr>
        ))}
        {group.agencies.length > 1 && (
          <tr className={table.mean}>
            {isRanked && <td className={table.cell} />}
            <th scope="row" className={table.cell}>
              <strong>{texts.results.mean}</strong>
            </th>
            <td className={number}>{group.mean.index?.text ?? texts.results.noRank}</td>
            {hasChange && (
              <td className={number}>{group.mean.change === null ? "" : changeText(group.mean.change, texts)}</td>
            )}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Heading({ column, className }: { readonly column: SortColumn; readonly className: string }): ReactElement {
  const { state, dispatch, texts } = usePane();
  const styles = useStyles();
  const { sort } = state;
  const isSorted = sort.column === column;
  const direction = sort.ascending ? "ascending" : "descending";
  const name = texts.results.columns[column];
  return (
    <th scope="col" className={className} aria-sort={isSorted ? direction : "none"}>
      <button
        type="button"
        className={styles.sort}
        title={texts.results.sortBy(name)}
        onClick={() => {
          dispatch({ type: "sorted", column });
        }}
      >
        {name}
        {isSorted && (
          <span aria-hidden="true">{sort.ascending ? <ArrowSortUpRegular /> : <ArrowSortDownRegular />}</span>
        )}
      </button>
    </th>
  );
}
