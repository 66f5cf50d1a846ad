/**
 * The ledger: every computed number of the report, exact, with its place on BC Tính toán. A section asks for a figure
 * by what it is and whose it is; in which row and column of which table it stands is known here alone.
 */
import { type Exact, exactOf, round, type Rounding, toNumber } from "../scoring/exact";
import type { AgencyGroup, Criterion } from "../scoring/model";
import {
  type AgencyResult,
  areaScoreDecimals,
  type GroupResult,
  indexDecimals,
  printedDecimals,
  type Results,
} from "../scoring/results";
import type { ColumnPlace, Places, TableCell } from "../data/blocks";
import { rounded } from "./formula";

/** "index" is, of an area, its sub-index. */
export type AreaQuantity = "score" | "maximum" | "index" | "rank";
export type AgencyQuantity = AreaQuantity | "appraised" | "survey" | "lastYear";
/** What has a mean over a group. */
export type MeanQuantity = "appraised" | "survey" | "score" | "index" | "lastYear";

export type NumberKind = "points" | "areaPoints" | "index" | "percent" | "rank";

/** Decimals that a number is printed with. */
const decimalsOf: Readonly<Record<NumberKind, number>> = {
  points: printedDecimals,
  areaPoints: areaScoreDecimals,
  index: indexDecimals,
  percent: printedDecimals,
  rank: 0,
};

/** An expression that refers to cells of the report. */
export type Operand = (places: Places) => string;

export interface Figure {
  /** Unrounded; null where there is none. */
  readonly value: Exact | null;
  readonly kind: NumberKind;
  /** For formulas: the cell on BC Tính toán, of a mean its average there. */
  readonly operand: Operand;
}

export interface Ledger {
  /** A RangeError for an agency or an area that the results do not have. */
  figure(quantity: AgencyQuantity, agency: AgencyResult): Figure;
  areaFigure(quantity: AreaQuantity, agency: AgencyResult, area: Criterion): Figure;
  mean(quantity: MeanQuantity, group: GroupResult): Figure;
  /** Over the agencies that have the area. */
  areaMean(quantity: "score" | "index", group: GroupResult, area: Criterion): Figure;
  /** Over the agencies of all groups. */
  meanOfAll(quantity: "index" | "lastYear"): Figure;
}

/** The tables of BC Tính toán, one of each for every group. The first quantities are per agency, those of areas per area. */
export type LedgerTable = "summary" | "key" | "counted" | AreaQuantity;

export function tableId(group: number, table: LedgerTable): string {
  return `calculation.${String(group + 1)}.${table}`;
}

/** Key of an area's column. */
export function areaColumn(area: number): string {
  return `area ${String(area + 1)}`;
}

/** Row of a group's first agency: above the maxima stands what the criteria set says. */
export function firstRowOf(table: LedgerTable): number {
  return table === "maximum" ? 1 : 0;
}

const kinds: Readonly<Record<AgencyQuantity, NumberKind>> = {
  appraised: "points",
  survey: "points",
  score: "points",
  maximum: "points",
  index: "index",
  rank: "rank",
  lastYear: "percent",
};
const areaKinds: Readonly<Record<AreaQuantity, NumberKind>> = {
  score: "areaPoints",
  maximum: "areaPoints",
  index: "percent",
  rank: "rank",
};

export function ledgerOf({ groups, meanOfAll }: Results): Ledger {
  const groupAt = new Map(groups.map((group, at) => [group, at]));
  const rows = new Map(
    groups.flatMap(({ group, agencies }, at) => agencies.map((agency, row) => [agency, { group, at, row }] as const)),
  );
  const columnOf = ({ areas }: AgencyGroup, area: Criterion): string => {
    const at = areas.indexOf(area);
    if (at < 0) throw new RangeError(`the group has no area ${area.code}`);
    return areaColumn(at);
  };
  const rangeOf = (group: GroupResult, of: LedgerTable, column: string): ColumnPlace => {
    const table = tableId(existing(groupAt.get(group), group.group.name), of);
    const firstRow = firstRowOf(of);
    return { table, column, firstRow, lastRow: firstRow + group.agencies.length - 1 };
  };
  const meanKind = (quantity: MeanQuantity): NumberKind =>
    quantity === "index" || quantity === "lastYear" ? "percent" : "points";

  return {
    figure(quantity, agency) {
      const { at, row } = existing(rows.get(agency), agency.agency.name);
      const value = quantity === "rank" ? rankOf(agency) : agency[quantity];
      const place = { table: tableId(at, "summary"), row, column: quantity };
      return { value, kind: kinds[quantity], operand: ({ cell }) => cell(place) };
    },
    areaFigure(quantity, agency, area) {
      const { group, at, row } = existing(rows.get(agency), agency.agency.name);
      const inArea = existing(
        agency.areas.find((one) => one.area === area),
        area.code,
      );
      const value = quantity === "rank" ? rankOf(inArea) : quantity === "index" ? inArea.subIndex : inArea[quantity];
      const place = { table: tableId(at, quantity), row: firstRowOf(quantity) + row, column: columnOf(group, area) };
      return { value, kind: areaKinds[quantity], operand: ({ cell }) => cell(place) };
    },
    mean(quantity, group) {
      const range = rangeOf(group, "summary", quantity);
      const value = group.mean[quantity];
      return { value, kind: meanKind(quantity), operand: ({ column }) => `AVERAGE(${column(range)})` };
    },
    areaMean(quantity, group, area) {
      const range = (of: AreaQuantity): ColumnPlace => rangeOf(group, of, columnOf(group.group, area));
      const inArea = group.mean.areas.find((one) => one.area === area);
      const having = group.agencies.flatMap(({ areas }) => areas.filter((one) => one.area === area));
      const scored = having.filter(({ subIndex }) => subIndex !== null).length;
      const operand: Operand = ({ column }) => {
        // A sub-index that is not there is an empty text, a score is 0: those who have the area have a maximum.
        if (quantity === "index" || scored === group.agencies.length) return `AVERAGE(${column(range(quantity))})`;
        if (scored > 0) return `AVERAGEIF(${column(range("maximum"))},">0",${column(range(quantity))})`;
        const applicable = having.map(({ totals }) => totals.applicable);
        return meanOfRows(applicable, (rows) => column({ ...range(quantity), ...rows }));
      };
      const value = (quantity === "index" ? inArea?.subIndex : inArea?.score) ?? null;
      return { value, kind: quantity === "index" ? "percent" : "points", operand };
    },
    meanOfAll(quantity) {
      const ranges = groups.map((group) => rangeOf(group, "summary", quantity));
      const operand: Operand = ({ column }) => `AVERAGE(${ranges.map(column).join(",")})`;
      return { value: meanOfAll[quantity], kind: "percent", operand };
    },
  };
}

/** A figure as it is printed, rounded in the sheet as in the results. otherwise: what stands where there is none. */
export function printed(
  { value, kind, operand }: Figure,
  rounding: Rounding,
  otherwise: string,
  decimals = decimalsOf[kind],
): TableCell {
  if (value === null) return { value: otherwise };
  if (kind === "rank") return { value: toNumber(value), formula: operand };
  return {
    value: toNumber(round(value, decimals, rounding)),
    formula: (places) => rounded(operand(places), decimals, rounding),
  };
}

/** The mean of some cells of a column; rangeOf: of rows that stand below one another. */
function meanOfRows(
  counts: readonly boolean[],
  rangeOf: (rows: Pick<ColumnPlace, "firstRow" | "lastRow">) => string,
): string {
  const ranges = counts.flatMap((one, firstRow) => {
    if (!one || counts[firstRow - 1] === true) return [];
    const end = counts.indexOf(false, firstRow);
    return [rangeOf({ firstRow, lastRow: (end < 0 ? counts.length : end) - 1 })];
  });
  // Adding up and dividing, since AVERAGE takes 255 arguments.
  return `(${ranges.map((range) => `SUM(${range})`).join("+")})/${String(counts.filter(Boolean).length)}`;
}

function rankOf({ rank }: { readonly rank: number | null }): Exact | null {
  return rank === null ? null : exactOf(rank);
}

function existing<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the ledger does not have ${name}`);
  return value;
}
