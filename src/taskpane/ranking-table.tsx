import { Caption1, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSortDownRegular } from "@fluentui/react-icons/svg/arrow-sort-down";
import { ArrowSortUpRegular } from "@fluentui/react-icons/svg/arrow-sort-up";
import { type ReactElement, useMemo, useState } from "react";
import type { ShownGroupResult } from "../app/shown-results";
import { folded } from "./filter-findings";
import { isWindowed, useListWindow } from "./list-window";
import { changeText } from "./numbers";
import { usePane } from "./pane-context";
import { ShareBar } from "./share-bar";
import { type RankedAgency, sortRanking } from "./sort-ranking";
import type { SortColumn } from "./state";
import { useTableStyles } from "./table-styles";
import { SearchField } from "./search-field";

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
  rank: { width: "44px" },
  index: { width: "62px" },
  change: { width: "74px" },
  // Columns that stay as wide as they are, whichever rows are there.
  steady: { tableLayout: "fixed" },
  gap: { padding: 0 },
  search: { width: "100%", marginTop: "4px" },
  link: { textAlign: "start" },
});

/** A group's agencies with their bars; a column's heading sorts, an agency's name opens it. */
export function RankingTable(props: { readonly group: ShownGroupResult }): ReactElement {
  const { state, texts } = usePane();
  const styles = useStyles();
  const table = useTableStyles();
  const { group } = props;
  const { sort } = state;
  const [wanted, setWanted] = useState("");
  const rows = useMemo(() => {
    const name = folded(wanted);
    return sortRanking(group.agencies, sort).filter(({ result }) => folded(result.name).includes(name));
  }, [group, sort, wanted]);
  const { isRanked, hasChange } = columnsOf(group);
  const isLong = isWindowed(group.agencies.length);
  const { container, pieces } = useListWindow<HTMLTableSectionElement>(rows.length, 61, rows);
  const number = mergeClasses(table.cell, table.number, table.noWrap);
  return (
    <>
      {isLong && (
        <>
          <SearchField
            className={styles.search}
            placeholder={texts.results.search}
            label={texts.results.searchLabel}
            value={wanted}
            onChange={setWanted}
          />
          <div role="status">
            {wanted !== "" && <Caption1 className={table.small}>{texts.results.found(rows.length)}</Caption1>}
          </div>
        </>
      )}
      <table
        className={mergeClasses(table.table, isLong && styles.steady)}
        aria-label={texts.results.table(group.name)}
        {...(isLong ? { "aria-rowcount": rows.length + 2 } : {})}
      >
        <thead>
          <tr>
            {isRanked && <Heading column="rank" className={mergeClasses(table.head, styles.rank)} />}
            <Heading column="agency" className={table.head} />
            <Heading column="index" className={mergeClasses(table.head, table.number, styles.index)} />
            {hasChange && <Heading column="change" className={mergeClasses(table.head, table.number, styles.change)} />}
          </tr>
        </thead>
        <tbody ref={container}>
          {pieces.map((piece) => {
            if (piece.kind === "gap") {
              return (
                <tr key={`gap ${String(piece.before)}`} aria-hidden="true">
                  <td className={styles.gap} style={{ height: piece.height }} />
                </tr>
              );
            }
            const ranked = rows[piece.index];
            return ranked && <Row key={ranked.at} index={piece.index} ranked={ranked} group={group} />;
          })}
          {group.agencies.length > 1 && (
            <tr className={table.mean} {...(isLong ? { "aria-rowindex": rows.length + 2 } : {})}>
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
    </>
  );
}

function Row(props: {
  /** In the table as it is sorted. */
  readonly index: number;
  readonly ranked: RankedAgency;
  readonly group: ShownGroupResult;
}): ReactElement {
  const { dispatch, texts } = usePane();
  const styles = useStyles();
  const table = useTableStyles();
  const { index, group } = props;
  const { at, result } = props.ranked;
  const { isRanked, hasChange } = columnsOf(group);
  const mean = group.mean.index?.value ?? null;
  const number = mergeClasses(table.cell, table.number, table.noWrap);
  return (
    <tr data-index={index} aria-rowindex={index + 2}>
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
  );
}

/** A group of one is not ranked; without last year's values there is no change. */
function columnsOf({ lastRank, mean }: ShownGroupResult): { readonly isRanked: boolean; readonly hasChange: boolean } {
  return { isRanked: lastRank !== null, hasChange: mean.lastYearCount > 0 };
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
