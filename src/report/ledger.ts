/**
 * The ledger: every computed number of the report, exact, with its place on BC Tính toán. A section asks for a figure
 * by what it is and whose it is; where it stands is known here alone.
 */
import { type Exact, exactOf, round, type Rounding, toNumber } from "../scoring/exact";
import type { Criterion } from "../scoring/model";
import {
  type AgencyResult,
  areaScoreDecimals,
  type GroupResult,
  indexDecimals,
  printedDecimals,
  type Results,
} from "../scoring/results";
import { computed, text } from "../layout/formats";
import { rounded } from "./formula";
import { columnRange, reference } from "../data/references";
import type { CellFormat, ReportCell } from "../data/pages";

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

export interface Figure {
  /** Unrounded; null where there is none. */
  readonly value: Exact | null;
  readonly kind: NumberKind;
  /** The formula's operand: the cell on BC Tính toán, of a mean its average there. */
  readonly cell: string;
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

/** Where one group's numbers stand on BC Tính toán. Rows count from 0. */
export interface GroupPlaces {
  readonly result: GroupResult;
  /** First row of each matrix; agencies follow in workbook order. */
  readonly summaryRow: number;
  readonly areaRows: Readonly<Record<AreaQuantity, number>>;
}

/** Columns of the summary matrix. */
export const summaryColumns = {
  appraised: 2,
  survey: 3,
  score: 4,
  maximum: 5,
  index: 6,
  key: 7,
  rank: 8,
  lastYear: 9,
  checkNow: 10,
  checkThen: 11,
} as const;

/** Column of the first area in the area matrices. */
export const firstAreaColumn = 2;

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

/** sheet: the final name of BC Tính toán. */
export function ledgerOf(sheet: string, { meanOfAll }: Results, groups: readonly GroupPlaces[]): Ledger {
  const rows = new Map(
    groups.flatMap((places) => places.result.agencies.map((agency, row) => [agency, { places, row }] as const)),
  );
  const byGroup = new Map(groups.map((places) => [places.result, places]));
  const placesOf = (group: GroupResult): GroupPlaces => existing(byGroup.get(group), group.group.name);

  const columnOf = ({ result: { group } }: GroupPlaces, area: Criterion): number => {
    const at = group.areas.indexOf(area);
    if (at < 0) throw new RangeError(`the group has no area ${area.code}`);
    return firstAreaColumn + at;
  };
  const rangeIn = ({ result }: GroupPlaces, firstRow: number, column: number): string =>
    columnRange(column, firstRow, firstRow + result.agencies.length - 1, sheet);
  const summaryRange = (places: GroupPlaces, quantity: MeanQuantity): string =>
    rangeIn(places, places.summaryRow, summaryColumns[quantity]);
  const meanKind = (quantity: MeanQuantity): NumberKind =>
    quantity === "index" || quantity === "lastYear" ? "percent" : "points";

  return {
    figure(quantity, agency) {
      const { places, row } = existing(rows.get(agency), agency.agency.name);
      const value = quantity === "rank" ? rankOf(agency) : agency[quantity];
      return {
        value,
        kind: kinds[quantity],
        cell: reference(places.summaryRow + row, summaryColumns[quantity], sheet),
      };
    },
    areaFigure(quantity, agency, area) {
      const { places, row } = existing(rows.get(agency), agency.agency.name);
      const inArea = existing(
        agency.areas.find((one) => one.area === area),
        area.code,
      );
      const value = quantity === "rank" ? rankOf(inArea) : quantity === "index" ? inArea.subIndex : inArea[quantity];
      return {
        value,
        kind: areaKinds[quantity],
        cell: reference(places.areaRows[quantity] + row, columnOf(places, area), sheet),
      };
    },
    mean(quantity, group) {
      const range = summaryRange(placesOf(group), quantity);
      return { value: group.mean[quantity], kind: meanKind(quantity), cell: `AVERAGE(${range})` };
    },
    areaMean(quantity, group, area) {
      const places = placesOf(group);
      const range = (of: AreaQuantity): string => rangeIn(places, places.areaRows[of], columnOf(places, area));
      const inArea = group.mean.areas.find((one) => one.area === area);
      const all = group.agencies.every((agency) =>
        agency.areas.some((one) => one.area === area && one.subIndex !== null),
      );
      // A sub-index that is not there is an empty text, a score is 0: those who have the area have a maximum.
      const average =
        quantity === "index" || all
          ? `AVERAGE(${range(quantity)})`
          : `AVERAGEIF(${range("maximum")},">0",${range(quantity)})`;
      const value = (quantity === "index" ? inArea?.subIndex : inArea?.score) ?? null;
      return { value, kind: quantity === "index" ? "percent" : "points", cell: average };
    },
    meanOfAll(quantity) {
      const ranges = groups.map((places) => summaryRange(places, quantity));
      return { value: meanOfAll[quantity], kind: "percent", cell: `AVERAGE(${ranges.join(",")})` };
    },
  };
}

/** A figure as it is printed, rounded in the sheet as in the results. otherwise: what stands where there is none. */
export function printed(
  { value, kind, cell }: Figure,
  rounding: Rounding,
  {
    format,
    otherwise,
    decimals = decimalsOf[kind],
  }: {
    readonly format: CellFormat;
    readonly otherwise: string;
    readonly decimals?: number;
  },
): ReportCell {
  if (value === null) return text(otherwise, format);
  if (kind === "rank") return computed(cell, toNumber(value), format);
  return computed(rounded(cell, decimals, rounding), toNumber(round(value, decimals, rounding)), format);
}

function rankOf({ rank }: { readonly rank: number | null }): Exact | null {
  return rank === null ? null : exactOf(rank);
}

function existing<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`the ledger does not have ${name}`);
  return value;
}
