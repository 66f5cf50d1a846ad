/** The ranking in words, as chapter III of the official report has it: mean, change, level groups (Computing 6–8). */
import { type Exact, hundred } from "../scoring/exact";
import type { Level } from "../scoring/model";
import { type AgencyResult, type GroupMean, type GroupResult, printedDecimals } from "../scoring/results";
import type { ReportContext } from "./report-context";
import { count, decimal, insideSentence } from "./words";
import Fraction from "fraction.js";

interface LevelGroup {
  readonly level: Level;
  /** The next higher level's threshold, or null for the highest. */
  readonly below: Exact | null;
  readonly agencies: readonly AgencyResult[];
}

/** One sentence about the mean, then one per level that some agency is in. */
export function levelSentences(result: GroupResult, context: ReportContext): readonly string[] {
  const { results, texts } = context;
  const { group, agencies } = result;
  if (result.mean.index === null) return [];
  const levels = levelGroups(result);
  const range = ({ level, below }: LevelGroup): string => {
    const from = level.atLeast.equals(0) ? null : decimal(level.atLeast, printedDecimals, results.settings);
    return texts.levelRange(from, below && decimal(below, printedDecimals, results.settings));
  };
  const opening =
    texts.meanSentence(group.captionName, results.year, decimal(result.mean.index, printedDecimals, results.settings)) +
    comparison(result.mean, context);
  const unlevelled = agencies.filter((agency) => agency.level === null).length;
  const [only] = levels;
  if (agencies.length === 1 || only === undefined) return [`${opening}.`];
  if (levels.length === 1 && unlevelled === 0) {
    return [opening + texts.allInOneLevel(count(agencies.length), insideSentence(only.level.name), range(only))];
  }
  return [
    opening + texts.dividedIntoLevels(count(levels.length)),
    ...levels.map((levelGroup, at) => {
      const share = new Fraction(levelGroup.agencies.length).mul(hundred).div(agencies.length);
      const words = texts.levelGroup(
        insideSentence(levelGroup.level.name),
        range(levelGroup),
        count(levelGroup.agencies.length),
        decimal(share, 2, results.settings),
      );
      // The official text names the agencies of the top group; the table names the others.
      return at === 0
        ? `${words}: ${members(levelGroup.agencies, context)}.`
        : `${words}${at === levels.length - 1 ? "." : ";"}`;
    }),
    ...(unlevelled > 0 ? [texts.noLevel(count(unlevelled))] : []),
  ];
}

/** ", cao hơn năm 2019 là 3.5% (năm 2019 đạt 86.82%)", or nothing without a last year. */
export function comparison(
  mean: Pick<GroupMean, "lastYear" | "change">,
  { results, information, texts }: ReportContext,
): string {
  if (mean.lastYear === null || mean.change === null) return "";
  const year = texts.lastYear(information.lastYear);
  const value = decimal(mean.lastYear, printedDecimals, results.settings);
  const change = decimal(mean.change.abs(), printedDecimals, results.settings);
  if (mean.change.equals(0)) return texts.comparedEqual(year, value);
  return (mean.change.gt(0) ? texts.comparedHigher : texts.comparedLower)(year, change, value);
}

function levelGroups({ group, agencies }: GroupResult): readonly LevelGroup[] {
  return group.levels
    .map((level, at) => ({
      level,
      below: group.levels[at - 1]?.atLeast ?? null,
      agencies: agencies.filter((agency) => agency.level === level),
    }))
    .filter((levelGroup) => levelGroup.agencies.length > 0);
}

function members(agencies: readonly AgencyResult[], { results, texts }: ReportContext): string {
  return [...agencies]
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ agency, index }) =>
      texts.levelMember(agency.name, index === null ? "" : decimal(index, printedDecimals, results.settings)),
    )
    .join("; ");
}
