import type Fraction from "fraction.js";
import type { AgencySource, CellSource, TableSource, TextCell } from "../data/place";

/** How a leaf is scored (Hình thức đánh giá). */
export type Method = "appraisal" | "survey" | "bonus" | "penalty";

/**
 * One row of a criteria set: an area (level 1), a criterion (2) or a sub-criterion (3).
 * Only leaves (no children) carry a maximum and scores; a parent's are its children's sums.
 */
export interface Criterion {
  /** Unique within the criteria set; the key of AgencyScores.entries. */
  readonly id: number;
  /** As in the workbook, with a lost zero put back: "1.2.1", "I". */
  readonly code: string;
  /** null: an area that no row of the workbook names. */
  readonly name: string | null;
  /** Of an area, for captions; null where the workbook gives none. */
  readonly shortName: string | null;
  readonly level: number;
  readonly method: Method;
  /** Points; of a leaf. null on a parent (or where a leaf's is missing: a blocking finding). */
  readonly maximum: Fraction | null;
  readonly children: readonly Criterion[];
  /** Where the maximum stands; null for an area that no row names. */
  readonly source: CellSource | null;
  /** What stands in the table's columns of texts, by the column's kind (lead, target, note …). */
  readonly texts: ReadonlyMap<string, TextCell>;
}

/**
 * What stands at a row for one agency.
 * "value": points as entered (a penalty may be 0.5 or -0.5).
 * "notApplicable": Không áp dụng, on a leaf or on a parent (then for all leaves below).
 * "missing": blank, or an entry in error; counts as 0 in a provisional result.
 */
export type Entry =
  | { readonly kind: "value"; readonly value: Fraction; readonly source: CellSource }
  | { readonly kind: "notApplicable"; readonly source: CellSource }
  | { readonly kind: "missing"; readonly source: CellSource };

export interface AgencyScores {
  /** As in the table's header. */
  readonly name: string;
  /** By Criterion.id: every leaf, and those parents that say "not applicable". */
  readonly entries: ReadonlyMap<number, Entry>;
  /** Last year's index in percent, or null. */
  readonly lastYear: Fraction | null;
  readonly lastYearSource: CellSource | null;
  /** Self scores beside the appraised ones, as entries are; null where there is no such column. */
  readonly self: ReadonlyMap<number, Entry> | null;
  /** What stands in the agency's columns of texts: by the column's kind (explanation, evidence …), then by Criterion.id. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<number, TextCell>>;
  readonly source: AgencySource;
}

export interface Level {
  readonly name: string;
  /** Lowest index in percent that reaches this level. */
  readonly atLeast: Fraction;
}

export interface AgencyGroup {
  readonly name: string;
  /** "Các Sở, ngành": heading of the agency column of the ranking table. */
  readonly columnHeading: string;
  /** "các đơn vị cấp tỉnh": in captions and section headings. */
  readonly captionName: string;
  readonly sheet: string;
  /** Areas in workbook order. */
  readonly areas: readonly Criterion[];
  /** In workbook order. */
  readonly agencies: readonly AgencyScores[];
  /** Highest first. */
  readonly levels: readonly Level[];
  /** True where the scores are self scores, because there are no appraised ones (Computing 9). */
  readonly selfScored: boolean;
  readonly source: TableSource;
}

export interface Settings {
  readonly rankRule: "dense" | "competition";
  readonly rounding: "half-up" | "half-even";
  readonly notApplicableRule: "total" | "parent";
  /** Percent; null: no cap. */
  readonly indexCap: Fraction | null;
  /** In generated sentences. */
  readonly decimalMark: "," | ".";
}

/** Everything that scoring/ needs, read from a workbook. */
export interface ScoringInput {
  readonly year: number | null;
  readonly settings: Settings;
  readonly groups: readonly AgencyGroup[];
}
