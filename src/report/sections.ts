/** The sections of the report: the one list that the report, the pane, the settings and the command line go by. */
import type { Results } from "../scoring/results";
import { reportTexts, type ReportTexts } from "../strings/report.vi";
import { areaSections } from "./area-sheet";
import { comparisonSections } from "./comparison-sheet";
import { rankingSections } from "./ranking-sheet";
import type { Section } from "./section";

/** In the order in which their sheets stand. BC Tính toán and Kiểm tra số liệu always come, after all of these. */
const kinds: readonly ((results: Results, texts: ReportTexts) => readonly Section[])[] = [
  rankingSections,
  comparisonSections,
  areaSections,
];

/** Every section that a report on these results could have, those without their input too. */
export function allSections(results: Results, texts: ReportTexts = reportTexts): readonly Section[] {
  return kinds.flatMap((sectionsOf) => sectionsOf(results, texts));
}

/** What a user can choose from. */
export function availableSections(results: Results, texts: ReportTexts = reportTexts): readonly Section[] {
  return allSections(results, texts).filter(({ available }) => available);
}

/** Keys of the sections that are written where nobody chooses. */
export function officialSections(results: Results): ReadonlySet<string> {
  return keysOf(availableSections(results).filter(({ official }) => official));
}

export interface WantedSections {
  /** For buildReport: the official sections and those wanted beside them, as far as their input exists. */
  readonly keys: ReadonlySet<string>;
  /** Names that no section has, as they were written. */
  readonly unknown: readonly string[];
}

/** wanted: "all", "official", or sheet names joined by ";", as --with and Trang báo cáo have them. */
export function wantedSections(wanted: string, results: Results): WantedSections {
  const sections = allSections(results);
  const byName = new Map(sections.map((section) => [folded(section.name), section]));
  const words = new Map<string, readonly Section[]>([
    ...["all", reportTexts.chosen.all].map((word) => [folded(word), sections] as const),
    ...["official", reportTexts.chosen.official].map((word) => [folded(word), []] as const),
  ]);
  const keys = new Set(officialSections(results));
  const unknown: string[] = [];
  for (const name of wanted.split(";").map((part) => part.trim())) {
    if (name === "") continue;
    const one = byName.get(folded(name));
    const chosen = words.get(folded(name)) ?? (one === undefined ? null : [one]);
    if (chosen === null) unknown.push(name);
    for (const { key, available } of chosen ?? []) {
      if (available) keys.add(key);
    }
  }
  return { keys, unknown };
}

/** The names that --with knows, for a refusal to name. */
export function sectionNames(results: Results): readonly string[] {
  return allSections(results).map(({ name }) => name);
}

function keysOf(sections: readonly Section[]): ReadonlySet<string> {
  return new Set(sections.map(({ key }) => key));
}

function folded(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").toLowerCase();
}
