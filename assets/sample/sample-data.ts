import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A leaf of the sample's criteria sets. Points; see "about" in dak-nong-2020.json for what is published and what is ours. */
export interface SampleSubCriterion {
  readonly name: string;
  readonly maximum: number;
  /** Scored as a ratio: takes the decimals of its area that are no quarters of a point. One per area. */
  readonly ratio?: boolean;
  /** Most agencies lose points here. */
  readonly hard?: boolean;
  /** Agencies that the report names as having lost points here. */
  readonly lostBy?: readonly string[];
}

export interface SampleCriterion {
  readonly name: string;
  readonly subCriteria: readonly SampleSubCriterion[];
}

export interface SampleArea {
  readonly name: string;
  readonly shortName: string;
  readonly maximum: number;
  readonly criteria: readonly SampleCriterion[];
}

export interface SampleAgency {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly lastYear: number;
  /** Published points, one per area. */
  readonly areaScores: readonly number[];
}

export interface SampleGroup {
  readonly name: string;
  readonly sheet: string;
  readonly columnHeading: string;
  readonly captionName: string;
  readonly areas: readonly SampleArea[];
  /** In administrative order, not by rank. */
  readonly agencies: readonly SampleAgency[];
}

export interface SampleData {
  readonly province: string;
  readonly year: number;
  readonly levels: readonly { readonly name: string; readonly atLeast: number }[];
  readonly groups: readonly SampleGroup[];
}

/** Reads dak-nong-2020.json, which lies beside this file. */
export function readSampleData(): SampleData {
  return JSON.parse(readFileSync(join(__dirname, "dak-nong-2020.json"), "utf8")) as SampleData;
}
