/**
 * A scoring workbook as plain data, for tests: no cells, no parsing. Numbers are decimal strings
 * ("13.4658"), so that nothing is binary.
 */

export interface PlainCriterion {
  readonly code: string;
  readonly name: string;
  readonly shortName?: string;
  readonly method?: "appraisal" | "survey" | "bonus" | "penalty";
  /** Points; of a leaf. */
  readonly maximum?: string;
  readonly children?: readonly PlainCriterion[];
}

/** A decimal; "not applicable" (on a leaf or on a parent); or null: blank, or an entry in error. */
export type PlainScore = string | null;
export const NOT_APPLICABLE = "not applicable";

export interface PlainAgency {
  readonly name: string;
  /** By criterion code. */
  readonly scores: Readonly<Record<string, PlainScore>>;
  /** Last year's index in percent. */
  readonly lastYear?: string;
}

export interface PlainLevel {
  readonly name: string;
  readonly atLeast: string;
}

export interface PlainGroup {
  readonly name: string;
  readonly sheet: string;
  readonly areas: readonly PlainCriterion[];
  /** In workbook order. */
  readonly agencies: readonly PlainAgency[];
  /** Highest first; instead of the workbook's. */
  readonly levels?: readonly PlainLevel[];
}

/** Settings left out have the defaults of the workbook format. */
export interface PlainWorkbook {
  readonly year?: number;
  readonly provisional?: boolean;
  readonly rankRule?: "dense" | "competition";
  readonly rounding?: "half-up" | "half-even";
  readonly notApplicableRule?: "total" | "parent";
  /** Percent. */
  readonly indexCap?: string;
  readonly levels?: readonly PlainLevel[];
  readonly groups: readonly PlainGroup[];
}

/** The levels of a workbook that names none. */
export const defaultLevels: readonly PlainLevel[] = [
  { name: "Cao", atLeast: "95" },
  { name: "Tương đối cao", atLeast: "80" },
  { name: "Trung bình", atLeast: "70" },
  { name: "Tương đối thấp", atLeast: "60" },
  { name: "Thấp", atLeast: "0" },
];

/** RESULTS.json without its findings. */
export interface Results {
  readonly year: number | null;
  readonly provisional: boolean;
  readonly groups: readonly GroupResult[];
  readonly meanOfAll: MeanOfAll;
}

export interface GroupResult {
  readonly name: string;
  readonly sheet: string;
  readonly agencies: readonly AgencyResult[];
  readonly lastRank: number | null;
  readonly mean: {
    readonly score: number | null;
    readonly index: number | null;
    readonly lastYear: number | null;
    readonly change: number | null;
    readonly areas: readonly {
      readonly code: string;
      readonly score: number | null;
      readonly subIndex: number | null;
    }[];
  };
}

export interface AgencyResult {
  readonly name: string;
  readonly score: number;
  readonly maximum: number;
  readonly index: number | null;
  readonly rank: number | null;
  readonly level: string | null;
  readonly areas: readonly AreaResult[];
  readonly lastYear: number | null;
  readonly change: number | null;
}

export interface AreaResult {
  readonly code: string;
  readonly name: string;
  readonly score: number;
  readonly maximum: number;
  readonly subIndex: number | null;
  readonly rank: number | null;
}

export interface MeanOfAll {
  readonly index: number | null;
  readonly lastYear: number | null;
  readonly change: number | null;
}
